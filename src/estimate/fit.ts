import type { Leaning } from "../claims/index.ts";
import type { Chain, Course, Smoothed } from "./chain.ts";
import { addEvidence, expectedRow, type Belief, type Row } from "./likelihood.ts";
import { sourcePrior } from "./source-priors.ts";

/** One statement of a level as evidence. */
export interface Evidence {
  source: number;
  row: Row;
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

/** What each figure is expected to say under each belief, worked out once for all the times that a source gives it. */
class Expectations {
  readonly #known = new Map<Belief, Map<Row, Float64Array>>();
  readonly #size: number;
  constructor(size: number) {
    this.#size = size;
  }

  of(row: Row, belief: Belief): Float64Array {
    const byRow = this.#known.get(belief) ?? new Map<Row, Float64Array>();
    if (byRow.size === 0) this.#known.set(belief, byRow);
    const known = byRow.get(row) ?? expectedRow(row, belief, this.#size);
    byRow.set(row, known);
    return known;
  }
}

/** @param beliefs  of its source, by statement */
function emissionOf(evidence: readonly Evidence[], beliefs: readonly Belief[], { days, grid: { size } }: Course): Float64Array {
  const emission = new Float64Array(days * size);
  const expectations = new Expectations(size);
  for (const [i, one] of evidence.entries()) {
    const expected = expectations.of(one.row, beliefs[i] as Belief);
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

/** Of a source that says more than this, leaving out one statement would change nothing that shows. */
const MANY = 20;

function believe(evidence: readonly Evidence[], priors: readonly Belief[], smoothed: Smoothed, size: number): Beliefs {
  const logs = priors.map((prior) => prior.map(Math.log));
  const counts = new Int32Array(priors.length);
  const own = evidence.map((one) => {
    const told = new Float64Array((priors[one.source] as Belief).length);
    addEvidence(one.row, massOn(smoothed, one, size), one.weight, told);
    const sum = logs[one.source] as Float64Array;
    for (let k = 0; k < told.length; k++) sum[k] = (sum[k] as number) + (told[k] as number);
    counts[one.source] = (counts[one.source] as number) + 1;
    return told;
  });
  const sources = logs.map(normalised);
  const others = evidence.map(({ source }, i) => {
    if ((counts[source] as number) > MANY) return sources[source] as Belief;
    return normalised((logs[source] as Float64Array).map((log, k) => log - ((own[i] as Float64Array)[k] as number)));
  });
  return { sources, others };
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
  let beliefs: Beliefs = { sources: priors, others: evidence.map(({ source }) => priors[source] as Belief) };
  let smoothed = chain.run(emissionOf(evidence, beliefs.others, course));
  for (let round = 0; round < rounds; round++) {
    beliefs = believe(evidence, priors, smoothed, course.grid.size);
    smoothed = chain.run(emissionOf(evidence, beliefs.others, course));
  }
  return { beliefs: beliefs.sources, others: beliefs.others, smoothed };
}
