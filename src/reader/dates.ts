import { isDay } from "../claims/index.ts";
import type { TimeForm } from "./calendar.ts";
import { formOf } from "./calendar.ts";
import { OPENS } from "./openings.ts";
import type { Page } from "./page.ts";
import { lowerAt, opens } from "./page.ts";

/** A year in four digits. */
export const yearAt = (page: Page, i: number): number | null => {
  const token = page.tokens[i];
  if (token === undefined || token.kind !== "number" || token.end - token.start !== 4) return null;
  const year = Number(token.lower);
  return year >= 1900 && year <= 2099 ? year : null;
};

// A day of the month: "31", "16th"; never "2,000" and never a number that a unit follows without a gap.
function dayAt(page: Page, i: number): { to: number; day: number } | null {
  const token = page.tokens[i];
  if (token === undefined || token.kind !== "number" || token.lower.length > 2) return null;
  const day = Number(token.lower);
  if (day < 1 || day > 31) return null;
  const suffix = page.tokens[i + 1];
  const ordinal = suffix !== undefined && !suffix.gap && page.pack.times.ordinals.has(suffix.lower);
  return { to: ordinal ? i + 2 : i + 1, day };
}

interface DateParts {
  to: number;
  weekday: number | null;
  day: number | null;
  dayTo: number | null;
  month: number | null;
  year: number | null;
}

/** Weekday, day, month and year in the orders that news use; "Tuesday (October 31)" is one date. */
export function dateAt(page: Page, i: number): { to: number; form: TimeForm } | null {
  const { times } = page.pack;
  let at = i;
  const shift = shiftAt(page, i);
  if (shift !== null) at++;
  const weekday = capitalised(page, at) ? times.weekdays.get(lowerAt(page, at)) ?? null : null;
  let dateFrom = weekday === null ? at : at + 1;
  const bracket = weekday !== null && lowerAt(page, dateFrom) === "(";
  if (weekday !== null && (bracket || lowerAt(page, dateFrom) === ",")) dateFrom++;
  const date = numericAt(page, dateFrom) ?? monthDayAt(page, dateFrom);
  if (date === null) return weekday === null ? null : { to: at + 1, form: formOf("date", { weekday, shift }) };
  const to = bracket && lowerAt(page, date.to) === ")" ? date.to + 1 : date.to;
  return { to, form: formOf("date", { weekday, day: date.day, month: date.month, year: date.year, dayTo: date.dayTo, shift }) };
}

/** Units from now. */
export const OFFSETS = { last: -1, this: 0, next: 1 } as const;

/** "last", "this", "next". */
export function shiftAt(page: Page, i: number): keyof typeof OFFSETS | null {
  if (!opens(page, i, OPENS.shift)) return null;
  const { last, next, current } = page.pack.times;
  const word = lowerAt(page, i);
  return last.has(word) ? "last" : next.has(word) ? "next" : current.has(word) ? "this" : null;
}

const capitalised = (page: Page, i: number): boolean => page.tokens[i]?.capital === true;

// "17.10.2022", "2023-10-31", "31/10/2023": day first unless the year leads.
function numericAt(page: Page, i: number): DateParts | null {
  if (page.tokens[i]?.kind !== "number") return null;
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(lowerAt(page, i));
  if (dotted !== null) return numeric(i + 1, Number(dotted[3]), Number(dotted[2]), Number(dotted[1]));
  const dash = lowerAt(page, i + 1);
  if ((dash !== "-" && dash !== "/") || dash !== lowerAt(page, i + 3) || page.tokens[i + 1]?.gap === true) return null;
  const [a, b, c] = [lowerAt(page, i), lowerAt(page, i + 2), lowerAt(page, i + 4)];
  if (!/^\d+$/.test(a) || !/^\d{1,2}$/.test(b) || !/^\d+$/.test(c)) return null;
  if (dash === "-" && a.length === 4) return numeric(i + 5, Number(a), Number(b), Number(c));
  return c.length === 4 ? numeric(i + 5, Number(c), Number(b), Number(a)) : null;
}

function numeric(to: number, year: number, month: number, day: number): DateParts | null {
  return isDay({ year, month, day }) ? { to, weekday: null, day, dayTo: null, month, year } : null;
}

function monthDayAt(page: Page, i: number): DateParts | null {
  const { times } = page.pack;
  const dayFirst = dayAt(page, i);
  if (dayFirst !== null) {
    const of = times.of.has(lowerAt(page, dayFirst.to)) ? dayFirst.to + 1 : dayFirst.to;
    const range = dayRangeAt(page, dayFirst.to);
    const monthIndex = range?.to ?? of;
    const month = monthAt(page, monthIndex);
    if (month === null) return lone(page, i, dayFirst);
    return withYear(page, { to: monthIndex + 1, weekday: null, day: dayFirst.day, dayTo: range?.day ?? null, month, year: null });
  }
  const month = monthAt(page, i);
  if (month === null) return null;
  const day = dayAt(page, i + 1);
  if (day === null) return withYear(page, { to: i + 1, weekday: null, day: null, dayTo: null, month, year: null });
  const range = dayRangeAt(page, day.to);
  return withYear(page, { to: range?.to ?? day.to, weekday: null, day: day.day, dayTo: range?.day ?? null, month, year: null });
}

// "on the 24th": a day of the month at hand, if nothing follows that it could count.
function lone(page: Page, i: number, { to, day }: { to: number; day: number }): DateParts | null {
  const { grammar, times } = page.pack;
  const next = page.tokens[to];
  const free = next === undefined || next.kind === "mark" || grammar.stops.has(next.lower);
  const led = grammar.definite.has(lowerAt(page, i - 1)) && (times.onDays.has(lowerAt(page, i - 2)) || times.since.has(lowerAt(page, i - 2)) || times.by.endingAt(page.tokens, i - 2) !== null);
  return to === i + 2 && free && led ? { to, weekday: null, day, dayTo: null, month: null, year: null } : null;
}

// "4 to 6", "7-9": the second day of a range, unless it begins a number of something else.
function dayRangeAt(page: Page, i: number): { to: number; day: number } | null {
  if (!page.pack.numbers.range.has(lowerAt(page, i)) && !page.pack.numbers.and.has(lowerAt(page, i))) return null;
  const end = dayAt(page, i + 1);
  if (end === null) return null;
  const next = page.tokens[end.to];
  return next !== undefined && next.kind === "word" && !next.capital && next.gap && /^\p{L}{4,}/u.test(next.lower) && monthAt(page, end.to) === null && !page.pack.grammar.stops.has(next.lower) ? null : end;
}

// A month's name, with a capital; a short one without its stop only beside a number, since "Jan Novak" has no date.
function monthAt(page: Page, i: number): number | null {
  const month = capitalised(page, i) ? page.pack.times.months.get(lowerAt(page, i)) : undefined;
  if (month === undefined) return null;
  const short = page.pack.times.months.has(`${lowerAt(page, i)}.`);
  return isNumber(page, i - 1) || isNumber(page, i + 1) || (!short && !endsName(page, i)) ? month : null;
}

// "Theresa May": behind another name it is one.
function endsName(page: Page, i: number): boolean {
  const { grammar, times } = page.pack;
  const before = page.tokens[i - 1];
  if (before === undefined || before.kind !== "word" || !before.capital) return false;
  return !grammar.stops.has(before.lower) && !times.weekdays.has(before.lower) && !times.last.has(before.lower) && !times.next.has(before.lower) && !times.current.has(before.lower) && times.parts.endingAt(page.tokens, i - 1) === null;
}

const isNumber = (page: Page, i: number): boolean => page.tokens[i]?.kind === "number" || (page.tokens[i]?.gap === false && page.pack.times.ordinals.has(lowerAt(page, i)));

function withYear(page: Page, parts: DateParts): DateParts {
  const at = lowerAt(page, parts.to) === "," ? parts.to + 1 : parts.to;
  const of = page.pack.times.of.has(lowerAt(page, at)) ? at + 1 : at;
  const year = yearAt(page, of);
  if (year !== null) [parts.to, parts.year] = [of + 1, year];
  return parts;
}

