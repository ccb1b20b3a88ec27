import type { Day } from "../claims/index.ts";
import { addDays, addMonths, daysBetween, daysInMonth, formatDay, formatMonth, formatYear, isDay, weekdayOf } from "../claims/index.ts";
import type { Mention } from "./page.ts";

/** A time expression as the words give it, before it is resolved against the reference date. */
export interface TimeForm {
  kind: "date" | "relative" | "season";
  weekday: number | null;
  day: number | null;
  dayTo: number | null;
  month: number | null;
  year: number | null;
  shift: "next" | "last" | "this" | null;
  part: "start" | "mid" | "end" | null;
  half: 1 | 2 | null;
  bound: "since" | "by" | null;
  offset: number;
  unit: "day" | "week" | "month" | "year" | "weekend" | null;
  approximate: boolean;
  /** "last month" is the whole month, "a month ago" a day about then. */
  whole: boolean;
  /** "the past three weeks": from then until now. */
  span: boolean;
  /** "in six months": only of what is to come. */
  ahead: boolean;
  /** "two days later": counted from the day spoken of, not from publication. */
  anchored: boolean;
  /** The other end of a stretch: "between July and August". */
  until: TimeForm | null;
}

/** Every form has every field, so that what resolves them meets one shape. */
export const formOf = (kind: TimeForm["kind"], rest: Partial<TimeForm>): TimeForm => ({
  kind, weekday: rest.weekday ?? null, day: rest.day ?? null, dayTo: rest.dayTo ?? null, month: rest.month ?? null, year: rest.year ?? null,
  shift: rest.shift ?? null, part: rest.part ?? null, half: rest.half ?? null, bound: rest.bound ?? null, offset: rest.offset ?? 0,
  unit: rest.unit ?? null, approximate: rest.approximate ?? false, whole: rest.whole ?? false, span: rest.span ?? false, ahead: rest.ahead ?? false, anchored: rest.anchored ?? false, until: rest.until ?? null,
});

/** EDTF values of one expression: read of something past or present, and of something to come. */
export interface TimeValue {
  past: string | null;
  future: string | null;
  /** Which day is meant is fixed by the words, not by the direction: a full date, "today". */
  fixed: boolean;
}

export type TimeMention = Mention<TimeValue>;

/** Resolves an expression against the reference date; null values where a year cannot be had. */
export function resolveForm(form: TimeForm, reference: Day | null): TimeValue {
  if (form.until !== null) return stretch(form, form.until, reference);
  const past = form.ahead ? null : bounded(form, plain(form, reference, -1));
  // Only a date that leaves its year or week open is read by the tense.
  const open = form.kind !== "relative" && form.year === null;
  if (form.ahead) return { past, future: bounded(form, plain(form, reference, 1)), fixed: true };
  const future = open ? bounded(form, plain(form, reference, 1)) : past;
  return { past, future, fixed: past === future };
}

// A year that only the later end has holds for both.
function stretch(from: TimeForm, to: TimeForm, reference: Day | null): TimeValue {
  const year = from.year ?? (to.year !== null && from.month !== null && to.month !== null && from.month > to.month ? to.year - 1 : to.year);
  const first = { ...from, until: null, bound: null, year, month: from.month ?? to.month };
  const value = (sense: -1 | 1): string | null => {
    const [a, b] = [plain(first, reference, sense), plain(to, reference, sense)];
    return a === null || b === null ? a : `${a.split("/")[0]}/${b.split("/").at(-1)}`;
  };
  const [past, future] = [value(-1), value(1)];
  return { past, future, fixed: past === future };
}

function bounded(form: TimeForm, value: string | null): string | null {
  if (value === null || form.bound === null) return value;
  if (value.includes("/")) return form.bound === "by" ? `../${value.slice(value.indexOf("/") + 1)}` : `${value.slice(0, value.indexOf("/"))}/..`;
  if (form.bound === "by" && form.part === "end") return `../${endOf(value)}`;
  return form.bound === "by" ? `../${value}` : `${value}/..`;
}

// The last day of a month or year: "by the end of May".
function endOf(value: string): string {
  const [year, month] = value.replace("~", "").split("-").map(Number);
  if (year === undefined || Number.isNaN(year)) return value;
  if (month === undefined) return `${formatYear(year)}-12-31`;
  return /^\d{4}-\d\d$/.test(value) && month <= 12 ? formatDay({ year, month, day: daysInMonth(year, month) }) : value;
}

function plain(form: TimeForm, reference: Day | null, sense: -1 | 1): string | null {
  const value = form.kind === "season" ? season(form, reference, sense) : form.kind === "relative" ? relative(form, reference) : date(form, reference, sense);
  return value === null ? null : partOf(form, value);
}

// Parts and halves of a year get their months; parts of a month stay that month.
function partOf(form: TimeForm, value: string): string {
  if (!/^\d{4}$/.test(value)) return value;
  if (form.half !== null) return form.half === 1 ? `${value}-01/${value}-06` : `${value}-07/${value}-12`;
  if (form.part === "start") return form.bound === "by" ? `${value}-03~` : `${value}-01~`;
  if (form.part === "mid") return `${value}-06~`;
  return form.part === "end" && form.bound !== "by" ? `${value}-12` : value;
}

function date(form: TimeForm, reference: Day | null, sense: -1 | 1): string | null {
  if (form.month === null && form.day !== null) return dayOfMonth(form.day, reference, sense);
  if (form.month === null) return form.year !== null ? formatYear(form.year) : form.weekday === null ? null : weekday(form, reference, sense);
  const year = form.year ?? (reference === null ? null : yearFor(form, reference, sense));
  if (year === null) return null;
  if (form.day === null) return formatMonth({ year, month: form.month });
  const day = { year, month: form.month, day: form.day };
  if (!isDay(day)) return null;
  if (form.dayTo === null || form.dayTo <= form.day) return formatDay(day);
  return `${formatDay(day)}/${formatDay({ ...day, day: form.dayTo })}`;
}

// "the 24th": the latest on or before the reference, the next one after it when the tense is future.
function dayOfMonth(day: number, reference: Day | null, sense: -1 | 1): string | null {
  for (let back = 0; reference !== null && back < 12; back++) {
    const month = addMonths(reference, sense * back);
    const found = { ...month, day };
    if (isDay(found) && (sense < 0 ? daysBetween(reference, found) <= 0 : daysBetween(reference, found) >= 0)) return formatDay(found);
  }
  return null;
}

// The latest such day on or before the reference; after it when the tense is future.
function weekday(form: TimeForm, reference: Day | null, sense: -1 | 1): string | null {
  if (reference === null || form.weekday === null) return null;
  const back = (weekdayOf(reference) - form.weekday + 7) % 7;
  if (form.shift === "last") return formatDay(addDays(reference, -(back === 0 ? 7 : back)));
  if (sense < 0 && form.shift !== "next") return formatDay(addDays(reference, -back));
  return formatDay(addDays(reference, back === 0 ? (form.shift === "next" ? 7 : 0) : 7 - back));
}

// A date a few weeks on the wrong side of the tense is still this year's ("would begin on 3 May", written on 20 May).
const TENSE_SLACK_DAYS = 45;

// Nearest year for a month and day (a weekday beside it decides); for a bare month the direction decides.
function yearFor(form: TimeForm, reference: Day, sense: -1 | 1): number {
  const month = form.month ?? 1;
  const shifted = form.shift === "last" ? -1 : form.shift === "next" ? 1 : sense;
  if (form.day === null) {
    if (shifted < 0) return month > reference.month ? reference.year - 1 : reference.year;
    return month < reference.month ? reference.year + 1 : reference.year;
  }
  const years = [reference.year, reference.year - 1, reference.year + 1];
  const days = years.map((year) => ({ year, month, day: form.day ?? 1 })).filter(isDay);
  const byWeekday = days.find((day) => form.weekday !== null && weekdayOf(day) === form.weekday);
  // More than half a year off, the tense decides: "left on 31 July" in March was last July.
  const fits = days.filter((day) => (sense < 0 ? daysBetween(reference, day) <= TENSE_SLACK_DAYS : daysBetween(reference, day) >= -TENSE_SLACK_DAYS));
  const nearest = (fits.length > 0 ? fits : days).toSorted((a, b) => Math.abs(daysBetween(reference, a)) - Math.abs(daysBetween(reference, b)))[0];
  return (byWeekday ?? nearest ?? reference).year;
}

// 2023-22 is summer 2023; the season of the reference's year unless that is still to come.
function season(form: TimeForm, reference: Day | null, sense: -1 | 1): string | null {
  const code = form.month ?? 21;
  if (form.year !== null) return `${formatYear(form.year)}-${code}`;
  if (reference === null) return null;
  const firstMonth = (code - 21) * 3 + 3;
  const started = reference.month >= firstMonth;
  const year = form.shift === "last" ? (reference.month > firstMonth + 2 ? reference.year : reference.year - 1) : sense < 0 ? (started ? reference.year : reference.year - 1) : reference.month <= firstMonth + 2 ? reference.year : reference.year + 1;
  return `${formatYear(year)}-${code}`;
}

function relative(form: TimeForm, reference: Day | null): string | null {
  if (reference === null) return null;
  const { offset } = form;
  if (form.span) return spanOf(form, reference);
  const about = form.approximate ? "~" : "";
  if (form.unit === "day") return formatDay(addDays(reference, offset)) + about;
  if (form.unit === "weekend") return weekend(reference, offset);
  if (form.unit === "week") return form.whole ? week(reference, offset) : formatDay(addDays(reference, offset * 7)) + about;
  if (form.unit === "month") {
    const month = addMonths(reference, offset);
    return formatMonth(month) + (form.whole ? "" : about);
  }
  return formatYear(reference.year + offset) + (form.whole ? "" : about);
}

function spanOf({ offset, unit }: TimeForm, reference: Day): string {
  if (unit === "day" || unit === "week") return `${formatDay(addDays(reference, offset * (unit === "week" ? 7 : 1)))}/${formatDay(reference)}`;
  if (unit === "month") return `${formatMonth(addMonths(reference, offset))}/${formatMonth(reference)}`;
  return `${formatYear(reference.year + offset)}/${formatYear(reference.year)}`;
}

// Monday to Sunday; this week ends on the reference day when that is the day of the report.
function week(reference: Day, offset: number): string {
  const monday = addDays(reference, -((weekdayOf(reference) + 6) % 7) + offset * 7);
  return `${formatDay(monday)}/${formatDay(offset === 0 ? reference : addDays(monday, 6))}`;
}

function weekend(reference: Day, offset: number): string {
  const saturday = addDays(reference, -((weekdayOf(reference) + 1) % 7) + offset * 7);
  return `${formatDay(saturday)}/${formatDay(addDays(saturday, 1))}`;
}
