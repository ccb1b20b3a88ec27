const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const TIME = /^[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s?(?:Z|[+-]\d{2}(?::?\d{2})?)?$/i;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function isCalendarDate(year: number, month: number | null, day: number | null): boolean {
  if (year < 1) return false;
  if (month === null) return true;
  const days = DAYS[month - 1];
  if (days === undefined) return false;
  if (day === null) return true;
  return day >= 1 && day <= (month === 2 && !isLeap(year) ? 28 : days);
}

/**
 * A date of publication in its normal form: EDTF level 0 (ISO 8601-2) to the year, month or day. A date
 * with a time is cut to the day as written, in the zone it was written in: a reader means the day on the page.
 *
 * @returns null when the text is no such date, or no day of the calendar
 * @example
 * parsePublished("2023-10-31T07:00:00+02:00")  // "2023-10-31"
 * parsePublished("2023-02-30")                 // null
 */
export function parsePublished(input: string): string | null {
  const text = input.trim();
  const date = /^\d{4}-\d{2}-\d{2}[T ]/.test(text) && TIME.test(text.slice(10)) ? text.slice(0, 10) : text;
  const match = DATE.exec(date);
  if (match === null) return null;
  const [year, month, day] = [match[1], match[2], match[3]].map((part) => (part === undefined ? null : Number(part)));
  return isCalendarDate(year ?? 0, month ?? null, day ?? null) ? date : null;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const MAIL_DATE = /^(?:[A-Za-z]{2,9}\.?,?\s{1,9})?(\d{1,2})\s{1,9}([A-Za-z]{3})[a-z]{0,9}\.?\s{1,9}(\d{4})\b/;

/**
 * A date as mails and feeds write it (RFC 5322, or ISO 8601 as in {@link parsePublished}), cut to the day as written.
 *
 * @example
 * parseStamp("Tue, 31 Oct 2023 23:30:00 -0500")  // "2023-10-31"
 */
export function parseStamp(input: string): string | null {
  const match = MAIL_DATE.exec(input.trim().slice(0, 100));
  if (match === null) return parsePublished(input);
  const month = MONTHS.indexOf((match[2] ?? "").toLowerCase()) + 1;
  return month === 0 ? null : parsePublished(`${match[3]}-${String(month).padStart(2, "0")}-${(match[1] ?? "").padStart(2, "0")}`);
}

/** The remedy for a date that is none, the same wherever one is given. */
export const DATE_REMEDY = "write it as 2023-10-31, 2023-10 or 2023";
