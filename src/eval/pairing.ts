import { sameQuantity, type Span } from "../claims/index.ts";
import type { LooseClaim, WholeClaim } from "./gold.ts";
import { SLOT_NAMES, wrongSlots } from "./slots.ts";

/** Where a claim's words stand; null when the text does not hold them. */
export function spanOf({ evidence }: LooseClaim, text: string): Span | null {
  if (typeof evidence !== "string") return evidence;
  const start = text.indexOf(evidence);
  return start < 0 ? null : { start, end: start + evidence.length };
}

/** Whether the words are really the text's: a string that occurs in it, or a span that slices to its own text. */
export function isAnchored(claim: LooseClaim, text: string): boolean {
  const { evidence } = claim;
  const span = spanOf(claim, text);
  if (span === null) return false;
  return typeof evidence === "string" || evidence.text === undefined || text.slice(span.start, span.end) === evidence.text;
}

/** How much of the longer words must be shared: a paragraph is not evidence for a clause. */
const LEAST_OF_LONGER = 0.2;
const LEAST_OF_SHORTER = 0.5;

/** The share of the shorter span that both cover, or 0 where the longer one is far too long. */
export function sharedPart(a: Span | null, b: Span | null): number {
  if (a === null || b === null) return 0;
  const shared = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  const [short = 0, long = 0] = [a.end - a.start, b.end - b.start].toSorted((x, y) => x - y);
  return shared / Math.max(1, long) < LEAST_OF_LONGER ? 0 : shared / Math.max(1, short);
}

interface Candidate {
  gold: number;
  read: number;
  weight: number;
}

/** A right quantity counts for three slots more: it is what the claim is about. */
const QUANTITY_BONUS = 3;

function weightOf(gold: WholeClaim, read: WholeClaim, shared: number): number {
  const agreeing = SLOT_NAMES.length - wrongSlots(SLOT_NAMES, gold, read).length;
  return agreeing + (sameQuantity(gold.quantity, read.quantity) ? QUANTITY_BONUS : 0) + shared;
}

/**
 * Pairs claims of one document, each at most once: same kind, evidence overlapping by half of the shorter and a fifth of
 * the longer; the pairs that agree in most slots first (greedily, ties in the order of the gold).
 *
 * @returns for each paired gold claim, by its index, the index of the claim that was read; in the order of pairing
 */
export function pairClaims(gold: readonly WholeClaim[], read: readonly WholeClaim[], text: string): Map<number, number> {
  const goldSpans = gold.map((claim) => spanOf(claim, text));
  const readSpans = read.map((claim) => spanOf(claim, text));
  const candidates: Candidate[] = [];
  for (const [i, wanted] of gold.entries()) {
    for (const [j, found] of read.entries()) {
      const shared = wanted.kind === found.kind ? sharedPart(goldSpans[i] ?? null, readSpans[j] ?? null) : 0;
      if (shared >= LEAST_OF_SHORTER) candidates.push({ gold: i, read: j, weight: weightOf(wanted, found, shared) });
    }
  }
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const candidate of candidates.toSorted((a, b) => b.weight - a.weight)) {
    if (pairs.has(candidate.gold) || taken.has(candidate.read)) continue;
    pairs.set(candidate.gold, candidate.read);
    taken.add(candidate.read);
  }
  return pairs;
}
