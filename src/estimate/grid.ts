/**
 * The scale on which a strength is estimated: y = log10(n + 50). Zero is an ordinary point of it, differences below
 * some fifty men hardly count, and above that equal steps are equal ratios.
 */
export const OFFSET = 50;
/** Width of a cell, in powers of ten. */
export const STEP = 0.03;
const LEAST = Math.log10(OFFSET);
const USUAL_SIZE = 121;
/** No armed force has more men than this. */
export const MOST_MEN = 10_000_000;

/** Cells of equal width in y; cell 0 stands for no men at all. */
export interface Grid {
  size: number;
  /** y at the middle of each cell. */
  y: Float64Array;
}

export const toY = (men: number): number => Math.log10(men + OFFSET);
export const toMen = (y: number): number => Math.max(0, 10 ** y - OFFSET);

/**
 * A grid from 0 to 200,000 men, or to twice the largest number that is spoken of.
 *
 * @param largest  men, >= 0; capped at {@link MOST_MEN}
 */
export function createGrid(largest = 0): Grid {
  const needed = Math.ceil((toY(Math.min(MOST_MEN, largest * 2)) - LEAST) / STEP) + 1;
  const size = Math.max(USUAL_SIZE, needed);
  return { size, y: Float64Array.from({ length: size }, (_, g) => LEAST + g * STEP) };
}

/** Position of y in cells, not rounded, kept within the grid. */
export const toCell = (grid: Grid, y: number): number => Math.min(grid.size - 1, Math.max(0, (y - LEAST) / STEP));

/**
 * Quantiles of a distribution over the cells, in y; within a cell mass is spread evenly, but cell 0 is a point.
 *
 * @param mass    one value a cell from `offset` on, summing to 1
 * @param levels  ascending, each in (0, 1)
 */
export function quantiles(grid: Grid, mass: Float64Array, levels: readonly number[], offset = 0): number[] {
  const found: number[] = [];
  let below = 0;
  let g = 0;
  for (const level of levels) {
    while (g < grid.size - 1 && below + (mass[offset + g] as number) < level) below += mass[offset + g++] as number;
    const inside = Math.min(1, Math.max(0, (level - below) / Math.max(1e-300, mass[offset + g] as number)));
    found.push(g === 0 ? (grid.y[0] as number) : (grid.y[g] as number) + (inside - 0.5) * STEP);
  }
  return found;
}

export function normalise(mass: Float64Array): Float64Array {
  let sum = 0;
  for (const value of mass) sum += value;
  for (let i = 0; i < mass.length; i++) mass[i] = (mass[i] as number) / sum;
  return mass;
}
