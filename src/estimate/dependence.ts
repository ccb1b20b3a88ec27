import { fit } from "./fit.ts";
import { quantiles } from "./grid.ts";
import type { Posterior } from "./posterior.ts";
import type { Problem } from "./problem.ts";
import { priorsOf } from "./source-priors.ts";
import { blurOf, blurred, shiftChances } from "./translation.ts";

/** Sources worth asking about: the few that tell most. Each costs another, shorter fit. */
const ASKED = 2;
const ROUNDS = 1;

/** How the median would run without one source. */
export interface Without {
  source: number;
  /** Median on y by day of the chain. */
  median: Float64Array;
}

/**
 * Leave-one-source-out: a warning of how far one source carries the picture, and no more than that; averaging over
 * such fits was tried and does not mend a captured estimate (docs/adr/008-estimate-model.md).
 *
 * @param told  how much each source tells, in bits
 */
export function withoutEach({ course, evidence, sources }: Problem, { chain }: Posterior, told: Float64Array): Without[] {
  const leanings = sources.map(({ leaning }) => leaning);
  const priors = priorsOf(leanings);
  const heard = new Set(evidence.map(({ source }) => source));
  if (heard.size < 2) return [];
  const asked = [...heard].sort((a, b) => (told[b] as number) - (told[a] as number) || a - b).slice(0, ASKED);
  return asked.map((source) => {
    const fitted = fit(chain, evidence.filter((one) => one.source !== source), priors, ROUNDS);
    const blur = blurOf(shiftChances(fitted.beliefs, leanings));
    const { size } = course.grid;
    const median = Float64Array.from({ length: course.days }, (_, day) => {
      const mass = blurred(fitted.smoothed.mass, day * size, size, blur);
      return (quantiles(course.grid, mass, [0.5]) as [number])[0];
    });
    return { source, median };
  });
}
