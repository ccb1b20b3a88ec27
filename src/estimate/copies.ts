import type { Leaning } from "../claims/index.ts";
import type { Figure } from "./wording.ts";

/** What is needed to tell whether a figure was taken from somebody else. */
export interface Spoken {
  source: number;
  leaning: Leaning;
  /** Last day that it may hold for. */
  day: number;
  figure: Figure;
}

/**
 * Chance that a source copies at all, and that two sources that do not copy give the same figure, by its significant
 * digits: a rare value in common betrays copying. Dong, Berti-Equille and Srivastava, Integrating conflicting data: the
 * role of source dependence (VLDB 2009), https://doi.org/10.14778/1687627.1687690. Values are judgements.
 */
const COPYING = { media: 0.45, other: 0.125 };
const SAME_BY_CHANCE = [0.2, 0.2, 0.08, 0.02] as const;
const COPY_DAYS = 10;

/** Figures of one source closer than this are not independent: what it got wrong the first time it still has wrong. */
const REPEAT_DAYS = 30;
const REPEAT_CORRELATION = 0.4;

function significantDigits({ low, high, shape }: Figure): number {
  const men = shape === "interval" || high === Infinity ? low : high;
  let rest = Math.round(men);
  while (rest > 0 && rest % 10 === 0) rest /= 10;
  return Math.min(SAME_BY_CHANCE.length - 1, String(rest).length);
}

function copyChance({ leaning, figure }: Spoken): number {
  const copying = leaning === "media" ? COPYING.media : COPYING.other;
  const chance = SAME_BY_CHANCE[significantDigits(figure)] as number;
  return copying / (copying + (1 - copying) * chance);
}

const keyOf = ({ shape, low, high }: Figure): string => `${shape} ${low} ${high}`;

/**
 * The share of each figure that is news, in (0, 1]: less than 1 where another source gave the same figure in the days
 * before, and where the same source spoke of the same time more than once.
 *
 * @param spoken  in the order of their days
 */
export function independence(spoken: readonly Spoken[]): Float64Array {
  const weights = new Float64Array(spoken.length).fill(1);
  const bySaying = new Map<string, number[]>();
  for (const [i, one] of spoken.entries()) {
    const key = keyOf(one.figure);
    const same = bySaying.get(key) ?? [];
    const copied = same.some((j) => (spoken[j] as Spoken).source !== one.source && one.day - (spoken[j] as Spoken).day <= COPY_DAYS);
    if (copied) weights[i] = 1 - copyChance(one);
    bySaying.set(key, [...same.filter((j) => one.day - (spoken[j] as Spoken).day <= COPY_DAYS), i]);
  }
  for (const [i, neighbours] of neighboursOf(spoken).entries()) weights[i] = (weights[i] as number) / (1 + REPEAT_CORRELATION * neighbours);
  return weights;
}

/** How many other figures of the same source lie near each, those farther away counting less. */
function neighboursOf(spoken: readonly Spoken[]): Float64Array {
  const counts = new Float64Array(spoken.length);
  const recent = new Map<number, number[]>();
  for (const [i, { source, day }] of spoken.entries()) {
    const near = (recent.get(source) ?? []).filter((j) => day - (spoken[j] as Spoken).day < REPEAT_DAYS);
    for (const j of near) {
      const share = 1 - (day - (spoken[j] as Spoken).day) / REPEAT_DAYS;
      counts[i] = (counts[i] as number) + share;
      counts[j] = (counts[j] as number) + share;
    }
    recent.set(source, [...near, i]);
  }
  return counts;
}
