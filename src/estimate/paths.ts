import { CARRIES, MOVES, REGIMES, SWITCH } from "./dynamics.ts";
import type { Course, Filtered } from "./chain.ts";
import type { Event } from "./events.ts";

/** A state of the chain: whether the day's event is past, the regime and the cell. */
interface State {
  done: boolean;
  regime: number;
  cell: number;
}

const get = (values: Float64Array | Int32Array, i: number): number => values[i] as number;

/** Draws one of many by weight: `left` is a uniform share of their sum, and is used up. */
class Draw {
  left: number;
  constructor(left: number) {
    this.left = left;
  }
  takes(weight: number): boolean {
    this.left -= weight;
    return this.left < 0;
  }
}

/**
 * Whole courses of the number drawn from the posterior: forward filtering, backward sampling (Carter and Kohn 1994;
 * Frühwirth-Schnatter 1994).
 */
export class PathSampler {
  readonly #course: Course;
  readonly #filtered: Filtered;
  readonly #random: () => number;
  readonly #n: number;

  constructor(course: Course, filtered: Filtered, random: () => number) {
    [this.#course, this.#filtered, this.#random] = [course, filtered, random];
    this.#n = REGIMES.length * course.grid.size;
  }

  /** The cell on each day. */
  sample(): Int16Array {
    const { days } = this.#course;
    const path = new Int16Array(days);
    let state = this.#last();
    for (let day = days - 1; ; day--) {
      path[day] = state.cell;
      if (day === 0) return path;
      state = this.#before(day, state);
    }
  }

  #last(): State {
    const { size } = this.#course.grid;
    const day = this.#course.days - 1;
    const draw = new Draw(this.#random());
    const slot = get(this.#filtered.slot, day) * this.#n;
    for (let i = 0; i < this.#n; i++) {
      const state = { regime: Math.floor(i / size), cell: i % size };
      if (draw.takes(get(this.#filtered.alpha, day * this.#n + i))) return { ...state, done: false };
      if (slot >= 0 && draw.takes(get(this.#filtered.alphaDone, slot + i))) return { ...state, done: true };
    }
    return { regime: 0, cell: 0, done: false };
  }

  /** The state on the day before, given that of `day`. */
  #before(day: number, after: State): State {
    const { eventOf } = this.#filtered;
    const event = get(eventOf, day);
    const moved = event < 0 ? after : this.#undo(day, after, (this.#course.events as readonly Event[])[event] as Event);
    const before = this.#step(day, moved);
    // Within one event a layer is reached from the same layer only; from another event both lead here.
    if (event >= 0 && get(eventOf, day - 1) === event) return { ...before, done: moved.done };
    return { ...before, done: this.#wasDone(day - 1, before) };
  }

  /** The state before the day's event, given that after it. */
  #undo(day: number, { done, regime, cell }: State, { kernel }: Event): State {
    if (!done) return { done, regime, cell };
    const { moved, movedDone, slot, chance } = this.#filtered;
    const { size } = this.#course.grid;
    const [still, past] = [day * this.#n + regime * size, get(slot, day) * this.#n + regime * size];
    const before = get(movedDone, past + cell);
    const sources: [number, number][] = [];
    let sum = before;
    for (let g = 0; g < size; g++) {
      for (let k = get(kernel.start, g); k < get(kernel.start, g + 1); k++) {
        if (get(kernel.cell, k) !== cell) continue;
        const weight = get(chance, day) * get(moved, still + g) * get(kernel.weight, k);
        sources.push([g, weight]);
        sum += weight;
      }
    }
    const draw = new Draw(this.#random() * sum);
    if (draw.takes(before)) return { done: true, regime, cell };
    for (const [g, weight] of sources) if (draw.takes(weight)) return { done: false, regime, cell: g };
    return { done: false, regime, cell: sources.at(-1)?.[0] ?? cell };
  }

  /** Yesterday's regime and cell: near ones first, which are almost always it, then those a jump away. */
  #step(day: number, { done, regime, cell }: State): Omit<State, "done"> {
    const { size } = this.#course.grid;
    const layer = done ? this.#filtered.movedDone : this.#filtered.moved;
    const base = (done ? get(this.#filtered.slot, day) : day) * this.#n;
    const draw = new Draw(this.#random() * get(layer, base + regime * size + cell));
    const [down, up] = [get(this.#course.hazards.down, day), get(this.#course.hazards.up, day)];
    const moves = MOVES[regime] as (typeof MOVES)[number];
    const stay = 1 - moves.down - moves.up - (regime === 0 ? down + up : 0);
    const [bottom, top] = [cell === 0, cell === size - 1];
    const near: [number, number][] = [
      [cell, stay + (bottom ? moves.down : 0) + (top ? moves.up : 0)],
      [cell + 1, moves.down],
      [cell - 1, moves.up],
    ];
    for (const [from, chance] of near) {
      if (from < 0 || from >= size) continue;
      for (let r = 0; r < REGIMES.length; r++) if (draw.takes(chance * this.#switched(day, done, r, regime, from))) return { regime: r, cell: from };
    }
    for (let from = 0; regime === 0 && from < size; from++) {
      const chance = this.#jumpChance(from, cell, down, up);
      for (let r = 0; chance > 0 && r < REGIMES.length; r++) if (draw.takes(chance * this.#switched(day, done, r, regime, from))) return { regime: r, cell: from };
    }
    // Only rounding leaves anything over.
    return { regime, cell };
  }

  /** Chance of having been there yesterday and of the switch of regime. */
  #switched(day: number, done: boolean, from: number, to: number, cell: number): number {
    return this.#filteredMass(day - 1, done && get(this.#filtered.eventOf, day) === get(this.#filtered.eventOf, day - 1), get(this.#filtered.eventOf, day), from, cell) * ((SWITCH[from] as readonly number[])[to] as number);
  }

  #filteredMass(day: number, done: boolean, event: number, regime: number, cell: number): number {
    const { alpha, alphaDone, slot, eventOf } = this.#filtered;
    const i = regime * this.#course.grid.size + cell;
    const past = get(slot, day);
    const continues = event >= 0 && get(eventOf, day) === event;
    if (continues) return done ? get(alphaDone, past * this.#n + i) : get(alpha, day * this.#n + i);
    return get(alpha, day * this.#n + i) + (past < 0 ? 0 : get(alphaDone, past * this.#n + i));
  }

  #wasDone(day: number, { regime, cell }: Omit<State, "done">): boolean {
    const past = get(this.#filtered.slot, day);
    if (past < 0) return false;
    const i = regime * this.#course.grid.size + cell;
    const [still, done] = [get(this.#filtered.alpha, day * this.#n + i), get(this.#filtered.alphaDone, past * this.#n + i)];
    return this.#random() * (still + done) >= still;
  }

  #jumpChance(from: number, to: number, down: number, up: number): number {
    const top = this.#course.grid.size - 1;
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
}
