import type { Day } from "../claims/index.ts";
import { isDay, parseDay, weekdayOf } from "../claims/index.ts";
import { OPENS } from "./openings.ts";
import type { Page } from "./page.ts";
import { lowerAt, opens } from "./page.ts";
import type { TimeForm, TimeMention } from "./calendar.ts";
import { resolveForm } from "./calendar.ts";

/**
 * Time expressions and the dates they stand for. A date without a year takes it from the reference date
 * (publication), else from a weekday that goes with it.
 *
 * @param today  the latest day a text can be from, for texts without a publication date; null when unknown
 */
export function timesOf(page: Page, today: Day | null): TimeMention[] {
  const found: { from: number; to: number; form: TimeForm }[] = [];
  for (let i = 0; i < page.tokens.length; i++) {
    const match = opens(page, i, OPENS.time) ? formAt(page, i) : null;
    if (match === null) continue;
    found.push(match);
    i = match.to - 1;
  }
  const reference = parseDay(page.document.published ?? "") ?? anchorOf(found.map((match) => match.form), today);
  return found.map(({ from, to, form }) => ({ from, to, rule: `time/${form.kind}`, value: resolveForm(form, reference) }));
}

// The latest day, not after today, on which a weekday and a date of the text fall together.
function anchorOf(forms: readonly TimeForm[], today: Day | null): Day | null {
  for (const form of forms) {
    if (form.kind !== "date" || form.day === null || form.month === null) continue;
    if (form.year !== null) return { year: form.year, month: form.month, day: form.day };
    if (form.weekday === null || today === null) continue;
    for (let year = today.year; year > today.year - 12; year--) {
      const day = { year, month: form.month, day: form.day };
      if (isDay(day) && weekdayOf(day) === form.weekday && dayNumber(day) <= dayNumber(today)) return day;
    }
  }
  return null;
}

const dayNumber = (day: Day): number => day.year * 10_000 + day.month * 100 + day.day;

type Match = { from: number; to: number; form: TimeForm } | null;

function formAt(page: Page, i: number): Match {
  const token = page.tokens[i];
  if (token === undefined || (token.kind === "mark" && token.lower !== "(")) return null;
  const lead = leadAt(page, i);
  const core = coreAt(page, lead.to);
  if (core === null) return null;
  if (lead.to === i && token.lower === "(") return null;
  if (lead.bound !== null) core.form.bound = lead.bound;
  return { from: i, to: core.to, form: core.form };
}

// "since", "by", "by the end of", "from": what stands before a date and bounds it.
function leadAt(page: Page, i: number): { to: number; bound: "since" | "by" | null } {
  const { times } = page.pack;
  const by = times.by.at(page.tokens, i);
  if (by !== null) return { to: by.to, bound: "by" };
  if (times.since.has(lowerAt(page, i))) return { to: i + 1, bound: "since" };
  return { to: i, bound: null };
}

function coreAt(page: Page, i: number): { to: number; form: TimeForm } | null {
  const period = opens(page, i, OPENS.period);
  return (period ? partAt(page, i) : null) ?? dateAt(page, i) ?? (period ? relativeAt(page, i) ?? seasonAt(page, i) : null) ?? agoAt(page, i) ?? unitAt(page, i);
}

// Every form has every field, so that what resolves them meets one shape.
const formOf = (kind: TimeForm["kind"], rest: Partial<TimeForm>): TimeForm => ({
  kind, weekday: rest.weekday ?? null, day: rest.day ?? null, dayTo: rest.dayTo ?? null, month: rest.month ?? null, year: rest.year ?? null,
  shift: rest.shift ?? null, part: rest.part ?? null, half: rest.half ?? null, bound: rest.bound ?? null, offset: rest.offset ?? 0,
  unit: rest.unit ?? null, approximate: rest.approximate ?? false, whole: rest.whole ?? false,
});

// "the end of May", "early 2008", "the first half of 2006": a part of a month or year.
function partAt(page: Page, i: number): { to: number; form: TimeForm } | null {
  const { times } = page.pack;
  const part = times.parts.at(page.tokens, i);
  const half = part === null ? times.halves.at(page.tokens, i) : null;
  const match = part ?? half;
  if (match === null) return null;
  let at = match.to;
  if (lowerAt(page, at) === "-") at++;
  if (times.of.has(lowerAt(page, at))) at++;
  const core = dateAt(page, at) ?? unitAt(page, at) ?? relativeAt(page, at);
  if (core === null) return null;
  if (half !== null) core.form.half = half.value;
  else core.form.part = part?.value ?? null;
  return core;
}

const yearAt = (page: Page, i: number): number | null => {
  const token = page.tokens[i];
  if (token === undefined || token.kind !== "number" || token.end - token.start !== 4) return null;
  const year = Number(token.lower);
  return year >= 1900 && year <= 2099 ? year : null;
};

// A day of the month: "31", "16th"; never "2,000" and never a number that a unit follows without a gap.
function dayAt(page: Page, i: number): { to: number; day: number } | null {
  const token = page.tokens[i];
  if (token === undefined || token.kind !== "number" || !/^\d{1,2}$/.test(token.lower)) return null;
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

// Weekday, day, month and year in the orders that news use; "Tuesday (October 31)" is one date.
function dateAt(page: Page, i: number): { to: number; form: TimeForm } | null {
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

const OFFSETS = { last: -1, this: 0, next: 1 } as const;

function shiftAt(page: Page, i: number): keyof typeof OFFSETS | null {
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
    if (month === null) return null;
    return withYear(page, { to: monthIndex + 1, weekday: null, day: dayFirst.day, dayTo: range?.day ?? null, month, year: null });
  }
  const month = monthAt(page, i);
  if (month === null) return null;
  const day = dayAt(page, i + 1);
  if (day === null) return withYear(page, { to: i + 1, weekday: null, day: null, dayTo: null, month, year: null });
  const range = dayRangeAt(page, day.to);
  return withYear(page, { to: range?.to ?? day.to, weekday: null, day: day.day, dayTo: range?.day ?? null, month, year: null });
}

// "4 to 6", "7-9": the second day of a range, unless it begins a number of something else.
function dayRangeAt(page: Page, i: number): { to: number; day: number } | null {
  if (!page.pack.numbers.range.has(lowerAt(page, i)) && !page.pack.numbers.and.has(lowerAt(page, i))) return null;
  const end = dayAt(page, i + 1);
  if (end === null) return null;
  const next = page.tokens[end.to];
  return next !== undefined && next.kind === "word" && !next.capital && next.gap && /^\p{L}{4,}/u.test(next.lower) && monthAt(page, end.to) === null && !page.pack.grammar.stops.has(next.lower) ? null : end;
}

// A month's name; the short or ambiguous ones ("May", "March") only with a capital.
function monthAt(page: Page, i: number): number | null {
  return capitalised(page, i) ? page.pack.times.months.get(lowerAt(page, i)) ?? null : null;
}

function withYear(page: Page, parts: DateParts): DateParts {
  const at = lowerAt(page, parts.to) === "," ? parts.to + 1 : parts.to;
  const of = page.pack.times.of.has(lowerAt(page, at)) ? at + 1 : at;
  const year = yearAt(page, of);
  if (year !== null) [parts.to, parts.year] = [of + 1, year];
  return parts;
}

function relativeAt(page: Page, i: number): { to: number; form: TimeForm } | null {
  const match = page.pack.times.relative.at(page.tokens, i);
  if (match === null) return null;
  return { to: match.to, form: formOf("relative", match.value) };
}

function seasonAt(page: Page, i: number): { to: number; form: TimeForm } | null {
  const { times } = page.pack;
  const shift = shiftAt(page, i);
  const at = shift === null ? i : i + 1;
  const season = times.seasons.get(lowerAt(page, at));
  if (season === undefined) return null;
  const year = yearAt(page, times.of.has(lowerAt(page, at + 1)) ? at + 2 : at + 1);
  const previous = lowerAt(page, at - 1);
  if (year === null && shift === null && !page.pack.grammar.determiners.has(previous) && !page.pack.grammar.prepositions.has(previous)) return null;
  const to = year === null ? at + 1 : times.of.has(lowerAt(page, at + 1)) ? at + 3 : at + 2;
  return { to, form: formOf("season", { month: season, year, shift }) };
}

// "three weeks ago", "two days later": a count of units before or after.
function agoAt(page: Page, i: number): { to: number; form: TimeForm } | null {
  const { times, numbers } = page.pack;
  const token = page.tokens[i];
  const vague = opens(page, i, OPENS.amount) ? numbers.vague.at(page.tokens, i) : null;
  const count = token?.kind === "number" ? Number(token.lower) : numbers.small.get(lowerAt(page, i)) ?? (numbers.article.has(lowerAt(page, i)) ? 1 : null);
  if (vague === null && (count === null || !Number.isInteger(count) || count > 400)) return null;
  const unitIndex = vague === null ? i + 1 : vague.to;
  const unit = times.units.get(lowerAt(page, unitIndex));
  if (unit === undefined) return null;
  const ago = times.ago.at(page.tokens, unitIndex + 1);
  const within = times.within.endingAt(page.tokens, i - 1);
  if (ago === null && within !== null && count !== null) return { to: unitIndex + 1, form: formOf("relative", { offset: count, unit, bound: "by" }) };
  if (ago === null) return null;
  return { to: ago.to, form: formOf("relative", { offset: ago.value * (count ?? 3), unit, approximate: vague !== null || unit !== "day" }) };
}

// "last month", "this year", "the year": a calendar unit by its relation to now.
function unitAt(page: Page, i: number): { to: number; form: TimeForm } | null {
  const { times, grammar } = page.pack;
  const shift = shiftAt(page, i) ?? (grammar.determiners.has(lowerAt(page, i)) && times.of.has(lowerAt(page, i - 1)) ? "this" : null);
  if (shift === null) return yearForm(page, i);
  const unit = times.units.get(lowerAt(page, i + 1));
  if (unit === undefined) return null;
  return { to: i + 2, form: formOf("relative", { offset: OFFSETS[shift], unit, whole: true }) };
}

// A bare year, after a preposition or standing as a part's whole ("early 2008").
function yearForm(page: Page, i: number): { to: number; form: TimeForm } | null {
  const year = yearAt(page, i);
  if (year === null) return null;
  const before = lowerAt(page, i - 1);
  const free = page.pack.grammar.prepositions.has(before) || page.pack.times.since.has(before) || page.pack.times.parts.endingAt(page.tokens, i - 1) !== null || before === "(" || page.pack.grammar.determiners.has(before);
  if (!free) return null;
  const next = page.tokens[i + 1];
  if (next !== undefined && next.kind === "word" && !next.capital && next.gap && page.pack.forces.heads.at(page.tokens, i + 1) !== null) return null;
  return { to: i + 1, form: formOf("date", { year }) };
}

