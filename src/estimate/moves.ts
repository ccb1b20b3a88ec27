import type { Certainty, Quantity, StatedClaim } from "../claims/index.ts";
import { CERTAINTY, figureOf } from "./wording.ts";

/** What an arrival, a departure or a change does to the number: add or take men, or multiply; spreads in powers of ten. */
export type Effect =
  | { kind: "men"; sign: 1 | -1; low: number; high: number; sd: number }
  | { kind: "factor"; mean: number; sd: number };

export interface Move {
  direction: 1 | -1;
  effect: Effect;
  /** Chance beforehand that what the claim tells took place. */
  credence: number;
  /** Whether the words say how much. */
  sized: boolean;
}

const MEN_SD = 0.2;
/** Shares that words stand for, as (low, high) in percent, and what leaving them does. Judgements. */
const SHARES: readonly { low: number; high: number; mean: number; sd: number }[] = [
  { low: 90, high: 99, mean: -1, sd: 0.25 },
  { low: 51, high: 99, mean: -0.6, sd: 0.22 },
  { low: 50, high: 50, mean: -0.3, sd: 0.08 },
  { low: 100, high: 100, mean: -1.6, sd: 0.4 },
];
/** A movement without a size, and words of change without one. */
const BARE = { departure: { mean: -0.17, sd: 0.12 }, arrival: { mean: 0.17, sd: 0.12 }, down: { mean: -0.17, sd: 0.1 }, up: { mean: 0.17, sd: 0.1 } };
const GROWTH_SD = 0.09;
const SHARE_SD = 0.08;
/** Growth by an open share: "more than double". */
const MOST_GROWTH = 300;

function factorOfShare({ low, high }: Quantity, direction: 1 | -1): Effect | null {
  if (low === null && high === null) return null;
  if (direction === 1) {
    const [least, most] = [low ?? 1, Math.min(MOST_GROWTH, high ?? Math.max(low ?? 1, 100))];
    return { kind: "factor", mean: Math.log10(1 + (least + most) / 200), sd: GROWTH_SD };
  }
  const known = SHARES.find((share) => share.low === low && share.high === high);
  if (known !== undefined) return { kind: "factor", mean: known.mean, sd: known.sd };
  // "Part of" says no more than that some left.
  if ((high ?? 99) - (low ?? 1) > 60) return null;
  const left = (share: number): number => Math.log10(1 - Math.min(97.5, share) / 100);
  const [least, most] = [left(low ?? 1), left(high ?? 99)];
  return { kind: "factor", mean: (least + most) / 2, sd: Math.hypot(SHARE_SD, (least - most) / 4) };
}

/** Least and most people that a quantity names; echelons by their establishments. */
function peopleOf(quantity: Quantity): [number | null, number | null] {
  if (quantity.unit === "personnel") return [quantity.point ?? quantity.low, quantity.point ?? quantity.high];
  const figure = figureOf(quantity);
  return figure === null ? [null, null] : [figure.low, figure.high === Infinity ? null : figure.high];
}

function menOf(quantity: Quantity, sign: 1 | -1): Effect | null {
  const [least, most] = peopleOf(quantity);
  if (least === null && most === null) return null;
  const [from, to] = [least ?? Math.max(1, (most as number) / 3), most ?? (least as number) * 3];
  return to <= 0 ? null : { kind: "men", sign, low: Math.max(1, from), high: Math.max(1, to), sd: MEN_SD };
}

const DIRECTIONS: Readonly<Partial<Record<StatedClaim["kind"], 1 | -1>>> = { arrival: 1, departure: -1 };

/** A claim that something changed as a move; null for one that gives no direction. */
export function moveOf(claim: StatedClaim): Move | null {
  const direction = DIRECTIONS[claim.kind] ?? (claim.direction === "up" ? 1 : claim.direction === "down" ? -1 : null);
  if (direction === null) return null;
  const { quantity } = claim;
  // "Grew to" and "grew by" are not told apart in a claim of change; only a share is taken at its word.
  const isSized = quantity !== null && (claim.kind !== "change" || quantity.modifier === "share");
  const sized = isSized ? (quantity.modifier === "share" ? factorOfShare(quantity, direction) : menOf(quantity, direction)) : null;
  const bare = claim.kind === "change" ? BARE[direction === 1 ? "up" : "down"] : BARE[claim.kind as "arrival" | "departure"];
  const certainty = claim.certainty as Certainty;
  return {
    direction,
    effect: sized ?? { kind: "factor", ...bare },
    credence: CERTAINTY[certainty === "unknown" ? "possible" : certainty].credence,
    sized: sized !== null,
  };
}

/** By how much a denied rotation, movement, arrival, departure or change damps the hazard of jumps, and which. */
export function dampingOf(claim: StatedClaim): { down: number; up: number } | null {
  if (claim.polarity !== "denied") return null;
  const certainty = claim.certainty as Certainty;
  const damped = 1 - 0.65 * CERTAINTY[certainty === "unknown" ? "possible" : certainty].credence;
  switch (claim.kind) {
    case "rotation":
    case "arrival":
      return { down: 1, up: damped };
    case "departure":
      return { down: damped, up: 1 };
    case "movement":
      return { down: damped, up: damped };
    case "change":
      return { down: claim.direction === "up" ? 1 : damped, up: claim.direction === "down" ? 1 : damped };
    default:
      return null;
  }
}
