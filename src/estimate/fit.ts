import type { Leaning } from "../claims/index.ts";
import type { Chain, Course, Smoothed } from "./chain.ts";
import { addEvidence, expectedRow, type Belief, type Row } from "./likelihood.ts";
import { addMixture } from "./mixture.ts";
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

/**
 * What each figure is expected to say under each belief, worked out once for all the times that a source gives it. Rows are
 * kept from round to round, to be written anew.
 */
class Expectations {
  readonly #known = new Map<Belief, Map<Row, Float64Array>>();
  readonly #pool: Float64Array[] = [];
  #used = 0;

  forget(): void {
    this.#known.clear();
    this.#used = 0;
  }

  of(row: Row, belief: Belief, size: number): Float64Array {
    const byRow = this.#known.get(belief) ?? new Map<Row, Float64Array>();
    if (byRow.size === 0) this.#known.set(belief, byRow);
    const known = byRow.get(row);
    if (known !== undefined) return known;
    const free = this.#pool[this.#used] ?? new Float64Array(size);
    this.#pool[this.#used++] = free;
    byRow.set(row, expectedRow(row, belief, free));
    return free;
  }
}

/** Statements that hold for the same days, each of them as likely: what they say is added up before it is spread over the days. */
interface Sheaf {
  /** Any of them. */
  one: Evidence;
  members: number[];
}

/** Windows of one beginning, length and first share have all shares in common: they are even, or fall off by one rate. */
function sheavesOf(evidence: readonly Evidence[]): Sheaf[] {
  const sheaves = new Map<string, Sheaf>();
  for (const [i, one] of evidence.entries()) {
    const key = `${one.first} ${one.days.length} ${one.days[0]}`;
    const sheaf = sheaves.get(key);
    if (sheaf === undefined) sheaves.set(key, { one, members: [i] });
    else sheaf.members.push(i);
  }
  return [...sheaves.values()];
}

/** What sheaves say of each day, as a mixture: terms from `begins[day]` to `begins[day + 1]`, each with a share and the start of its sheaf's row. */
interface Spread {
  begins: Int32Array;
  shares: Float64Array;
  starts: Int32Array;
}

function spreadOf(sheaves: readonly Sheaf[], length: number, size: number): Spread {
  const begins = new Int32Array(length + 1);
  for (const { one: { first, days } } of sheaves) for (let d = 0; d < days.length; d++) begins[first + d + 1] = (begins[first + d + 1] as number) + 1;
  for (let day = 0; day < length; day++) begins[day + 1] = (begins[day + 1] as number) + (begins[day] as number);
  const next = begins.slice();
  const shares = new Float64Array(begins[length] as number);
  const starts = new Int32Array(begins[length] as number);
  for (const [s, { one: { first, days } }] of sheaves.entries()) {
    for (let d = 0; d < days.length; d++) {
      const k = next[first + d] as number;
      shares[k] = days[d] as number;
      starts[k] = s * size;
      next[first + d] = k + 1;
    }
  }
  return { begins, shares, starts };
}

/** Evidence of levels laid out for the rounds, with room to work in. */
class Heard {
  readonly evidence: readonly Evidence[];
  readonly sheaves: readonly Sheaf[];
  readonly #course: Course;
  readonly #spread: Spread;
  readonly #expectations = new Expectations();
  /** By sheaf: what its members say together. */
  readonly #said: Float64Array;
  readonly #emission: Float64Array;

  constructor(evidence: readonly Evidence[], course: Course) {
    [this.evidence, this.#course, this.sheaves] = [evidence, course, sheavesOf(evidence)];
    const { days, grid: { size } } = course;
    this.#spread = spreadOf(this.sheaves, days, size);
    this.#said = new Float64Array(this.sheaves.length * size);
    this.#emission = new Float64Array(days * size);
  }

  /**
   * Log-likelihood of each day's evidence; overwritten by the next call.
   *
   * @param beliefs  of its source, by statement
   */
  emission(beliefs: readonly Belief[]): Float64Array {
    const { days, grid: { size } } = this.#course;
    const said = this.#said.fill(0);
    const emission = this.#emission.fill(0);
    this.#expectations.forget();
    for (const [s, { members }] of this.sheaves.entries()) {
      for (const i of members) {
        const { row, weight } = this.evidence[i] as Evidence;
        const expected = this.#expectations.of(row, beliefs[i] as Belief, size);
        for (let g = 0, at = s * size; g < size; g++, at++) said[at] = (said[at] as number) + weight * (expected[g] as number);
      }
    }
    const { begins, shares, starts } = this.#spread;
    for (let day = 0; day < days; day++) addMixture(said, shares, starts, begins[day] as number, begins[day + 1] as number, emission, day * size, size);
    return emission;
  }
}

/**
 * The posterior averaged over the days of a statement.
 *
 * @param mass  where it is put
 */
export function massOn(smoothed: Smoothed, { first, days }: Evidence, size: number, mass: Float64Array = new Float64Array(size)): Float64Array {
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

interface Beliefs {
  /** Of each source, from all that it said. */
  sources: Belief[];
  /** Of each statement's source, from all else that it said: a statement is no witness to its own source. */
  others: Belief[];
}

/** Of a source that says more than this, leaving out one statement would change nothing that shows. */
const MANY = 20;

function believe({ evidence, sheaves }: Heard, priors: readonly Belief[], smoothed: Smoothed, size: number): Beliefs {
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
  const sources = logs.map(normalised);
  const others = evidence.map(({ source }, i) => {
    const alone = own[i] ?? null;
    return alone === null ? (sources[source] as Belief) : normalised((logs[source] as Belief).map((log, k) => log - (alone[k] as number)));
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
  const heard = new Heard(evidence, course);
  let smoothed = chain.run(heard.emission(beliefs.others));
  for (let round = 0; round < rounds; round++) {
    beliefs = believe(heard, priors, smoothed, course.grid.size);
    smoothed = chain.run(heard.emission(beliefs.others));
  }
  return { beliefs: beliefs.sources, others: beliefs.others, smoothed };
}
