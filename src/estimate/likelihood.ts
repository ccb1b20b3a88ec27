import type { Certainty } from "../claims/index.ts";
import { exponentialNormal, normal, normalBelow } from "./densities.ts";
import { addMixture } from "./mixture.ts";
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

/** Ends of a figure on the scale of y; `from` is that of its low end, and `a` -Infinity where it is open. */
interface Ends {
  a: number;
  from: number;
  b: number;
}

const endsOf = ({ low, high }: Figure): Ends => ({ a: low <= 0 ? -Infinity : toY(low), from: toY(low), b: toY(high) });

function density(term: Term, u: number, { a, from, b }: Ends, sd: number): number {
  switch (term.form) {
    case "at":
      return normal((b === Infinity ? a : b) - u, sd);
    case "near-below":
      return exponentialNormal(b - u, term.mean, sd);
    case "near-above":
      return exponentialNormal(u - from, term.mean, sd);
    case "below":
      return IGNORANCE * normalBelow(b - u, sd);
    case "above":
      return IGNORANCE * normalBelow(u - from, sd);
    case "between": {
      const width = Math.max(STEP, b - from);
      return (normalBelow(b - u, sd) - (a === -Infinity ? 0 : normalBelow(a - u, sd))) / width;
    }
    case "around":
      return normal((from + b) / 2 - u, Math.max(STEP, b - from));
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
  const ends = endsOf(figure);
  for (const [layer, scatter] of SCATTERS.entries()) {
    const sd = Math.hypot(scatter.sd * scale, figure.sd);
    for (let k = 0; k < width; k++) {
      const u = (grid.y[0] as number) + (k - MARGIN) * STEP;
      const core = terms.reduce((sum, term) => sum + term.weight * density(term, u, ends, sd), 0);
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
 *
 * @param out  where it is put: one value a cell
 */
export function expectedRow({ values }: Row, belief: Belief, out: Float64Array): Float64Array {
  blend(values, belief, NEGLIGIBLE, out);
  for (let g = 0; g < out.length; g++) out[g] = Math.log(out[g] as number);
  return out;
}

/** Views that {@link blend} gathers, for one call. */
const SHARES = new Float64Array(SCATTERS.length * BIAS_COUNT);
const STARTS = new Int32Array(SHARES.length);

/** out[g] = the sum of share · values[start + g] over the views of the grid that are believed in. */
export function blend(values: Float64Array, belief: Belief, least: number, out: Float64Array): void {
  let views = 0;
  forEachView(belief, out.length, least, (share, start) => {
    SHARES[views] = share;
    STARTS[views++] = start;
  });
  out.fill(0);
  addMixture(values, SHARES, STARTS, 0, views, out, 0, out.length);
}

/** out[scatter, bias] += weight · E[log L(y + bias)] under the distribution `mass` of y. */
export function addEvidence({ logs }: Row, mass: Float64Array, weight: number, out: Belief): void {
  let first = 0;
  let last = mass.length - 1;
  while (first < last && (mass[first] as number) < NEGLIGIBLE) first++;
  while (last > first && (mass[last] as number) < NEGLIGIBLE) last--;
  const width = mass.length + 2 * MARGIN;
  for (let layer = 0, i = 0; layer < SCATTERS.length; layer++) {
    // Five biases at a time share what is read of the mass, and their sums do not wait for one another.
    for (let bias = 0; bias < BIAS_COUNT; bias += 5, i += 5) {
      const start = layer * width + bias * BIAS_CELLS;
      let a = 0;
      let b = 0;
      let c = 0;
      let d = 0;
      let e = 0;
      for (let g = first, k = start + first; g <= last; g++, k++) {
        const share = mass[g] as number;
        a += share * (logs[k] as number);
        b += share * (logs[k + BIAS_CELLS] as number);
        c += share * (logs[k + 2 * BIAS_CELLS] as number);
        d += share * (logs[k + 3 * BIAS_CELLS] as number);
        e += share * (logs[k + 4 * BIAS_CELLS] as number);
      }
      out[i] = (out[i] as number) + weight * a;
      out[i + 1] = (out[i + 1] as number) + weight * b;
      out[i + 2] = (out[i + 2] as number) + weight * c;
      out[i + 3] = (out[i + 3] as number) + weight * d;
      out[i + 4] = (out[i + 4] as number) + weight * e;
    }
  }
}
