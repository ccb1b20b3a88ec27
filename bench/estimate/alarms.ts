import { recentChange } from "../../src/estimate/changes.ts";
import { formatDayNumber } from "../../src/estimate/days.ts";
import { COURSES } from "../../src/estimate/estimate.ts";
import { EstimateError } from "../../src/estimate/errors.ts";
import { toY } from "../../src/estimate/grid.ts";
import { posteriorOf } from "../../src/estimate/posterior.ts";
import { createProblem } from "../../src/estimate/problem.ts";
import { DAYS } from "./scenes.ts";
import { createWorld, EPOCH, type World } from "./simulate.ts";

/** The alarm is read once a week, from the claims published by then, once two months of them are in. */
const WEEK = 7;
const FIRST = 60;
export const THRESHOLD = 0.5;
/** A change to be found: by half or more within thirty days; and what is change enough for an alarm not to be false. */
const CHANGE = Math.log10(1.5);
const SLIGHT = Math.log10(1.2);
const MONTH = 30;
const FOUND_WITHIN = 60;

/** Difference to thirty days before, in powers of ten. */
const monthly = ({ truth: { men } }: World, day: number): number => Math.abs(toY(men[day] as number) - toY(men[Math.max(0, day - MONTH)] as number));

/** First days of stretches in which the number differs much from a month before. */
function changesOf(world: World): number[] {
  const onsets: number[] = [];
  for (let day = FIRST; day < DAYS; day++) if (monthly(world, day) >= CHANGE && monthly(world, day - 1) < CHANGE) onsets.push(day);
  return onsets;
}

/** Days on which the alarm is on. */
function alarmsOf(world: World, threshold: number): number[] {
  const days: number[] = [];
  for (let day = FIRST; day < DAYS; day += WEEK) {
    const to = formatDayNumber(EPOCH + day);
    const known = world.claims.filter(({ published }) => (published ?? "") <= to);
    try {
      const problem = createProblem(known, { situation: null, within: () => null, sources: world.speakers, from: formatDayNumber(EPOCH), to });
      const { paths } = posteriorOf(problem, COURSES);
      if (recentChange(paths, 0, problem.course.days - 1).alarm > threshold) days.push(day);
    } catch (error) {
      // Nothing was said yet.
      if (!(error instanceof EstimateError)) throw error;
    }
  }
  return days;
}

export interface Alarms {
  changes: number;
  found: number;
  /** Days from each change to its alarm. */
  delays: number[];
  false: number;
  years: number;
}

/** How the weekly alarm did in some worlds. Alarms less than four weeks apart are one. */
export function alarmsIn(seeds: readonly number[], threshold = THRESHOLD): Alarms {
  const all: Alarms = { changes: 0, found: 0, delays: [], false: 0, years: 0 };
  for (const world of seeds.map((seed) => createWorld(seed))) {
    const alarms = alarmsOf(world, threshold);
    const starts = alarms.filter((day, i) => day - (alarms[i - 1] ?? -Infinity) > 28);
    all.years += (DAYS - FIRST) / 365;
    all.false += starts.filter((start) => !Array.from({ length: FOUND_WITHIN + WEEK }, (_, i) => start + WEEK - i).some((day) => day >= 0 && day < DAYS && monthly(world, day) >= SLIGHT)).length;
    for (const onset of changesOf(world)) {
      all.changes += 1;
      const alarm = alarms.find((day) => day >= onset - WEEK && day <= onset + FOUND_WITHIN);
      if (alarm === undefined) continue;
      all.found += 1;
      all.delays.push(alarm - onset);
    }
  }
  return all;
}
