import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { parsePublished } from "../../src/intake/published.ts";

describe("a date of publication", () => {
  const cases: [string, string | null][] = [
    ["2023", "2023"],
    ["2023-10", "2023-10"],
    ["2023-10-31", "2023-10-31"],
    [" 2023-10-31\n", "2023-10-31"],
    ["2023-10-31T07:00", "2023-10-31"],
    ["2023-10-31T07:00:00Z", "2023-10-31"],
    ["2023-10-31T23:30:00.123+02:00", "2023-10-31"],
    ["2023-10-31 07:00:00 +0200", "2023-10-31"],
    ["2024-02-29", "2024-02-29"],
    ["2000-02-29", "2000-02-29"],
    ["2023-02-29", null],
    ["1900-02-29", null],
    ["2023-02-30", null],
    ["2023-13", null],
    ["2023-00", null],
    ["2023-04-31", null],
    ["0000-01-01", null],
    ["2023-1-5", null],
    ["31.10.2023", null],
    ["2023-10-31Tnoon", null],
    ["2023-10T07:00", null],
    ["2023-10-31~", null],
    ["yesterday", null],
    ["", null],
  ];
  test.each(cases)("%j is %j", (text, expected) => expect(parsePublished(text)).toBe(expected));

  it("is any day of the calendar, and comes back as it was", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }), (date) => {
        const day = date.toISOString().slice(0, 10);
        expect(parsePublished(day)).toBe(day);
        expect(parsePublished(date.toISOString())).toBe(day);
      }),
    );
  });
});
