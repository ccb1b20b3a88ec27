import { CARRIES, MOVES, REGIMES, SWITCH } from "./dynamics.ts";
import type { Course, Filtered } from "./chain.ts";
import type { Event } from "./events.ts";
import { createRandom } from "./random.ts";

const get = (values: Float64Array | Int32Array, i: number): number => values[i] as number;

/**
 * Whole courses of the number drawn from the posterior: forward filtering, backward sampling (Carter and Kohn 1994;
 * Frühwirth-Schnatter 1994). The state of the day in hand is kept in fields, since millions of days are drawn.
 */
class PathSampler {
  readonly #course: Course;
  readonly #filtered: Filtered;
  readonly #random: () => number;
  /** Values of one day's layers. */
  readonly #n: number;
  #cell = 0;
  #regime = 0;
  /** Whether the event of the day is past. */
  #done = false;
  /** What is left of a uniform share of the sum of some weights, while they are gone through. */
  #left = 0;

  constructor(course: Course, filtered: Filtered, random: () => number) {
    [this.#course, this.#filtered, this.#random] = [course, filtered, random];
    this.#n = REGIMES.length * course.grid.size;
  }

  /** The cell on each day. */
  sample(): Int16Array {
    const { days } = this.#course;
    const path = new Int16Array(days);
    this.#drawLast();
    for (let day = days - 1; day > 0; day--) {
      path[day] = this.#cell;
      this.#stepBack(day);
    }
    path[0] = this.#cell;
    return path;
  }

  /** Whether the draw falls on this weight, which is used up. */
  #falls(weight: number): boolean {
    this.#left -= weight;
    return this.#left < 0;
  }

  #drawLast(): void {
    const { size } = this.#course.grid;
    const day = this.#course.days - 1;
    const slot = get(this.#filtered.slot, day);
    this.#left = this.#random();
    for (let i = 0; i < this.#n; i++) {
      this.#regime = Math.floor(i / size);
      this.#cell = i % size;
      this.#done = false;
      if (this.#falls(get(this.#filtered.alpha, day * this.#n + i))) return;
      this.#done = true;
      if (slot >= 0 && this.#falls(get(this.#filtered.alphaDone, slot * this.#n + i))) return;
    }
  }

  /** From the state of a day to one of the day before. */
  #stepBack(day: number): void {
    const { eventOf, slot, alpha, alphaDone } = this.#filtered;
    const event = get(eventOf, day);
    if (event >= 0) this.#undoEvent(day, (this.#course.events as readonly Event[])[event] as Event);
    // Within one event each layer is reached from itself only; on its first day, and after it, both lead on.
    const continues = event >= 0 && get(eventOf, day - 1) === event;
    const still = (day - 1) * this.#n;
    const past = get(slot, day - 1) * this.#n;
    this.#undoMove(day, !continues || !this.#done ? still : -1, past >= 0 && (!continues || this.#done) ? past : -1);
    if (continues) return;
    const i = this.#regime * this.#course.grid.size + this.#cell;
    const done = past < 0 ? 0 : get(alphaDone, past + i);
    this.#done = done > 0 && this.#random() * (get(alpha, still + i) + done) < done;
  }

  /** Before the day's event, given the state after it. */
  #undoEvent(day: number, { kernel }: Event): void {
    if (!this.#done) return;
    const { moved, movedDone, slot, chance } = this.#filtered;
    const { size } = this.#course.grid;
    const layer = this.#regime * size;
    const before = get(movedDone, get(slot, day) * this.#n + layer + this.#cell);
    const { start, cell, weight } = kernel.origins;
    const first = get(start, this.#cell);
    const last = get(start, this.#cell + 1);
    const today = (k: number): number => get(chance, day) * get(moved, day * this.#n + layer + get(cell, k)) * get(weight, k);
    let sum = before;
    for (let k = first; k < last; k++) sum += today(k);
    this.#left = this.#random() * sum;
    if (this.#falls(before)) return;
    this.#done = false;
    for (let k = first; k < last; k++) {
      if (!this.#falls(today(k))) continue;
      this.#cell = get(cell, k);
      return;
    }
  }

  /** Whether the draw falls on a state of yesterday that leads here from this cell with this chance; then it is in hand. */
  #cameFrom(cell: number, to: number, chance: number, still: number, past: number): boolean {
    for (let r = 0; r < REGIMES.length; r++) {
      const switched = (SWITCH[r] as readonly number[])[to] as number;
      const i = r * this.#course.grid.size + cell;
      const mass = (still < 0 ? 0 : get(this.#filtered.alpha, still + i)) + (past < 0 ? 0 : get(this.#filtered.alphaDone, past + i));
      if (!this.#falls(chance * switched * mass)) continue;
      [this.#regime, this.#cell] = [r, cell];
      return true;
    }
    return false;
  }

  /**
   * Yesterday's regime and cell: near ones first, which are almost always it, then those a jump away.
   *
   * @param still  where yesterday's layers without the event begin; -1 when it was not there
   * @param past   the same after the event
   */
  #undoMove(day: number, still: number, past: number): void {
    const { grid: { size }, hazards } = this.#course;
    const to = this.#regime;
    const cell = this.#cell;
    const [layer, base] = this.#done ? [this.#filtered.movedDone, get(this.#filtered.slot, day)] : [this.#filtered.moved, day];
    this.#left = this.#random() * get(layer, base * this.#n + to * size + cell);
    const down = get(hazards.down, day);
    const up = get(hazards.up, day);
    const moves = MOVES[to] as (typeof MOVES)[number];
    const stay = 1 - moves.down - moves.up - (to === 0 ? down + up : 0);
    if (this.#cameFrom(cell, to, stay + (cell === 0 ? moves.down : 0) + (cell === size - 1 ? moves.up : 0), still, past)) return;
    if (cell + 1 < size && this.#cameFrom(cell + 1, to, moves.down, still, past)) return;
    if (cell > 0 && this.#cameFrom(cell - 1, to, moves.up, still, past)) return;
    if (to !== 0) return;
    for (let from = 0; from < size; from++) if (this.#cameFrom(from, to, jumpChance(from, cell, size - 1, down, up), still, past)) return;
    // Only rounding leaves anything over: the state stays as it was.
  }
}

/** Chance of a jump between two cells; what would go past an end lands on it. */
function jumpChance(from: number, to: number, top: number, down: number, up: number): number {
  let chance = 0;
  for (const { weight, carry } of CARRIES) {
    const k = from - to;
    if (k > 0) chance += down * weight * carry ** (k - 1) * (to === 0 ? 1 : 1 - carry);
    else if (k < 0) chance += up * weight * carry ** (-k - 1) * (to === top ? 1 : 1 - carry);
    else if (to === 0) chance += down * weight;
    else if (to === top) chance += up * weight;
  }
  return chance;
}

/** Any number does: it makes the paths, and so the probabilities of changes, the same every time. */
const SEED = 20231031;

export function drawPaths(course: Course, filtered: Filtered, count: number): Int16Array[] {
  const sampler = new PathSampler(course, filtered, createRandom(SEED));
  return Array.from({ length: count }, () => sampler.sample());
}
