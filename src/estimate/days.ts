import { addDays, addMonths, daysInMonth, formatDay, parseDay, type Day, type StatedClaim } from "../claims/index.ts";

const DAY_MS = 86_400_000;

/** Days since 1970-01-01. */
export function toDayNumber({ year, month, day }: Day): number {
  // Date.UTC takes years below 100 for ones of the last century.
  return Math.round(new Date(0).setUTCFullYear(year, month - 1, day) / DAY_MS);
}

export const formatDayNumber = (number: number): string => formatDay(addDays({ year: 1970, month: 1, day: 1 }, number));

/** Days that an EDTF date may mean; null for an open end. */
export interface Span {
  first: number | null;
  last: number | null;
  /** Marked as approximate or uncertain. */
  loose: boolean;
}

/** Where the months of a season begin; winter is that which begins in the year. */
const SEASON_STARTS: Readonly<Record<number, number>> = { 21: 3, 22: 6, 23: 9, 24: 12 };

function spanOfPoint(text: string): [number, number] {
  const exact = parseDay(text);
  if (exact !== null) return [toDayNumber(exact), toDayNumber(exact)];
  const [year = 0, part = 0] = text.split("-").map(Number);
  if (part === 0) return [toDayNumber({ year, month: 1, day: 1 }), toDayNumber({ year, month: 12, day: 31 })];
  const start = { year, month: SEASON_STARTS[part] ?? part, day: 1 };
  const end = part > 12 ? addMonths(start, 2) : start;
  return [toDayNumber(start), toDayNumber({ ...end, day: daysInMonth(end.year, end.month) })];
}

/** The days of an EDTF date that {@link isEdtf} lets pass. */
export function spanOf(edtf: string): Span {
  const loose = /[~?%]/.test(edtf);
  const [start = "..", end = start] = edtf.replace(/[~?%]/g, "").split("/");
  return { first: start === ".." ? null : spanOfPoint(start)[0], last: end === ".." ? null : spanOfPoint(end)[1], loose };
}

/** Days within which something held or happened, inclusive, and how likely each is. */
export interface Window {
  first: number;
  last: number;
  /** The figure is as old as it was when it was said: the nearer to the last day the likelier. */
  lagging: boolean;
}

/** Age of what is said in the present tense: exponential with this mean, in days, and cut off. Judgement. */
const LAG = { mean: 4, longest: 13 };
/** Days on either side of a date given as about. */
const LOOSE_DAYS = 7;
/** What "by the end of May" may reach back, and "since August" forward, in days. */
const OPEN_DAYS = { before: 14, after: 365 };

const lastOf = (edtf: string | null | undefined): number | null => (edtf ? spanOf(edtf).last ?? spanOf(edtf).first : null);

/** The day on which a claim was made, as far as it is known: the last that its dates allow. */
export const spokenOn = ({ said, published }: StatedClaim): number | null => lastOf(said) ?? lastOf(published);

/** When a claim holds of the world; null when nothing dates it. */
export function windowOf(claim: StatedClaim): Window | null {
  const spoken = spokenOn(claim);
  if (!claim.asOf) return spoken === null ? null : lagging(spoken);
  const { first, last, loose } = spanOf(claim.asOf);
  if (first !== null && first === last && first === spoken && !loose) return lagging(first);
  const slack = loose ? LOOSE_DAYS : 0;
  if (first === null) return { first: (last as number) - OPEN_DAYS.before, last: (last as number) + slack, lagging: false };
  const open = Math.min(spoken ?? Infinity, first + OPEN_DAYS.after);
  const end = last === null ? Math.max(first, open) : last + slack;
  const window = { first: first - slack, last: end, lagging: false };
  // Nobody has seen the rest of a month that he speaks of in its middle.
  return spoken !== null && window.first <= spoken && window.last > spoken ? { ...window, last: spoken } : window;
}

const lagging = (day: number): Window => ({ first: day - LAG.longest, last: day, lagging: true });

/** Weight of each day of a window, summing to 1. */
export function dayWeights({ first, last, lagging: isLagging }: Window): Float64Array {
  const count = last - first + 1;
  const weights = Float64Array.from({ length: count }, (_, i) => (isLagging ? Math.exp((i - count + 1) / LAG.mean) : 1));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => weight / sum);
}
