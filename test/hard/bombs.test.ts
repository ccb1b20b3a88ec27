import { beforeAll, describe, expect, it } from "vitest";
import { leastCpuMs } from "./cost.ts";
import { readEnglish } from "./english.ts";

const FULL = 1_000_000;

// One thing, over and over: where a pass looks back or ahead without end, this is where it hangs.
const BOMBS: [string, string][] = [
  ["spaces", " "], ["tabs", "\t"], ["newlines", "\n"], ["carriage returns", "\r\n"], ["no-break spaces", "\u00a0"], ["zero-width spaces", "\u200b"],
  ["straight quotes", '"'], ["opening quotes", "“"], ["closing quotes", "”"], ["quotes with a word", "“a” "], ["quotes that never close", "“word "],
  ["apostrophes", "'"], ["possessives", "a's "], ["nested quotes", "«„“"],
  ["digits", "7"], ["digits and commas", "1,000,"], ["digits and points", "1.2."], ["numbers", "1 "], ["ranges", "10-12-"], ["number words", "hundred thousand "], ["numbers joined", "5 and "],
  ["dashes", "– "], ["hyphens", "a-"], ["full stops", "."], ["initials", "J. "], ["brackets", "("], ["capitals", "Aa "], ["one long word", "x"], ["abbreviations", "U.S."],
  ["accents", "e\u0301\u0301"], ["emoji", "👩‍👩‍👧‍👦"], ["half an emoji", "\ud83d"], ["right-to-left marks", "\u202e"], ["Cyrillic", "солдат "],
  ["soldiers", "soldiers "], ["Russian soldiers", "Russian soldiers "], ["counted soldiers", "about 2,000 Russian soldiers "], ["said", "said "], ["he said that", "he said that "],
  ["denials", "not never no "], ["and", "and "], ["commas", "Russia, "], ["places", "in Belarus "], ["dates", "on Tuesday October 31 "], ["pronouns", "they "],
  ["clauses", "soldiers left Belarus and "], ["claims", "Officials said that about 2,000 Russian soldiers left Belarus on Tuesday. "],
  ["claims in one sentence", "officials said that about 2,000 Russian soldiers left Belarus on Tuesday, "], ["lines", "2,000 soldiers\n\n"],
  ["nations", "include 5 from Kenya, "], ["pointers back", "This was stated by Smith. "], ["mixed quotes", "\"a” "], ["asides", "soldiers – a – "], ["headings", "# A\n"],
];

const bomb = (piece: string, length: number) => piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

// Twice the text may take twice the time. Where time is quadratic it takes four times, and that shows at the first size
// that takes more than a moment, long before a million characters would take hours. Below a moment it is all noise.
const MOMENT_MS = 200;

describe("a text of a million characters that is one thing over and over", () => {
  beforeAll(() => BOMBS.forEach(([, piece]) => readEnglish(bomb(piece, 10_000))));

  it.each(BOMBS)("takes no more than linear time: %s", (_, piece) => {
    let before = Infinity;
    for (const length of [FULL / 32, FULL / 16, FULL / 8, FULL / 4, FULL / 2, FULL]) {
      const now = leastCpuMs(() => readEnglish(bomb(piece, length)));
      expect(now, `ms for ${length} characters, against ${Math.round(before)} ms for half of them`).toBeLessThan(3 * before + MOMENT_MS);
      before = now;
    }
    expect(before, "ms for a million characters").toBeLessThan(20_000);
  });
});
