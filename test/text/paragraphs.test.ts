import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { paragraphsOf } from "../../src/text/paragraphs.ts";
import { anyText } from "./any-text.ts";

const WRAPPED = "About two thousand soldiers from the north have\narrived at the railway station this week and have\nbeen taken to the training ground nearby.";

describe("a text is cut into paragraphs", () => {
  const cases: [string, string, string[]][] = [
    ["at blank lines", "One.\n\nTwo.", ["One.", "Two."]],
    ["at several blank lines", "One.\n\n\n \n\nTwo.", ["One.", "Two."]],
    ["at lines that are paragraphs themselves", "One.\nTwo.", ["One.", "Two."]],
    ["not at the ends of hard-wrapped lines", `${WRAPPED}\n\nTwo.`, [WRAPPED, "Two."]],
    ["with the lines of Windows", "One.\r\n\r\nTwo.", ["One.", "Two."]],
    ["without the white space around them", "  One.  \n\n\tTwo. ", ["One.", "Two."]],
    ["into one where there is no line end", "One.", ["One."]],
    ["into none where there are no words", " \n \n", []],
    ["into none where there is nothing", "", []],
  ];
  test.each(cases)("%s", (_how, text, expected) => {
    expect(paragraphsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

describe("of whatever text", () => {
  it("paragraphs are in order, have no white space at their ends and leave only white space out", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let at = 0;
        for (const { start, end } of paragraphsOf(text)) {
          expect(text.slice(at, start)).toMatch(/^\s*$/);
          expect(text.slice(start, end)).toMatch(/^\S(?:[^]*\S)?$/);
          at = end;
        }
        expect(text.slice(at)).toMatch(/^\s*$/);
      }),
      { numRuns: 500 },
    );
  });
});
