import { describe, expect, it } from "vitest";
import { formatExplanation } from "../../src/cli/explain-text.ts";
import { explainReading } from "../../src/cli/explanation.ts";
import { lookOf } from "../../src/cli/terminal.ts";
import type { Loser } from "../../src/reader/reading.ts";
import { readingOf } from "./readings.ts";

const TEXT = "Around 2,000 soldiers remain in Arbola.";
const ARBOLA = { start: TEXT.indexOf("Arbola"), end: TEXT.indexOf(".") };
const loser = (value: string): Loser => ({ field: "place", rule: "place/city", span: ARBOLA, value, lostTo: "place/country", why: "another place stands nearer" });

function explained(losers: Loser[]): string[] {
  const reading = { ...readingOf([{ place: "Norland", spans: { place: { rule: "place/country", span: ARBOLA, status: "known" } } }]), losers: [losers] };
  const [claim] = explainReading(reading);
  return claim === undefined ? [] : formatExplanation(claim, 1, lookOf(160, false)).split("\n").map((line) => line.trim());
}

describe("explain", () => {
  it("says which rule read a field, from which words", () => {
    expect(explained([])).toEqual(expect.arrayContaining(["place       Norland", "known, place/country, from “Arbola”"]));
  });

  it.each([
    ["another value", "Arbola", "not Arbola (place/city, from “Arbola”): lost to place/country: another place stands nearer"],
    ["the same value, read elsewhere", "Norland", "also Norland (place/city, from “Arbola”): lost to place/country: another place stands nearer"],
  ])("says what lost, and why: %s", (_, value, line) => expect(explained([loser(value)])).toContain(line));

  it("names the fields of which nothing was said", () => {
    expect(explained([]).find((line) => line.startsWith("Not said:"))).toContain("quantity");
  });
});
