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

/** Statements that hold for the same days, each of them as likely: what they say is added up before it is spread over the days. */
interface Sheaf {
  first: number;
  days: Float64Array;
  members: number[];
}

/** Windows of one beginning, length and first share have all shares in common: they are even, or fall off by one rate. */
function sheavesOf(evidence: readonly Evidence[]): Sheaf[] {
  const sheaves = new Map<string, Sheaf>();
  for (const [i, { first, days }] of evidence.entries()) {
    const key = `${first} ${days.length} ${days[0]}`;
    const sheaf = sheaves.get(key);
    if (sheaf === undefined) sheaves.set(key, { first, days, members: [i] });
    else sheaf.members.push(i);
  }
  return [...sheaves.values()];
}

/** @param beliefs  of its source, by statement */
function emissionOf(evidence: readonly Evidence[], sheaves: readonly Sheaf[], beliefs: readonly Belief[], { days: length, grid: { size } }: Course): Float64Array {
  const emission = new Float64Array(length * size);
  const said = new Float64Array(size);
  const expectations = new Expectations(size);
  for (const { first, days, members } of sheaves) {
    said.fill(0);
    for (const i of members) {
      const { row, weight } = evidence[i] as Evidence;
      const expected = expectations.of(row, beliefs[i] as Belief);
      for (let g = 0; g < size; g++) said[g] = (said[g] as number) + weight * (expected[g] as number);
    }
    for (let d = 0; d < days.length; d++) {
      const [share, offset] = [days[d] as number, (first + d) * size];
      for (let g = 0; g < size; g++) emission[offset + g] = (emission[offset + g] as number) + share * (said[g] as number);
    }
  }
  return emission;
}

/**
 * The posterior averaged over the days of a statement.
 *
 * @param mass  where it is put
 */
export function massOn(smoothed: Smoothed, { first, days }: Evidence, size: number, mass = new Float64Array(size)): Float64Array {
  mass.fill(0);
  for (let d = 0; d < days.length; d++) {
    const [chance, offset] = [days[d] as number, (first + d) * size];
    for (let g = 0; g < size; g++) mass[g] = (mass[g] as number) + chance * (smoothed.mass[offset + g] as number);
  }
  return mass;
}

function normalised(logs: Float64Array): Belief {
  const weights = new Float64Array(logs.length);
  let [most, sum] = [-Infinity, 0];
  for (let k = 0; k < logs.length; k++) if ((logs[k] as number) > most) most = logs[k] as number;
  for (let k = 0; k < logs.length; k++) {
    weights[k] = Math.exp((logs[k] as number) - most);
    sum += weights[k] as number;
  }
  for (let k = 0; k < logs.length; k++) weights[k] = (weights[k] as number) / sum;
  return weights;
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
  for (const { source } of evidence) counts[source] = (counts[source] as number) + 1;
  const [mass, told] = [new Float64Array(size), new Float64Array((priors[0] as Belief | undefined)?.length ?? 0)];
  const own = evidence.map((one) => {
    told.fill(0);
    addEvidence(one.row, massOn(smoothed, one, size, mass), one.weight, told);
    const sum = logs[one.source] as Float64Array;
    for (let k = 0; k < told.length; k++) sum[k] = (sum[k] as number) + (told[k] as number);
    return (counts[one.source] as number) > MANY ? null : told.slice();
  });
  const sources = logs.map(normalised);
  const others = evidence.map(({ source }, i) => {
    const alone = own[i] as Float64Array | null;
    return alone === null ? (sources[source] as Belief) : normalised((logs[source] as Float64Array).map((log, k) => log - (alone[k] as number)));
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
  // One object for all sources of a leaning: what a figure says under it is then worked out once for all of them.
  const byLeaning = new Map(leanings.map((leaning) => [leaning, sourcePrior(leaning)]));
  const priors = leanings.map((leaning) => byLeaning.get(leaning) as Belief);
  let beliefs: Beliefs = { sources: priors, others: evidence.map(({ source }) => priors[source] as Belief) };
  const sheaves = sheavesOf(evidence);
  let smoothed = chain.run(emissionOf(evidence, sheaves, beliefs.others, course));
  for (let round = 0; round < rounds; round++) {
    beliefs = believe(evidence, priors, smoothed, course.grid.size);
    smoothed = chain.run(emissionOf(evidence, sheaves, beliefs.others, course));
  }
  return { beliefs: beliefs.sources, others: beliefs.others, smoothed };
}
