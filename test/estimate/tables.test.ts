import { describe, expect, it } from "vitest";
import { formatDayNumber, spanOf, windowOf } from "../../src/estimate/days.ts";
import { createGrid, toY } from "../../src/estimate/grid.ts";
import { likelihoodWord } from "../../src/estimate/likelihood-words.ts";
import { Rows, rowWidth } from "../../src/estimate/likelihood.ts";
import { BIAS_CELLS, BIAS_REACH, SCATTERS, sourcePrior } from "../../src/estimate/source-priors.ts";
import { figureOf, LIKELIHOODS } from "../../src/estimate/wording.ts";
import { addForecast, average, emptyScore, forecastOfMass, forecastOfNormal } from "../../bench/estimate/score.ts";
import { between, claim, men } from "./claims.ts";

describe("ICD 203 words", () => {
  it.each([
    [0.01, "almost no chance"], [0.05, "very unlikely"], [0.2, "unlikely"], [0.45, "roughly even chance"], [0.5, "roughly even chance"],
    [0.55, "roughly even chance"], [0.56, "likely"], [0.8, "likely"], [0.81, "very likely"], [0.95, "very likely"], [0.96, "almost certain"],
  ])("%f is %s", (probability, word) => {
    expect(likelihoodWord(probability)).toBe(word);
  });
});

describe("the days of a date", () => {
  it.each([
    ["2023-10-31", "2023-10-31", "2023-10-31"], ["2023-02", "2023-02-01", "2023-02-28"], ["2024", "2024-01-01", "2024-12-31"],
    ["2023-22", "2023-06-01", "2023-08-31"], ["2023-24", "2023-12-01", "2024-02-29"], ["2023-07/2023-08-15", "2023-07-01", "2023-08-15"], ["2023-10-16~", "2023-10-16", "2023-10-16"],
  ])("%s", (edtf, first, last) => {
    const span = spanOf(edtf);
    expect([formatDayNumber(span.first ?? 0), formatDayNumber(span.last ?? 0)]).toEqual([first, last]);
  });

  it.each([
    ["the present tense lags", { said: "2023-10-31", asOf: "2023-10-31" }, "2023-10-18", "2023-10-31"],
    ["another day is that day", { said: "2023-10-31", asOf: "2023-10-16" }, "2023-10-16", "2023-10-16"],
    ["about a day is a fortnight", { said: "2023-10-31", asOf: "2023-10-16~" }, "2023-10-09", "2023-10-23"],
    ["a month that is not over ends when it is spoken of", { said: "2023-10-10", asOf: "2023-10" }, "2023-10-01", "2023-10-10"],
    ["by the end of May", { said: "2023-08-01", asOf: "../2023-05-31" }, "2023-05-17", "2023-05-31"],
    ["since August", { said: "2023-10-31", asOf: "2023-08/.." }, "2023-08-01", "2023-10-31"],
    ["no date but that of the page", { published: "2023-10-31" }, "2023-10-18", "2023-10-31"],
  ])("%s", (_, dates, first, last) => {
    const window = windowOf(claim(dates));
    expect([formatDayNumber(window?.first ?? 0), formatDayNumber(window?.last ?? 0)]).toEqual([first, last]);
  });
});

describe("the likelihood of a figure", () => {
  const grid = createGrid();
  const at = (row: Float64Array, number: number): number => row[BIAS_REACH * BIAS_CELLS + Math.round((toY(number) - toY(0)) / 0.03)] as number;

  it.each([
    ["exact", men("exact", 2000), 2000, [500, 8000]],
    ["under", men("under", 1000), 800, [100, 3000]],
    ["up to", men("upto", 2000), 1700, [200, 6000]],
    ["at least", men("atleast", 1000), 1200, [300, 20_000]],
    ["range", between(2000, 4000), 2900, [500, 15_000]],
    ["thousands", between(2000, 9999, "vague"), 4500, [300, 60_000]],
  ])("is greatest where the words point: %s", (_, quantity, likely, unlikely) => {
    const figure = figureOf(quantity);
    if (figure === null) throw new Error("no figure");
    const row = new Rows(grid).of({ figure, certainty: "certain" }).logs;
    for (const number of unlikely) expect(at(row, likely)).toBeGreaterThan(at(row, number) + 1);
  });

  it("is finite everywhere, for every shape", () => {
    const rows = new Rows(grid);
    for (const shape of Object.keys(LIKELIHOODS) as (keyof typeof LIKELIHOODS)[]) {
      for (const [low, high] of [[0, 1], [0, 1e7], [5, 5], [2000, 9999], [1e7, 1e7]] as const) {
        const row = rows.of({ figure: { shape, low, high, sd: 0 }, certainty: "certain" }).logs;
        expect(row).toHaveLength(SCATTERS.length * rowWidth(grid));
        expect(row.every(Number.isFinite)).toBe(true);
      }
    }
  });

  it("goes with a prior over sources that sums to one", () => {
    expect(sourcePrior("understates").reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  });
});

describe("the score that the bench gives", () => {
  it("is that of the closed form, for a normal distribution on the grid", () => {
    const grid = createGrid();
    const mass = grid.y.map((y) => Math.exp(-0.5 * ((y - 3.5) / 0.3) ** 2));
    const sum = mass.reduce((a, b) => a + b, 0);
    const onGrid = forecastOfMass(grid, mass.map((value) => value / sum), 3.8);
    const closed = forecastOfNormal(3.5, 0.3, 3.8);
    for (const part of ["crps", "median", "p05", "p95"] as const) expect(onGrid[part]).toBeCloseTo(closed[part], 2);
  });

  it("counts a truth in the band as held, and weighs worlds alike", () => {
    const [hit, miss] = [emptyScore(), emptyScore()];
    for (let i = 0; i < 9; i++) addForecast(hit, forecastOfNormal(3, 0.3, 3.1), 3.1);
    addForecast(miss, forecastOfNormal(3, 0.3, 4.5), 4.5);
    expect(average([hit, miss]).in90).toBe(0.5);
  });
});
