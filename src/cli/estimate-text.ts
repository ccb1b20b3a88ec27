import type { DayEstimate, Estimate, Unclear } from "../claims/index.ts";
import type { Situation } from "../estimate/situation.ts";
import { layRow, shareWidth, wrap } from "./columns.ts";
import { safe, shorten } from "./safe-text.ts";
import type { Look } from "./terminal.ts";

/** Days, changes, conflicts and the like that a person is shown; JSON has all of them. */
const MOST_DAYS = 16;
const MOST_LINES = 8;

/** To two significant digits, with commas: no estimate is better than that. */
export function roundMen(men: number): string {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, men))) - 1);
  return (Math.round(men / unit) * unit).toLocaleString("en");
}

const band = (low: number, high: number): string => `${roundMen(low)}–${roundMen(high)}`;

const COLUMNS: readonly { head: string; weight: number; least: number; cell: (day: DayEstimate) => string }[] = [
  { head: "DAY", weight: 10, least: 10, cell: ({ date }) => date },
  { head: "AS LIKELY ABOVE AS BELOW", weight: 12, least: 9, cell: ({ median }) => roundMen(median) },
  { head: "EVEN CHANCE WITHIN", weight: 18, least: 15, cell: ({ p25, p75 }) => band(p25, p75) },
  { head: "NINE IN TEN WITHIN", weight: 18, least: 15, cell: ({ p05, p95 }) => band(p05, p95) },
];

/** Days spread evenly over the period, the first and the last among them. */
function someOf(days: readonly DayEstimate[]): DayEstimate[] {
  const count = Math.min(days.length, MOST_DAYS);
  return Array.from({ length: count }, (_, i) => days[count === 1 ? 0 : Math.round((i * (days.length - 1)) / (count - 1))] as DayEstimate);
}

const UNCLEAR: Readonly<Record<string, (one: Unclear) => string>> = {
  wide: ({ from, to }) => `${from} to ${to}: known to no better than a factor of ten`,
  "two-answers": ({ from, to }) => `${from} to ${to}: two answers fit, and nothing between them`,
  silence: ({ from, to, days }) => `${from} to ${to}: nobody said anything new (${days} days)`,
  conflict: ({ from }) => `${from}: sources contradict each other`,
  surprise: ({ from, source }) => `${from}: what ${source} said is more likely off than not`,
  unknown: ({ to, source }) => `${to}: ${source} says that the number is not known`,
  "no-magnitude": ({ from, to, source }) => `${from} to ${to}: ${source} tells of a movement without its size`,
  "one-source": ({ from, to, source, median }) => `${from} to ${to}: rests on ${source}${median === undefined ? " alone" : `; without it about ${roundMen(median)} at the end`}`,
};

const percent = (probability: number): string => `${Math.round(probability * 100)} %`;

function sections(answer: Estimate): [string, string[]][] {
  const { changes, conflicts, unclear, influence, announced } = answer;
  return [
    ["Changes", changes.map(({ from, to, direction, factor, likelihood, probability }) => `${from} to ${to}: ${direction === "up" ? "rose" : "fell"}, ×${factor}, ${likelihood} (${percent(probability)})`)],
    ["Conflicts", [...conflicts].sort((a, b) => b.strength - a.strength)
      .map(({ date, sources, medians }) => `${date}: ${sources[0]} (about ${roundMen(medians[0] as number)}) against ${sources[1]} (about ${roundMen(medians[1] as number)})`)],
    ["What remains unclear", unclear.map((one) => (UNCLEAR[one.kind as string] as (one: Unclear) => string)(one))],
    ["What weighs most", influence.map(({ date, source, words }) => `${date}: ${source}: ${words}`)],
    ["Announced or feared, not counted", announced.map(({ source, words, reality, asOf }) => `${source}: ${words}, ${reality}${asOf === null ? "" : `, ${asOf}`}`)],
  ];
}

function section([title, lines]: [string, string[]], look: Look): string[] {
  if (lines.length === 0) return [];
  const shown = lines.slice(0, MOST_LINES).flatMap((text) => wrap(shorten(safe(text), 300), look.width - 2).map((line, i) => (i === 0 ? `  ${line}` : `    ${line}`)));
  const rest = lines.length > MOST_LINES ? [`  and ${lines.length - MOST_LINES} more (--format json)`] : [];
  return ["", look.colors.bold(title), ...shown, ...rest.map(look.colors.dim)];
}

/** An estimate for a person: some of its days as a table, and under it what changed, conflicts and remains unclear. */
export function formatEstimate(answer: Estimate & { situation: Situation | null }, look: Look): string {
  const { situation, from, to, days, recent } = answer;
  const title = situation === null ? "All claims" : [situation.force, situation.place].filter((part) => part !== null).join(" in ");
  const widths = shareWidth(Math.min(76, look.width), COLUMNS);
  const lines = [
    look.colors.bold(`${shorten(safe(title), 80)}, ${from} to ${to}`), "",
    ...layRow(COLUMNS.map(({ head }) => head), widths).map(look.colors.dim),
    ...someOf(days).flatMap((day) => layRow(COLUMNS.map(({ cell }) => cell(day)), widths)), "",
    `In the last ${recent.days} days: rose by ${Math.round(100 * recent.factor) - 100} % or more: ${percent(recent.up)}; fell likewise: ${percent(recent.down)}`,
    ...sections(answer).flatMap((one) => section(one, look)),
  ];
  return `${lines.join("\n")}\n`;
}
