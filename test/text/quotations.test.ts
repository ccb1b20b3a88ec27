import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { quotationsOf } from "../../src/text/quotations.ts";
import { anyText } from "./any-text.ts";
import { tokensOf, wordsOf } from "./english-tokens.ts";

const quotationsIn = (text: string): string[] => {
  const tokens = tokensOf(text);
  return quotationsOf(tokens, { from: 0, to: tokens.length }).map((quotation) => wordsOf(text, tokens, quotation));
};

describe("quotations are found with their marks", () => {
  const cases: [string, string[]][] = [
    ["“They left,” he said.", ["“They left,”"]],
    ["\"They left,\" he said.", ["\"They left,\""]],
    ["\"They left,\" he said. \"All of them.\"", ["\"They left,\"", "\"All of them.\""]],
    ["«They left», he said.", ["«They left»"]],
    ["„They left“, he said.", ["„They left“"]],
    ["„They left”, he said.", ["„They left”"]],
    ["He spoke of a “limited” presence.", ["“limited”"]],
    ["The army's men and the navy's men left.", []],
    ["The boys' tents are 5\" high.", []],
    ["“They left, and this quotation goes on", ["“They left, and this quotation goes on"]],
    ["He said: “They left", []],
    ["“A “nested” one,” he said.", ["“A “nested”"]],
    ["Nothing is quoted here.", []],
    ["", []],
  ];
  test.each(cases)("%j", (text, expected) => {
    expect(quotationsIn(text)).toEqual(expected);
  });
});

describe("single curly marks, whose closing mark is also an apostrophe", () => {
  const cases: [string, string[]][] = [
    ["‘They left,’ he said.", ["‘They left,’"]],
    ["‘The army’s men left,’ he said.", ["‘The army’s men left,’"]],
  ];
  test.each(cases)("%j", (text, expected) => {
    expect(quotationsIn(text)).toEqual(expected);
  });
});

describe("of whatever paragraph", () => {
  it("quotations lie inside it, in order, without touching, each opened by a mark", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = tokensOf(text);
        let at = 0;
        for (const { from, to } of quotationsOf(tokens, { from: 0, to: tokens.length })) {
          expect(from).toBeGreaterThanOrEqual(at);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(tokens.length);
          expect(tokens[from]?.kind).toBe("mark");
          at = to;
        }
      }),
      { numRuns: 500 },
    );
  });
});
