const ROOT_2 = Math.SQRT2;
const ROOT_2PI = Math.sqrt(2 * Math.PI);

/** exp(x²)·erfc(x) for x >= 0; Numerical Recipes (3rd ed.), 6.2.2, relative error below 1.2e-7. */
function erfcx(x: number): number {
  const t = 1 / (1 + 0.5 * x);
  return t * Math.exp(
    -1.26551223 + t * (1.00002368 + t * (0.37409196 + t * (0.09678418 + t * (-0.18628806 + t * (0.27886807 +
    t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277)))))))),
  );
}

const erfc = (x: number): number => (x >= 0 ? erfcx(x) * Math.exp(-x * x) : 2 - erfcx(-x) * Math.exp(-x * x));

/** Density of the normal distribution with mean 0. */
export const normal = (d: number, sd: number): number => Math.exp((-0.5 * d * d) / (sd * sd)) / (sd * ROOT_2PI);

/** Φ(d / sd). */
export const normalBelow = (d: number, sd: number): number => 0.5 * erfc(-d / (sd * ROOT_2));

/**
 * Density at d of an exponential with the given mean plus a normal with mean 0 (exponentially modified Gaussian).
 * Computed through erfcx where the plain form would overflow.
 */
export function exponentialNormal(d: number, mean: number, sd: number): number {
  const z = (sd / mean - d / sd) / ROOT_2;
  if (z < 0) return (Math.exp((0.5 * sd * sd) / (mean * mean) - d / mean) * erfc(z)) / (2 * mean);
  return (Math.exp((-0.5 * d * d) / (sd * sd)) * erfcx(z)) / (2 * mean);
}

/** Points that stand for the standard normal in equal shares: the quantiles at (i + 1/2) / count. */
export function normalNodes(count: number): number[] {
  return Array.from({ length: count }, (_, i) => normalQuantile((i + 0.5) / count));
}

// Bisection: called a few dozen times in all, and free of another table of coefficients.
function normalQuantile(p: number): number {
  let [low, high] = [-8, 8];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (normalBelow(middle, 1) < p) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
