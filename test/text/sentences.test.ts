import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { sentencesOf } from "../../src/text/sentences.ts";
import { anyText } from "./any-text.ts";
import { tokensOf, wordsOf } from "./english-tokens.ts";

const sentencesIn = (text: string): string[] => {
  const tokens = tokensOf(text);
  return sentencesOf(tokens, { from: 0, to: tokens.length }).map((sentence) => wordsOf(text, tokens, sentence));
};

describe("a paragraph is cut into sentences", () => {
  const cases: [string, string[]][] = [
    ["They left. They came back.", ["They left.", "They came back."]],
    ["Have they left? No! They are here.", ["Have they left?", "No!", "They are here."]],
    ["Gen. Miller spoke. He left.", ["Gen. Miller spoke.", "He left."]],
    ["The U.S. Army left.", ["The U.S. Army left."]],
    ["They came on Nov. 25 by train.", ["They came on Nov. 25 by train."]],
    ["About 2.5 thousand came.", ["About 2.5 thousand came."]],
    ["“They left.” He was sure.", ["“They left.”", "He was sure."]],
    ["\"They left.\" He was sure.", ["\"They left.\"", "He was sure."]],
    ["“They left,” he said. “They will be back.”", ["“They left,” he said.", "“They will be back.”"]],
    ["\"Have they left?\" he asked.", ["\"Have they left?\" he asked."]],
    ["They left (most of them). It was over.", ["They left (most of them).", "It was over."]],
    ["They left... and came back.", ["They left... and came back."]],
    ["They left. 300 remain.", ["They left.", "300 remain."]],
    ["They left. – It is over.", ["They left.", "– It is over."]],
    ["They left. 🚜 Tractors followed.", ["They left.", "🚜 Tractors followed."]],
    ["Вони пішли. Їх немає.", ["Вони пішли.", "Їх немає."]],
    ["No full stop", ["No full stop"]],
    ["See example.com for more. It is free.", ["See example.com for more.", "It is free."]],
    ["", []],
  ];
  test.each(cases)("%j", (text, expected) => {
    expect(sentencesIn(text)).toEqual(expected);
  });
});

describe("of whatever paragraph", () => {
  it("the sentences follow one another without a gap and leave no token out", () => {
    fc.assert(
      fc.property(anyText, fc.nat({ max: 20 }), (text, skipped) => {
        const tokens = tokensOf(text);
        const from = Math.min(skipped, tokens.length);
        const sentences = sentencesOf(tokens, { from, to: tokens.length });
        expect(sentences.every((sentence) => sentence.from < sentence.to)).toBe(true);
        const edges = sentences.flatMap((sentence) => [sentence.from, sentence.to]);
        const expected = from === tokens.length ? [] : [from, ...sentences.slice(1).flatMap((sentence) => [sentence.from, sentence.from]), tokens.length];
        expect(edges).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});
