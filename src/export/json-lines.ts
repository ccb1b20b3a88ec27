import { CLAIM_FIELDS, Evidence, Quantity, Source, Span, type Claim } from "../claims/index.ts";
import type { DocumentRef, ExportRecord, Records } from "./record.ts";

// What is written is named, so that a line is the same whatever the order in which a store kept the fields, and so that
// whoever hands over a whole document does not publish its text.
const DOCUMENT_NAMES: readonly (keyof DocumentRef)[] = ["id", "sha256", "title", "outlet", "author", "url", "published", "lang", "kind", "summarises", "via"];
const QUANTITY_NAMES = Object.keys(Quantity.properties);
const SOURCE_NAMES = Object.keys(Source.properties);
const EVIDENCE_NAMES = Object.keys(Evidence.properties);
const SPAN_NAMES = Object.keys(Span.properties);

function pick(value: object | null, names: readonly string[]): object | null {
  if (value === null) return null;
  const picked: Record<string, unknown> = {};
  for (const name of names) picked[name] = (value as Record<string, unknown>)[name];
  return picked;
}

function spansOf({ spans }: Claim): object {
  const ordered: Record<string, unknown> = {};
  for (const field of CLAIM_FIELDS) {
    const derivation = spans[field];
    if (derivation === undefined) continue;
    const { rule, span, status } = derivation;
    ordered[field] = { rule, span: pick(span, SPAN_NAMES), status };
  }
  return ordered;
}

const claimOf = (claim: Claim): object => ({
  ...pick(claim, CLAIM_FIELDS),
  quantity: pick(claim.quantity, QUANTITY_NAMES),
  source: pick(claim.source, SOURCE_NAMES),
  evidence: pick(claim.evidence, EVIDENCE_NAMES),
  reader: claim.reader,
  spans: spansOf(claim),
});

// Some readers of lines end one here, though JSON does not.
const LINE_ENDS = /[\u0085\u2028\u2029]/g;
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

const toLine = ({ id, review, document, claim }: ExportRecord): string =>
  JSON.stringify({ id, review, document: pick(document, DOCUMENT_NAMES), claim: claimOf(claim) }).replace(LINE_ENDS, escaped);

/** JSON Lines: one line a claim with all its fields, nothing lost. */
export async function* jsonLinesChunks(records: Records): AsyncGenerator<string> {
  for await (const record of records) yield `${toLine(record)}\n`;
}
