import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { tokenise } from "../../src/text/tokens.ts";
import { englishPack } from "../reader/pack.ts";
import { anyText } from "./any-text.ts";
import { tokensOf } from "./english-tokens.ts";

describe("a text is cut into words, numbers and marks", () => {
  const cases: [string, string[]][] = [
    ["About 2,000 soldiers left.", ["About", "2,000", "soldiers", "left", "."]],
    ["2.1 thousand", ["2.1", "thousand"]],
    ["10-12 thousand", ["10", "-", "12", "thousand"]],
    ["the 400-strong force", ["the", "400", "-", "strong", "force"]],
    ["at 14:10", ["at", "14:10"]],
    ["Russia's army", ["Russia", "'s", "army"]],
    ["Russia’s army", ["Russia", "’s", "army"]],
    ["they've left", ["they", "'ve", "left"]],
    ["it hasn't left", ["it", "hasn't", "left"]],
    ["the U.S. Army", ["the", "U.S.", "Army"]],
    ["Gen. Miller said", ["Gen.", "Miller", "said"]],
    ["on Nov. 25", ["on", "Nov.", "25"]],
    ["“We left,” he said", ["“", "We", "left", ",", "”", "he", "said"]],
    ["wait... now", ["wait", "...", "now"]],
    ["(BBC)", ["(", "BBC", ")"]],
    ["Київ і Гомель", ["Київ", "і", "Гомель"]],
    ["Zürich naïve", ["Zürich", "naïve"]],
    ["🚜 40 tractors", ["🚜", "40", "tractors"]],
    ["$30m", ["$", "30", "m"]],
    ["", []],
    [" \n\u00a0\t", []],
  ];
  test.each(cases)("%j", (text, expected) => {
    expect(tokensOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

describe("a token knows how it is written", () => {
  const cases: [string, string, "word" | "number" | "mark", string, boolean, boolean, boolean][] = [
    // text, token, kind, in lower case, capital, shouted, after white space
    ["Russia’s army", "’s", "word", "'s", false, false, false],
    ["NATO said", "NATO", "word", "nato", true, true, true],
    ["Minsk said", "Minsk", "word", "minsk", true, false, true],
    ["the U.S. said", "U.S.", "word", "u.s.", true, true, true],
    ["24-strong", "strong", "word", "strong", false, false, false],
    ["about 2,000", "2,000", "number", "2,000", false, false, true],
    ["left.", ".", "mark", ".", false, true, false],
  ];
  test.each(cases)("%j: %j", (text, words, kind, lower, capital, shouted, gap) => {
    const token = tokensOf(text).find(({ start, end }) => text.slice(start, end) === words);
    expect(token).toMatchObject({ kind, lower, capital, shouted, gap });
  });
});

describe("of whatever text", () => {
  it("every character that is not white space is in exactly one token, in order", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = tokensOf(text);
        let at = 0;
        for (const { start, end } of tokens) {
          expect(text.slice(at, start)).toMatch(/^\s*$/);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(start, end)).toMatch(/^\S+$/);
          at = end;
        }
        expect(text.slice(at)).toMatch(/^\s*$/);
      }),
      { numRuns: 500 },
    );
  });

  it("a stretch of it is cut as if nothing stood around it, and no token leaves it", () => {
    fc.assert(
      fc.property(anyText, anyText, (before, text) => {
        const region = { start: before.length + 1, end: before.length + 1 + text.length };
        const inside = tokenise(`${before}\n${text}\nand more`, region, englishPack().tokens);
        expect(inside.map((token) => [token.start - region.start, token.end - region.start, token.kind])).toEqual(tokensOf(text).map((token) => [token.start, token.end, token.kind]));
      }),
      { numRuns: 300 },
    );
  });
});
