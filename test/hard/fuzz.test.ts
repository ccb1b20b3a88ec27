import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Compile } from "typebox/compile";
import { Claim } from "../../src/claims/claim.ts";
import type { Span } from "../../src/claims/index.ts";
import { readEnglish } from "./english.ts";

const checker = Compile(Claim);

// Words that lead the reader deep into its passes, in between what no one expects.
const WORDS = [
  "Russian", "soldiers", "troops", "about 2,000", "fewer than a thousand", "most of them", "have left", "arrived in", "were withdrawn from", "Belarus", "Minsk",
  "said", "“", "”", '"', "according to", "Andriy Demchenko", "on Tuesday", "(October 31)", "not", "may", "would", "if", ".", ",", "\n\n", "by the end of May", "Wagner Group",
  "10-12 thousand", "the 4th Tank Division", "he added", "half", "KYIV –", "# ", "\u00a0", "’s",
] as const;

const words = fc.array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...WORDS) }, { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) }), { maxLength: 400 });
const texts = fc.oneof(
  words.map((list) => list.join(" ")),
  fc.string({ unit: "binary", maxLength: 4000 }),
  fc.string({ unit: "grapheme", maxLength: 2000 }),
  // UTF-16 with halves of surrogate pairs, as a careless cut leaves them.
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 2000 }).map((units) => String.fromCharCode(...units)),
);

const isInside = (text: string, { start, end }: Span) => Number.isInteger(start) && start >= 0 && start <= end && end <= text.length;

function expectAnchored(text: string) {
  const { claims, losers, layers } = readEnglish(text);
  for (const claim of claims) {
    expect([...checker.Errors(claim)]).toEqual([]);
    expect(text.slice(claim.evidence.start, claim.evidence.end)).toBe(claim.evidence.text);
    for (const { span } of Object.values(claim.spans)) expect(span === null || isInside(text, span)).toBe(true);
    expect(text).toContain(claim.quantity?.words ?? "");
  }
  expect(losers).toHaveLength(claims.length);
  const spans = Object.values(layers).flat().flatMap((one) => ("start" in one ? [one] : [one.source, one.cue, ...one.content]));
  expect(spans.filter((span) => span !== null && !isInside(text, span))).toEqual([]);
}

describe("whatever the text", () => {
  it("the reader answers, every claim fits the schema, and every span lies in the text", () => {
    fc.assert(fc.property(texts, expectAnchored), { numRuns: 3000, endOnFailure: true });
  });

  it("the same text gives the same claims", () => {
    fc.assert(fc.property(texts, (text) => void expect(readEnglish(text)).toEqual(readEnglish(text))), { numRuns: 300 });
  });
});
