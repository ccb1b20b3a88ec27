import { describe, expect, it } from "vitest";
import { createWorld, EPOCH } from "../../bench/estimate/simulate.ts";
import { formatDayNumber } from "../../src/estimate/days.ts";
import { quantiles, toMen } from "../../src/estimate/grid.ts";
import { massOfDay, posteriorOf } from "../../src/estimate/posterior.ts";
import { createProblem, type Problem } from "../../src/estimate/problem.ts";
import type { StatedClaim } from "../../src/claims/index.ts";
import { level, men } from "./claims.ts";

const DAYS = 120;
const DAY = 60;
const DATE = formatDayNumber(EPOCH + DAY);

const problemOf = (claims: readonly StatedClaim[]): Problem =>
  createProblem(claims, { situation: null, within: () => null, sources: [{ name: "New", leaning: "neutral" }], from: formatDayNumber(EPOCH), to: formatDayNumber(EPOCH + DAYS - 1) });

/** Median and width of the 90 % band, in powers of ten, in the middle of the period. */
function middle(claims: readonly StatedClaim[]): { y: number; width: number } {
  const problem = problemOf(claims);
  const [p05, y, p95] = quantiles(problem.course.grid, massOfDay(posteriorOf(problem), problem, DAY + EPOCH - problem.period.start), [0.05, 0.5, 0.95]) as [number, number, number];
  return { y, width: p95 - p05 };
}

// Seeds that nothing was tuned on; enough claims that there is something to agree with.
const worlds = Array.from({ length: 24 }, (_, i) => createWorld(200_001 + i, { days: DAYS, rate: 2 }).claims).filter((claims) => claims.length > 8);
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

describe("over many worlds", () => {
  const before = worlds.map(middle);
  const said = (factor: number) => worlds.map((claims, i) => {
    const value = Math.max(60, Math.round(toMen((before[i] as { y: number }).y) * factor));
    return middle([...claims, level(men("exact", value), DATE, "New", { id: "new" })]);
  });
  const wider = (after: readonly { width: number }[]): number[] => after.map(({ width }, i) => width - (before[i] as { width: number }).width);

  it("one more independent statement that agrees narrows the band", () => {
    const changes = wider(said(1));
    expect(mean(changes)).toBeLessThan(-0.01);
    expect(changes.filter((change) => change < 0).length / changes.length).toBeGreaterThan(0.8);
  });

  it("one that contradicts does not", () => {
    expect(mean(wider(said(8)))).toBeGreaterThan(0);
  });

  it("one relay more leaves it as it is", () => {
    const relayed = worlds.map((claims) => middle([...claims, { ...(claims[4] as StatedClaim), id: "relay", published: formatDayNumber(EPOCH + DAYS - 1) }]));
    expect(wider(relayed)).toEqual(worlds.map(() => 0));
  });
});

it("courses drawn from the posterior have its distribution on every day", () => {
  const worst = [3, 5, 7].map((seed) => {
    const problem = problemOf(createWorld(200_100 + seed, { days: DAYS, rate: 1.5 }).claims);
    const count = 800;
    const { smoothed, paths } = posteriorOf(problem, count);
    const { size } = problem.course.grid;
    expect(paths).toHaveLength(count);
    let most = 0;
    for (let day = 0; day < problem.course.days; day += 7) {
      for (let g = 10; g < size; g += 10) {
        let share = 0;
        for (let cell = 0; cell < g; cell++) share += smoothed.mass[day * size + cell] as number;
        if (share < 0.02 || share > 0.98) continue;
        const drawn = paths.filter((path) => (path[day] as number) < g).length / count;
        most = Math.max(most, Math.abs(drawn - share) / Math.sqrt((share * (1 - share)) / count));
      }
    }
    return most;
  });
  // Some hundred comparisons of each world: the greatest of as many independent normals is above 4 once in a hundred times.
  expect(Math.max(...worst)).toBeLessThan(4);
  expect(Math.max(...worst)).toBeGreaterThan(0);
});
