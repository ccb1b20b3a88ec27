import { advance, DYNAMICS, REGIMES, retreat, type Hazards } from "./dynamics.ts";
import type { Event } from "./events.ts";
import type { Grid } from "./grid.ts";

/** What the chain knows before any level is heard: how long it is, what may have happened when, how often it jumps. */
export interface Course {
  grid: Grid;
  days: number;
  events: readonly Event[];
  /** By day: the chance of a jump down and of one up. */
  hazards: { down: Float64Array; up: Float64Array };
}

/** Filtered distributions, kept for drawing paths. A day holds regimes × cells; `done` only where an event may be past. */
export interface Filtered {
  /** After the day's evidence: [before the event or without one, after it]. */
  alpha: Float64Array;
  alphaDone: Float64Array;
  /** Before the day's event and evidence. */
  moved: Float64Array;
  movedDone: Float64Array;
  /** By day: where its `done` layer begins, or -1. */
  slot: Int32Array;
  /** By day: its event, or -1. */
  eventOf: Int32Array;
  /** By day: the chance that the event happens on it, given that it has not yet. */
  chance: Float64Array;
}

/** Posterior of each day. */
export interface Smoothed {
  /** days × cells. */
  mass: Float64Array;
  /** days × regimes. */
  regimes: Float64Array;
  /** By event: probability that it happened. */
  happened: Float64Array;
  filtered: Filtered;
}

export function createHazards(days: number): Course["hazards"] {
  return { down: new Float64Array(days).fill(DYNAMICS.jumpDown), up: new Float64Array(days).fill(DYNAMICS.jumpUp) };
}

const get = (values: Float64Array | Int32Array, i: number): number => values[i] as number;

/** Which event each day belongs to, and the hazard of it that makes every day of its window alike. */
function layOut({ days, events }: Course): Pick<Filtered, "slot" | "eventOf" | "chance"> {
  const [eventOf, slot] = [new Int32Array(days).fill(-1), new Int32Array(days).fill(-1)];
  const chance = new Float64Array(days);
  let slots = 0;
  for (const [i, { first, last, credence }] of events.entries()) {
    const daily = credence / (last - first + 1);
    for (let day = first; day <= last; day++) {
      eventOf[day] = i;
      slot[day] = slots++;
      chance[day] = daily / (1 - daily * (day - first));
    }
  }
  return { eventOf, slot, chance };
}

/** Every layer of cells times the day's evidence. */
function multiply(values: Float64Array, at: number, count: number, weights: Float64Array): void {
  for (let layer = at; layer < at + count; layer += weights.length) {
    for (let g = 0; g < weights.length; g++) values[layer + g] = get(values, layer + g) * get(weights, g);
  }
}

function total(values: Float64Array, at: number, count: number): number {
  let sum = 0;
  for (let i = at; i < at + count; i++) sum += get(values, i);
  return sum;
}

function scale(values: Float64Array, at: number, count: number, factor: number): void {
  for (let i = at; i < at + count; i++) values[i] = get(values, i) * factor;
}

function greatest(values: Float64Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) if (get(values, i) > most) most = get(values, i);
  return most;
}

/** Moves the share of `from` that has its event today to `to`, through the kernel, layer by layer. */
function happen(from: Float64Array, start: number, to: Float64Array, target: number, size: number, chance: number, { kernel }: Event): void {
  for (let layer = 0; layer < REGIMES.length * size; layer += size) {
    for (let g = 0; g < size; g++) {
      const mass = get(from, start + layer + g) * chance;
      if (mass < NOTHING) continue;
      const last = get(kernel.start, g + 1);
      for (let k = get(kernel.start, g); k < last; k++) {
        const cell = target + layer + get(kernel.cell, k);
        to[cell] = get(to, cell) + mass * get(kernel.weight, k);
      }
      from[start + layer + g] = get(from, start + layer + g) - mass;
    }
  }
}
/** Mass too small to be worth moving. */
const NOTHING = 1e-15;

/** The other way round: beta before the event, given beta with it (`beta`) and after it (`betaDone`). */
function undo(beta: Float64Array, betaDone: Float64Array, size: number, chance: number, { kernel }: Event): void {
  for (let layer = 0; layer < beta.length; layer += size) {
    for (let g = 0; g < size; g++) {
      let after = 0;
      for (let k = get(kernel.start, g); k < get(kernel.start, g + 1); k++) after += get(kernel.weight, k) * get(betaDone, layer + get(kernel.cell, k));
      beta[layer + g] = (1 - chance) * get(beta, layer + g) + chance * after;
    }
  }
}

/**
 * Forward and backward over the days (Rabiner 1989), exact for this chain.
 *
 * @param emission  days × cells: log-likelihood of the day's evidence, 0 where there is none
 */
export class Chain {
  readonly course: Course;
  readonly #layers: number;
  readonly #filtered: Filtered;
  readonly #weights: Float64Array;

  constructor(course: Course) {
    this.course = course;
    this.#layers = REGIMES.length * course.grid.size;
    const layout = layOut(course);
    const slots = layout.slot.reduce((most, slot) => Math.max(most, slot + 1), 0);
    const cube = (days: number): Float64Array => new Float64Array(days * this.#layers);
    this.#filtered = { alpha: cube(course.days), moved: cube(course.days), alphaDone: cube(slots), movedDone: cube(slots), ...layout };
    this.#weights = new Float64Array(course.grid.size);
  }

  #hazards(day: number): Hazards {
    return { down: get(this.course.hazards.down, day), up: get(this.course.hazards.up, day) };
  }

  /** exp(emission - max) of a day, or null for a day without evidence. */
  #evidence(emission: Float64Array, day: number): Float64Array | null {
    const { size } = this.course.grid;
    let [most, any] = [-Infinity, false];
    for (let g = 0; g < size; g++) {
      const value = get(emission, day * size + g);
      if (value !== 0) any = true;
      if (value > most) most = value;
    }
    if (!any) return null;
    for (let g = 0; g < size; g++) this.#weights[g] = Math.exp(get(emission, day * size + g) - most);
    return this.#weights;
  }

  /** What yesterday hands on: within one event both layers apart, else as one. */
  #forward(emission: Float64Array): void {
    const { grid: { size }, days, events } = this.course;
    const { alpha, alphaDone, moved, movedDone, slot, eventOf, chance } = this.#filtered;
    const n = this.#layers;
    const [scratch, merged] = [new Float64Array(n), new Float64Array(n)];
    for (let r = 0; r < REGIMES.length; r++) moved.fill((DYNAMICS.initial[r] as number) / size, r * size, (r + 1) * size);
    for (let day = 0; day < days; day++) {
      const [at, done, event] = [day * n, get(slot, day) * n, get(eventOf, day)];
      if (day > 0) {
        const continues = event >= 0 && event === get(eventOf, day - 1);
        const before = get(slot, day - 1) * n;
        if (continues || before < 0) advance(alpha, at - n, moved, at, size, this.#hazards(day), scratch);
        else {
          for (let i = 0; i < n; i++) merged[i] = get(alpha, at - n + i) + get(alphaDone, before + i);
          advance(merged, 0, moved, at, size, this.#hazards(day), scratch);
        }
        if (continues) advance(alphaDone, before, movedDone, done, size, this.#hazards(day), scratch);
      }
      for (let i = at; i < at + n; i++) alpha[i] = get(moved, i);
      if (event >= 0) {
        for (let i = done; i < done + n; i++) alphaDone[i] = get(movedDone, i);
        happen(alpha, at, alphaDone, done, size, get(chance, day), events[event] as Event);
      }
      this.#weigh(alpha, at, event >= 0 ? alphaDone : null, done, this.#evidence(emission, day));
    }
  }

  #weigh(alpha: Float64Array, at: number, alphaDone: Float64Array | null, done: number, weights: Float64Array | null): void {
    const n = this.#layers;
    if (weights !== null) {
      multiply(alpha, at, n, weights);
      if (alphaDone !== null) multiply(alphaDone, done, n, weights);
    }
    const sum = total(alpha, at, n) + (alphaDone === null ? 0 : total(alphaDone, done, n));
    scale(alpha, at, n, 1 / sum);
    if (alphaDone !== null) scale(alphaDone, done, n, 1 / sum);
  }

  /** Posterior of every day, given the evidence of all days. The filtered arrays are overwritten by the next run. */
  run(emission: Float64Array): Smoothed {
    this.#forward(emission);
    const { grid: { size }, days, events } = this.course;
    const { alpha, alphaDone, slot, eventOf } = this.#filtered;
    const n = this.#layers;
    const smoothed: Smoothed = {
      mass: new Float64Array(days * size), regimes: new Float64Array(days * REGIMES.length),
      happened: new Float64Array(events.length), filtered: this.#filtered,
    };
    const [beta, betaDone] = [new Float64Array(n).fill(1), new Float64Array(n).fill(1)];
    const scratch = new Float64Array(n);
    for (let day = days - 1; day >= 0; day--) {
      const event = get(eventOf, day);
      if (day < days - 1) {
        retreat(beta, beta, size, this.#hazards(day + 1), scratch);
        if (event >= 0) {
          if (get(eventOf, day + 1) === event) retreat(betaDone, betaDone, size, this.#hazards(day + 1), scratch);
          else betaDone.set(beta);
        }
      }
      const done = get(slot, day) * n;
      this.#combine(smoothed, day, alpha, beta, event >= 0 ? { alphaDone, done, betaDone } : null);
      this.#weighBack(beta, betaDone, day, emission);
    }
    return smoothed;
  }

  #combine(smoothed: Smoothed, day: number, alpha: Float64Array, beta: Float64Array, past: { alphaDone: Float64Array; done: number; betaDone: Float64Array } | null): void {
    const { grid: { size }, events } = this.course;
    const [mass, regimes] = [smoothed.mass, smoothed.regimes];
    const [cells, layers] = [day * size, day * REGIMES.length];
    let happened = 0;
    for (let r = 0, i = 0; r < REGIMES.length; r++) {
      let inRegime = 0;
      for (let g = 0; g < size; g++, i++) {
        let both = get(alpha, day * this.#layers + i) * get(beta, i);
        if (past !== null) {
          const after = get(past.alphaDone, past.done + i) * get(past.betaDone, i);
          happened += after;
          both += after;
        }
        mass[cells + g] = get(mass, cells + g) + both;
        inRegime += both;
      }
      regimes[layers + r] = inRegime;
    }
    const sum = total(regimes, layers, REGIMES.length);
    scale(mass, cells, size, 1 / sum);
    scale(regimes, layers, REGIMES.length, 1 / sum);
    const event = get(this.#filtered.eventOf, day);
    if (event >= 0 && (events[event] as Event).last === day) smoothed.happened[event] = happened / sum;
  }

  /** Takes the day's evidence and event into beta, ready for the step to the day before. */
  #weighBack(beta: Float64Array, betaDone: Float64Array, day: number, emission: Float64Array): void {
    const { grid: { size }, events } = this.course;
    const n = this.#layers;
    const event = get(this.#filtered.eventOf, day);
    const weights = this.#evidence(emission, day);
    if (weights !== null) {
      multiply(beta, 0, n, weights);
      if (event >= 0) multiply(betaDone, 0, n, weights);
    }
    if (event >= 0) undo(beta, betaDone, size, get(this.#filtered.chance, day), events[event] as Event);
    const most = Math.max(greatest(beta), event >= 0 ? greatest(betaDone) : 0);
    scale(beta, 0, n, 1 / most);
    if (event >= 0) scale(betaDone, 0, n, 1 / most);
  }
}
