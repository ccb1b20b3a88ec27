import { describe, expect, it } from "vitest";
import { Compile } from "typebox/compile";
import { SCHEMAS, schemaText } from "../../scripts/write-schema.ts";
import { Claim } from "../../src/claims/claim.ts";
import { read } from "./sources.ts";

const claim = {
  kind: "strength", polarity: "affirmed", certainty: "probable", reality: "actual", force: "Russia", unitName: null,
  place: "Belarus", country: "BY", scope: null, basis: null, otherPlace: null,
  quantity: { low: 0, high: 999, point: 1000, modifier: "under", unit: "personnel", words: "fewer than a thousand" },
  source: { person: null, role: "officials", organisation: null }, via: [], attribution: "paraphrase", said: null, asOf: "2023-10-31",
  size: null, direction: null, evidence: { text: "officials put it at fewer than a thousand", start: 12, end: 53 }, reader: "test 0",
  spans: { quantity: { rule: "en/test", span: { start: 32, end: 53 }, status: "known" } },
};

const checker = Compile(Claim);

it.each(Object.entries(SCHEMAS))("%s is what the types of src/claims/ make it (npm run schema writes it)", (file, schema) => {
  expect(read(file)).toBe(schemaText(schema));
});

describe("schema/claim.schema.json", () => {
  it("lets a claim pass", () => {
    expect([...checker.Errors(claim)]).toEqual([]);
    expect(checker.Check(claim)).toBe(true);
  });

  it.each([
    ["a kind that is none", { ...claim, kind: "rumour" }],
    ["a country that is no code", { ...claim, country: "Belarus" }],
    ["a negative number", { ...claim, quantity: { ...claim.quantity, low: -1 } }],
    ["a quantity without its words", { ...claim, quantity: { ...claim.quantity, words: "" } }],
    ["evidence without a place in the text", { ...claim, evidence: { text: "officials" } }],
    ["a field that no one knows", { ...claim, mood: "tense" }],
    ["a reason for a field that no one knows", { ...claim, spans: { ...claim.spans, mood: claim.spans.quantity } }],
    ["no evidence at all", { ...claim, evidence: undefined }],
  ])("turns away %s", (_, wrong) => {
    expect(checker.Check(wrong)).toBe(false);
  });
});
