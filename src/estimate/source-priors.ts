import type { Leaning } from "../claims/estimate.ts";
import { STEP } from "./grid.ts";
import { normal } from "./densities.ts";

/**
 * What is expected of a source's bias before it is heard, in powers of ten (0.1 is 26 % too many), by its leaning. The
 * structure of house effects is that of Jackman, Pooling the polls over an election campaign (2005),
 * https://doi.org/10.1080/10361140500302472; the values are judgements.
 */
export const BIAS_PRIORS: Readonly<Record<Leaning, { mean: number; sd: number }>> = {
  neutral: { mean: 0, sd: 0.07 },
  intelligence: { mean: 0.03, sd: 0.1 },
  media: { mean: 0, sd: 0.12 },
  overstates: { mean: 0.1, sd: 0.15 },
  understates: { mean: -0.22, sd: 0.22 },
  unknown: { mean: 0, sd: 0.17 },
};
/** Share of sources that are not what they seem: any bias within {@link MOST_BIAS} is as likely. */
export const DECEIVERS = 0.12;
export const MOST_BIAS = 0.72;
/** Cells between two points of the bias grid. */
export const BIAS_CELLS = 2;
export const BIAS_STEP = BIAS_CELLS * STEP;
/** Points of the bias grid on either side of 0. */
export const BIAS_REACH = Math.round(MOST_BIAS / BIAS_STEP);
export const BIAS_COUNT = 2 * BIAS_REACH + 1;

/**
 * Random error of a source's numbers, in powers of ten, and how likely each is. The widest is that of a source whose
 * numbers mean next to nothing: without it, one that keeps to an old figure whatever happens is taken for biased, and
 * drags the level to where nobody sees it.
 */
export const SCATTERS = [
  { sd: 0.06, prior: 0.28 },
  { sd: 0.12, prior: 0.42 },
  { sd: 0.25, prior: 0.2 },
  { sd: 0.6, prior: 0.1 },
] as const;

/** Error that all sources share, in powers of ten: Shirani-Mehr et al., Disentangling Bias and Variance in Election Polls (2018), https://doi.org/10.1080/01621459.2018.1448823. */
export const SHARED_BIAS_SD = 0.03;

/** Density of a bias, a power of ten. */
export function biasDensity(leaning: Leaning, bias: number): number {
  const { mean, sd } = BIAS_PRIORS[leaning];
  const slab = Math.abs(bias) <= MOST_BIAS + 1e-9 ? DECEIVERS / (2 * MOST_BIAS) : 0;
  return (1 - DECEIVERS) * normal(bias - mean, sd) + slab;
}

/** Prior over scatter (rows) and bias (columns), summing to 1. */
export function sourcePrior(leaning: Leaning): Float64Array {
  const weights = Float64Array.from({ length: BIAS_COUNT }, (_, i) => biasDensity(leaning, (i - BIAS_REACH) * BIAS_STEP));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return Float64Array.from({ length: SCATTERS.length * BIAS_COUNT }, (_, i) => {
    const scatter = SCATTERS[Math.floor(i / BIAS_COUNT)] as (typeof SCATTERS)[number];
    return (scatter.prior * (weights[i % BIAS_COUNT] as number)) / sum;
  });
}

/** Priors of sources, one object for all of a leaning. */
export function priorsOf(leanings: readonly Leaning[]): Float64Array[] {
  const byLeaning = new Map(leanings.map((leaning) => [leaning, sourcePrior(leaning)]));
  return leanings.map((leaning) => byLeaning.get(leaning) as Float64Array);
}

/** Prior of a source that is not what it seems, whatever its leaning: any bias is as likely. */
export function deceiverPrior(): Float64Array {
  return Float64Array.from({ length: SCATTERS.length * BIAS_COUNT }, (_, i) => (SCATTERS[Math.floor(i / BIAS_COUNT)] as (typeof SCATTERS)[number]).prior / BIAS_COUNT);
}
