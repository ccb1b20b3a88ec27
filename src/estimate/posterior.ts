import { Chain } from "./chain.ts";
import { fit, type Fit } from "./fit.ts";
import type { Problem } from "./problem.ts";
import { blurOf, blurred, shiftChances, type Blur } from "./translation.ts";

/** The fitted model: path and sources, and how far all of it may be off in common. */
export interface Posterior extends Fit {
  blur: Blur;
  chain: Chain;
  shifts: Float64Array;
}

export function posteriorOf({ course, evidence, sources }: Problem): Posterior {
  const chain = new Chain(course);
  const leanings = sources.map(({ leaning }) => leaning);
  const fitted = fit(chain, evidence, leanings);
  const shifts = shiftChances(fitted.beliefs, leanings);
  return { ...fitted, chain, shifts, blur: blurOf(shifts) };
}

/** The distribution of one day over the cells, counted from the first of the chain. */
export const massOfDay = ({ smoothed, blur }: Posterior, { course: { grid } }: Problem, day: number): Float64Array =>
  blurred(smoothed.mass, day * grid.size, grid.size, blur);
