import type { Block, DayEstimate, Estimate, Sentence, Unclear } from "../../claims/index.ts";
import { dayIndex, statementsOf, type Case } from "../case.ts";
import { days, date, itIs, men, paragraph, point, reference, say } from "../segments.ts";
import { speakingFor, type Told } from "../told.ts";
import { named, tell } from "../wording.ts";

/** What became clear longer ago is history. */
const LATELY_DAYS = 120;
const MOST = 7;

type Writer = (one: Case, estimate: Estimate, unclear: Unclear, path: string) => Sentence[];

function widest({ days: all }: Estimate, from: string, to: string): number {
  const within = all.map((day, at) => ({ day, at })).filter(({ day }) => day.date >= from && day.date <= to);
  const spread = ({ p05, p95 }: DayEstimate): number => (p95 + 50) / (p05 + 50);
  return within.reduce((most, one) => (spread(one.day) > spread(most.day) ? one : most), within[0] as (typeof within)[number]).at;
}

const period = ({ year, asOf }: Case, { from, to }: Unclear): Sentence =>
  to === asOf ? say`Since ${date(from, year)}` : from === to ? say`On ${date(from, year)}` : say`Between ${date(from, year)} and ${date(to, year)}`;

const first = (one: Case, { statements }: Unclear): Told | undefined => statementsOf(one, statements as string[])[0];

/** Each kind of gap, in words; docs/estimate.md says what each means. */
const WRITERS: Readonly<Partial<Record<string, Writer>>> = {
  wide: (one, estimate, unclear) => {
    const at = widest(estimate, unclear.from, unclear.to);
    const { p05, p95 } = estimate.days[at] as DayEstimate;
    return [say`${period(one, unclear)} the number is hardly known at all: the interval was as wide as ${men(p05, `/days/${at}/p05`)} to ${men(p95, `/days/${at}/p95`)}.`];
  },
  silence: (one, _, unclear, path) => [unclear.to === one.asOf
    ? say`Nothing new has been said since ${date(unclear.from, one.year)}, for ${days(unclear.days ?? 0, `${path}/days`)} days.`
    : say`${period(one, unclear)}, for ${days(unclear.days ?? 0, `${path}/days`)} days, nobody said anything new.`],
  surprise: (one, estimate, unclear) => {
    const told = first(one, unclear);
    const at = estimate.influence.findIndex(({ statement }) => statement === told?.id);
    const off = estimate.influence[at]?.surprise;
    if (told === undefined || off === undefined) return [];
    return [say`Whether ${named(told)} was right is open: given all else, ${itIs(off, `/influence/${at}/surprise`)} the figure is off the mark ${reference(told.reference.number)}.`];
  },
  unknown: (one, _, unclear) => statementsOf(one, unclear.statements as string[]).slice(0, 1).map((told) => tell(speakingFor(told, ({ certainty }) => certainty === "unknown"), one)),
  "no-magnitude": (one, _, unclear) => statementsOf(one, unclear.statements as string[]).filter(({ claim }) => claim.quantity === null && claim.certainty !== "unknown").slice(0, 1).flatMap((told) => [tell(told, one), say`How many that is, is not said.`]),
  "two-answers": (one, _, unclear) => [say`${period(one, unclear)} more than one answer fits what was said, and little in between does.`],
  "one-source": (one, estimate, unclear, path) => {
    const told = first(one, unclear);
    const who = told === undefined ? say`one source` : named(told);
    const at = dayIndex(estimate, unclear.to);
    const without = unclear.median === undefined || at === null ? [] : say`; without it the middle would be about ${men(unclear.median, `${path}/median`)} instead of ${men((estimate.days[at] as DayEstimate).median, `/days/${at}/median`)} on ${date(unclear.to, one.year)}`;
    return [say`${period(one, unclear)} the estimate leans on ${who}${without}.`];
  },
};

/** Movements without a size are many, and less of a gap than the rest: only the latest. */
const MOST_MOVES = 2;

function withFewMoves<T extends { unclear: Unclear }>(all: readonly T[]): T[] {
  const moves = all.filter(({ unclear }) => unclear.kind === "no-magnitude").toSorted((a, b) => (a.unclear.to < b.unclear.to ? 1 : -1)).slice(0, MOST_MOVES);
  return all.filter((one) => one.unclear.kind !== "no-magnitude" || moves.includes(one));
}

/** What nobody knows, what is nearest to the brief's day first. */
export function unknownBlocks(one: Case): Block[] {
  const { estimate } = one;
  if (estimate === null) return [paragraph(say`No report gives a number that could be counted.`)];
  const all = estimate.unclear.map((unclear, at) => ({ unclear, path: `/unclear/${at}` }));
  const lately = all.filter(({ unclear }) => (one.estimate?.days.length ?? 0) - 1 - (dayIndex(estimate, unclear.to) ?? -1) <= LATELY_DAYS);
  const sorted = withFewMoves(lately).sort((a, b) => (a.unclear.to < b.unclear.to ? 1 : a.unclear.to > b.unclear.to ? -1 : 0));
  const blocks = sorted.flatMap(({ unclear, path }): Block[] => {
    const sentences = WRITERS[unclear.kind as string]?.(one, estimate, unclear, path) ?? [];
    return sentences.length === 0 ? [] : [point(...sentences)];
  }).slice(0, MOST);
  return blocks.length > 0 ? blocks : [paragraph(say`The sources name no gap, and the estimate shows none.`)];
}
