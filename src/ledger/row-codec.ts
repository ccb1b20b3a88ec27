import type { Insertable, Selectable } from "kysely";
import type { ClaimRow, DocumentRow, DocumentStatus, KeptDocument, Review, Rows } from "./rows.ts";
import { fullClaim, spellClaim, type ShortClaim } from "./short-claim.ts";
import type { Projection, Tables } from "./tables.ts";

type Encoded = { [T in Projection]: Insertable<Tables[T]>[] };

/** A subject's rows as the tables hold them. */
export function encodeRows(rows: Rows): Encoded {
  const added = new Map(rows.documents.map(({ sha256, seq }) => [sha256, seq]));
  return {
    documents: rows.documents.map((row) => encodeDocument(row)),
    claims: rows.claims.map((row) => encodeClaim(row, added.get(row.document) ?? 0)),
    sources: rows.sources,
    statements: rows.statements.map(({ claims, ...row }) => ({ ...row, claims: JSON.stringify(claims) })),
    situations: rows.situations.map(({ name, force, place }) => ({ name, force, place })),
    feeds: rows.feeds.map(({ url, isPaused }) => ({ url, is_paused: isPaused ? 1 : 0 })),
  };
}

function encodeDocument({ sha256, document, textSha256, replacedBy, ...row }: DocumentRow): Insertable<Tables["documents"]> {
  return {
    ...row, sha256, document: document === null ? null : JSON.stringify(document),
    url: document?.url ?? null, text_sha256: textSha256, replaced_by: replacedBy,
  };
}

// Its reasons are in the reading that it comes from.
function encodeClaim({ id, document, position, day, review, claim }: ClaimRow, added: number): Insertable<Tables["claims"]> {
  return { id, document, added, position, force: claim.force, place: claim.place, day, review, claim: spellClaim(claim) };
}

export function decodeDocument(row: Selectable<Tables["documents"]>): DocumentRow {
  return {
    sha256: row.sha256, status: row.status as DocumentStatus, document: row.document === null ? null : (JSON.parse(row.document) as KeptDocument),
    textSha256: row.text_sha256, replacedBy: row.replaced_by, reader: row.reader, reading: row.reading, seq: row.seq, time: row.time,
  };
}

/** A claim without its reasons. */
export function decodeClaim(row: Pick<Selectable<Tables["claims"]>, "id" | "document" | "position" | "day" | "review" | "claim">): ClaimRow {
  const { id, document, position, day } = row;
  return { id, document, position, claim: fullClaim(JSON.parse(row.claim) as ShortClaim), review: row.review as Review, day };
}

export const toBytes = (value: Uint8Array | ArrayBuffer): Uint8Array => (value instanceof ArrayBuffer ? new Uint8Array(value) : value);
