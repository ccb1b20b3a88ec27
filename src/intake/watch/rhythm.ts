import type { Feed } from "../formats/feed-entries.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** No feed is asked more often or more rarely. */
const [LEAST_MS, MOST_MS] = [5 * MINUTE, DAY];
/** Where a feed says nothing of its rhythm. */
const USUAL_MS = 60 * MINUTE;
/** Entries by whose dates the rhythm is told. */
const RECENT = 10;

const clamp = (ms: number): number => Math.min(MOST_MS, Math.max(LEAST_MS, ms));

/** Half the usual time between two entries, so that most are met soon; null where too few have dates. */
function gapMs({ entries }: Feed): number | null {
  const times = entries.flatMap(({ updated }) => (updated === null ? [] : [Date.parse(updated)])).sort((a, b) => b - a).slice(0, RECENT);
  const gaps = times.slice(1).map((time, i) => (times[i] ?? 0) - time).sort((a, b) => a - b);
  return gaps.length < 2 ? null : (gaps[Math.floor(gaps.length / 2)] ?? 0) / 2;
}

/**
 * Milliseconds until a feed is asked again: what it asks for itself, or else by how often it has something new; never before what the
 * server says its answer holds for. Some chance in it keeps feeds from being asked all at once.
 *
 * @param chance  in [0, 1)
 */
export function pauseOf(feed: Feed, maxAgeSeconds: number | null, chance: number): number {
  const own = feed.everySeconds === null ? null : feed.everySeconds * 1000;
  const wanted = Math.max(own ?? gapMs(feed) ?? USUAL_MS, (maxAgeSeconds ?? 0) * 1000);
  return Math.round(clamp(wanted) * (0.9 + 0.2 * chance));
}

/**
 * Milliseconds until a feed that failed is asked again: twice as long with each failure, up to a day, half of it by chance.
 *
 * @param failures  1 or more, one after the other
 */
export const backOffMs = (failures: number, chance: number): number => Math.round(Math.min(MOST_MS, LEAST_MS * 2 ** Math.min(failures - 1, 20)) * (0.5 + chance));
