import type { Leaning, SourceLeaning, StatedClaim } from "../claims/index.ts";
import { createHazards, type Course } from "./chain.ts";
import { independence } from "./copies.ts";
import { dayWeightsWithin, type Window } from "./days.ts";
import { EstimateError } from "./errors.ts";
import { eventsOf, type DatedMove } from "./events.ts";
import type { Evidence } from "./heard.ts";
import { createGrid } from "./grid.ts";
import { Rows, type Said } from "./likelihood.ts";
import { observe, type Observation } from "./observations.ts";
import { compareTexts } from "./order.ts";
import { periodOf, type Period } from "./period.ts";
import { extentOf, type Situation, type Within } from "./situation.ts";
import { leaningsBy, nameSources } from "./source-names.ts";
import { addUpParts, nameOf, originalsOf, type Original } from "./statements.ts";

/** Claims, and statements after relays are joined; ten years of a busy situation hold some ten thousand statements. */
const MOST = { claims: 200_000, statements: 100_000 } as const;

function check(what: keyof typeof MOST, count: number): void {
  if (count <= MOST[what]) return;
  const [found, most] = [count, MOST[what]].map((n) => n.toLocaleString("en"));
  throw new EstimateError("TOO_MANY", `there are ${found} ${what}, and ${most} are the most; take a shorter period or one situation`);
}

/** A statement with what it gives the model. */
export type Observed<Kind extends Observation["kind"] = Observation["kind"]> = Original & { observation: Extract<Observation, { kind: Kind }> };

export interface NamedLeaning {
  name: string;
  leaning: Leaning;
}

/** Everything that the model is fitted to, in an order that does not depend on that of the claims. */
export interface Problem {
  period: Period;
  course: Course;
  sources: NamedLeaning[];
  /** Evidence and the statement that it comes from, position by position. */
  levels: Observed<"level">[];
  evidence: Evidence[];
  /** Statements of movements, as numbered in `course.events[…].members`. */
  moves: Observed<"move">[];
  unknowns: Observed<"unknown">[];
  announced: Observed<"announced">[];
  unused: { original: Original; reason: string }[];
}

export interface ProblemOptions {
  situation: Situation | null;
  within: Within;
  sources: readonly SourceLeaning[];
  from?: string;
  to?: string;
}

const only = <Kind extends Observation["kind"]>(kind: Kind, all: readonly Observed[]): Observed<Kind>[] =>
  all.filter(({ observation }) => observation.kind === kind) as Observed<Kind>[];

/** Claims that bear on the situation, one for each thing said. */
function gather(claims: readonly StatedClaim[], { situation, within }: ProblemOptions): { originals: Original[]; foreign: Original[] } {
  const name = nameSources(claims);
  const all = claims.map((claim) => {
    const extent = situation === null ? "whole" : extentOf(claim, situation, within);
    return { original: { id: nameOf(claim), claim, source: name(claim), extent: extent ?? "whole" } satisfies Original, isForeign: extent === null };
  });
  const pick = (isForeign: boolean): Original[] => originalsOf(all.filter((one) => one.isForeign === isForeign).map((one) => one.original));
  return { originals: addUpParts(pick(false)), foreign: pick(true) };
}

/** Window of a statement in days of the estimate, or null where it lies outside. */
function clip({ first, last }: Window, { start, to }: Period): { first: number; last: number } | null {
  return last < start || first > to ? null : { first: Math.max(0, first - start), last: Math.min(to, last) - start };
}

function evidenceOf(levels: readonly Observed<"level">[], leanings: readonly Leaning[], source: (key: string) => number, period: Period): Evidence[] {
  const grid = createGrid(largestOf(levels));
  const rows = new Rows(grid);
  const spoken = levels.map(({ observation: { said, window }, source: { key } }) => ({
    source: source(key), leaning: leanings[source(key)] as Leaning, day: window.last, figure: said.figure,
  }));
  const weights = independence(spoken);
  return levels.map(({ observation: { said, window } }, i) => {
    const { source } = spoken[i] as { source: number };
    const first = Math.max(0, window.first - period.start);
    return { source, row: rows.of(said), weight: weights[i] as number, first, days: dayWeightsWithin(window, period.start, period.to) };
  });
}

const menIn = ({ figure: { low, high } }: Said): number => (high === Infinity ? low : high);
const largestOf = (levels: readonly Observed<"level">[]): number =>
  levels.reduce((most, { observation: { said } }) => (said.figure.shape === "ceiling" ? most : Math.max(most, menIn(said))), 0);

function dated(moves: readonly Observed<"move">[], period: Period): DatedMove[] {
  return moves.map(({ source, observation: { move, window } }) => ({
    move, window: { first: window.first - period.start, last: window.last - period.start }, witness: source.isNamed ? source.key : null,
  }));
}

function courseOf(problem: Pick<Problem, "moves" | "period">, dampings: readonly Observed<"damping">[], largest: number): Course {
  const { period, moves } = problem;
  const days = period.to - period.start + 1;
  const grid = createGrid(largest);
  const hazards = createHazards(days);
  for (const { observation } of dampings) {
    const clipped = clip(observation.window, period);
    for (let day = clipped?.first ?? 0; clipped !== null && day <= clipped.last; day++) {
      hazards.down[day] = (hazards.down[day] as number) * observation.hazards.down;
      hazards.up[day] = (hazards.up[day] as number) * observation.hazards.up;
    }
  }
  return { grid, days, hazards, events: eventsOf(grid, dated(moves, period), days) };
}

/**
 * Sorts claims into what the model takes: levels, movements, damping, gaps, announcements, and what it has no use for.
 *
 * @throws EstimateError NO_CLAIMS, TOO_MANY, and those of {@link periodOf}
 */
export function createProblem(claims: readonly StatedClaim[], options: ProblemOptions): Problem {
  if (claims.length === 0) throw new EstimateError("NO_CLAIMS", "there are no claims to estimate from; give one a line");
  check("claims", claims.length);
  const { originals, foreign } = gather(claims, options);
  check("statements", originals.length);
  const all = originals.map((original): Observed => ({ ...original, observation: observe(original) }));
  const bears = all.filter(({ observation }) => observation.kind !== "unused" && observation.kind !== "announced");
  const period = periodOf((bears.length > 0 ? bears : all).map(({ claim }) => claim), options);
  const isWithin = ({ observation }: Observed): boolean => !("window" in observation) || clip(observation.window, period) !== null;
  const used = all.filter(isWithin).sort((a, b) => lastDay(a) - lastDay(b) || compareTexts(a.source.key, b.source.key) || compareTexts(a.id, b.id));
  const levels = only("level", used);
  const [keys, sources] = sourcesOf(levels, options.sources);
  const moves = only("move", used);
  const course = courseOf({ moves, period }, only("damping", used), largestOf(levels));
  const evidence = evidenceOf(levels, sources.map(({ leaning }) => leaning), (key) => keys.get(key) as number, period);
  const unused = [
    ...only("unused", used).map((original) => ({ original, reason: original.observation.reason })),
    ...all.filter((one) => !isWithin(one)).map((original) => ({ original, reason: "lies outside the period" })),
    ...foreign.map((original) => ({ original, reason: "is about another force or place" })),
  ];
  return { period, course, sources, levels, evidence, moves, unknowns: only("unknown", used), announced: only("announced", used), unused };
}

const lastDay = ({ observation }: Observed): number => ("window" in observation ? observation.window.last : 0);

function sourcesOf(levels: readonly Observed[], given: readonly SourceLeaning[]): [Map<string, number>, NamedLeaning[]] {
  const leaning = leaningsBy(given);
  const keys = new Map<string, number>();
  const sources: NamedLeaning[] = [];
  for (const { source, claim } of levels) {
    if (keys.has(source.key)) continue;
    keys.set(source.key, sources.length);
    sources.push({ name: source.name, leaning: leaning(claim) });
  }
  return [keys, sources];
}
