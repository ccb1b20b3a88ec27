import type { Claim } from "../claims/index.ts";
import { sha256Hex } from "./sha256.ts";

/** A claim under the id that stays its own when a newer reader reads the document again. */
export interface KnownClaim {
  id: string;
  claim: Claim;
}

const ID_LENGTH = 16;

/** The span of the number's words, or null, as canonical JSON. */
function numberOf(claim: Claim): string {
  const span = claim.spans.quantity?.span ?? null;
  return span === null ? "null" : `[${span.start},${span.end}]`;
}

/** See {@link withIds}. */
export function idOf(document: string, claim: Claim, ordinal: number): string {
  // As RFC 8785 writes it: the keys are in their order, and neither a hash nor a kind holds what JSON escapes.
  return sha256Hex(`{"document":"${document}","evidence":${claim.evidence.start},"kind":"${claim.kind}","ordinal":${ordinal},"quantity":${numberOf(claim)}}`).slice(0, ID_LENGTH);
}

/**
 * Ids for the claims of one document, in the order of the reading: the first 16 hexadecimal digits of SHA-256 of the canonical
 * JSON of `{document, evidence, kind, ordinal, quantity}`. `evidence` is where the evidence starts, `quantity` the span of the number's
 * words as `[start, end]` or null, and `ordinal` counts, from 0, claims that agree in all of these. None of it depends on
 * what a reader makes of the words (force, place, source, dates), so that a correction outlives a re-reading.
 */
export function withIds(document: string, claims: readonly Claim[]): KnownClaim[] {
  const seen = new Map<string, number>();
  return claims.map((claim) => {
    const key = `${claim.evidence.start} ${claim.kind} ${numberOf(claim)}`;
    const ordinal = seen.get(key) ?? 0;
    seen.set(key, ordinal + 1);
    return { id: idOf(document, claim, ordinal), claim };
  });
}
