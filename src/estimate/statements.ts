import type { StatedClaim } from "../claims/index.ts";
import { spokenOn, windowOf } from "./days.ts";
import type { NamedSource } from "./source-names.ts";
import { compareTexts } from "./order.ts";
import type { Extent } from "./situation.ts";

/** One claim that stands for all its relays. */
export interface Original {
  id: string;
  claim: StatedClaim;
  source: NamedSource;
  extent: Extent;
}

/** Two figures of one statement are relays of one another within this ratio ("up to 2,000", "about 2,000"). */
const SAME_FIGURE = 1.5;
/** Days by which the dates of relays of one statement may differ. */
const SAME_DAYS = 31;

/** What is said, without who carried it: a text that is the same for the same content, whatever the order of its fields. */
export function contentOf(claim: StatedClaim): string {
  const { kind, polarity, certainty, reality, unitName, place, quantity, size, direction, asOf, said, published, source, attribution } = claim;
  const amount = quantity && [quantity.modifier, quantity.unit, quantity.low, quantity.high, quantity.point, quantity.words];
  const who = source && [source.person, source.role, source.organisation];
  return JSON.stringify([kind, polarity, certainty, reality, unitName, place, amount, size, direction, asOf ?? null, said ?? null, published ?? null, who, attribution]);
}

/** 64 bits of FNV-1a in two lanes, as hexadecimal digits. */
function hash(text: string): string {
  let [a, b] = [0x811c9dc5, 0x9dc5811c];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ (text.charCodeAt(i) + i), 0x01000193);
  }
  return [a, b].map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
}

/** What a statement is called in the output: its own name, or the claim's, or one made of its content. */
export const nameOf = (claim: StatedClaim): string => claim.statement ?? claim.id ?? `claim-${hash(contentOf(claim))}`;

const midOf = ({ quantity }: StatedClaim): number | null => {
  if (!quantity) return null;
  const { point, low, high } = quantity;
  return point ?? (low !== null && high !== null ? (low + high) / 2 : low ?? high);
};

function sameFigure(a: StatedClaim, b: StatedClaim): boolean {
  const [x, y] = [midOf(a), midOf(b)];
  if (x === null || y === null) return x === y && a.size === b.size;
  return a.quantity?.unit === b.quantity?.unit && Math.max(x, y) <= Math.min(x, y) * SAME_FIGURE;
}

function sameTime(a: StatedClaim, b: StatedClaim): boolean {
  const [x, y] = [windowOf(a), windowOf(b)];
  return x === null || y === null || (x.first - SAME_DAYS <= y.last && y.first - SAME_DAYS <= x.last);
}

/** What claims of one statement must have in common to be one thing said: a statement may hold a strength and a departure. */
const topicOf = ({ kind, polarity, reality, unitName, place, direction }: StatedClaim): string =>
  JSON.stringify([kind, polarity, reality, unitName, place, direction]);

/**
 * One claim for each thing said: relays of a statement, and a source's own repetition word for word on one day, enter
 * once, as the earliest published; so one relay more changes nothing.
 */
export function originalsOf(claims: readonly Original[]): Original[] {
  const keyed = claims.map((original) => ({ original, content: contentOf(original.claim), spoken: spokenOn(original.claim) ?? Infinity }));
  keyed.sort((a, b) => a.spoken - b.spoken || compareTexts(a.content, b.content) || compareTexts(a.original.id, b.original.id));
  const groups = new Map<string, Original[]>();
  for (const { original, content } of keyed) {
    const { claim, source } = original;
    const key = claim.statement ? `s ${claim.statement} ${topicOf(claim)}` : `c ${source.key} ${content}`;
    const group = groups.get(key) ?? [];
    if (group.length === 0) groups.set(key, group);
    if (!group.some((other) => sameFigure(other.claim, claim) && sameTime(other.claim, claim))) group.push(original);
  }
  return [...groups.values()].flat();
}

/**
 * Parts that one source lists in one statement add up: their sum is returned as one claim on the whole, and the parts
 * are left out. Parts of one name are one part.
 */
export function addUpParts(originals: readonly Original[]): Original[] {
  const lists = new Map<string, Original[]>();
  for (const original of originals) {
    const { claim, extent, source } = original;
    const isPart = extent === "part" && claim.kind === "strength" && claim.polarity === "affirmed" && claim.reality === "actual" && claim.certainty !== "unknown";
    if (!isPart || claim.quantity?.unit !== "personnel" || midOf(claim) === null) continue;
    // Without a statement's name, one source on one day is one list.
    const key = claim.statement ?? `${source.key} ${claim.said ?? claim.published ?? ""} ${claim.asOf ?? ""}`;
    lists.set(key, [...(lists.get(key) ?? []), original]);
  }
  const summed = new Map<Original, Original | null>();
  for (const list of lists.values()) {
    const parts = [...new Map(list.map((one) => [JSON.stringify([one.claim.place, one.claim.unitName]), one])).values()];
    if (parts.length < 2 || parts.length < list.length) continue;
    for (const [i, part] of parts.entries()) summed.set(part, i === 0 ? sumOf(parts) : null);
  }
  return originals.flatMap((original) => (summed.has(original) ? (summed.get(original) ?? []) : [original]));
}

function sumOf(parts: readonly Original[]): Original {
  const [first] = parts as [Original];
  const add = (end: "low" | "high"): number | null =>
    parts.reduce<number | null>((sum, { claim }) => (sum === null || claim.quantity?.[end] == null ? null : sum + claim.quantity[end]), 0);
  const [low, high] = [add("low"), add("high")];
  const point = low !== null && low === high ? low : null;
  const words = parts.map(({ claim }) => claim.quantity?.words ?? "").join(" + ");
  const modifier = point !== null ? "about" : low !== null && high !== null ? "range" : low !== null ? "atleast" : "upto";
  const quantity = { low, high, point, modifier, unit: "personnel", words } as const;
  return { ...first, extent: "whole", claim: { ...first.claim, quantity } };
}
