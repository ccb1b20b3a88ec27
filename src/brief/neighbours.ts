import { TOGETHER_DAYS } from "./relations.ts";
import type { Told } from "./told.ts";

/** What speaks of a longer time is a neighbour of all. */
const LONGEST_DAYS = 366;

const month = (day: number): number => Math.floor(day / TOGETHER_DAYS);

/**
 * For each statement those that may speak of the same time, so that not every statement is held against every other: all
 * within {@link TOGETHER_DAYS} of it, and some beyond, in the order in which they were given.
 */
export function createNeighbours(told: readonly Told[]): (one: Told) => Told[] {
  const months = new Map<number, number[]>();
  const wide: number[] = [];
  for (const [i, { at }] of told.entries()) {
    if (at === null) continue;
    if (at.to - at.from > LONGEST_DAYS) {
      wide.push(i);
      continue;
    }
    for (let m = month(at.from); m <= month(at.to); m += 1) {
      const those = months.get(m);
      if (those === undefined) months.set(m, [i]);
      else those.push(i);
    }
  }
  return ({ at }) => {
    if (at === null) return [];
    if (at.to - at.from > LONGEST_DAYS) return told.filter((other) => other.at !== null);
    const found = new Set(wide);
    for (let m = month(at.from) - 1; m <= month(at.to) + 1; m += 1) for (const i of months.get(m) ?? []) found.add(i);
    return [...found].sort((a, b) => a - b).map((i) => told[i] as Told);
  };
}
