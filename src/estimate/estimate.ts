import type { Announced, DayEstimate, Estimate, SourceEstimate, SourceLeaning, StatedClaim, Unused } from "../claims/index.ts";
import { findChanges, recentChange, toChange } from "./changes.ts";
import { conflictsOf } from "./conflicts.ts";
import { formatDayNumber } from "./days.ts";
import { withoutEach } from "./dependence.ts";
import { REGIMES } from "./dynamics.ts";
import { quantiles, toMen, toY, type Grid } from "./grid.ts";
import { influencesOf } from "./influence.ts";
import { wordsOf } from "./observations.ts";
import { massOfDay, posteriorOf, type Posterior } from "./posterior.ts";
import { createProblem, type Observed, type Problem } from "./problem.ts";
import { rounded, toProbability } from "./rounding.ts";
import { withinByName, type Situation, type Within } from "./situation.ts";
import { BIAS_COUNT, BIAS_REACH, BIAS_STEP } from "./source-priors.ts";
import { isSplit, unclearOf, type Band } from "./unclear.ts";

export interface EstimateOptions {
  /** What the claims are about; those about something else are left out. Null takes every claim to be about one thing as a whole. */
  situation?: Situation | null;
  /** Which place lies in which; by the names of countries when not given. */
  within?: Within;
  /** Leanings of sources by name; the others are unknown. */
  sources?: readonly SourceLeaning[];
  /** First and last day, `YYYY-MM-DD`; all days that the claims speak of when not given. */
  from?: string;
  to?: string;
  /** Men, > 0: also asks each day for the probability that there are fewer. */
  below?: number;
}

/** Enough courses to tell a probability to a few percent. */
export const COURSES = 200;
/** Statements named with a change. */
const MOST_NAMED = 8;

const LEVELS = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

interface DayAnswer {
  day: DayEstimate;
  band: Band & { median: number };
}

function massBelow(grid: Grid, mass: Float64Array, men: number): number {
  const y = toY(men);
  let sum = 0;
  for (let g = 0; g < grid.size; g++) if ((grid.y[g] as number) < y) sum += mass[g] as number;
  return sum;
}

function answerDay(problem: Problem, posterior: Posterior, day: number, below: number | undefined): DayAnswer {
  const { course: { grid }, period } = problem;
  const mass = massOfDay(posterior, problem, day);
  const [p05, p25, median, p75, p95] = quantiles(grid, mass, LEVELS) as [number, number, number, number, number];
  const men = (y: number): number => Math.round(toMen(y));
  const regime = (r: number): number => toProbability(posterior.smoothed.regimes[day * REGIMES.length + r] as number);
  const estimate: DayEstimate = {
    date: formatDayNumber(period.start + day),
    median: men(median), p05: men(p05), p25: men(p25), p75: men(p75), p95: men(p95), drawdown: regime(1), buildup: regime(2),
  };
  if (below !== undefined) estimate.below = toProbability(massBelow(grid, mass, below));
  return { day: estimate, band: { p05, p25, median, p75, p95, isSplit: isSplit(mass) } };
}

/** First day of the chain of which anything is said. */
const firstHeard = ({ evidence, course: { events, days } }: Problem): number =>
  evidence.reduce((least, one) => Math.min(least, one.first + one.days.length - 1), events[0]?.first ?? days - 1);

/** Statements of the days of a change and those around it, which it is read from. */
function behind({ levels, moves, period }: Problem, from: number, to: number): string[] {
  const margin = 14;
  const near = (one: Observed<"level"> | Observed<"move">, more: number): boolean =>
    one.observation.window.last >= period.start + from - more && one.observation.window.first <= period.start + to + more;
  const told = [...moves.filter((one) => near(one, 0)), ...levels.filter((one) => near(one, margin))];
  return [...new Set(told.map(({ id }) => id))].slice(0, MOST_NAMED);
}

function describeSources({ sources, evidence }: Problem, { beliefs }: Posterior): SourceEstimate[] {
  return sources.map(({ name, leaning }, s) => {
    let [mean, square] = [0, 0];
    for (const [i, share] of (beliefs[s] as Float64Array).entries()) {
      const bias = ((i % BIAS_COUNT) - BIAS_REACH) * BIAS_STEP;
      mean += share * bias;
      square += share * bias * bias;
    }
    const statements = evidence.filter(({ source }) => source === s).length;
    return { source: name, leaning, statements, bias: rounded(mean, 3), biasSd: rounded(Math.sqrt(Math.max(0, square - mean * mean)), 3) };
  });
}

function told({ sources, levels }: Problem, influence: Estimate["influence"]): Float64Array {
  const bits = new Float64Array(sources.length);
  const byName = new Map(sources.map(({ name }, s) => [name, s]));
  if (levels.length > 0) for (const { source, information } of influence) {
    const s = byName.get(source);
    if (s !== undefined) bits[s] = (bits[s] as number) + information;
  }
  return bits;
}

const announcedOf = ({ announced }: Problem): Announced[] =>
  announced.map((one) => ({ statement: one.id, source: one.source.name, words: wordsOf(one), reality: one.observation.reality, asOf: one.claim.asOf }));

const unusedOf = ({ unused }: Problem): Unused[] => unused.map(({ original, reason }) => ({ statement: original.id, reason }));

/**
 * What claims add up to: for each day a posterior of the number, and what moved it. Pure: the same claims in any order
 * give the same answer, byte for byte. With a situation, its claims (each with its statement, as decisions left them) and
 * the leanings of the sources it is all that a brief needs to know of the number.
 *
 * @throws EstimateError when there is nothing to estimate from, or the period is none or too long
 * @example estimate([claim("fewer than 1,000", "2023-10-31")], {}).days.at(-1)?.median  // about 750
 */
export function estimate(claims: readonly StatedClaim[], options: EstimateOptions = {}): Estimate {
  const { situation = null, within = withinByName, sources = [], below, ...period } = options;
  const problem = createProblem(claims, { situation, within, sources, ...period });
  const posterior = posteriorOf(problem, COURSES);
  const { paths } = posterior;
  const [first, last] = [problem.period.from - problem.period.start, problem.course.days - 1];
  const answers = Array.from({ length: last - first + 1 }, (_, i) => answerDay(problem, posterior, first + i, below));
  const bands = answers.map(({ band }) => band);
  const influence = influencesOf(problem, posterior);
  const conflicts = conflictsOf(problem).filter(({ date }) => date >= formatDayNumber(problem.period.from));
  const without = withoutEach(problem, posterior, told(problem, influence));
  const medianY = (day: number): number => (bands[day - first] as (typeof bands)[number]).median;
  return {
    from: formatDayNumber(problem.period.from), to: formatDayNumber(problem.period.to),
    days: answers.map(({ day }) => day),
    recent: recentChange(paths, first, last),
    // Before the first statement the course rests on nothing, and a change there would be told by nobody.
    changes: findChanges(paths, Math.max(first, firstHeard(problem)), last).map((change) => toChange(change, problem.period.start, medianY, behind(problem, change.from, change.to))),
    conflicts,
    unclear: unclearOf(problem, bands, conflicts, influence, without),
    influence,
    announced: announcedOf(problem),
    sources: describeSources(problem, posterior),
    unused: unusedOf(problem),
  };
}
