import type { ExportRecord } from "./record.ts";

export type Cell = string | number | null;

type Column = readonly [name: string, cell: (record: ExportRecord) => Cell];

/** Stands between the names in `via`. */
const LIST_SEPARATOR = " | ";

/**
 * A claim as one flat row, for spreadsheets and maps. The names and their order are a promise: new columns come at the
 * end. docs/export.md says what each holds.
 */
export const COLUMNS: readonly Column[] = [
  ["claim_id", ({ id }) => id],
  ["review", ({ review }) => review],
  ["kind", ({ claim }) => claim.kind],
  ["polarity", ({ claim }) => claim.polarity],
  ["certainty", ({ claim }) => claim.certainty],
  ["reality", ({ claim }) => claim.reality],
  ["force", ({ claim }) => claim.force],
  ["unit_name", ({ claim }) => claim.unitName],
  ["place", ({ claim }) => claim.place],
  ["country", ({ claim }) => claim.country],
  ["other_place", ({ claim }) => claim.otherPlace],
  ["quantity_low", ({ claim }) => claim.quantity?.low ?? null],
  ["quantity_high", ({ claim }) => claim.quantity?.high ?? null],
  ["quantity_point", ({ claim }) => claim.quantity?.point ?? null],
  ["quantity_modifier", ({ claim }) => claim.quantity?.modifier ?? null],
  ["quantity_unit", ({ claim }) => claim.quantity?.unit ?? null],
  ["quantity_words", ({ claim }) => claim.quantity?.words ?? null],
  ["size", ({ claim }) => claim.size],
  ["direction", ({ claim }) => claim.direction],
  ["scope", ({ claim }) => claim.scope],
  ["as_of", ({ claim }) => claim.asOf],
  ["said", ({ claim }) => claim.said],
  ["source_person", ({ claim }) => claim.source?.person ?? null],
  ["source_role", ({ claim }) => claim.source?.role ?? null],
  ["source_organisation", ({ claim }) => claim.source?.organisation ?? null],
  ["via", ({ claim }) => (claim.via.length === 0 ? null : claim.via.join(LIST_SEPARATOR))],
  ["attribution", ({ claim }) => claim.attribution],
  ["basis", ({ claim }) => claim.basis],
  ["evidence", ({ claim }) => claim.evidence.text],
  ["evidence_start", ({ claim }) => claim.evidence.start],
  ["evidence_end", ({ claim }) => claim.evidence.end],
  ["document_id", ({ document }) => document.id],
  ["document_sha256", ({ document }) => document.sha256],
  ["document_title", ({ document }) => document.title],
  ["document_outlet", ({ document }) => document.outlet],
  ["document_author", ({ document }) => document.author],
  ["document_url", ({ document }) => document.url],
  ["document_published", ({ document }) => document.published],
  ["document_lang", ({ document }) => document.lang],
  ["reader", ({ claim }) => claim.reader],
  ["document_kind", ({ document }) => document.kind ?? null],
  ["document_summarises", ({ document }) => document.summarises ?? null],
  ["document_via", ({ document }) => document.via ?? null],
];
