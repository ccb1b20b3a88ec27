import { createRandom } from "../../src/estimate/random.ts";

/** Chance for a simulation: all of it comes from one seed. */
export class Chance {
  readonly next: () => number;
  constructor(seed: number) {
    this.next = createRandom(seed);
  }
  between = (low: number, high: number): number => low + (high - low) * this.next();
  logBetween = (low: number, high: number): number => Math.exp(this.between(Math.log(low), Math.log(high)));
  int = (low: number, high: number): number => Math.floor(this.between(low, high + 1));
  is = (probability: number): boolean => this.next() < probability;
  pick = <T>(values: readonly T[]): T => values[Math.floor(this.next() * values.length)] as T;
  exponential = (mean: number): number => -mean * Math.log(1 - this.next());
  normal = (): number => Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  /** Student's t: heavy tails for few degrees of freedom. */
  student = (degrees: number): number => {
    let sum = 0;
    for (let i = 0; i < degrees; i++) sum += this.normal() ** 2;
    return this.normal() / Math.sqrt(sum / degrees);
  };
  weighted = <T>(options: readonly (readonly [T, number])[]): T => {
    let left = this.next() * options.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of options) if ((left -= weight) < 0) return value;
    return (options.at(-1) as readonly [T, number])[0];
  };
}

export const PATTERNS = ["flat", "gradual", "mixed", "rotation", "step", "surge"] as const;
export type Pattern = (typeof PATTERNS)[number];

/** Men who came or went on one day. */
export interface Movement {
  day: number;
  men: number;
}

/** What is really there: bodies of men that come and go, so nothing here is a step on a logarithmic scale. */
export interface Truth {
  pattern: Pattern;
  /** Men on each day, >= 0. */
  men: number[];
  movements: Movement[];
}

/** Splits men into bodies of a few hundred to a few thousand. */
function bodies(chance: Chance, men: number): number[] {
  const sizes: number[] = [];
  for (let left = men; left > 0; ) {
    const size = Math.min(left, Math.round(chance.logBetween(Math.max(20, men / 40), Math.max(60, men / 4))));
    sizes.push(size);
    left -= size;
  }
  return sizes;
}

/** Bodies that come (or, for men < 0, go) one by one between two days. */
function series(chance: Chance, men: number, from: number, to: number): Movement[] {
  return bodies(chance, Math.round(Math.abs(men))).map((size) => ({ day: Math.round(chance.between(from, to)), men: size * Math.sign(men) }));
}

function step(chance: Chance, men: number, days: number): Movement[] {
  const day = chance.int(20, days - 20);
  const change = chance.is(0.6) ? -men * chance.between(0.4, 1) : men * chance.between(0.5, 5);
  return series(chance, change, day, day + chance.int(1, 10));
}

function gradual(chance: Chance, men: number, days: number): Movement[] {
  const from = chance.int(0, Math.floor(days / 2));
  const change = chance.is(0.6) ? -men * chance.between(0.5, 0.97) : men * chance.between(0.6, 5);
  return series(chance, change, from, Math.min(days - 1, from + chance.int(60, 220)));
}

function rotation(chance: Chance, men: number, days: number): Movement[] {
  return Array.from({ length: chance.int(1, 3) }).flatMap(() => {
    const [day, part] = [chance.int(10, days - 30), men * chance.between(0.2, 0.7)];
    return [...series(chance, -part, day, day + 10), ...series(chance, part * chance.between(0.8, 1.2), day + chance.int(-5, 10), day + 20)];
  });
}

function surge(chance: Chance, men: number, days: number): Movement[] {
  const [day, more] = [chance.int(10, Math.floor(days * 0.6)), men * chance.between(1, 7)];
  const end = day + chance.int(40, 140);
  return [...series(chance, more, day, day + chance.int(7, 40)), ...(end < days ? series(chance, -more * chance.between(0.5, 1.1), end, Math.min(days - 1, end + 40)) : [])];
}

const SCHEDULES: Readonly<Record<Pattern, (chance: Chance, men: number, days: number) => Movement[]>> = {
  flat: () => [],
  gradual,
  mixed: (chance, men, days) => [...gradual(chance, men, days), ...step(chance, men, days)],
  rotation,
  step: (chance, men, days) => Array.from({ length: chance.int(1, 3) }).flatMap(() => step(chance, men, days)),
  surge,
};

/** One world's truth. A few stray comings and goings happen in all of them. */
export function createTruth(chance: Chance, days: number): Truth {
  const pattern = chance.pick(PATTERNS);
  const start = Math.round(chance.logBetween(200, 40_000));
  const stray = Array.from({ length: Math.round((chance.between(0, 6) * days) / 365) }, () => ({
    day: chance.int(0, days - 1), men: Math.round(start * chance.between(-0.06, 0.06)),
  }));
  const years = Math.max(1, Math.round(days / 365));
  const planned = Array.from({ length: years }, (_, year) => {
    const within = SCHEDULES[pattern](chance, start, Math.min(days, 365));
    return within.map(({ day, men }) => ({ day: day + year * 365, men: year % 2 === 0 ? men : -men }));
  }).flat();
  const movements = [...planned, ...stray].filter(({ day }) => day < days).sort((a, b) => a.day - b.day);
  const men: number[] = [];
  let now = start;
  for (let day = 0, next = 0; day < days; day++) {
    for (; next < movements.length && (movements[next] as Movement).day <= day; next++) now = Math.max(0, now + (movements[next] as Movement).men);
    men.push(now);
  }
  return { pattern, men, movements };
}
