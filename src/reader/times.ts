import type { Day } from "../claims/index.ts";
import { isDay, parseDay, weekdayOf } from "../claims/index.ts";
import { OPENS } from "./openings.ts";
import type { Page } from "./page.ts";
import { isStop, lowerAt, opens } from "./page.ts";
import type { TimeForm, TimeMention } from "./calendar.ts";
import { formOf, resolveForm } from "./calendar.ts";
import { dateAt, OFFSETS, shiftAt, yearAt } from "./dates.ts";

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
  const mentions: TimeMention[] = [];
  for (const { from, to, form } of found) {
    const anchor = form.anchored ? lastDay(page, mentions, from) ?? reference : reference;
    mentions.push({ from, to, rule: `time/${form.kind}`, value: resolveForm(form, anchor) });
  }
  return mentions;
}

// How far back "two days later" may find the day that it counts from, in tokens.
const ANCHOR_REACH = 120;

// The last whole day that the text has named: what "the next day" follows.
function lastDay(page: Page, before: readonly TimeMention[], from: number): Day | null {
  for (let at = before.length - 1; at >= 0; at--) {
    const mention = before[at];
    if (mention === undefined || from - mention.to > ANCHOR_REACH || (page.paragraphAt[from] ?? 0) - (page.paragraphAt[mention.from] ?? 0) > 1) return null;
    const day = mention.value.past === null ? null : parseDay(mention.value.past);
    if (day !== null) return day;
  }
  return null;
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
  // "Change over every six months": how often, and not when.
  if (page.pack.times.each.has(lowerAt(page, i - 1))) return null;
  const lead = leadAt(page, i);
  const core = coreAt(page, lead.to);
  if (core === null) return null;
  if (lead.to === i && token.lower === "(") return null;
  const end = lead.bound === "by" ? null : endOfStretch(page, i, core);
  if (end !== null) {
    core.form.until = end.form;
    core.to = end.to;
  }
  if (lead.bound !== null) core.form.bound = lead.bound;
  return { from: i, to: core.to, form: core.form };
}

// "between July and August", "from January to March", "June–September": the date at which a stretch ends.
function endOfStretch(page: Page, i: number, core: { to: number; form: TimeForm }): { to: number; form: TimeForm } | null {
  const { numbers, times } = page.pack;
  const led = numbers.between.has(lowerAt(page, i - 1));
  const link = lowerAt(page, core.to);
  const joins = led ? numbers.range.has(link) || numbers.and.has(link) || times.by.at(page.tokens, core.to) !== null || times.through.has(link) : times.dashes.has(link) || times.through.has(link);
  const end = joins ? coreAt(page, core.to + 1) : null;
  return end !== null && end.form.kind === core.form.kind && (end.form.kind !== "date" || end.form.weekday === null || core.form.weekday !== null) ? end : null;
}

// "since", "by", "by the end of", "from": what stands before a date and bounds it.
function leadAt(page: Page, i: number): { to: number; bound: "since" | "by" | null } {
  const { times } = page.pack;
  if (page.tokens[i]?.kind === "number") return { to: i, bound: null };
  const by = times.by.at(page.tokens, i);
  if (by !== null) return { to: by.to, bound: "by" };
  if (times.since.has(lowerAt(page, i))) return { to: i + 1, bound: "since" };
  const state = times.asOf.at(page.tokens, i);
  if (state !== null) return { to: state.to, bound: null };
  return { to: i, bound: null };
}

function coreAt(page: Page, i: number): { to: number; form: TimeForm } | null {
  const period = opens(page, i, OPENS.period);
  return (period ? partAt(page, i) : null) ?? dateAt(page, i) ?? (period ? relativeAt(page, i) ?? seasonAt(page, i) : null) ?? agoAt(page, i) ?? unitAt(page, i);
}

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
  // "a spring offensive", "the summer holidays": says which one, not when.
  if (year === null && shift === null && (isDescribed(page, at + 1) || page.pack.grammar.to.has(previous))) return null;
  const to = year === null ? at + 1 : times.of.has(lowerAt(page, at + 1)) ? at + 3 : at + 2;
  return { to, form: formOf("season", { month: season, year, shift }) };
}

const isDescribed = (page: Page, next: number): boolean => page.tokens[next]?.kind === "word" && page.tokens[next]?.capital === false && !isStop(page, next) && page.pack.forces.heads.at(page.tokens, next) === null;

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
  // "in six months": from now on; "for the first time in six months" is no date of what has happened.
  if (ago === null && times.ahead.has(lowerAt(page, i - 1)) && count !== null) return { to: unitIndex + 1, form: formOf("relative", { offset: count, unit, approximate: true, ahead: true }) };
  if (ago === null) return null;
  return { to: ago.to, form: formOf("relative", { offset: ago.value * (count ?? 3), unit, approximate: vague !== null || unit !== "day", anchored: !times.fromNow.at(page.tokens, unitIndex + 1) }) };
}

// "last month", "this year", "the year": a calendar unit by its relation to now.
function unitAt(page: Page, i: number): { to: number; form: TimeForm } | null {
  const { times, grammar } = page.pack;
  const shift = shiftAt(page, i) ?? (grammar.determiners.has(lowerAt(page, i)) && times.of.has(lowerAt(page, i - 1)) ? "this" : null);
  if (shift === null) return yearForm(page, i);
  const span = shift === "last" ? spanAt(page, i) : null;
  if (span !== null) return span;
  const unit = times.units.get(lowerAt(page, i + 1));
  // "the week from 3 to 9 May" is dated by what follows.
  if (unit === undefined || (page.pack.numbers.between.has(lowerAt(page, i + 2)) || times.of.has(lowerAt(page, i + 2))) && dateAt(page, i + 3) !== null) return null;
  return { to: i + 2, form: formOf("relative", { offset: OFFSETS[shift], unit, whole: true }) };
}

// "the past three weeks", "the last 48 hours", "the past month": from then until now.
function spanAt(page: Page, i: number): { to: number; form: TimeForm } | null {
  const { times, numbers, grammar } = page.pack;
  const token = page.tokens[i + 1];
  const count = token?.kind === "number" ? Number(token.lower) : numbers.small.get(token?.lower ?? "");
  if (count !== undefined && Number.isInteger(count) && count <= 400) {
    const unit = times.units.get(lowerAt(page, i + 2));
    if (unit !== undefined) return { to: i + 3, form: formOf("relative", { offset: -count, unit, span: true }) };
    return times.hours.has(lowerAt(page, i + 2)) ? { to: i + 3, form: formOf("relative", { offset: -Math.max(1, Math.round(count / HOURS)), unit: "day", span: true }) } : null;
  }
  const unit = grammar.definite.has(lowerAt(page, i - 1)) ? times.units.get(lowerAt(page, i + 1)) : undefined;
  return unit === undefined || !times.spanning.has(lowerAt(page, i)) ? null : { to: i + 2, form: formOf("relative", { offset: -1, unit, span: true }) };
}
const HOURS = 24;

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

