import { CLAIM_FIELDS, slice, type Claim, type ClaimField, type Span } from "../claims/index.ts";
import type { Loser, Reading } from "../reader/reading.ts";

/** A reading of a field that lost, with the words it would have been read from. */
export interface LostReading extends Loser {
  words: string | null;
}

/** Why one field is what it is. */
export interface FieldExplanation {
  field: ClaimField;
  value: unknown;
  /** `default` where no rule touched the field. */
  status: "known" | "implied" | "default";
  rule: string | null;
  span: Span | null;
  words: string | null;
  losers: LostReading[];
}

export interface ClaimExplanation {
  /** Counted from 1, as in the table. */
  number: number;
  evidence: Claim["evidence"];
  reader: string;
  fields: FieldExplanation[];
}

function explainField(claim: Claim, field: ClaimField, losers: readonly Loser[], text: string): FieldExplanation {
  const derivation = claim.spans[field];
  const wordsOf = (span: Span | null): string | null => (span === null ? null : slice(text, span));
  const span = derivation?.span ?? null;
  return {
    field,
    value: field === "evidence" ? claim.evidence.text : claim[field],
    status: derivation === undefined ? "default" : (derivation.status as FieldExplanation["status"]),
    rule: derivation?.rule ?? null,
    span,
    words: wordsOf(span),
    losers: losers.filter((loser) => loser.field === field).map((loser) => ({ ...loser, words: wordsOf(loser.span) })),
  };
}

/** Every field of every claim with its rule, its words and what lost to it. */
export function explainReading({ document, claims, losers }: Reading): ClaimExplanation[] {
  return claims.map((claim, i) => ({
    number: i + 1,
    evidence: claim.evidence,
    reader: claim.reader,
    fields: CLAIM_FIELDS.map((field) => explainField(claim, field, losers[i] ?? [], document.text)),
  }));
}
