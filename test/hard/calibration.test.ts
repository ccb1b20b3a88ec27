import { expect, it } from "vitest";
import { BIAS_PRIORS, DECEIVERS, MOST_BIAS, SCATTERS, SHARED_BIAS_SD } from "../../src/estimate/source-priors.ts";
import { CERTAINTY } from "../../src/estimate/wording.ts";
import { CARRIES, DYNAMICS, MOVES, SWITCH } from "../../src/estimate/dynamics.ts";
import { formatDayNumber } from "../../src/estimate/days.ts";
import { createGrid, OFFSET } from "../../src/estimate/grid.ts";
import { massOfDay, posteriorOf } from "../../src/estimate/posterior.ts";
import { createProblem } from "../../src/estimate/problem.ts";
import { LEANINGS, type Leaning, type StatedClaim } from "../../src/claims/index.ts";
import { EPOCH } from "../../bench/estimate/simulate.ts";
import { Chance } from "../../bench/estimate/world.ts";
import { level, men } from "../estimate/claims.ts";

// Simulation-based calibration (Talts et al. 2018, https://arxiv.org/abs/1804.06788): where both the truth and the
// claims are drawn from the model's own prior, the rank of the truth in its posterior is uniform.
const WORLDS = 400;
const DAYS = 240;
const SOURCES = 6;
/** First days of the stretches in each of which a source may speak once, and days that it has for it. */
const STRETCHES = [0, 60, 120, 180];
const APART = 30;
const BINS = 10;
const MOST_SAID = 100_000;
/** Chi-squared with 9 degrees of freedom is above this once in a hundred times. */
const CRITICAL = 21.67;

const grid = createGrid();
const within = (cell: number): number => Math.min(grid.size - 1, Math.max(0, cell));

/** A course of the number out of the prior, as cells. */
function drawCourse(chance: Chance): number[] {
  let [regime, cell] = [chance.weighted(DYNAMICS.initial.map((share, r) => [r, share] as const)), chance.int(0, grid.size - 1)];
  return Array.from({ length: DAYS }, (_, day) => {
    if (day === 0) return cell;
    regime = chance.weighted((SWITCH[regime] as readonly number[]).map((share, r) => [r, share] as const));
    const moves = MOVES[regime] as (typeof MOVES)[number];
    const [down, up] = regime === 0 ? [DYNAMICS.jumpDown, DYNAMICS.jumpUp] : [0, 0];
    const step = chance.weighted([["jump down", down], ["jump up", up], ["down", moves.down], ["up", moves.up], ["stay", 1 - down - up - moves.down - moves.up]] as const);
    const { carry } = chance.weighted(CARRIES.map((one) => [one, one.weight] as const));
    const size = 1 + Math.floor(Math.log(1 - chance.next()) / Math.log(carry));
    cell = within(cell + { "jump down": -size, "jump up": size, down: -1, up: 1, stay: 0 }[step]);
    return cell;
  });
}

function drawSource(chance: Chance): { leaning: Leaning; bias: number; scatter: number } {
  const leaning = chance.pick(LEANINGS);
  const { mean, sd } = BIAS_PRIORS[leaning];
  const bias = chance.is(DECEIVERS) ? chance.between(-MOST_BIAS, MOST_BIAS) : mean + sd * chance.normal();
  return { leaning, bias, scatter: chance.weighted(SCATTERS.map((one) => [one.sd, one.prior] as const)) };
}

/**
 * Share of the posterior below the truth, on one day; within a cell wherever chance has it. Null for claims that nobody
 * makes (fewer than one man) or that make the grid longer than the prior's: leaving out worlds by what is said in them
 * alone leaves the ranks of the others uniform.
 */
function rankOf(seed: number): number | null {
  const chance = new Chance(seed);
  const course = drawCourse(chance);
  const shared = SHARED_BIAS_SD * chance.normal();
  const sources = Array.from({ length: SOURCES }, (_, i) => ({ name: `S${i}`, ...drawSource(chance) }));
  // Apart far enough that the model takes them for independent, as they are.
  const spoken = sources.flatMap((one) => STRETCHES.filter(() => chance.is(0.6)).map((stretch) => ({ ...one, day: stretch + chance.int(0, APART - 1) })));
  const claims: StatedClaim[] = spoken.map(({ name, bias, scatter, day }, i) => {
    const y = chance.is(CERTAINTY.certain.outlier)
      ? chance.between(grid.y[0] as number, grid.y[grid.size - 1] as number)
      : (grid.y[course[day] as number] as number) + shared + bias + scatter * chance.normal();
    // Not said on the day that it holds for, so that no lag comes in; not round, so that no rounding does.
    const value = 10 ** y - OFFSET;
    return level(men("exact", value), formatDayNumber(EPOCH + DAYS), name, { asOf: formatDayNumber(EPOCH + day), id: `c${i}` });
  });
  if (claims.some(({ quantity }) => (quantity?.point ?? 0) < 1 || (quantity?.point ?? 0) > MOST_SAID)) return null;
  const problem = createProblem(claims, { situation: null, within: () => null, sources, from: formatDayNumber(EPOCH), to: formatDayNumber(EPOCH + DAYS - 1) });
  const day = chance.int(0, DAYS - 1);
  const mass = massOfDay(posteriorOf(problem), problem, day + EPOCH - problem.period.start);
  const truth = course[day] as number;
  let below = 0;
  for (let g = 0; g < truth; g++) below += mass[g] as number;
  return below + chance.next() * (mass[truth] as number);
}

it("the truth's rank in the posterior is uniform when the model's own prior made the world", () => {
  const counts = Array.from({ length: BINS }, () => 0);
  for (let seed = 300_001, done = 0; done < WORLDS; seed++) {
    const rank = rankOf(seed);
    if (rank === null) continue;
    const bin = Math.min(BINS - 1, Math.floor(rank * BINS));
    counts[bin] = (counts[bin] as number) + 1;
    done++;
  }
  const expected = WORLDS / BINS;
  const chiSquared = counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
  console.log(`ranks of ${WORLDS} worlds by tenths: ${counts.join(" ")}; chi-squared ${chiSquared.toFixed(1)}, critical ${CRITICAL}`);
  expect(chiSquared).toBeLessThan(CRITICAL);
});
