import type { Claim, Document, Quantity, Source } from "../claims/index.ts";
import { IntakeError } from "../intake/issue.ts";
import { documentOf, isRecord } from "../intake/record.ts";

/**
 * A claim as annotators write it: `kind` and the words, and of the rest what differs from {@link CLAIM_DEFAULTS}.
 * Evidence is the exact words (their first occurrence is meant) or a span with or without its text.
 */
export interface LooseClaim extends Partial<Omit<Claim, "evidence" | "quantity" | "source">> {
  kind: Claim["kind"];
  evidence: string | { start: number; end: number; text?: string };
  quantity?: Partial<Quantity> | null;
  source?: Partial<Source> | null;
}

/** What a field that an annotator left out means. */
export const CLAIM_DEFAULTS = {
  polarity: "affirmed", certainty: "certain", reality: "actual", force: null, unitName: null, place: null, country: null,
  otherPlace: null, quantity: null, source: null, via: [] as string[], attribution: "voice", said: null, asOf: null, direction: null,
} as const satisfies Partial<LooseClaim>;

type Defaulted = keyof typeof CLAIM_DEFAULTS;

/** A claim with every scored field there. */
export type WholeClaim = Omit<LooseClaim, Defaulted> & Required<Pick<LooseClaim, Defaulted>>;

export const whole = (claim: LooseClaim): WholeClaim => ({ ...CLAIM_DEFAULTS, ...claim });

/** A document with the claims that a careful reader finds in it. */
export interface GoldDocument {
  document: Document;
  claims: LooseClaim[];
}

function checkClaim(value: unknown, number: number): asserts value is LooseClaim {
  const wrong = (what: string): IntakeError => new IntakeError("BAD_FIELD", `claim ${number} ${what}; mend it`);
  if (!isRecord(value)) throw wrong("is no object");
  if (typeof value["kind"] !== "string") throw wrong('has no "kind"');
  const evidence = value["evidence"];
  const isSpan = isRecord(evidence) && Number.isInteger(evidence["start"]) && Number.isInteger(evidence["end"]);
  if (typeof evidence !== "string" && !isSpan) throw wrong('has no "evidence" (its exact words)');
  if (value["via"] !== undefined && !Array.isArray(value["via"])) throw wrong('has a "via" that is no list');
}

/**
 * One line of a gold file: a document with its `claims`.
 *
 * @throws IntakeError BAD_FIELD and whatever {@link documentOf} throws
 */
export function goldOf(value: unknown): GoldDocument {
  const document = documentOf(value);
  const claims = isRecord(value) ? value["claims"] : undefined;
  if (!Array.isArray(claims)) throw new IntakeError("BAD_FIELD", '"claims" must be a list; an empty one for a text without claims');
  claims.forEach((claim, i) => checkClaim(claim, i + 1));
  return { document, claims };
}
