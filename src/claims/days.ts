import { addMonths, daysInMonth, isDay, type Day } from "./edtf.ts";

const DAY_MS = 86_400_000;

/** Days since 1970-01-01. */
export type DayNumber = number;

// Not Date.UTC: it takes years below 100 for ones of the last century.
export const toDayNumber = ({ year, month, day }: Day): DayNumber => Math.round(new Date(0).setUTCFullYear(year, month - 1, day) / DAY_MS);

export function fromDayNumber(number: DayNumber): Day {
  const date = new Date(number * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** First and last day, inclusive; an open end is infinite. */
export interface Days {
  from: DayNumber;
  to: DayNumber;
}

/** The first month of each of EDTF's seasons; winter is that which begins in the year. */
const SEASON_STARTS: Readonly<Record<number, number>> = { 21: 3, 22: 6, 23: 9, 24: 12 };
const POINT = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:$|[~?%T ])/;

function daysOfPoint(text: string): Days | null {
  const [, year, month, day] = POINT.exec(text) ?? [];
  if (year === undefined) return null;
  if (month === undefined) return months(Number(year), 1, 12);
  if (day === undefined) return monthOrSeason(Number(year), Number(month));
  const exact = { year: Number(year), month: Number(month), day: Number(day) };
  return isDay(exact) ? { from: toDayNumber(exact), to: toDayNumber(exact) } : null;
}

function monthOrSeason(year: number, month: number): Days | null {
  const season = SEASON_STARTS[month];
  if (season !== undefined) return months(year, season, 3);
  return month >= 1 && month <= 12 ? months(year, month, 1) : null;
}

function months(year: number, month: number, count: number): Days {
  const last = addMonths({ year, month, day: 1 }, count - 1);
  return { from: toDayNumber({ year, month, day: 1 }), to: toDayNumber({ ...last, day: daysInMonth(last.year, last.month) }) };
}

/**
 * The days of an EDTF date or interval, or of a date-time; null for what is no date.
 *
 * @example daysOf("2023-22")       // 1 June to 31 August 2023
 * @example daysOf("../2006-05")    // up to 31 May 2006
 */
export function daysOf(edtf: string): Days | null {
  const ends = edtf.split("/");
  if (ends.length > 2) return null;
  const [first, last] = ends.map((end) => (end === ".." ? null : daysOfPoint(end)));
  if (last === undefined) return first ?? null;
  if ((first ?? null) === null && last === null) return null;
  return { from: first?.from ?? -Infinity, to: last?.to ?? Infinity };
}
