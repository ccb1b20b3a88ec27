import { OFFSET, quantiles, STEP, type Grid } from "../../src/estimate/grid.ts";

/** A method's answer for one day on the scale y = log10(n + 50). */
export interface Forecast {
  crps: number;
  median: number;
  p05: number;
  p25: number;
  p75: number;
  p95: number;
}

export const LEAST_Y = Math.log10(OFFSET);

/** Continuous ranked probability score of a distribution on the grid: the integral of (F - 1[y >= truth])². */
export function forecastOfMass(grid: Grid, mass: Float64Array, truth: number): Forecast {
  const [p05, p25, median, p75, p95] = quantiles(grid, mass, [0.05, 0.25, 0.5, 0.75, 0.95]) as [number, number, number, number, number];
  let [crps, below] = [0, 0];
  for (let g = 0; g < grid.size; g++) {
    const left = (grid.y[g] as number) - (g === 0 ? 0 : STEP / 2);
    const right = (grid.y[g] as number) + STEP / 2;
    // Within a cell the mass is spread evenly: a few points of it are enough for the integral.
    for (let part = 0; part < 4; part++) {
      const y = left + ((part + 0.5) / 4) * (right - left);
      const share = below + (mass[g] as number) * (g === 0 ? 1 : (part + 0.5) / 4);
      crps += (((right - left) / 4) * (share - (y >= truth ? 1 : 0)) ** 2);
    }
    below += mass[g] as number;
  }
  return { crps, median, p05, p25, p75, p95 };
}

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
// Abramowitz and Stegun 7.1.26, absolute error below 1.5e-7: enough for a score.
function below(z: number): number {
  const t = 1 / (1 + 0.3275911 * (Math.abs(z) / Math.SQRT2));
  const tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429)))) * Math.exp((-z * z) / 2);
  return z < 0 ? tail / 2 : 1 - tail / 2;
}

/** The same for a normal distribution, whose score has a closed form (Gneiting and Raftery 2007); numbers below zero men are zero. */
export function forecastOfNormal(mean: number, sd: number, truth: number): Forecast {
  const z = (truth - mean) / sd;
  const crps = sd * (z * (2 * below(z) - 1) + 2 * density(z) - 1 / Math.sqrt(Math.PI));
  const at = (quantile: number): number => Math.max(LEAST_Y, mean + quantile * sd);
  return { crps, median: at(0), p05: at(-1.6449), p25: at(-0.6745), p75: at(0.6745), p95: at(1.6449) };
}

export interface Score {
  days: number;
  crps: number;
  error: number;
  in90: number;
  in50: number;
  width: number;
}

export const emptyScore = (): Score => ({ days: 0, crps: 0, error: 0, in90: 0, in50: 0, width: 0 });

export function addForecast(score: Score, forecast: Forecast, truth: number): void {
  // A band that ends at zero holds zero; the truth is a whole number of men, so half a cell is no miss.
  const slack = 1e-6;
  score.days += 1;
  score.crps += forecast.crps;
  score.error += Math.abs(forecast.median - truth);
  score.in90 += forecast.p05 - slack <= truth && truth <= forecast.p95 + slack ? 1 : 0;
  score.in50 += forecast.p25 - slack <= truth && truth <= forecast.p75 + slack ? 1 : 0;
  score.width += forecast.p95 - forecast.p05;
}

/** The mean over worlds of each world's own means, so that every world counts alike. */
export function average(scores: readonly Score[]): Omit<Score, "days"> {
  const mean = (of: (score: Score) => number): number => scores.reduce((sum, score) => sum + of(score) / score.days, 0) / Math.max(1, scores.length);
  return { crps: mean((s) => s.crps), error: mean((s) => s.error), in90: mean((s) => s.in90), in50: mean((s) => s.in50), width: mean((s) => s.width) };
}
