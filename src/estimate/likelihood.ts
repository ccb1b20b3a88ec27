import type { Certainty } from "../claims/index.ts";
import { exponentialNormal, normal, normalBelow } from "./densities.ts";
import { STEP, toY, type Grid } from "./grid.ts";
import { BIAS_CELLS, BIAS_COUNT, BIAS_REACH, SCATTERS } from "./source-priors.ts";
import { CERTAINTY, IGNORANCE, LIKELIHOODS, type Figure, type Term } from "./wording.ts";

/** Cells that a row reaches beyond the grid on either side, so that a biased source has somewhere to be. */
const MARGIN = BIAS_REACH * BIAS_CELLS;
export const rowWidth = (grid: Grid): number => grid.size + 2 * MARGIN;

/** What is said, and how sure the source says it is. */
export interface Said {
  figure: Figure;
  certainty: Exclude<Certainty, "unknown">;
}

function density(term: Term, u: number, { low, high }: Figure, sd: number): number {
  const [a, b] = [low <= 0 ? -Infinity : toY(low), toY(high)];
  switch (term.form) {
    case "at":
      return normal((high === Infinity ? a : b) - u, sd);
    case "near-below":
      return exponentialNormal(b - u, term.mean, sd);
    case "near-above":
      return exponentialNormal(u - toY(low), term.mean, sd);
    case "below":
      return IGNORANCE * normalBelow(b - u, sd);
    case "above":
      return IGNORANCE * normalBelow(u - toY(low), sd);
    case "between": {
      const width = Math.max(STEP, b - toY(low));
      return (normalBelow(b - u, sd) - (a === -Infinity ? 0 : normalBelow(a - u, sd))) / width;
    }
    case "around": {
      const [from, to] = [toY(low), b];
      return normal((from + to) / 2 - u, Math.max(STEP, to - from));
    }
  }
}

/** What one figure says, for each scatter (layers) and each level u that the source may have in mind (cells). */
export interface Row {
  logs: Float64Array;
  values: Float64Array;
}

/**
 * L(u) of one figure for each scatter (layers) and each level u that the source may have in mind (cells, from
 * {@link MARGIN} cells below the grid to as many above). A linear pool with ignorance keeps it off zero.
 */
function makeRow(grid: Grid, { figure, certainty }: Said): Row {
  const { outlier, scale } = CERTAINTY[certainty];
  const width = rowWidth(grid);
  const values = new Float64Array(SCATTERS.length * width);
  const terms: readonly Term[] = LIKELIHOODS[figure.shape];
  for (const [layer, scatter] of SCATTERS.entries()) {
    const sd = Math.hypot(scatter.sd * scale, figure.sd);
    for (let k = 0; k < width; k++) {
      const u = (grid.y[0] as number) + (k - MARGIN) * STEP;
      const core = terms.reduce((sum, term) => sum + term.weight * density(term, u, figure, sd), 0);
      values[layer * width + k] = (1 - outlier) * core + outlier * IGNORANCE;
    }
  }
  return { values, logs: values.map(Math.log) };
}

/** Rows by what is said: speakers round, so that most figures come again. */
export class Rows {
  readonly #rows = new Map<string, Row>();
  readonly #grid: Grid;
  constructor(grid: Grid) {
    this.#grid = grid;
  }

  of(said: Said): Row {
    const { shape, low, high, sd } = said.figure;
    const key = `${shape} ${low} ${high} ${sd} ${said.certainty}`;
    const known = this.#rows.get(key);
    if (known !== undefined) return known;
    const row = makeRow(this.#grid, said);
    this.#rows.set(key, row);
    return row;
  }
}

/** What a source is believed to be like: a distribution over scatter (layers) and bias, as {@link sourcePrior} gives it. */
export type Belief = Float64Array;
/** Shares of belief, and mass of cells, that move nothing. */
const NEGLIGIBLE = 1e-6;

/** Calls `visit` with the share of each scatter and bias that is believed in, and where its view of the grid begins in the row. */
export function forEachView(belief: Belief, size: number, least: number, visit: (share: number, start: number) => void): void {
  const width = size + 2 * MARGIN;
  for (let i = 0; i < belief.length; i++) {
    const share = belief[i] as number;
    if (share >= least) visit(share, Math.floor(i / BIAS_COUNT) * width + (i % BIAS_COUNT) * BIAS_CELLS);
  }
}

/**
 * log E[L(y_g + bias)] under the belief, for each cell: what a figure says of the number when its source is only believed
 * to be such. An expectation of log L would take the bias for known, and let a source that nobody has heard before
 * narrow the band by whatever it says.
 */
export function expectedRow({ values }: Row, belief: Belief, size: number): Float64Array {
  const expected = new Float64Array(size);
  forEachView(belief, size, NEGLIGIBLE, (share, start) => {
    for (let g = 0; g < size; g++) expected[g] = (expected[g] as number) + share * (values[start + g] as number);
  });
  for (let g = 0; g < size; g++) expected[g] = Math.log(expected[g] as number);
  return expected;
}

/** out[scatter, bias] += weight · E[log L(y + bias)] under the distribution `mass` of y. */
export function addEvidence({ logs }: Row, mass: Float64Array, weight: number, out: Belief): void {
  let [first, last] = [0, mass.length - 1];
  while (first < last && (mass[first] as number) < NEGLIGIBLE) first++;
  while (last > first && (mass[last] as number) < NEGLIGIBLE) last--;
  let i = 0;
  forEachView(EVERY, mass.length, 0, (_, start) => {
    let sum = 0;
    for (let g = first; g <= last; g++) sum += (mass[g] as number) * (logs[start + g] as number);
    out[i] = (out[i] as number) + weight * sum;
    i++;
  });
}
const EVERY: Belief = new Float64Array(SCATTERS.length * BIAS_COUNT);
