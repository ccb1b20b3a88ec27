import type { Leaning } from "../claims/index.ts";
import type { Chain, Course, Smoothed } from "./chain.ts";
import { addEvidence, expectedRow, type Belief } from "./likelihood.ts";
import { sourcePrior } from "./source-priors.ts";

/** One statement of a level as evidence. */
export interface Evidence {
  source: number;
  row: Float64Array;
  /** Share of it that is news. */
  weight: number;
  /** First of its days, counted from the first of the estimate. */
  first: number;
  /** Chance of each of its days. */
  days: Float64Array;
}

export interface Fit {
  beliefs: Belief[];
  smoothed: Smoothed;
}

const ROUNDS = 4;

/** What each figure of each source is expected to say, worked out once for all the times that the source gives it. */
class Expectations {
  readonly #known = new Map<Float64Array, (Float64Array | undefined)[]>();
  readonly #beliefs: readonly Belief[];
  readonly #size: number;
  constructor(beliefs: readonly Belief[], size: number) {
    [this.#beliefs, this.#size] = [beliefs, size];
  }

  of({ row, source }: Evidence): Float64Array {
    const bySource = this.#known.get(row) ?? [];
    if (bySource.length === 0) this.#known.set(row, bySource);
    return (bySource[source] ??= expectedRow(row, this.#beliefs[source] as Belief, this.#size));
  }
}

function emissionOf(evidence: readonly Evidence[], beliefs: readonly Belief[], { days, grid: { size } }: Course): Float64Array {
  const emission = new Float64Array(days * size);
  const expectations = new Expectations(beliefs, size);
  for (const one of evidence) {
    const expected = expectations.of(one);
    for (let d = 0; d < one.days.length; d++) {
      const [share, offset] = [one.weight * (one.days[d] as number), (one.first + d) * size];
      for (let g = 0; g < size; g++) emission[offset + g] = (emission[offset + g] as number) + share * (expected[g] as number);
    }
  }
  return emission;
}

/** The posterior averaged over the days of a statement. */
export function massOn(smoothed: Smoothed, { first, days }: Evidence, size: number): Float64Array {
  const mass = new Float64Array(size);
  for (let d = 0; d < days.length; d++) {
    const [chance, offset] = [days[d] as number, (first + d) * size];
    for (let g = 0; g < size; g++) mass[g] = (mass[g] as number) + chance * (smoothed.mass[offset + g] as number);
  }
  return mass;
}

function believe(evidence: readonly Evidence[], priors: readonly Belief[], smoothed: Smoothed, size: number): Belief[] {
  const beliefs = priors.map((prior) => prior.map(Math.log));
  for (const one of evidence) addEvidence(one.row, massOn(smoothed, one, size), one.weight, beliefs[one.source] as Belief);
  return beliefs.map((logs) => {
    const most = logs.reduce((a, b) => Math.max(a, b), -Infinity);
    const weights = logs.map((log) => Math.exp(log - most));
    const sum = weights.reduce((a, b) => a + b, 0);
    return weights.map((weight) => weight / sum);
  });
}

/**
 * Path and sources together, by variational EM: the path given what is believed of the sources, then the sources given
 * the path, a fixed number of times.
 *
 * @param chain  lends its filtered days, which the next fit overwrites
 * @param start  beliefs to begin with; the priors when not given
 */
export function fit(chain: Chain, evidence: readonly Evidence[], leanings: readonly Leaning[], rounds = ROUNDS, start?: readonly Belief[]): Fit {
  const { course } = chain;
  const priors = leanings.map(sourcePrior);
  let beliefs: readonly Belief[] = start ?? priors;
  let smoothed = chain.run(emissionOf(evidence, beliefs, course));
  for (let round = 0; round < rounds; round++) {
    beliefs = believe(evidence, priors, smoothed, course.grid.size);
    smoothed = chain.run(emissionOf(evidence, beliefs, course));
  }
  return { beliefs: [...beliefs], smoothed };
}
