import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysOf, formatDay, fromDayNumber, parseDay, toDayNumber, type Day } from "../../src/claims/index.ts";

const text = (number: number): string => (Number.isFinite(number) ? formatDay(fromDayNumber(number)) : String(number));

describe("the days of a date", () => {
  it.each([
    ["2023-10-31", "2023-10-31", "2023-10-31"],
    ["2023-10-31T07:00:00Z", "2023-10-31", "2023-10-31"],
    ["2023-10-16~", "2023-10-16", "2023-10-16"],
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2023", "2023-01-01", "2023-12-31"],
    ["2023-22", "2023-06-01", "2023-08-31"],
    ["2023-24", "2023-12-01", "2024-02-29"],
    ["2023-07/2023-08", "2023-07-01", "2023-08-31"],
    ["2023-08/..", "2023-08-01", "Infinity"],
    ["../2006-05-31", "-Infinity", "2006-05-31"],
    ["0099-12-31", "0099-12-31", "0099-12-31"],
    ["9999-12-31", "9999-12-31", "9999-12-31"],
  ])("%s: %s to %s", (edtf, from, to) => {
    const days = daysOf(edtf);
    expect([text(days?.from ?? NaN), text(days?.to ?? NaN)]).toEqual([from, to]);
  });

  it.each(["", "..", "../..", "2023-13", "2023-02-30", "2023-1-1", "soon", "2023/2024/2025"])("%j is none", (edtf) => {
    expect(daysOf(edtf)).toBeNull();
  });

  it("every day goes to its number and back", () => {
    fc.assert(fc.property(fc.date({ min: new Date("0001-01-01T00:00:00Z"), max: new Date("9999-12-31T00:00:00Z"), noInvalidDate: true }), (date) => {
      const day = parseDay(date.toISOString().slice(0, 10)) as Day;
      expect(fromDayNumber(toDayNumber(day))).toEqual(day);
    }));
  });
});
