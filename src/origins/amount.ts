import type { Quantity } from "../claims/index.ts";
import { WEIGHTS } from "./weights.ts";

/** A quantity made ready for comparison. */
export interface Amount {
  /** The number that people repeat: 1000 for "fewer than 1,000"; null for a range, a share and vague words. */
  figure: number | null;
  low: number;
  high: number;
  side: "at" | "under" | "over";
  share: boolean;
  about: boolean;
  /** "Thousands", "dozens": bounds that come from a table and not from the source. */
  vague: boolean;
  unit: string;
  /** Significant digits of what is named. */
  digits: number;
  /** The same for all amounts that are compared as equal; the key under which they are found. */
  key: string;
}

type MaybeQuantity = Partial<Quantity> | null | undefined;

/** Significant digits of a number: 1 for 9,000, 2 for 2,800. */
export const digitsOf = (figure: number): number => (Number.isFinite(figure) ? (figure.toExponential().split("e")[0] as string).replace(".", "").length : 1);

// 999 is one below a rounder number, 4,001 one above: what "under" and "over" make of it.
const rounder = (bound: number, step: 1 | -1): number => (Number.isInteger(bound) && digitsOf(bound + step) < digitsOf(bound) ? bound + step : bound);

export function amountOf(quantity: MaybeQuantity): Amount | null {
  if (!quantity) return null;
  const { low = null, high = null, point = null, modifier, unit = "personnel" } = quantity;
  if (low === null && high === null && point === null) return null;
  const [least, most] = [low ?? 0, high ?? Infinity];
  const share = modifier === "share";
  const named = share || modifier === "vague" || modifier === "range" ? null : namedBy(low, high, point);
  return {
    figure: named?.figure ?? null, side: named?.side ?? "at", low: least, high: most, share, about: modifier === "about", vague: modifier === "vague", unit: String(unit),
    digits: named === null ? Math.max(digitsOf(least), digitsOf(most)) : digitsOf(named.figure),
    key: named === null ? `${least}..${most}${share ? "%" : ""}` : String(named.figure),
  };
}

// What "under", "over" and "about" name, from the bounds where the claim does not say it.
function namedBy(low: number | null, high: number | null, point: number | null): Pick<Amount, "side"> & { figure: number } | null {
  if (low !== null && low === high) return { figure: point ?? low, side: "at" };
  if (high === null) return { figure: point ?? rounder(low ?? 0, -1), side: "over" };
  if ((low ?? 0) === 0) return { figure: point ?? rounder(high, 1), side: "under" };
  return point === null ? null : { figure: point, side: "at" };
}

/** The key of a claim without a quantity. */
const NO_FIGURE = "-";

export const figureKey = (amount: Amount | null): string => amount?.key ?? NO_FIGURE;

export interface AmountFinding {
  rule: "quantity/figure" | "quantity/words" | "quantity/rounded" | "quantity/within" | "quantity/none" | "quantity/one";
  weight: number;
}

/** Points by which the ends of one share may differ in another's words: "most" and "the majority", "almost all" and "practically all". */
const SHARE_POINTS = 10;
const near = (a: number, b: number): boolean => Math.abs(a - b) <= SHARE_POINTS;

/** Share of a number by which rounding moves it at most. */
const ROUNDING = 0.1;

// "Nearly 3,000" for 2,800: the rounder of two numbers is said to be about, and is the other one in its digits.
function isRounded(a: Amount, b: Amount): boolean {
  const [fine, round] = a.digits >= b.digits ? [a, b] : [b, a];
  const [exact, rough] = [fine.figure as number, round.figure as number];
  if (!round.about || fine.side !== "at" || fine.digits === round.digits || Math.abs(exact - rough) > ROUNDING * rough) return false;
  return Number(exact.toPrecision(round.digits)) === rough;
}

const overlap = (a: Amount, b: Amount): boolean => a.low <= b.high && b.low <= a.high;

/**
 * How two quantities speak for one statement; null where they rule it out.
 *
 * @param oneSource  whether both are known to be of one source, which then tells less by naming one number
 */
export function compareAmounts(a: Amount | null, b: Amount | null, oneSource = false): AmountFinding | null {
  if (a === null || b === null) return a === b ? { rule: "quantity/none", weight: WEIGHTS.bothNoFigure } : { rule: "quantity/one", weight: WEIGHTS.noFigure };
  if (a.unit !== b.unit || a.share !== b.share) return null;
  if (a.share) return near(a.low, b.low) && near(a.high, b.high) ? { rule: "quantity/words", weight: WEIGHTS.sameWords } : null;
  if (a.figure !== null && b.figure !== null) return compareFigures(a, b, oneSource);
  if (a.low === b.low && a.high === b.high) {
    return a.vague ? { rule: "quantity/words", weight: WEIGHTS.sameWords } : { rule: "quantity/figure", weight: figureWeight(a.digits, oneSource) };
  }
  return overlap(a, b) ? { rule: "quantity/within", weight: WEIGHTS.withinVague } : null;
}

function figureWeight(digits: number, oneSource: boolean): number {
  const weights = oneSource ? WEIGHTS.ownFigure : WEIGHTS.figure;
  return weights[Math.min(digits, weights.length) - 1] as number;
}

function compareFigures(a: Amount, b: Amount, oneSource: boolean): AmountFinding | null {
  const bound = a.side === b.side ? 0 : WEIGHTS.otherBound;
  if (a.figure !== b.figure) return isRounded(a, b) ? { rule: "quantity/rounded", weight: WEIGHTS.rounded } : null;
  const opposite = a.side !== b.side && a.side !== "at" && b.side !== "at";
  return opposite ? null : { rule: "quantity/figure", weight: figureWeight(a.digits, oneSource) + bound };
}
