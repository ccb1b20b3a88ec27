import type { Claim, Document } from "../../src/claims/index.ts";
import { NO_LAYERS, type Reading } from "../../src/reader/reading.ts";

const TEXT = "Around 2,000 soldiers remain in Arbola.";

/** A claim made by hand, so that printing can be tested whatever the reader reads. */
export const claimOf = (claim: Partial<Claim>): Claim => ({
  kind: "strength", polarity: "affirmed", certainty: "certain", reality: "actual", force: "Norland", unitName: null, place: null, country: null,
  scope: null, basis: null, otherPlace: null, quantity: null, source: null, via: [], attribution: "voice", said: null, asOf: null, size: null,
  direction: null, evidence: { text: TEXT, start: 0, end: TEXT.length }, reader: "test", spans: {}, ...claim,
});

export function readingOf(claims: Partial<Claim>[], document: Partial<Document> = {}): Reading {
  const whole: Document = { id: "a.txt", text: TEXT, sha256: "0".repeat(64), published: "2023-10-31", lang: null, title: null, outlet: null, author: null, url: null, ...document };
  const evidence = { text: whole.text, start: 0, end: whole.text.length };
  return {
    document: whole,
    reader: "test",
    gated: false,
    claims: claims.map((claim) => claimOf({ evidence, ...claim })),
    losers: claims.map(() => []),
    layers: NO_LAYERS,
  };
}
