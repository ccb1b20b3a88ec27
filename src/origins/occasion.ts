import { daysOf, formatDay, fromDayNumber, isDay, isEdtf, toDayNumber, type DayNumber, type Days } from "../claims/index.ts";
import { LATE_RELAY_DAYS, RELAY_DAYS, WEIGHTS } from "./weights.ts";

/** When something can have been said. */
export interface Occasion {
  /** First and last possible day; infinite where nothing bounds it. */
  from: DayNumber;
  to: DayNumber;
  /** Given by the words of the claim, and not only by the day of publication. */
  stated: boolean;
  /** "Monday" (1) or "26 March" where the year or the week is not known: only such days are possible. */
  weekday: number | null;
  monthDay: string | null;
}

export const UNDATED: Occasion = { from: -Infinity, to: Infinity, stated: false, weekday: null, monthDay: null };

// 1970-01-01 was a Thursday.
const weekdayOf = (day: DayNumber): number => (((day + 4) % 7) + 7) % 7;
const monthDayOf = (day: DayNumber): string => formatDay(fromDayNumber(day)).slice(5);

const MONTHS = "january february march april may june july august september october november december".split(" ");
const WEEKDAYS = "sunday monday tuesday wednesday thursday friday saturday".split(" ");
/** "26 March", "Aug. 25", "May 28, 2025": a day with or without its year. Claims from elsewhere give dates as their texts do. */
function looseDay(text: string): { year: number | null; month: number; day: number } | null {
  const words = text.toLowerCase().match(/[a-z]+|\d+/g) ?? [];
  const month = words.map((word) => (word.length < 3 ? -1 : MONTHS.findIndex((name) => name.startsWith(word)))).find((index) => index >= 0);
  const day = words.map(Number).find((number) => number >= 1 && number <= 31);
  const year = words.filter((word) => word.length === 4).map(Number).find((number) => number >= 1900);
  const edtf = /^XXXX-(\d\d)-(\d\d)$/.exec(text);
  if (edtf !== null) return { year: null, month: Number(edtf[1]), day: Number(edtf[2]) };
  return month === undefined || day === undefined ? null : { year: year ?? null, month: month + 1, day };
}

const single = (day: DayNumber): Occasion => ({ ...UNDATED, from: day, to: day, stated: true });

// The latest such day of a known window, else the window with the condition.
function within(window: Days, matches: (day: DayNumber) => boolean, condition: Partial<Occasion>): Occasion {
  const isShort = window.to - window.from <= LATE_RELAY_DAYS;
  for (let day = window.to; isShort && day >= window.from; day--) if (matches(day)) return single(day);
  return { ...UNDATED, ...window, ...condition, stated: true };
}

/**
 * When a claim was said: the date that it gives, else the days before its publication.
 *
 * @param said       EDTF; a day without a year ("XXXX-03-26", "26 March") or a weekday is understood as well
 * @param published  EDTF, of the document
 */
export function occasionOf(said: string | null | undefined, published: string | null | undefined): Occasion {
  const publication = published ? daysOf(published) : null;
  const dated = said ? daysOf(said) : null;
  // "On Sunday" in a reprint is a Sunday too late; nothing was said after it was first published.
  const isLate = dated !== null && publication !== null && dated.from > publication.to + 1;
  if (dated !== null && !isLate) return { ...UNDATED, ...dated, stated: true };
  const latest = publication === null ? UNDATED : { from: publication.from - (LATE_RELAY_DAYS - 1), to: publication.to };
  const loose = said ? looseDay(said) : null;
  if (loose !== null) return looseOccasion(loose, publication);
  const weekday = said ? weekdayIn(said) : -1;
  if (weekday >= 0) {
    const before = /\blast\b/i.test(said as string) ? 1 : 0;
    return within({ from: latest.from - before, to: latest.to - before }, (day) => weekdayOf(day) === weekday, { weekday });
  }
  return publication === null ? UNDATED : { ...UNDATED, from: publication.from - RELAY_DAYS, to: publication.to };
}

const weekdayIn = (text: string): number => WEEKDAYS.findIndex((name) => text.toLowerCase().includes(name));

/** Whether {@link occasionOf} makes anything of a date. */
export const isDateAsGiven = (said: string): boolean => daysOf(said) !== null || looseDay(said) !== null || weekdayIn(said) >= 0;

/**
 * A date of saying in EDTF: as it is, or the day that it stands for, as far as the day of publication tells.
 *
 * @example edtfOfSaid("Tuesday", "2023-11-01")  // "2023-10-31"
 */
export function edtfOfSaid(said: string, published: string | null | undefined): string | null {
  if (isEdtf(said)) return said;
  const { from, to, stated } = occasionOf(said, published);
  return stated && from === to ? formatDay(fromDayNumber(from)) : null;
}

function looseOccasion({ year, month, day }: { year: number | null; month: number; day: number }, publication: Days | null): Occasion {
  const at = (inYear: number): DayNumber | null => (isDay({ year: inYear, month, day }) ? toDayNumber({ year: inYear, month, day }) : null);
  if (year !== null) {
    const known = at(year);
    return known === null ? UNDATED : single(known);
  }
  if (publication !== null) {
    const thisYear = fromDayNumber(publication.to).year;
    const known = [thisYear, thisYear - 1].map(at).find((candidate) => candidate !== null && candidate <= publication.to);
    if (known !== undefined && known !== null) return single(known);
  }
  const text = `${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return { ...UNDATED, monthDay: text, stated: true };
}

/** Weight of what the dates of two claims say, or null where they cannot be of one occasion. */
export interface OccasionFinding {
  rule: "occasion/same-day" | "occasion/weekday" | "occasion/window" | "occasion/late" | "occasion/next-day" | "occasion/unknown";
  weight: number;
}

const conflicts = <T>(a: T | null, b: T | null): boolean => a !== null && b !== null && a !== b;
const LONG = 62;

/** Days on which both can have been said. */
function commonDays(a: Occasion, b: Occasion): number {
  const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
  if (from > to || conflicts(a.weekday, b.weekday) || conflicts(a.monthDay, b.monthDay)) return 0;
  if (to - from > LONG) return to - from + 1;
  const [weekday, monthDay] = [a.weekday ?? b.weekday, a.monthDay ?? b.monthDay];
  let count = 0;
  for (let day = from; day <= to; day++) {
    if ((weekday === null || weekdayOf(day) === weekday) && (monthDay === null || monthDayOf(day) === monthDay)) count++;
  }
  return count;
}

/** Days of the window in which both lie: narrow ones agree by chance less often. */
const spanOf = (a: Occasion, b: Occasion): number => Math.max(a.to, b.to) - Math.min(a.from, b.from) + 1;

// "On Monday" for a week that is not known: any day is a Monday once in seven times.
function weekdayWeight(a: Occasion, b: Occasion): number {
  if (a.weekday === null && b.weekday === null) return 0;
  const days = a.weekday !== null && b.weekday !== null ? 1 : a.weekday === null ? a.to - a.from + 1 : b.to - b.from + 1;
  return Math.log(DAYS_OF_WEEK / days);
}
const DAYS_OF_WEEK = 7;

/**
 * How the dates of two claims speak for one occasion; null where they rule it out. Later by more than
 * {@link LATE_RELAY_DAYS} rules it out: what is said again after that is said anew.
 */
export function compareOccasions(a: Occasion, b: Occasion): OccasionFinding | null {
  if (commonDays(a, b) > 0) {
    if (a.monthDay !== null && a.monthDay === b.monthDay) return { rule: "occasion/same-day", weight: Math.log(WEIGHTS.daysBetweenStatements / 3) };
    const weekday = weekdayWeight(a, b);
    if (weekday > 0) return { rule: "occasion/weekday", weight: weekday };
    const span = spanOf(a, b);
    const rule = span === 1 ? "occasion/same-day" : span === Infinity ? "occasion/unknown" : "occasion/window";
    return { rule, weight: Math.max(WEIGHTS.undated, Math.log(WEIGHTS.daysBetweenStatements / span)) };
  }
  if (conflicts(a.weekday, b.weekday) || conflicts(a.monthDay, b.monthDay)) return null;
  const gap = Math.max(a.from, b.from) - Math.min(a.to, b.to);
  if (gap <= 0) return null;
  if (a.stated && b.stated) return gap === 1 ? { rule: "occasion/next-day", weight: WEIGHTS.nextDay } : null;
  const later = a.from > b.from ? a : b;
  // What is published before it was said was not said then, but for the clocks of two zones.
  if (later.stated) return gap === 1 ? { rule: "occasion/next-day", weight: WEIGHTS.nextDay } : null;
  return gap <= LATE_RELAY_DAYS - RELAY_DAYS ? { rule: "occasion/late", weight: WEIGHTS.lateRelay } : null;
}
