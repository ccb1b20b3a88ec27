import { Chain, type Smoothed } from "./chain.ts";
import { fit, type Fit } from "./fit.ts";
import type { Belief } from "./likelihood.ts";
import { drawPaths } from "./paths.ts";
import type { Problem } from "./problem.ts";
import { deceiverPrior, priorsOf } from "./source-priors.ts";
import { blurOf, blurred, shiftChances, type Blur } from "./translation.ts";

/**
 * A fit settles on one story of who is right. Where one source gives a good part of the figures there are two: that it is
 * what it seems, and that it is not, and then all of its figures are off together. So the model is fitted once more for each
 * of the few sources that say most, taken for one with any bias, and the stories are weighed by how well they explain
 * what was said. Shares and counts are judgements. Over more than {@link SUSPECTS.mostDays} nobody keeps one bias, and each fit
 * would take the better part of a second.
 */
const SUSPECTS = { most: 2, leastShare: 0.1, leastStatements: 3, prior: 0.25, rounds: 3, mostDays: 5 * 365 } as const;

/** One story: how likely it is, where it puts the number, and how far all of it may be off in common. */
interface Reading {
  weight: number;
  mass: Float64Array;
  blur: Blur;
}

/** The fitted model, averaged over its readings. */
export interface Posterior extends Pick<Fit, "beliefs" | "others"> {
  smoothed: Pick<Smoothed, "mass" | "regimes" | "happened">;
  readings: Reading[];
  /** Courses of the number, as many as asked for: the cell on each day. */
  paths: Int16Array[];
  /** Lends its days to other fits. */
  chain: Chain;
}

/** Sources that give much of what there is, the most telling first. */
function suspectsOf({ course, evidence, sources }: Problem): number[] {
  // Of a source that speaks alone nobody could tell.
  if (sources.length < 2 || course.days > SUSPECTS.mostDays) return [];
  const [weights, counts] = [new Float64Array(sources.length), new Int32Array(sources.length)];
  for (const { source, weight } of evidence) {
    weights[source] = (weights[source] as number) + weight;
    counts[source] = (counts[source] as number) + 1;
  }
  const least = SUSPECTS.leastShare * weights.reduce((a, b) => a + b, 0);
  const of = (s: number): number => weights[s] as number;
  const found = sources.map((_, s) => s).filter((s) => of(s) >= least && (counts[s] as number) >= SUSPECTS.leastStatements);
  return found.sort((a, b) => of(b) - of(a) || a - b).slice(0, SUSPECTS.most);
}

/** Sum of weight · values over the fits, value by value. */
function averaged(weights: readonly number[], values: readonly Float64Array[]): Float64Array {
  if (values.length === 1) return values[0] as Float64Array;
  const sum = new Float64Array((values[0] as Float64Array).length);
  for (const [r, one] of values.entries()) {
    const weight = weights[r] as number;
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + weight * (one[i] as number);
  }
  return sum;
}

/** One value or list of values a fit, averaged position by position. */
const averagedEach = (weights: readonly number[], lists: readonly (readonly Belief[])[]): Belief[] =>
  (lists[0] as readonly Belief[]).map((_, i) => averaged(weights, lists.map((list) => list[i] as Belief)));

function shares(logs: readonly number[]): number[] {
  const most = Math.max(...logs);
  const weights = logs.map((log) => Math.exp(log - most));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

/** So many courses in all, of each story by its share. */
function mixPaths(drawn: readonly Int16Array[][], weights: readonly number[], count: number): Int16Array[] {
  let due = 0;
  let taken = 0;
  return drawn.flatMap((paths, r) => {
    due += (weights[r] as number) * count;
    const some = paths.slice(0, Math.round(due) - taken);
    taken += some.length;
    return some;
  });
}

/** @param courses  how many to draw */
export function posteriorOf(problem: Problem, courses = 0): Posterior {
  const { course, evidence, sources } = problem;
  const chain = new Chain(course);
  const leanings = sources.map(({ leaning }) => leaning);
  const priors = priorsOf(leanings);
  const suspects = suspectsOf(problem);
  const [fits, logs, drawn]: [Fit[], number[], Int16Array[][]] = [[], [], []];
  for (const suspect of [null, ...suspects]) {
    const fitted = suspect === null ? fit(chain, evidence, priors) : fit(chain, evidence, priors.with(suspect, deceiverPrior()), SUSPECTS.rounds);
    fits.push(fitted);
    logs.push(suspects.length === 0 ? 0 : fitted.bound() + (suspect === null ? 0 : Math.log(SUSPECTS.prior)));
    // The filtered days are those of the last fit, so its courses are drawn before the next; its share can only fall yet.
    drawn.push(courses === 0 ? [] : drawPaths(course, fitted.smoothed.filtered, Math.ceil(courses * (shares(logs).at(-1) as number)) + 1));
  }
  const weights = shares(logs);
  const of = (read: (smoothed: Smoothed) => Float64Array): Float64Array => averaged(weights, fits.map(({ smoothed }) => read(smoothed)));
  return {
    chain, beliefs: averagedEach(weights, fits.map((one) => one.beliefs)), others: averagedEach(weights, fits.map((one) => one.others)),
    smoothed: { mass: of(({ mass }) => mass), regimes: of(({ regimes }) => regimes), happened: of(({ happened }) => happened) },
    readings: fits.map(({ beliefs, smoothed: { mass } }, r) => ({ weight: weights[r] as number, mass, blur: blurOf(shiftChances(beliefs, leanings)) })),
    paths: mixPaths(drawn, weights, courses),
  };
}

/** The distribution of one day over the cells, counted from the first of the chain. */
export function massOfDay({ readings }: Posterior, { course: { grid: { size } } }: Problem, day: number): Float64Array {
  return averaged(readings.map(({ weight }) => weight), readings.map(({ mass, blur }) => blurred(mass, day * size, size, blur)));
}
