import type { Claim } from "../claims/index.ts";
import { canonicalJson, sha256Hex } from "./canonical.ts";

/** A claim under the id that stays its own when a newer reader reads the document again. */
export interface KnownClaim {
  id: string;
  claim: Claim;
}

const ID_LENGTH = 16;

/**
 * Ids for the claims of one document, in the order of the reading: the first 16 hexadecimal digits of SHA-256 of the canonical
 * JSON of `{document, evidence, kind, ordinal, quantity}`. `evidence` is where the evidence starts, `quantity` the span of the number's
 * words as `[start, end]` or null, and `ordinal` counts, from 0, claims that agree in all of these. None of it depends on
 * what a reader makes of the words (force, place, source, dates), so that a correction outlives a re-reading.
 */
export function withIds(document: string, claims: readonly Claim[]): KnownClaim[] {
  const seen = new Map<string, number>();
  return claims.map((claim) => {
    const span = claim.spans.quantity?.span ?? null;
    const key = { document, kind: claim.kind, evidence: claim.evidence.start, quantity: span === null ? null : [span.start, span.end] };
    const ordinal = seen.get(JSON.stringify(key)) ?? 0;
    seen.set(JSON.stringify(key), ordinal + 1);
    return { id: sha256Hex(canonicalJson({ ...key, ordinal })).slice(0, ID_LENGTH), claim };
  });
}
