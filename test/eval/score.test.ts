import { describe, expect, it } from "vitest";
import { goldOf, whole, type LooseClaim } from "../../src/eval/gold.ts";
import { pairClaims, sharedPart } from "../../src/eval/pairing.ts";
import { Scorer } from "../../src/eval/score.ts";

const TEXT = "The ministry said 500 soldiers left Arbola. About 40 tanks remain at the airfield, it said.";
const left: LooseClaim = {
  kind: "departure", force: "Norland", place: "Arbola", country: "NO",
  quantity: { low: 500, high: 500, point: 500, modifier: "exact", unit: "personnel", words: "500" },
  source: { person: null, role: null, organisation: "Ministry of Defence" }, attribution: "paraphrase", evidence: "500 soldiers left Arbola",
};
const remain: LooseClaim = {
  kind: "strength", force: "Norland", place: "airfield", country: "NO",
  quantity: { low: 40, high: 40, point: 40, modifier: "about", unit: "tank", words: "About 40" },
  source: { organisation: "Ministry of Defence" }, attribution: "paraphrase", evidence: "About 40 tanks remain at the airfield",
};
const gold = goldOf({ id: "one", text: TEXT, claims: [left, remain] });

function score(read: LooseClaim[] | null) {
  const scorer = new Scorer(10);
  scorer.add(gold, read);
  return { ...scorer.score(), misses: scorer.misses };
}

describe("the figures", () => {
  it("are all 1 for what the gold says", () => {
    const { claim, numberF, headlineF, fullF, slot, misses } = score([left, remain]);
    expect([claim.f1, numberF.f1, headlineF.f1, fullF.f1]).toEqual([1, 1, 1, 1]);
    expect(new Set(Object.values(slot))).toEqual(new Set([1]));
    expect(misses).toEqual([]);
  });
  it("are all 0 for a document that was not read, and say so", () => {
    const { absent, claim, misses } = score(null);
    expect([absent, claim.f1, misses.map(({ why }) => why)]).toEqual([1, 0, ["missed", "missed"]]);
  });
  it("count an invented claim against precision only", () => {
    const { claim, misses } = score([left, remain, { ...left, kind: "threat" }]);
    expect(claim).toEqual({ precision: 0.667, recall: 1, f1: 0.8 });
    expect(misses.map(({ why }) => why)).toEqual(["invented"]);
  });
  it("name the slots that spoil a headline", () => {
    const { number, headline, misses } = score([{ ...left, force: "Sudland", source: null }, remain]);
    expect([number, headline, misses.map(({ why }) => why)]).toEqual([2, 1, ["force,source"]]);
  });
  it("keep the certainty out of the headline and in the full claim", () => {
    const { headline, full } = score([{ ...left, certainty: "probable" }, remain]);
    expect([headline, full]).toEqual([2, 1]);
  });
  it("count evidence that is not in the text as unanchored", () => {
    const at = TEXT.indexOf("500");
    expect(score([{ ...left, evidence: "500 men went" }]).unanchored).toBe(1);
    expect(score([{ ...left, evidence: { start: at, end: at + 24, text: "501 soldiers left Arbola" } }]).unanchored).toBe(1);
    expect(score([{ ...left, evidence: { start: at, end: at + 24 } }]).unanchored).toBe(0);
  });
});

describe("pairing", () => {
  it.each([
    ["half of the shorter is enough", { start: 0, end: 10 }, { start: 5, end: 15 }, 0.5],
    ["no overlap is none", { start: 0, end: 10 }, { start: 10, end: 20 }, 0],
    ["a paragraph is not evidence for a clause", { start: 0, end: 10 }, { start: 0, end: 51 }, 0],
    ["a fifth of the longer is", { start: 0, end: 10 }, { start: 0, end: 50 }, 1],
  ])("%s", (_, a, b, expected) => expect([sharedPart(a, b), sharedPart(b, a)]).toEqual([expected, expected]));

  it("gives each claim one partner, the one that agrees most", () => {
    const worse = whole({ ...left, force: "Sudland" });
    expect([...pairClaims([whole(left)], [worse, whole(left)], TEXT)]).toEqual([[0, 1]]);
  });
});

describe("a gold line", () => {
  it.each([
    ["without claims", { text: TEXT }, /"claims" must be a list/],
    ["with a claim of no kind", { text: TEXT, claims: [left, { evidence: "x" }] }, /claim 2 has no "kind"/],
    ["with a claim of no words", { text: TEXT, claims: [{ kind: "threat" }] }, /claim 1 has no "evidence"/],
  ])("%s is refused with the reason", (_, line, reason) => expect(() => goldOf(line)).toThrow(reason));
});
