const DAY_MS = 86_400_000;

/** A calendar day without a clock or a zone; `month` is 1–12. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

const pad = (value: number, length = 2): string => String(value).padStart(length, "0");
const toMs = (day: Day): number => Date.UTC(day.year, day.month - 1, day.day);

export const formatDay = (day: Day): string => `${formatMonth(day)}-${pad(day.day)}`;
export const formatMonth = (day: Pick<Day, "year" | "month">): string => `${pad(day.year, 4)}-${pad(day.month)}`;
export const formatYear = (year: number): string => pad(year, 4);

/** Days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: Day, b: Day): number => Math.round((toMs(b) - toMs(a)) / DAY_MS);

export function addDays(day: Day, days: number): Day {
  const date = new Date(toMs(day) + days * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The same month moved by whole months; the day is cut to the month's length. */
export function addMonths(day: Day, months: number): Day {
  const index = day.year * 12 + day.month - 1 + months;
  const [year, month] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return { year, month, day: Math.min(day.day, daysInMonth(year, month)) };
}

const MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** @param month 1–12 */
export const daysInMonth = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : MONTHS[month - 1] ?? 0);

/** 0 is Sunday, 6 Saturday. */
export const weekdayOf = (day: Day): number => new Date(toMs(day)).getUTCDay();

export const isDay = (day: Day): boolean =>
  day.year >= 1 && day.year <= 9999 && day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= daysInMonth(day.year, day.month);

/** Reads `YYYY-MM-DD`, or a date-time cut to its day; null when it is no date of the calendar. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:$|[T ])/.exec(text);
  if (match === null) return null;
  const day = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isDay(day) ? day : null;
}

const POINT = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%])?$/;

// A year, month, season (21–24) or day, with an optional qualifier.
function isPoint(text: string): boolean {
  const match = POINT.exec(text);
  if (match === null) return false;
  const [, , month, day] = match;
  if (month === undefined) return true;
  const number = Number(month);
  if (day === undefined) return (number >= 1 && number <= 12) || (number >= 21 && number <= 24);
  return parseDay(text.slice(0, 10)) !== null;
}

/**
 * Whether a text is a date as claims carry it: EDTF (ISO 8601-2) level 1, as far as news needs it.
 *
 * @example isEdtf("2023-22~")             // true, about summer 2023
 * @example isEdtf("../2006-05-31")        // true, by the end of May
 * @example isEdtf("2023-10-32")           // false
 */
export function isEdtf(text: string): boolean {
  const ends = text.split("/");
  if (ends.length === 1) return isPoint(text);
  if (ends.length !== 2) return false;
  return ends.every((end) => end === ".." || isPoint(end)) && ends.some((end) => end !== "..");
}
