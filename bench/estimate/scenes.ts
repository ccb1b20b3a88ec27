import type { SourceLeaning } from "../../src/claims/index.ts";
import { formatDayNumber } from "../../src/estimate/days.ts";
import { toY } from "../../src/estimate/grid.ts";
import { createProblem, type Problem } from "../../src/estimate/problem.ts";
import { massOfDay, posteriorOf } from "../../src/estimate/posterior.ts";
import { pointsOf, type Baseline, type Point } from "./baselines.ts";
import { addForecast, emptyScore, forecastOfMass, forecastOfNormal, type Score } from "./score.ts";
import { createWorld, EPOCH, type World, type WorldOptions } from "./simulate.ts";

export const DAYS = 365;

/** A world with its claims taken in: what every method starts from. */
export interface Scene {
  world: World;
  problem: Problem;
  points: Point[];
  /** Days of the chain before the first that is scored. */
  offset: number;
}

const leaningsOf = (world: World): SourceLeaning[] => world.speakers.map(({ name, leaning }) => ({ name, leaning }));

/** Null for a world in which nobody says anything. */
export function createScene(seed: number, { areKindsKnown = true, ...options }: WorldOptions & { areKindsKnown?: boolean } = {}): Scene | null {
  const world = createWorld(seed, options);
  if (world.claims.length === 0) return null;
  const problem = createProblem(world.claims, {
    situation: null, within: () => null, sources: areKindsKnown ? leaningsOf(world) : [],
    from: formatDayNumber(EPOCH), to: formatDayNumber(EPOCH + DAYS - 1),
  });
  return { world, problem, points: pointsOf(problem), offset: EPOCH - problem.period.start };
}

export function scoreOurs({ world, problem, offset }: Scene): Score {
  const posterior = posteriorOf(problem);
  const score = emptyScore();
  for (let day = 0; day < DAYS; day++) {
    const truth = toY(world.truth.men[day] as number);
    addForecast(score, forecastOfMass(problem.course.grid, massOfDay(posterior, problem, day + offset), truth), truth);
  }
  return score;
}

export function scoreBaseline({ world, problem, points, offset }: Scene, method: Baseline): Score {
  const { mean, sd } = method(points, problem.course.days, problem.sources.length);
  const score = emptyScore();
  for (let day = 0; day < DAYS; day++) {
    const truth = toY(world.truth.men[day] as number);
    addForecast(score, forecastOfNormal(mean[day + offset] as number, sd[day + offset] as number, truth), truth);
  }
  return score;
}
