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
  /** Kullback-Leibler divergence of the course from what was expected of it before any level was heard, in nats. */
  divergence: number;
  filtered: Filtered;
}

export function createHazards(days: number): Course["hazards"] {
  return { down: new Float64Array(days).fill(DYNAMICS.jumpDown), up: new Float64Array(days).fill(DYNAMICS.jumpUp) };
}

const get = (values: Float64Array | Int32Array, i: number): number => values[i] as number;

/** Which event each day belongs to, and the hazard of it that makes every day of its window alike. */
function layOut({ days, events }: Course): Pick<Filtered, "slot" | "eventOf" | "chance"> {
  const eventOf = new Int32Array(days).fill(-1);
  const slot = new Int32Array(days).fill(-1);
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
function multiply(values: Float64Array, at: number, count: number, weights: Float64Array, offset: number, size: number): void {
  for (let layer = at; layer < at + count; layer += size) {
    for (let g = 0; g < size; g++) values[layer + g] = (values[layer + g] as number) * (weights[offset + g] as number);
  }
}

function total(values: Float64Array, at: number, count: number): number {
  let sum = 0;
  for (let i = at; i < at + count; i++) sum += values[i] as number;
  return sum;
}

function scale(values: Float64Array, at: number, count: number, factor: number): void {
  for (let i = at; i < at + count; i++) values[i] = (values[i] as number) * factor;
}

function greatest(values: Float64Array): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) if ((values[i] as number) > most) most = values[i] as number;
  return most;
}

/** Moves the share of `from` that has its event today to `to`, through the kernel, all three layers at once. */
function happen(from: Float64Array, start: number, to: Float64Array, target: number, size: number, chance: number, { kernel }: Event): void {
  const { start: starts, cell: cells, weight: weights } = kernel;
  for (let g = 0, i = start; g < size; g++, i++) {
    const s = get(from, i) * chance;
    const d = get(from, i + size) * chance;
    const u = get(from, i + 2 * size) * chance;
    if (s + d + u < NOTHING) continue;
    const last = get(starts, g + 1);
    for (let k = get(starts, g); k < last; k++) {
      const cell = target + (cells[k] as number);
      const weight = weights[k] as number;
      to[cell] = (to[cell] as number) + s * weight;
      to[cell + size] = (to[cell + size] as number) + d * weight;
      to[cell + 2 * size] = (to[cell + 2 * size] as number) + u * weight;
    }
    from[i] = get(from, i) - s;
    from[i + size] = get(from, i + size) - d;
    from[i + 2 * size] = get(from, i + 2 * size) - u;
  }
}
/** Mass too small to be worth moving. */
const NOTHING = 1e-15;

/** The other way round: beta before the event, given beta with it (`beta`) and after it (`betaDone`). */
function undo(beta: Float64Array, betaDone: Float64Array, size: number, chance: number, { kernel }: Event): void {
  const { start: starts, cell: cells, weight: weights } = kernel;
  for (let g = 0; g < size; g++) {
    let s = 0;
    let d = 0;
    let u = 0;
    const last = get(starts, g + 1);
    for (let k = get(starts, g); k < last; k++) {
      const cell = cells[k] as number;
      const weight = weights[k] as number;
      s += weight * (betaDone[cell] as number);
      d += weight * (betaDone[cell + size] as number);
      u += weight * (betaDone[cell + 2 * size] as number);
    }
    beta[g] = (1 - chance) * get(beta, g) + chance * s;
    beta[g + size] = (1 - chance) * get(beta, g + size) + chance * d;
    beta[g + 2 * size] = (1 - chance) * get(beta, g + 2 * size) + chance * u;
  }
}

/** Log-likelihoods become weights, 1 at the greatest of each day. Returns by day whether it has evidence. */
function toWeights(emission: Float64Array, size: number): Uint8Array {
  const heard = new Uint8Array(emission.length / size);
  for (let day = 0, at = 0; day < heard.length; day++, at += size) {
    let most = -Infinity;
    let any = false;
    for (let i = at; i < at + size; i++) {
      const value = emission[i] as number;
      if (value !== 0) any = true;
      if (value > most) most = value;
    }
    if (!any) continue;
    heard[day] = 1;
    for (let i = at; i < at + size; i++) emission[i] = Math.exp((emission[i] as number) - most);
  }
  return heard;
}

/** Sum of mass · log(weight), over cells that have a weight. */
function expectedLog(mass: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < mass.length; i++) {
    const share = mass[i] as number;
    const weight = weights[i] as number;
    if (share > NOTHING && weight > 0) sum += share * Math.log(weight);
  }
  return sum;
}

/**
 * Forward and backward over the days (Rabiner 1989), exact for this chain.
 */
export class Chain {
  readonly course: Course;
  readonly #layers: number;
  readonly #filtered: Filtered;

  constructor(course: Course) {
    this.course = course;
    this.#layers = REGIMES.length * course.grid.size;
    const layout = layOut(course);
    const slots = layout.slot.reduce((most, slot) => Math.max(most, slot + 1), 0);
    const cube = (days: number): Float64Array => new Float64Array(days * this.#layers);
    this.#filtered = { alpha: cube(course.days), moved: cube(course.days), alphaDone: cube(slots), movedDone: cube(slots), ...layout };
  }

  #hazards(day: number): Hazards {
    return { down: get(this.course.hazards.down, day), up: get(this.course.hazards.up, day) };
  }

  /** What yesterday hands on: within one event both layers apart, else as one. Returns the log-likelihood of the weights. */
  #forward(weights: Float64Array, heard: Uint8Array): number {
    const { grid: { size }, days, events } = this.course;
    const { alpha, alphaDone, moved, movedDone, slot, eventOf, chance } = this.#filtered;
    const n = this.#layers;
    const scratch = new Float64Array(n);
    const merged = new Float64Array(n);
    let likelihood = 0;
    for (let r = 0; r < REGIMES.length; r++) moved.fill((DYNAMICS.initial[r] as number) / size, r * size, (r + 1) * size);
    for (let day = 0; day < days; day++) {
      const at = day * n;
      const done = get(slot, day) * n;
      const event = get(eventOf, day);
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
      for (let i = at; i < at + n; i++) alpha[i] = moved[i] as number;
      if (event >= 0) {
        for (let i = done; i < done + n; i++) alphaDone[i] = movedDone[i] as number;
        happen(alpha, at, alphaDone, done, size, get(chance, day), events[event] as Event);
      }
      if (heard[day] === 1) {
        multiply(alpha, at, n, weights, day * size, size);
        if (event >= 0) multiply(alphaDone, done, n, weights, day * size, size);
      }
      likelihood += this.#normalise(alpha, at, event >= 0 ? alphaDone : null, done);
    }
    return likelihood;
  }

  /** Returns the logarithm of what the day's weights left of the sum. */
  #normalise(alpha: Float64Array, at: number, alphaDone: Float64Array | null, done: number): number {
    const n = this.#layers;
    const sum = total(alpha, at, n) + (alphaDone === null ? 0 : total(alphaDone, done, n));
    scale(alpha, at, n, 1 / sum);
    if (alphaDone !== null) scale(alphaDone, done, n, 1 / sum);
    return Math.log(sum);
  }

  /**
   * Posterior of every day, given the evidence of all days. The filtered arrays are overwritten by the next run.
   *
   * @param emission  days × cells: log-likelihood of the day's evidence, 0 where there is none; is overwritten
   */
  run(emission: Float64Array): Smoothed {
    const heard = toWeights(emission, this.course.grid.size);
    const likelihood = this.#forward(emission, heard);
    const { grid: { size }, days, events } = this.course;
    const { alpha, alphaDone, slot, eventOf } = this.#filtered;
    const n = this.#layers;
    const smoothed: Smoothed = {
      mass: new Float64Array(days * size), regimes: new Float64Array(days * REGIMES.length),
      happened: new Float64Array(events.length), divergence: 0, filtered: this.#filtered,
    };
    const beta = new Float64Array(n).fill(1);
    const betaDone = new Float64Array(n).fill(1);
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
      this.#weighBack(beta, betaDone, day, heard[day] === 1 ? emission : null);
    }
    smoothed.divergence = expectedLog(smoothed.mass, emission) - likelihood;
    return smoothed;
  }

  #combine(smoothed: Smoothed, day: number, alpha: Float64Array, beta: Float64Array, past: { alphaDone: Float64Array; done: number; betaDone: Float64Array } | null): void {
    const { grid: { size }, events } = this.course;
    const mass = smoothed.mass;
    const regimes = smoothed.regimes;
    const at = day * this.#layers;
    const cells = day * size;
    const layers = day * REGIMES.length;
    let happened = 0;
    for (let r = 0; r < REGIMES.length; r++) {
      let inRegime = 0;
      for (let g = 0, i = r * size; g < size; g++, i++) {
        let both = (alpha[at + i] as number) * (beta[i] as number);
        if (past !== null) {
          const after = (past.alphaDone[past.done + i] as number) * (past.betaDone[i] as number);
          happened += after;
          both += after;
        }
        mass[cells + g] = (mass[cells + g] as number) + both;
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
  #weighBack(beta: Float64Array, betaDone: Float64Array, day: number, weights: Float64Array | null): void {
    const { grid: { size }, events } = this.course;
    const n = this.#layers;
    const event = get(this.#filtered.eventOf, day);
    if (weights !== null) {
      multiply(beta, 0, n, weights, day * size, size);
      if (event >= 0) multiply(betaDone, 0, n, weights, day * size, size);
    }
    if (event >= 0) undo(beta, betaDone, size, get(this.#filtered.chance, day), events[event] as Event);
    const most = Math.max(greatest(beta), event >= 0 ? greatest(betaDone) : 0);
    scale(beta, 0, n, 1 / most);
    if (event >= 0) scale(betaDone, 0, n, 1 / most);
  }
}
