import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MarkedWords } from "../../src/text/marked-words.ts";
import { anyText } from "./any-text.ts";

const NUMBER = 1;
const MARKS = new Map([["troops", 2], ["us", 4], ["été", 8], ["солдат", 16]]);
const marked = new MarkedWords(MARKS, NUMBER);

interface Word {
  marks: number;
  index: number;
  capital: boolean;
  phrase: number;
  sentence: number;
}

function wordsOf(text: string): Word[] {
  const found: Word[] = [];
  marked.search(text, { onWord: (marks, index, capital, phrase, sentence) => found.push({ marks, index, capital, phrase, sentence }) === 0 });
  return found;
}

const marksIn = (text: string): number[] => wordsOf(text).map(({ marks }) => marks);

describe("a search for marked words", () => {
  it.each([
    ["a word in a sentence", "The troops left", [2]],
    ["a word in capitals", "TROOPS", [2]],
    ["no part of a longer word", "paratroops troopship", []],
    ["an acronym, with stops or without", "U.S. US us U.S", [4, 4, 4, 4]],
    ["letters beyond ASCII", "Été, СОЛДАТ", [8, 16]],
    ["both sides of a hyphen", "US-troops", [4, 2]],
    ["before an apostrophe", "US’s", [4]],
    ["a number in figures, once", "2,000.5 men", [NUMBER]],
    ["an ordinal", "the 76th", [NUMBER]],
    ["no year", "in 2023 and 1999", []],
    ["a number like a year, with a comma", "2,023", [NUMBER]],
  ])("finds %s", (_, text, marks) => expect(marksIn(text)).toEqual(marks));

  it("tells where a word stands, and behind which comma and stop", () => {
    expect(wordsOf("It rains. In Arbola, old troops left")).toEqual([{ marks: 2, index: 5, capital: false, phrase: 4, sentence: 2 }]);
  });

  it("ends when the watcher has enough", () => {
    let seen = 0;
    expect(marked.search("troops troops troops", { onWord: () => ++seen === 2 })).toBe(true);
    expect(seen).toBe(2);
    expect(marked.search("troops", { onWord: () => false })).toBe(false);
  });

  it("finds in any text what splitting it finds", () => {
    const letters = /[\p{L}\p{M}\d]+/gu;
    const words = fc.array(fc.oneof(fc.constantFrom(...MARKS.keys(), "Troops", "x", "été", " ", ", ", "-"), anyText), { maxLength: 20 }).map((parts) => parts.join(" "));
    fc.assert(
      fc.property(words, (text) => {
        // Acronyms and figures are words of their own kind.
        fc.pre(!/\p{Lu}\.\p{Lu}|\d/u.test(text) && text === text.normalize() && !/[\ud800-\udfff]/.test(text));
        const expected = (text.match(letters) ?? []).flatMap((word) => MARKS.get(word.toLowerCase()) ?? []);
        expect(marksIn(text)).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("refuses two words that it could not tell apart", () => {
    // A pair that is known to clash under 32-bit FNV-1a.
    expect(() => new MarkedWords(new Map([["costarring", 2], ["liquid", 4]]), NUMBER)).toThrow(RangeError);
  });
});
