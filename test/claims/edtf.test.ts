import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { Day } from "../../src/claims/index.ts";
import { addDays, addMonths, daysBetween, daysInMonth, formatDay, formatMonth, formatYear, isDay, isEdtf, parseDay, weekdayOf } from "../../src/claims/edtf.ts";

describe("dates as claims carry them", () => {
  test.each([
    "2023", "2023-10", "2023-10-31", "2024-02-29", "2023-21", "2023-24", "2023-10-16~", "2023?", "2023-10%", "2023-07/2023-08", "2006-08/..", "../2006-05-31", "2023-12-30/2024-01-02", "../2008-03~",
  ])("%j is one", (text) => {
    expect(isEdtf(text)).toBe(true);
  });

  test.each([
    "", "..", "../..", "/", "2023/", "/2023", "23", "2023-1", "2023-00", "2023-13", "2023-20", "2023-25", "2023-10-32", "2023-02-29", "2023-21-01", "2023-10-31T12:00", "2023-10-31 ", "31.10.2023", "2023/2024/2025",
    "October 2023", "2023~~", "٢٠٢٣",
  ])("%j is none", (text) => {
    expect(isEdtf(text)).toBe(false);
  });
});

describe("a day is read from", () => {
  const cases: [string, Day | null][] = [
    ["2023-10-31", { year: 2023, month: 10, day: 31 }],
    ["2023-10-31T23:59:59+03:00", { year: 2023, month: 10, day: 31 }],
    ["2023-10-31 08:00", { year: 2023, month: 10, day: 31 }],
    ["2024-02-29", { year: 2024, month: 2, day: 29 }],
    ["2023-02-29", null],
    ["1900-02-29", null],
    ["2000-02-29", { year: 2000, month: 2, day: 29 }],
    ["2023-10", null],
    ["2023-10-31x", null],
    ["0000-01-01", null],
    ["yesterday", null],
  ];
  test.each(cases)("%j", (text, expected) => {
    expect(parseDay(text)).toEqual(expected);
  });
});

describe("the calendar", () => {
  const lengths: [number, number, number][] = [[2023, 2, 28], [2024, 2, 29], [1900, 2, 28], [2000, 2, 29], [2023, 4, 30], [2023, 12, 31]];
  test.each(lengths)("%i-%i has %i days", (year, month, expected) => {
    expect(daysInMonth(year, month)).toBe(expected);
  });

  const months: [string, number, string][] = [["2023-10-31", 1, "2023-11-30"], ["2024-01-31", 1, "2024-02-29"], ["2023-01-15", -1, "2022-12-15"], ["2023-03-31", -13, "2022-02-28"], ["2023-06-01", 12, "2024-06-01"]];
  test.each(months)("%s and %i months is %s", (from, count, expected) => {
    expect(formatDay(addMonths(parseDay(from) as Day, count))).toBe(expected);
  });

  const weekdays: [string, number][] = [["2023-10-31", 2], ["2024-03-14", 4], ["2024-02-29", 4], ["2000-01-01", 6], ["1944-06-06", 2]];
  test.each(weekdays)("%s is weekday %i, Sunday being 0", (day, expected) => {
    expect(weekdayOf(parseDay(day) as Day)).toBe(expected);
  });

  it("writes a day, a month and a year", () => {
    expect([formatDay({ year: 2023, month: 1, day: 2 }), formatMonth({ year: 944, month: 12 }), formatYear(44)]).toEqual(["2023-01-02", "0944-12", "0044"]);
  });
});

describe("of whatever day", () => {
  const days = fc.record({ year: fc.integer({ min: 1800, max: 2200 }), month: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 31 }) }).filter(isDay);

  it("writing and reading it gives it back, and it is EDTF", () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(parseDay(formatDay(day))).toEqual(day);
        expect(isEdtf(formatDay(day)) && isEdtf(formatMonth(day)) && isEdtf(formatYear(day.year))).toBe(true);
      }),
    );
  });

  it("adding days goes on one weekday a day and comes back", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (day, count) => {
        const moved = addDays(day, count);
        expect(daysBetween(day, moved)).toBe(count);
        expect(addDays(moved, -count)).toEqual(day);
        expect(weekdayOf(moved)).toBe((((weekdayOf(day) + count) % 7) + 7) % 7);
      }),
    );
  });

  it("adding months stays in the calendar and moves by just so many", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -500, max: 500 }), (day, count) => {
        const moved = addMonths(day, count);
        expect(isDay(moved)).toBe(true);
        expect(moved.year * 12 + moved.month - (day.year * 12 + day.month)).toBe(count);
      }),
    );
  });

  it("no text makes reading a date fail", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(isEdtf(text)).toBeTypeOf("boolean");
        expect(parseDay(text)).toSatisfy((day: Day | null) => day === null || isDay(day));
      }),
    );
  });
});
