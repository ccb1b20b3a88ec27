import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffWords } from "../../desk/parts/diff.ts";
import { paragraphsOf, stretchesOf, type Mark } from "../../desk/pages/document/marks.ts";

const text = fc.array(fc.constantFrom("word ", "1,000", "\n", "\n\n", "é", "😀", "\u202e", "- item", "x".repeat(9_000)), { maxLength: 30 }).map((parts) => parts.join(""));

describe("a text on the page", () => {
  it("is shown whole and in order, but for white space between paragraphs", () => {
    fc.assert(fc.property(text, (given) => {
      const shown = paragraphsOf(given).map(({ start, end }) => given.slice(start, end)).join("");
      expect(shown.replaceAll(/\s/g, "")).toBe(given.replaceAll(/\s/g, ""));
    }));
  });

  it("never parts the halves of a character, nor shows more than a browser lays out at once", () => {
    fc.assert(fc.property(text, (given) => {
      for (const { start, end } of paragraphsOf(given)) {
        expect(end - start).toBeLessThan(10_000);
        expect(given.slice(start, end)).not.toMatch(/^[\udc00-\udfff]/);
      }
    }));
  });

  it("has each stretch carry the marks that cover it, and no other", () => {
    const spans = fc.array(fc.tuple(fc.nat(200), fc.nat(200)), { maxLength: 8 });
    fc.assert(fc.property(spans, (pairs) => {
      const marks = pairs.filter(([a, b]) => a !== b).map(([a, b], i): Mark => ({ start: Math.min(a, b), end: Math.max(a, b), kind: "evidence", claim: String(i) }));
      const stretches = stretchesOf({ start: 0, end: 200, isWrapped: false }, marks);
      expect(stretches.map(({ start, end }) => end - start).reduce((sum, length) => sum + length, 0)).toBe(200);
      for (const { start, end, marks: own } of stretches) expect(own).toEqual(marks.filter((mark) => mark.start <= start && mark.end >= end));
    }));
  });

  it.each([
    ["\nafter an empty line, one that goes on until it is full\nand goes on in the next.\n", true],
    ["one line that goes on until it is full and is broken there\nand goes on in the next.", true],
    ["- one thing\n- another thing", false],
    ["short\nlines", false],
  ])("keeps lines that were meant: %j", (paragraph, isWrapped) => {
    expect(paragraphsOf(paragraph)[0]?.isWrapped).toBe(isWrapped);
  });
});

describe("the difference of two quotations", () => {
  it("holds both of them", () => {
    const words = fc.array(fc.constantFrom("fewer", "than", "1,000", "a", "thousand", "soldiers"), { maxLength: 20 }).map((list) => list.join(" "));
    fc.assert(fc.property(words, words, (before, after) => {
      const pieces = diffWords(before, after);
      const join = (left: string): string => pieces.filter(({ kind }) => kind !== left).map((piece) => piece.text).join("").replaceAll(/\s+/g, "");
      expect(join("only-before")).toBe(after.replaceAll(/\s+/g, ""));
      expect(join("only-after")).toBe(before.replaceAll(/\s+/g, ""));
    }));
  });

  it("shows what was changed, and only that", () => {
    expect(diffWords("Fewer than 1,000 remain", "Fewer than a thousand remain").filter(({ kind }) => kind !== "same").map(({ kind, text: words }) => `${kind}: ${words.trim()}`)).toEqual(["only-before: 1,000", "only-after: a thousand"]);
  });
});
