import type { Change, Estimate } from "../claims/index.ts";
import { formatDayNumber } from "./days.ts";
import { STEP } from "./grid.ts";
import { likelihoodWord } from "./likelihood-words.ts";
import { toProbability, rounded } from "./rounding.ts";

/** A change worth naming: by half or more, within one of these numbers of days, and more likely than not. */
const FACTOR = 1.5;
const LENGTHS = [14, 30, 60, 90, 180, 365] as const;
const LEAST_PROBABILITY = 0.55;

/** Whole cells that make up at least the factor. */
const cellsOf = (factor: number): number => Math.ceil(Math.log10(factor) / STEP);

/** Shares of the paths that rose and that fell by at least so many cells between two days. */
function moved(paths: readonly Int16Array[], from: number, to: number, cells: number): { up: number; down: number } {
  let up = 0;
  let down = 0;
  for (const path of paths) {
    const step = (path[to] as number) - (path[from] as number);
    if (step >= cells) up++;
    else if (step <= -cells) down++;
  }
  return { up: up / paths.length, down: down / paths.length };
}

interface Candidate {
  from: number;
  to: number;
  direction: "up" | "down";
  probability: number;
}

/** All windows of one length in which a change is likely, the likeliest first. */
function candidates(paths: readonly Int16Array[], first: number, last: number, length: number): Candidate[] {
  const found: Candidate[] = [];
  for (let from = first; from + length <= last; from++) {
    const { up, down } = moved(paths, from, from + length, cellsOf(FACTOR));
    const probability = Math.max(up, down);
    if (probability >= LEAST_PROBABILITY) found.push({ from, to: from + length, direction: up > down ? "up" : "down", probability });
  }
  return found.sort((a, b) => b.probability - a.probability || a.from - b.from);
}

const overlap = (a: Candidate, b: Candidate): boolean => a.from < b.to && b.from < a.to;

/**
 * Changes between two days of the chain, in order: the shortest windows first, the likeliest of them, no two of which overlap.
 *
 * @param paths  whole courses drawn from the posterior, as cells by day
 */
export function findChanges(paths: readonly Int16Array[], first: number, last: number): Candidate[] {
  const chosen: Candidate[] = [];
  for (const length of LENGTHS) {
    for (const candidate of candidates(paths, first, last, length)) {
      if (!chosen.some((other) => overlap(candidate, other))) chosen.push(candidate);
    }
  }
  return chosen.sort((a, b) => a.from - b.from);
}

/** A change as told: the median factor is that of the medians on both days. */
export function toChange({ from, to, direction, probability }: Candidate, start: number, medianY: (day: number) => number, statements: string[]): Change {
  return {
    from: formatDayNumber(start + from), to: formatDayNumber(start + to), direction,
    factor: rounded(10 ** (medianY(to) - medianY(from)), 2),
    probability: toProbability(probability), likelihood: likelihoodWord(toProbability(probability)), statements,
  };
}

/**
 * What counts as a change in the alarm on the last day. In thirty days so little is heard that a lesser change must be enough, and
 * then one odd figure is, too: by half in sixty days finds more, and is wrong half as often, as by 30 % in thirty (ADR 8).
 */
const RECENT = { days: 60, factor: FACTOR };

export function recentChange(paths: readonly Int16Array[], first: number, last: number): Estimate["recent"] {
  const { up, down } = moved(paths, Math.max(first, last - RECENT.days), last, cellsOf(RECENT.factor));
  return { ...RECENT, up: toProbability(up), down: toProbability(down), alarm: toProbability(up + down) };
}
