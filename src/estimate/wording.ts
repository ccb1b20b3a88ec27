import { ECHELONS, type Certainty, type Quantity, type Size } from "../claims/index.ts";
import { OFFSET } from "./grid.ts";

/**
 * How a figure of speech spreads what a speaker says around what he thinks, as densities in powers of ten. `near`: an
 * exponential distance of that mean from the bound, on its allowed side; `anywhere`: all of the allowed side alike;
 * `at`: a normal error around the number; `between`: within the interval, evenly.
 */
export type Term =
  | { weight: number; form: "near-below" | "near-above"; mean: number }
  | { weight: number; form: "below" | "above" | "at" | "between" | "around" };

/** Speakers choose a bound that is near and round: Cummins, Sauerland and Solt, Granularity and scalar implicature in numerical expressions (2012). The weights are judgements. */
export const LIKELIHOODS = {
  point: [{ weight: 1, form: "at" }],
  under: [{ weight: 0.88, form: "near-below", mean: 0.12 }, { weight: 0.12, form: "below" }],
  upto: [{ weight: 0.8, form: "near-below", mean: 0.09 }, { weight: 0.2, form: "at" }],
  atleast: [{ weight: 0.88, form: "near-above", mean: 0.12 }, { weight: 0.12, form: "above" }],
  over: [{ weight: 0.92, form: "near-above", mean: 0.08 }, { weight: 0.08, form: "above" }],
  slightlyOver: [{ weight: 1, form: "near-above", mean: 0.025 }],
  slightlyUnder: [{ weight: 1, form: "near-below", mean: 0.025 }],
  range: [{ weight: 0.85, form: "between" }, { weight: 0.15, form: "around" }],
  interval: [{ weight: 1, form: "between" }],
  /** A part of the whole bounds it from below, a wider place from above; neither says how near. */
  floor: [{ weight: 1, form: "above" }],
  ceiling: [{ weight: 1, form: "below" }],
} as const satisfies Record<string, readonly Term[]>;

export type Shape = keyof typeof LIKELIHOODS;

/** By the source's own certainty: how likely the figure is plainly off, and by how much its error grows. Judgements; ICD 203 bands grade propositions, not numbers. */
export const CERTAINTY: Readonly<Record<Exclude<Certainty, "unknown">, { outlier: number; scale: number; credence: number }>> = {
  certain: { outlier: 0.06, scale: 1, credence: 0.75 },
  probable: { outlier: 0.14, scale: 1.2, credence: 0.6 },
  possible: { outlier: 0.3, scale: 1.7, credence: 0.4 },
};
/** Density of a figure that says nothing, a power of ten: one over the width of the usual grid. */
export const IGNORANCE = 0.28;

/** What words of size stand for, in men, and the error added to the source's own. Judgements. */
const SIZES: Readonly<Record<Size, { low: number; high: number; sd: number }>> = {
  none: { low: 0, high: 60, sd: 0.12 },
  limited: { low: 40, high: 2500, sd: 0.22 },
  significant: { low: 2000, high: 15_000, sd: 0.22 },
  large: { low: 9000, high: 120_000, sd: 0.22 },
};

/** Establishment strengths, wide on purpose (APP-6 echelons); the error added to the source's own is for counting in units at all. */
const ESTABLISHMENTS: Readonly<Record<(typeof ECHELONS)[number], readonly [number, number]>> = {
  squad: [8, 12], platoon: [16, 44], company: [62, 190], battalion: [300, 1000], regiment: [1000, 3000], brigade: [3000, 5000],
  division: [10_000, 15_000], corps: [20_000, 100_000], army: [40_000, 150_000],
};
const ECHELON_SD = 0.1;
const VAGUE_SD = 0.08;
const LEAST_ABOUT_SD = 0.03;
/** Round numbers are read as approximate: Krifka, Approximate interpretation of number words (2007). Half the granularity, but no more than this share. */
const MOST_ROUNDING = 0.15;

/** A figure as the likelihood takes it: what shape, between which numbers of men, with what error besides the source's own. */
export interface Figure {
  shape: Shape;
  low: number;
  /** Infinity where open. */
  high: number;
  sd: number;
}

/** Half the last digit that is not zero, as a standard deviation in powers of ten. */
function rounding(men: number): number {
  if (men <= 0) return LEAST_ABOUT_SD;
  let unit = 1;
  while (men % (unit * 10) === 0) unit *= 10;
  const half = Math.min(unit / 2, MOST_ROUNDING * men);
  return half / Math.sqrt(3) / ((men + OFFSET) * Math.LN10);
}

const isEchelon = (unit: string): unit is (typeof ECHELONS)[number] => (ECHELONS as readonly string[]).includes(unit);

// The claim has no field for "slightly"; the words of languages without an entry are read as the plain bound.
const SLIGHTLY = /\b(?:slightly|just|a little|barely) (?:more|over|above|under|below|less|fewer)\b/i;

/** Bounds in order, whoever wrote them: between 190,000 and 169,000 is the same both ways. */
const ordered = ({ low, high }: Quantity): [number | null, number | null] => (low !== null && high !== null && low > high ? [high, low] : [low, high]);

function figureOfPersonnel(quantity: Quantity): Figure | null {
  const { modifier, point, words } = quantity;
  const [low, high] = ordered(quantity);
  const slightly = SLIGHTLY.test(words);
  const named = point ?? low ?? high;
  if (named === null || modifier === "share") return null;
  if (high === 0) return figureOfSize("none");
  const sd = rounding(named);
  switch (modifier) {
    case "exact":
      return { shape: "point", low: named, high: named, sd };
    case "about":
      return { shape: "point", low: named, high: named, sd: Math.max(LEAST_ABOUT_SD, sd) };
    case "under":
      return { shape: slightly ? "slightlyUnder" : "under", low: 0, high: point ?? high ?? named, sd: 0 };
    case "upto":
      return { shape: "upto", low: 0, high: point ?? high ?? named, sd };
    case "over":
      return { shape: slightly ? "slightlyOver" : "over", low: point ?? low ?? named, high: Infinity, sd: 0 };
    case "atleast":
      return { shape: "atleast", low: point ?? low ?? named, high: Infinity, sd: 0 };
    case "range":
    case "vague":
      break;
  }
  if (low === null) return { shape: "under", low: 0, high: high as number, sd: VAGUE_SD };
  if (high === null) return { shape: "atleast", low, high: Infinity, sd: VAGUE_SD };
  if (low === high) return { shape: "point", low, high, sd: Math.max(LEAST_ABOUT_SD, sd) };
  return { shape: modifier === "range" ? "range" : "interval", low, high, sd: modifier === "range" ? 0 : VAGUE_SD };
}

export const figureOfSize = (size: Size): Figure => ({ shape: "interval", ...SIZES[size] });

/** A number of men or of echelons as a figure; null for things, shares and quantities without a number. */
export function figureOf(quantity: Quantity): Figure | null {
  const { unit, low, high } = quantity;
  if (unit === "personnel") return figureOfPersonnel(quantity);
  if (!isEchelon(unit) || quantity.modifier === "share") return null;
  const [least, most] = ESTABLISHMENTS[unit];
  const count = quantity.point ?? low ?? high;
  if (count === null || count <= 0) return count === null ? null : figureOfSize("none");
  const bounds = { low: (low ?? 0) * least, high: high === null ? Infinity : Math.max(high, 1) * most };
  if (bounds.high === Infinity) return { shape: "atleast", low: bounds.low, high: Infinity, sd: ECHELON_SD };
  return { shape: "interval", ...bounds, sd: ECHELON_SD };
}
