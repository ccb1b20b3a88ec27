import type { Chain, Smoothed } from "./chain.ts";
import { Heard, type Evidence } from "./heard.ts";
import { addEvidence, type Belief } from "./likelihood.ts";
import { addMixture } from "./mixture.ts";

export interface Fit {
  /** Of each source. */
  beliefs: Belief[];
  /** Of each statement's source, from all else that it said. */
  others: Belief[];
  smoothed: Smoothed;
  /** How well it explains what was said; see {@link boundOf}. */
  bound: () => number;
}

const ROUNDS = 4;

/**
 * The posterior averaged over the days of a statement.
 *
 * @param mass  where it is put
 */
export function massOn(smoothed: Pick<Smoothed, "mass">, { first, days }: Evidence, size: number, mass: Float64Array = new Float64Array(size)): Float64Array {
  const starts = new Int32Array(days.length);
  for (let d = 0; d < days.length; d++) starts[d] = (first + d) * size;
  mass.fill(0);
  addMixture(smoothed.mass, days, starts, 0, days.length, mass, 0, size);
  return mass;
}

function normalised(logs: Float64Array): Belief {
  const weights = new Float64Array(logs.length);
  let most = -Infinity;
  let sum = 0;
  for (let k = 0; k < logs.length; k++) if ((logs[k] as number) > most) most = logs[k] as number;
  for (let k = 0; k < logs.length; k++) {
    weights[k] = Math.exp((logs[k] as number) - most);
    sum += weights[k] as number;
  }
  for (let k = 0; k < logs.length; k++) weights[k] = (weights[k] as number) / sum;
  return weights;
}

/** What each source's statements tell of it, given the path. */
interface Told {
  /** Of each source: log of prior times likelihood, over scatter and bias. */
  logs: Belief[];
  /** Of each statement its own part in that; null where leaving it out would change nothing that shows. */
  own: (Belief | null)[];
}

interface Beliefs {
  /** Of each source, from all that it said. */
  sources: Belief[];
  /** Of each statement's source, from all else that it said: a statement is no witness to its own source. */
  others: Belief[];
}

/** Of a source that says more than this, leaving out one statement would change nothing that shows. */
const MANY = 20;

function hear({ evidence, sheaves }: Heard, priors: readonly Belief[], smoothed: Smoothed, size: number): Told {
  const logs = priors.map((prior) => prior.map(Math.log));
  const counts = new Int32Array(priors.length);
  for (const { source } of evidence) counts[source] = (counts[source] as number) + 1;
  const own: (Belief | null)[] = evidence.map(() => null);
  const mass = new Float64Array(size);
  for (const { one, members } of sheaves) {
    massOn(smoothed, one, size, mass);
    for (const i of members) {
      const { source, row, weight } = evidence[i] as Evidence;
      const sum = logs[source] as Belief;
      if ((counts[source] as number) > MANY) {
        addEvidence(row, mass, weight, sum);
        continue;
      }
      const told: Belief = new Float64Array(sum.length);
      addEvidence(row, mass, weight, told);
      for (let k = 0; k < told.length; k++) sum[k] = (sum[k] as number) + (told[k] as number);
      own[i] = told;
    }
  }
  return { logs, own };
}

function believe(evidence: readonly Evidence[], { logs, own }: Told): Beliefs {
  const sources = logs.map(normalised);
  const others = evidence.map(({ source }, i) => {
    const alone = own[i] ?? null;
    return alone === null ? (sources[source] as Belief) : normalised((logs[source] as Belief).map((log, k) => log - (alone[k] as number)));
  });
  return { sources, others };
}

function logSum(logs: Float64Array): number {
  const most = logs.reduce((a, b) => Math.max(a, b), -Infinity);
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
}

/**
 * The evidence lower bound of variational inference (Bishop, Pattern Recognition and Machine Learning, 2006, 10.1), in
 * nats: what the sources' priors make of what they said, given the path, less how far the path had to be moved from its own.
 * The higher, the better do the priors explain it all; it compares fits to the same evidence.
 */
const boundOf = ({ logs }: Told, { divergence }: Smoothed): number => logs.reduce((sum, one) => sum + logSum(one), 0) - divergence;

/**
 * Path and sources together, by turns: the path given what is believed of each statement's source, then the sources
 * given the path, a fixed number of times.
 *
 * @param chain   lends its filtered days, which the next fit overwrites
 * @param priors  of each source; those that are alike are best one object, so that what a figure says under it is worked out once
 */
export function fit(chain: Chain, evidence: readonly Evidence[], priors: readonly Belief[], rounds = ROUNDS): Fit {
  const { course } = chain;
  const { size } = course.grid;
  const heard = new Heard(evidence, course);
  let beliefs: Beliefs = { sources: [...priors], others: evidence.map(({ source }) => priors[source] as Belief) };
  let smoothed = chain.run(heard.emission(beliefs.others));
  for (let round = 0; round < rounds; round++) {
    beliefs = believe(evidence, hear(heard, priors, smoothed, size));
    smoothed = chain.run(heard.emission(beliefs.others));
  }
  return { beliefs: beliefs.sources, others: beliefs.others, smoothed, bound: () => boundOf(hear(heard, priors, smoothed, size), smoothed) };
}
