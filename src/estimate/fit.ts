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
  /** Of each source. */
  beliefs: Belief[];
  /** Of each statement's source, from all else that it said. */
  others: Belief[];
  smoothed: Smoothed;
}

const ROUNDS = 4;

/** Likelihoods of rows, worked out once. */
class Likelihoods {
  readonly #known = new Map<Float64Array, Float64Array>();
  of(row: Float64Array): Float64Array {
    const known = this.#known.get(row) ?? row.map(Math.exp);
    this.#known.set(row, known);
    return known;
  }
}

/** Rows of what is expected of each statement. @param beliefs  of its source, by statement */
function emissionOf(evidence: readonly Evidence[], beliefs: readonly Belief[], { days, grid: { size } }: Course, likelihoods: Likelihoods): Float64Array {
  const emission = new Float64Array(days * size);
  for (const [i, one] of evidence.entries()) {
    const expected = expectedRow(likelihoods.of(one.row), beliefs[i] as Belief, size);
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

function normalised(logs: Float64Array): Belief {
  const most = logs.reduce((a, b) => Math.max(a, b), -Infinity);
  const weights = logs.map((log) => Math.exp(log - most));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

interface Beliefs {
  /** Of each source, from all that it said. */
  sources: Belief[];
  /** Of each statement's source, from all else that it said: a statement is no witness to its own source. */
  others: Belief[];
}

function believe(evidence: readonly Evidence[], priors: readonly Belief[], smoothed: Smoothed, size: number): Beliefs {
  const logs = priors.map((prior) => prior.map(Math.log));
  const own = evidence.map((one) => {
    const told = new Float64Array((priors[one.source] as Belief).length);
    addEvidence(one.row, massOn(smoothed, one, size), one.weight, told);
    const sum = logs[one.source] as Float64Array;
    for (let k = 0; k < told.length; k++) sum[k] = (sum[k] as number) + (told[k] as number);
    return told;
  });
  const others = evidence.map(({ source }, i) => normalised((logs[source] as Float64Array).map((log, k) => log - ((own[i] as Float64Array)[k] as number))));
  return { sources: logs.map(normalised), others };
}

/**
 * Path and sources together, by turns: the path given what is believed of each statement's source, then the sources
 * given the path, a fixed number of times.
 *
 * @param chain  lends its filtered days, which the next fit overwrites
 */
export function fit(chain: Chain, evidence: readonly Evidence[], leanings: readonly Leaning[], rounds = ROUNDS): Fit {
  const { course } = chain;
  const priors = leanings.map(sourcePrior);
  const likelihoods = new Likelihoods();
  let beliefs: Beliefs = { sources: priors, others: evidence.map(({ source }) => priors[source] as Belief) };
  let smoothed = chain.run(emissionOf(evidence, beliefs.others, course, likelihoods));
  for (let round = 0; round < rounds; round++) {
    beliefs = believe(evidence, priors, smoothed, course.grid.size);
    smoothed = chain.run(emissionOf(evidence, beliefs.others, course, likelihoods));
  }
  return { beliefs: beliefs.sources, others: beliefs.others, smoothed };
}
