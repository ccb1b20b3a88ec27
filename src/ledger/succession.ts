import type { Claim } from "../claims/index.ts";
import { idOf, withIds, type KnownClaim } from "./claim-id.ts";
import { isKind, type Entry } from "./entry.ts";
import { standing } from "./project.ts";

/** What the readings of a document said, the oldest first; those taken back or erased are none. */
const readingsOf = (entries: readonly Entry[]): KnownClaim[][] =>
  standing(entries).flatMap((entry) => (isKind(entry, "claims read") || isKind(entry, "reader re-run") ? (entry.body === null ? [] : [entry.body.claims]) : []));

interface Pair {
  /** Position among the claims of the new reading. */
  to: number;
  from: string;
  likeness: number;
}

interface Range {
  start: number;
  end: number;
}

const shared = (a: Range, b: Range): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
const numberOf = ({ spans }: Claim): Range | null => spans.quantity?.span ?? null;

/** What tells claims apart that one clause carries, besides its words; it decides only between several that fit. */
const TELLING = ["force", "place", "polarity", "reality", "asOf", "unitName"] as const;

/**
 * How much alike two readings of some words are; 0 where they are two claims: of another kind, of other words, of another
 * number, or of none where the other has one.
 */
function likenessOf(a: Claim, b: Claim): number {
  if (a.kind !== b.kind) return 0;
  const words = shared(a.evidence, b.evidence) / (Math.max(a.evidence.end, b.evidence.end) - Math.min(a.evidence.start, b.evidence.start));
  const [x, y] = [numberOf(a), numberOf(b)];
  const isSameNumber = x === null || y === null ? x === y : shared(x, y) > 0;
  return words > 0 && isSameNumber ? words + TELLING.filter((field) => a[field] === b[field]).length / TELLING.length : 0;
}

/** Claims of both readings that may be one, the likeliest first. */
function pairsOf(before: readonly KnownClaim[], now: readonly { to: number; claim: Claim }[]): Pair[] {
  const pairs: Pair[] = [];
  const byStart = [...before].sort((a, b) => a.claim.evidence.start - b.claim.evidence.start);
  const longest = before.reduce((most, { claim: { evidence } }) => Math.max(most, evidence.end - evidence.start), 0);
  let first = 0;
  for (const { to, claim } of [...now].sort((a, b) => a.claim.evidence.start - b.claim.evidence.start)) {
    while (first < byStart.length && (byStart[first] as KnownClaim).claim.evidence.start + longest <= claim.evidence.start) first++;
    for (let i = first; i < byStart.length && (byStart[i] as KnownClaim).claim.evidence.start < claim.evidence.end; i++) {
      const { id, claim: old } = byStart[i] as KnownClaim;
      const likeness = likenessOf(old, claim);
      if (likeness > 0) pairs.push({ to, from: id, likeness });
    }
  }
  return pairs.sort((a, b) => b.likeness - a.likeness || a.to - b.to || (a.from < b.from ? -1 : 1));
}

/**
 * Ids for the claims of a document that is read anew: a claim keeps the id that it has, so that what a person said of it
 * holds, even where a newer reader cuts its evidence or the words of its number otherwise. What nobody has read before gets
 * an id as in {@link withIds}.
 *
 * @param entries  about the document, in order, with those that undo one of them
 */
export function withKeptIds(document: string, entries: readonly Entry[], claims: readonly Claim[]): KnownClaim[] {
  const readings = readingsOf(entries);
  const before = new Map<string, KnownClaim>();
  for (const reading of readings) for (const known of reading) before.set(known.id, known);
  const ids = new Map<number, string>();
  const taken = new Set<string>();
  const keep = (to: number, id: string | undefined): void => {
    if (id === undefined || ids.has(to) || taken.has(id)) return;
    ids.set(to, id);
    taken.add(id);
  };
  const own = withIds(document, claims).map(({ id }) => id);
  for (const reading of readings.toReversed()) {
    const known = new Map(withIds(document, reading.map(({ claim }) => claim)).map(({ id }, i) => [id, (reading[i] as KnownClaim).id]));
    for (const [to, id] of own.entries()) keep(to, known.get(id));
  }
  const left = claims.flatMap((claim, to) => (ids.has(to) ? [] : [{ to, claim }]));
  for (const { to, from } of pairsOf([...before.values()].filter(({ id }) => !taken.has(id)), left)) keep(to, from);
  return claims.map((claim, to) => {
    let id = ids.get(to) ?? (own[to] as string);
    // An id that another claim has inherited is not given twice.
    for (let ordinal = claims.length; !ids.has(to) && (taken.has(id) || before.has(id)); ordinal++) id = idOf(document, claim, ordinal);
    taken.add(id);
    return { id, claim };
  });
}
