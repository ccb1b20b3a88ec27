import type { Certainty, Size, StatedClaim } from "../claims/index.ts";
import { spokenOn, windowOf, type Window } from "./days.ts";
import type { Said } from "./likelihood.ts";
import { dampingOf, moveOf, type Move } from "./moves.ts";
import type { Extent } from "./situation.ts";
import type { Original } from "./statements.ts";
import { figureOf, figureOfSize, type Figure } from "./wording.ts";

/** What a statement gives the model; the table is docs/estimate.md, "What each claim does". */
export type Observation =
  | { kind: "level"; said: Said; window: Window }
  | { kind: "move"; move: Move; window: Window }
  | { kind: "damping"; hazards: { down: number; up: number }; window: Window }
  | { kind: "unknown"; window: Window }
  | { kind: "announced"; reality: "planned" | "hypothetical" }
  | { kind: "unused"; reason: string };

/** Days before a day on which something is said to have happened, or not to have. */
const MOVE_SLACK = 3;

const unused = (reason: string): Observation => ({ kind: "unused", reason });

function asBound(figure: Figure, extent: Extent): Figure | null {
  if (extent === "whole") return figure;
  const { low, high, sd } = figure;
  if (extent === "wider") return high === Infinity ? null : { shape: "ceiling", low: 0, high: Math.max(high, low), sd };
  return low <= 0 ? null : { shape: "floor", low, high: Infinity, sd };
}

function figureOfClaim({ polarity, quantity, size }: StatedClaim): Figure | null {
  if (polarity === "denied") return quantity === null ? figureOfSize("none") : null;
  if (quantity !== null) return figureOf(quantity);
  return size === null ? null : figureOfSize(size as Size);
}

function whyNoFigure({ polarity, quantity }: StatedClaim): string {
  if (polarity === "denied") return "denies a number without giving one";
  if (quantity === null) return "says that some are there and not how many";
  if (quantity.modifier === "share") return "gives a share, and not of how many";
  return quantity.low === null && quantity.high === null ? "gives no number" : `counts ${quantity.unit}s, not people`;
}

function observeStrength(claim: StatedClaim, extent: Extent, window: Window): Observation {
  const certainty = claim.certainty as Certainty;
  if (certainty === "unknown") return { kind: "unknown", window };
  const figure = figureOfClaim(claim);
  if (figure === null) return unused(whyNoFigure(claim));
  const bound = asBound(figure, extent);
  if (bound === null) return unused(`${extent === "part" ? "on a part" : "on more than the situation"}, where it bounds nothing`);
  return { kind: "level", said: { figure: bound, certainty }, window };
}

/** A move told with a day on it may have been a few days off; one told in passing may be as old as news is. */
const around = (window: Window): Window =>
  window.lagging || window.first < window.last ? window : { first: window.first - MOVE_SLACK, last: window.last + MOVE_SLACK, lagging: false };

/** What one statement says to the model. */
export function observe({ claim, extent }: Original): Observation {
  const { kind, reality } = claim;
  if (kind === "threat" || kind === "involvement") return unused("no number follows from it");
  if (reality === "planned" || reality === "hypothetical") return { kind: "announced", reality };
  const window = windowOf(claim);
  if (window === null) return unused("does not say when; give asOf");
  if (window.first > (spokenOn(claim) ?? Infinity)) return { kind: "announced", reality: "planned" };
  if (kind === "strength") return observeStrength(claim, extent, window);
  if (extent === "wider") return unused("a movement of more than the situation");
  const hazards = dampingOf(claim);
  if (hazards !== null) return extent === "whole" ? { kind: "damping", hazards, window: around(window) } : unused("denies a movement of a part only");
  if (claim.polarity === "denied" || kind === "rotation" || kind === "movement") return unused("leaves the number as it is");
  const move = moveOf(claim);
  if (move === null) return unused("a change without a direction");
  // A share of a part says nothing of the share of the whole.
  const isShareOfPart = extent === "part" && move.effect.kind === "factor";
  return { kind: "move", move: isShareOfPart ? bareOf(claim) ?? move : move, window: around(window) };
}

const bareOf = (claim: StatedClaim): Move | null => moveOf({ ...claim, quantity: null });

/** What a statement says, in a few words, for lists. */
export function wordsOf({ claim }: Original): string {
  const { kind, polarity, quantity, size, direction, place, unitName } = claim;
  const amount = quantity === null ? size : quantity.words || [quantity.low, quantity.high].map((end) => (end?.toLocaleString("en") ?? "")).join("–");
  const verb = kind === "change" && direction !== null ? `change ${direction}` : kind;
  const where = [unitName, place].filter((part) => part !== null).join(", ");
  return [polarity === "denied" ? "no" : null, verb, amount === null ? null : `“${amount}”`, where === "" ? null : `(${where})`].filter((part) => part !== null).join(" ");
}
