import type { Course } from "./chain.ts";
import { expectedRow, type Belief, type Row } from "./likelihood.ts";
import { addMixture } from "./mixture.ts";

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
export class Heard {
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
