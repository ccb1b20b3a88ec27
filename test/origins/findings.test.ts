import { describe, expect, it } from "vitest";
import { boundsOf, rangeOf, type Quantity } from "../../src/claims/index.ts";
import { amountOf, compareAmounts, digitsOf } from "../../src/origins/amount.ts";
import { compareOccasions, edtfOfSaid, isDateAsGiven, occasionOf } from "../../src/origins/occasion.ts";
import { comparePlaces, placeView } from "../../src/origins/place.ts";
import { resemblance, sketchOf } from "../../src/origins/sketch.ts";
import { most, people } from "./helper.ts";

const range = (a: number, b: number): Quantity => ({ ...rangeOf(a, b), unit: "personnel", words: "-" });
const thousands: Quantity = { low: 2000, high: 9999, point: null, modifier: "vague", unit: "personnel", words: "thousands" };

describe("two quantities", () => {
  it.each<[string, Partial<Quantity> | null, Partial<Quantity> | null, string]>([
    ["under 1,000 and under 1,000", people("under 1000"), people("under 1000"), "quantity/figure"],
    ["under 1,000 and its bounds alone", people("under 1000"), { low: 0, high: 999 }, "quantity/figure"],
    ["over 4,000 and its bounds alone", people("over 4000"), { low: 4001, high: null }, "quantity/figure"],
    ["over 4,000 and about 4,000", people("over 4000"), people("about 4000"), "quantity/figure"],
    ["under 1,000 and over 1,000", people("under 1000"), people("over 1000"), "excluded"],
    ["2,800 and about 3,000", people("exact 2800"), people("about 3000"), "quantity/rounded"],
    ["2,800 and exactly 3,000", people("exact 2800"), people("exact 3000"), "excluded"],
    ["1,500 and about 2,000", people("exact 1500"), people("about 2000"), "excluded"],
    ["a range and the same", range(10_000, 12_000), range(12_000, 10_000), "quantity/figure"],
    ["thousands and thousands", thousands, thousands, "quantity/words"],
    ["thousands and 2,800", thousands, people("exact 2800"), "quantity/within"],
    ["thousands and 20,000", thousands, people("exact 20000"), "excluded"],
    ["most and the majority", most, { ...most, low: 60 }, "quantity/words"],
    ["most and a third", most, { ...most, low: 33, high: 33 }, "excluded"],
    ["most and 75 people", most, people("exact 75"), "excluded"],
    ["a number and none", people("exact 75"), null, "quantity/one"],
    ["none and none", null, null, "quantity/none"],
    ["none and nothing known", null, { unit: "personnel" }, "quantity/none"],
    ["zero and zero", people("exact 0"), people("exact 0"), "quantity/figure"],
    ["soldiers and tanks", people("exact 75"), { ...boundsOf("exact", 75), unit: "tank", words: "75 tanks" }, "excluded"],
  ])("%s", (_, a, b, rule) => {
    expect(compareAmounts(amountOf(a), amountOf(b))?.rule ?? "excluded").toBe(rule);
    expect(compareAmounts(amountOf(b), amountOf(a))?.rule ?? "excluded").toBe(rule);
  });

  it("a rare number says more than a round one, and less by a source that repeats its own", () => {
    const weight = (figure: string, oneSource: boolean) => compareAmounts(amountOf(people(figure)), amountOf(people(figure)), oneSource)?.weight ?? 0;
    expect(weight("exact 5820", false)).toBeGreaterThan(weight("exact 5800", false));
    expect(weight("exact 5800", false)).toBeGreaterThan(weight("exact 5000", false));
    expect(weight("exact 5000", false)).toBeGreaterThan(weight("exact 5000", true));
  });

  it.each([[9000, 1], [2800, 2], [10_200, 3], [0, 1], [0.25, 2], [1e21, 1], [Infinity, 1]])("%d has %d significant digits", (figure, digits) => {
    expect(digitsOf(figure)).toBe(digits);
  });
});

type When = [said: string | null, published: string | null];

describe("two dates", () => {
  it.each<[When, When, string]>([
    [["2023-10-31", null], ["2023-10-31", "2024-01-05"], "occasion/same-day"],
    [[null, "2023-10-31"], [null, "2023-10-31"], "occasion/window"],
    [[null, "2023-10-31"], [null, "2023-11-02"], "occasion/window"],
    [[null, "2023-10-31"], [null, "2023-11-05"], "occasion/late"],
    [[null, "2023-10-31"], [null, "2023-11-08"], "two occasions"],
    [["2023-10-31", null], [null, "2023-11-01"], "occasion/window"],
    [["2023-10-31", null], [null, "2023-10-30"], "occasion/next-day"],
    [["2023-10-31", null], [null, "2023-10-28"], "two occasions"],
    [["2023-10-31", null], ["2023-11-01", null], "occasion/next-day"],
    [["2023-10-31", null], ["2023-11-02", null], "two occasions"],
    [["2023-10", null], ["2023-10-31", null], "occasion/window"],
    [["2023-22", null], ["2023-10-31", null], "two occasions"],
    [["March 26", null], ["XXXX-03-26", null], "occasion/same-day"],
    [["March 26", null], ["27 March", null], "two occasions"],
    [["Oct. 31", "2023-11-01"], ["2023-10-31", null], "occasion/same-day"],
    [["May 28, 2025", null], ["2025-05-28", null], "occasion/same-day"],
    [["Monday", "2022-10-17"], ["2022-10-17", null], "occasion/same-day"],
    [["last Thursday", "2022-02-10"], ["2022-02-03", null], "occasion/same-day"],
    [["Monday", null], [null, "2022-10-16"], "two occasions"],
    [["Monday", "2022-10"], [null, "2022-10-17"], "occasion/weekday"],
    [["Monday", null], ["Tuesday", null], "two occasions"],
    [[null, null], [null, "2022-10-17"], "occasion/unknown"],
    [[null, null], [null, null], "occasion/unknown"],
    [["9999-12-31", "2022-10-17"], [null, "2022-10-17"], "occasion/window"],
  ])("%j and %j: %s", (a, b, rule) => {
    const [x, y] = [occasionOf(...a), occasionOf(...b)];
    expect(compareOccasions(x, y)?.rule ?? "two occasions").toBe(rule);
    expect(compareOccasions(y, x)?.rule ?? "two occasions").toBe(rule);
  });

  it.each([["2023-10-31", true], ["2023-22~", true], ["../2023-10", true], ["26 March", true], ["last Thursday", true], ["the other day", false], ["2023-13", false], ["", false]])("%j is understood: %s", (said, is) => {
    expect(isDateAsGiven(said)).toBe(is);
  });

  it.each([
    ["2023-22~", null, "2023-22~"], ["Tuesday", "2023-11-01", "2023-10-31"], ["26 March", "2023-04-01", "2023-03-26"], ["26 March", "2023-02-01", "2022-03-26"],
    ["Tuesday", "2023-11", null], ["26 March", null, null],
  ])("%j in a report of %j is %j in EDTF", (said, published, edtf) => {
    expect(edtfOfSaid(said, published)).toBe(edtf);
  });
});

type Where = [place: string | null, country: string | null];

describe("two places", () => {
  it.each<[Where, Where, string]>([
    [["Belarus", "BY"], ["Belarus", null], "place/same"],
    [["Osipovichi", "BY"], ["Asipovichy", "BY"], "place/same"],
    [["Osipovichi", "BY"], ["Osipovichi", "BY"], "place/spot"],
    [["Osipovichi", "BY"], ["Belarus", "BY"], "place/wider"],
    [["Osipovichi", "BY"], ["Mozyr", "BY"], "place/other"],
    [["Osipovichi training ground", "BY"], ["Mozyr training ground", "BY"], "place/other"],
    [["Osipovichi", "BY"], [null, null], "place/unknown"],
    [["Gao", "ML"], ["Gao", "NE"], "two countries"],
  ])("%j and %j: %s", (a, b, rule) => {
    expect(comparePlaces(placeView(...a), placeView(...b))?.rule ?? "two countries").toBe(rule);
  });
});

describe("two texts", () => {
  const text = "The spokesman said that fewer than a thousand soldiers remained in the country, and that nobody had come to replace them since July.";
  it.each([
    ["the same", text, text, 1, 1],
    ["with a sentence more", text, `${text} He did not say where they had gone.`, 0.6, 0.99],
    ["with other marks and capitals", text, text.toUpperCase().replace(",", " –"), 1, 1],
    ["on another matter", text, "Trains have been late on most lines this week because of snow.", 0, 0.05],
    ["too short for a shingle", "So what", "So what", 0, 0],
    ["in a script without spaces", "白俄罗斯境内仍有不到一千名俄罗斯士兵", "白俄罗斯境内仍有不到一千名俄罗斯士兵", 1, 1],
  ])("%s", (_, a, b, least, most_) => {
    const share = resemblance(sketchOf([a]), sketchOf([b]));
    expect(share).toBeGreaterThanOrEqual(least);
    expect(share).toBeLessThanOrEqual(most_);
  });

  it("what is quoted counts more than what stands around it", () => {
    const around = (quote: string) => [`One outlet opened with the weather and wrote ${quote} and went on.`, `Another paper put it last, after sports: ${quote} it said so.`] as const;
    const of = ([a, b]: readonly [string, string]) => resemblance(sketchOf([a]), sketchOf([b]));
    expect(of(around("“fewer than a thousand of them remain there today”"))).toBeGreaterThan(of(around("fewer than a thousand of them remain there today")));
  });

  it("the share of common shingles in long texts is right within a tenth", () => {
    const words = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `word${from + i}`).join(" ");
    expect(Math.abs(resemblance(sketchOf([words(0, 3000)]), sketchOf([words(1000, 4000)])) - 0.5)).toBeLessThan(0.1);
  });
});
