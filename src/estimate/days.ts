import { daysOf, formatDay, fromDayNumber, toDayNumber, type StatedClaim } from "../claims/index.ts";

export { toDayNumber };

export const formatDayNumber = (number: number): string => formatDay(fromDayNumber(number));

/** Days that an EDTF date may mean; null for an open end. */
export interface Span {
  readonly first: number | null;
  readonly last: number | null;
  /** Marked as approximate or uncertain. */
  readonly loose: boolean;
}

/** Dates read lately: thousands of claims bear the same few hundred, and each is asked for many times. */
const SPANS = new Map<string, Span>();
const MOST_SPANS = 5000;

/** The days of an EDTF date. */
export function spanOf(edtf: string): Span {
  const known = SPANS.get(edtf);
  if (known !== undefined) return known;
  const { from, to } = daysOf(edtf) ?? { from: -Infinity, to: Infinity };
  const span = { first: Number.isFinite(from) ? from : null, last: Number.isFinite(to) ? to : null, loose: /[~?%]/.test(edtf) };
  if (SPANS.size >= MOST_SPANS) SPANS.clear();
  SPANS.set(edtf, span);
  return span;
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

/**
 * When a claim holds of the world; null when nothing tells. A claim of the present bears the day on which it was made, so one
 * without a date tells of some earlier time ("there had once been 10,000"), of which nobody knows how long ago it was.
 */
export function windowOf(claim: StatedClaim): Window | null {
  if (claim.asOf === null) return null;
  const spoken = spokenOn(claim);
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

const shares = (count: number, weigh: (i: number) => number): Float64Array => {
  const weights = Float64Array.from({ length: count }, (_, i) => weigh(i));
  const sum = weights.reduce((all, weight) => all + weight, 0);
  return weights.map((weight) => weight / sum);
};

const LAGGING = shares(LAG.longest + 1, (i) => Math.exp((i - LAG.longest) / LAG.mean));

/** Weight of each day of a window, summing to 1; not to be written to. */
export const dayWeights = ({ first, last, lagging: isLagging }: Window): Float64Array => (isLagging ? LAGGING : shares(last - first + 1, () => 1));

/** The same of the days that lie within a period. */
export function dayWeightsWithin(window: Window, first: number, last: number): Float64Array {
  const all = dayWeights(window);
  if (first <= window.first && last >= window.last) return all;
  const within = all.subarray(Math.max(0, first - window.first), Math.min(window.last, last) - window.first + 1);
  return shares(within.length, (i) => within[i] as number);
}
