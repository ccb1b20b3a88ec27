import type { Conflict, Influence, Unclear } from "../claims/index.ts";
import { formatDayNumber } from "./days.ts";
import type { Without } from "./dependence.ts";
import { toMen } from "./grid.ts";
import { compareTexts } from "./order.ts";
import type { Observed, Problem } from "./problem.ts";

/** What is worth saying: a band over a factor of ten, weeks without news, a strong conflict, a figure more likely off than not. */
const LIMITS = { widePowers: 1, wideDays: 7, silentDays: 60, silentAtEndDays: 30, conflict: 0.8, surprise: 0.5, carriedDays: 14, peaksDays: 7 } as const;

/** One day of the output on the scale of y. */
export interface Band {
  p05: number;
  p25: number;
  p75: number;
  p95: number;
  /** Two peaks with a valley between them. */
  isSplit: boolean;
}

/** Counted from the first day of the output. */
interface Stretch {
  first: number;
  last: number;
}

/** Runs of days for which something holds, of at least so many days. */
function stretches(count: number, least: number, holds: (day: number) => boolean): Stretch[] {
  const found: Stretch[] = [];
  for (let first = 0; first < count; first++) {
    if (!holds(first)) continue;
    let last = first;
    while (last + 1 < count && holds(last + 1)) last++;
    if (last - first + 1 >= least) found.push({ first, last });
    first = last;
  }
  return found;
}

/** Whether there are two peaks, each well above the valley between them and each with a good part of the mass. */
export function isSplit(mass: Float64Array): boolean {
  let peak = 0;
  for (let g = 1; g < mass.length; g++) if ((mass[g] as number) > (mass[peak] as number)) peak = g;
  return isSplitFrom(mass, peak, 1) || isSplitFrom(mass, peak, -1);
}

const VALLEY = 0.5;
const LEAST_MASS = 0.2;

function isSplitFrom(mass: Float64Array, peak: number, step: 1 | -1): boolean {
  let [valley, second, beyond] = [mass[peak] as number, 0, 0];
  for (let g = peak + step; g >= 0 && g < mass.length; g += step) {
    const value = mass[g] as number;
    if (second === 0 && value < valley) [valley, beyond] = [value, 0];
    else second = Math.max(second, value);
    beyond += value;
  }
  return second > 0 && valley < VALLEY * second && beyond >= LEAST_MASS;
}

/** What remains unclear, in order of time. */
export function unclearOf(problem: Problem, bands: readonly Band[], conflicts: readonly Conflict[], influence: readonly Influence[], without: readonly Without[]): Unclear[] {
  const { period } = problem;
  const date = (day: number): string => formatDayNumber(period.from + day);
  const all = [
    ...stretches(bands.length, LIMITS.wideDays, (day) => (bands[day] as Band).p95 - (bands[day] as Band).p05 > LIMITS.widePowers)
      .map(({ first, last }): Unclear => ({ kind: "wide", from: date(first), to: date(last), days: last - first + 1, statements: idsWithin(problem, first, last) })),
    ...stretches(bands.length, LIMITS.peaksDays, (day) => (bands[day] as Band).isSplit)
      .map(({ first, last }): Unclear => ({ kind: "two-answers", from: date(first), to: date(last), days: last - first + 1, statements: idsWithin(problem, first, last) })),
    ...silences(problem, bands.length).map(({ first, last, before }): Unclear => ({ kind: "silence", from: date(first), to: date(last), days: last - first + 1, statements: before })),
    ...conflicts.filter(({ strength }) => strength >= LIMITS.conflict).map(({ date: day, statements }): Unclear => ({ kind: "conflict", from: day, to: day, statements })),
    ...influence.filter(({ surprise }) => (surprise ?? 0) > LIMITS.surprise)
      .map(({ statement, source, date: day }): Unclear => ({ kind: "surprise", from: day, to: day, source, statements: [statement] })),
    ...problem.unknowns.map((one): Unclear => ({ kind: "unknown", ...daysOf(one), source: one.source.name, statements: [one.id] })),
    ...problem.moves.filter(({ observation }) => !observation.move.sized).map((one): Unclear => ({ kind: "no-magnitude", ...daysOf(one), source: one.source.name, statements: [one.id] })),
    ...without.flatMap((one) => carried(problem, bands, one)),
    ...alone(problem, bands.length),
  ];
  return all.filter(({ to }) => to >= date(0)).sort((a, b) => compareTexts(a.from, b.from) || compareTexts(a.kind, b.kind) || compareTexts(a.statements.join(), b.statements.join()));
}

const daysOf = ({ observation: { window } }: Observed<"unknown" | "move">): { from: string; to: string } => ({ from: formatDayNumber(window.first), to: formatDayNumber(window.last) });

const heardOf = ({ levels, moves }: Problem): (Observed<"level"> | Observed<"move">)[] => [...levels, ...moves];

/** Statements that hold for days of a stretch. */
function idsWithin(problem: Problem, first: number, last: number): string[] {
  const [from, to] = [problem.period.from + first, problem.period.from + last];
  const within = heardOf(problem).filter(({ observation: { window } }) => window.last >= from && window.first <= to);
  return [...new Set(within.map(({ id }) => id))].sort();
}

/** Stretches of days without a new statement, and the statements that are the last before each. */
function silences(problem: Problem, count: number): (Stretch & { before: string[] })[] {
  const byDay = new Map<number, string[]>();
  for (const { id, observation: { window } } of heardOf(problem)) {
    const day = window.last - problem.period.from;
    byDay.set(day, [...(byDay.get(day) ?? []), id]);
  }
  const days = [...byDay.keys()].filter((day) => day < count).sort((a, b) => a - b);
  return [...days, count].flatMap((next, i) => {
    const last = days[i - 1] ?? -1;
    const [least, length] = [next === count ? LIMITS.silentAtEndDays : LIMITS.silentDays, next - Math.max(-1, last) - 1];
    return length < least ? [] : [{ first: Math.max(-1, last) + 1, last: next - 1, before: [...(byDay.get(last) ?? [])].sort() }];
  });
}

const ofSource = ({ levels, evidence }: Problem, source: number): string[] =>
  [...new Set(levels.filter((_, i) => (evidence[i] as Problem["evidence"][number]).source === source).map(({ id }) => id))].sort();

/** The one source that gives any number, for all days: there is nobody to hold it against. */
function alone(problem: Problem, days: number): Unclear[] {
  const [source, ...others] = new Set(problem.evidence.map((one) => one.source));
  if (source === undefined || others.length > 0) return [];
  const { from, to } = problem.period;
  return [{ kind: "one-source", from: formatDayNumber(from), to: formatDayNumber(to), days, source: (problem.sources[source] as Problem["sources"][number]).name, statements: ofSource(problem, source) }];
}

/** The longest stretch on which the median would leave the 50 % band without a source. */
function carried(problem: Problem, bands: readonly Band[], { source, median }: Without): Unclear[] {
  const offset = problem.period.from - problem.period.start;
  const outside = stretches(bands.length, LIMITS.carriedDays, (day) => {
    const [y, band] = [median[offset + day] as number, bands[day] as Band];
    return y < band.p25 || y > band.p75;
  });
  const [longest] = outside.sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first);
  if (longest === undefined) return [];
  const { sources } = problem;
  const from = formatDayNumber(problem.period.from + longest.first);
  return [{
    kind: "one-source", from, to: formatDayNumber(problem.period.from + longest.last), days: longest.last - longest.first + 1,
    source: (sources[source] as Problem["sources"][number]).name, median: Math.round(toMen(median[offset + longest.last] as number)), statements: ofSource(problem, source),
  }];
}
