import { toY } from "../../src/estimate/grid.ts";
import type { Problem } from "../../src/estimate/problem.ts";

/** A figure as a point: all that the simple methods take of a claim. */
export interface Point {
  day: number;
  source: number;
  y: number;
}

/** Mean and standard deviation for each day, on the scale of y. */
export interface Curve {
  mean: Float64Array;
  sd: Float64Array;
}

export type Baseline = (points: readonly Point[], days: number, sources: number) => Curve;

/** The levels of a problem as points, relays dropped: the middle of a range, the bound of a bound. */
export function pointsOf({ levels, evidence }: Problem): Point[] {
  return levels.map(({ observation: { said: { figure: { low, high } } } }, i) => {
    const { source, first, days } = evidence[i] as Problem["evidence"][number];
    const y = high === Infinity ? toY(low) : low <= 0 ? toY(high) : (toY(low) + toY(high)) / 2;
    return { day: first + days.length - 1, source, y };
  });
}

/** What each method takes for its spread and its windows. */
export interface Settings {
  latest: { sd: number; growth: number };
  median: { window: number; sd: number };
  crh: { window: number; sd: number };
  catd: { window: number; sd: number };
  kalman: { walk: number; noise: number; house: number };
}

/** The settings with the best score on seeds 1 to 150, found by `npx tsx bench/estimate/tune.ts`. */
export const TUNED: Settings = {
  latest: { sd: 0.3, growth: 0.002 },
  median: { window: 30, sd: 0.2 },
  crh: { window: 30, sd: 0.2 },
  catd: { window: 30, sd: 0.2 },
  kalman: { walk: 0.03, noise: 0.25, house: 0.2 },
};
const HOUSE_ROUNDS = 6;

const IGNORANT = { y: 3.5, sd: 0.8 };

function curve(days: number, at: (day: number) => { y: number; sd: number } | null): Curve {
  const [mean, sd] = [new Float64Array(days), new Float64Array(days)];
  for (let day = 0; day < days; day++) {
    const { y, sd: spread } = at(day) ?? IGNORANT;
    [mean[day], sd[day]] = [y, spread];
  }
  return { mean, sd };
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return ((sorted[Math.floor((sorted.length - 1) / 2)] as number) + (sorted[Math.ceil((sorted.length - 1) / 2)] as number)) / 2;
};

export const latestClaim: Baseline = (points, days) =>
  curve(days, (day) => {
    const last = points.findLast((point) => point.day <= day);
    return last === undefined ? null : { y: last.y, sd: TUNED.latest.sd + TUNED.latest.growth * Math.min(100, day - last.day) };
  });

/** Points within the window, or the nearest where there are none. */
function near(points: readonly Point[], day: number, window: number): readonly Point[] {
  const within = points.filter((point) => Math.abs(point.day - day) <= window);
  if (within.length > 0 || points.length === 0) return within;
  return [points.reduce((best, point) => (Math.abs(point.day - day) < Math.abs(best.day - day) ? point : best))];
}

/** Spread that grows with the distance to the nearest claim, as that of the latest claim does. */
const spread = (sd: number, day: number, around: readonly Point[], window: number): number =>
  sd + TUNED.latest.growth * Math.min(100, Math.max(0, Math.min(...around.map((point) => Math.abs(point.day - day))) - window));

export const median30: Baseline = (points, days) =>
  curve(days, (day) => {
    const around = near(points, day, TUNED.median.window);
    return around.length === 0 ? null : { y: median(around.map(({ y }) => y)), sd: spread(TUNED.median.sd, day, around, TUNED.median.window) };
  });

/** Sources weighted by how well they agree, in turn with what they agree on, window by window. */
function weighted(points: readonly Point[], days: number, sources: number, { window, sd }: { window: number; sd: number }, weigh: (errors: readonly number[][]) => number[]): Curve {
  let weights = Array.from({ length: sources }, () => 1);
  let truth = curve(days, () => null);
  for (let round = 0; round < 5; round++) {
    truth = curve(days, (day) => {
      const around = near(points, day, window);
      if (around.length === 0) return null;
      const total = around.reduce((sum, { source }) => sum + (weights[source] as number), 0);
      return { y: around.reduce((sum, { source, y }) => sum + (weights[source] as number) * y, 0) / total, sd: spread(sd, day, around, window) };
    });
    const errors = Array.from({ length: sources }, (_, s) => points.filter(({ source }) => source === s).map(({ day, y }) => (y - (truth.mean[day] as number)) ** 2));
    weights = weigh(errors).map((weight) => Math.max(1e-3, weight));
  }
  return truth;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

/** Conflict resolution on heterogeneous data: Li et al., SIGMOD 2014, https://doi.org/10.1145/2588555.2610509 (formula 5). */
export const crh: Baseline = (points, days, sources) =>
  weighted(points, days, sources, TUNED.crh, (errors) => {
    const losses = errors.map((own) => (sum(own) + 1e-3) / Math.max(1, own.length));
    const total = sum(losses);
    return losses.map((loss) => -Math.log(loss / total) + 1e-3);
  });

/** Wilson and Hilferty's approximation of the chi-squared quantile, at 5 %. */
const chiSquared = (degrees: number): number => degrees * (1 - 2 / (9 * degrees) - 1.645 * Math.sqrt(2 / (9 * degrees))) ** 3;

/** Confidence-aware truth discovery: Li et al., VLDB 2015, https://doi.org/10.14778/2735496.2735505 (formula 8). */
export const catd: Baseline = (points, days, sources) =>
  weighted(points, days, sources, TUNED.catd, (errors) => errors.map((own) => (own.length === 0 ? 0 : chiSquared(own.length) / (sum(own) + 1e-3))));

/** Local level with house effects, in turn: Kalman smoother given the effects, effects shrunk to 0 given the level (Jackman 2005). */
export const kalman: Baseline = (points, days, sources) => {
  const { noise, house } = TUNED.kalman;
  let effects = new Float64Array(sources);
  let result = smooth(points, days, effects);
  for (let round = 0; round < HOUSE_ROUNDS; round++) {
    effects = Float64Array.from({ length: sources }, (_, s) => {
      const own = points.filter(({ source }) => source === s);
      return (sum(own.map(({ day, y }) => y - (result.mean[day] as number))) / noise ** 2) / (own.length / noise ** 2 + 1 / house ** 2);
    });
    result = smooth(points, days, effects);
  }
  // What house effects have in common cannot be seen in the data: their mean keeps this much of its prior.
  return { mean: result.mean, sd: result.sd.map((sd) => Math.hypot(sd, house / Math.sqrt(Math.max(1, sources)))) };
};

function smooth(points: readonly Point[], days: number, effects: Float64Array): Curve {
  const { walk, noise } = TUNED.kalman;
  const [mean, variance] = [new Float64Array(days), new Float64Array(days)];
  let [y, v] = [IGNORANT.y, IGNORANT.sd ** 2];
  const byDay = Array.from({ length: days }, () => [] as Point[]);
  for (const point of points) (byDay[point.day] as Point[]).push(point);
  for (let day = 0; day < days; day++) {
    if (day > 0) v += walk ** 2;
    for (const point of byDay[day] as Point[]) {
      const gain = v / (v + noise ** 2);
      y += gain * (point.y - (effects[point.source] as number) - y);
      v *= 1 - gain;
    }
    [mean[day], variance[day]] = [y, v];
  }
  for (let day = days - 2; day >= 0; day--) {
    const gain = (variance[day] as number) / ((variance[day] as number) + walk ** 2);
    mean[day] = (mean[day] as number) + gain * ((mean[day + 1] as number) - (mean[day] as number));
    variance[day] = (variance[day] as number) + gain ** 2 * ((variance[day + 1] as number) - (variance[day] as number) - walk ** 2);
  }
  return { mean, sd: variance.map(Math.sqrt) };
}
