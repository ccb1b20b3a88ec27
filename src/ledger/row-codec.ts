import type { Insertable, Selectable } from "kysely";
import type { Claim, Kind } from "../claims/index.ts";
import { documentSubject } from "./entry-kinds.ts";
import type { ClaimRow, DocumentRow, DocumentStatus, KeptDocument, Review, Rows } from "./rows.ts";
import type { Projection, Tables } from "./tables.ts";

type Encoded = { [T in Projection]: Insertable<Tables[T]>[] };

/** A subject's rows as the tables hold them. */
export function encodeRows(subject: string, rows: Rows): Encoded {
  return {
    documents: rows.documents.map((row) => encodeDocument(row)),
    claims: rows.claims.map((row) => encodeClaim(row)),
    sources: rows.sources.map((row) => ({ subject, ...row })),
    statements: rows.statements.map(({ claims, ...row }) => ({ subject, ...row, claims: JSON.stringify(claims) })),
    situations: rows.situations.map(({ name, force, place }) => ({ subject, name, force, place })),
    feeds: rows.feeds.map(({ url, isPaused }) => ({ subject, url, is_paused: isPaused ? 1 : 0 })),
  };
}

function encodeDocument({ sha256, document, textSha256, replacedBy, ...row }: DocumentRow): Insertable<Tables["documents"]> {
  return {
    ...row, subject: documentSubject(sha256), sha256, document: document === null ? null : JSON.stringify(document),
    url: document?.url ?? null, text_sha256: textSha256, replaced_by: replacedBy,
  };
}

function encodeClaim({ claim, ...row }: ClaimRow): Insertable<Tables["claims"]> {
  const { force, place, country } = claim;
  return { ...row, subject: documentSubject(row.document), kind: claim.kind as Kind, force, place, country, claim: JSON.stringify(claim) };
}

export function decodeDocument(row: Selectable<Tables["documents"]>): DocumentRow {
  return {
    sha256: row.sha256, status: row.status as DocumentStatus, document: row.document === null ? null : (JSON.parse(row.document) as KeptDocument),
    textSha256: row.text_sha256, replacedBy: row.replaced_by, reader: row.reader, seq: row.seq, time: row.time,
  };
}

export function decodeClaim(row: Selectable<Tables["claims"]>): ClaimRow {
  const { id, document, position, day } = row;
  return { id, document, position, claim: JSON.parse(row.claim) as Claim, review: row.review as Review, day };
}

export const toBytes = (value: Uint8Array | ArrayBuffer): Uint8Array => (value instanceof ArrayBuffer ? new Uint8Array(value) : value);
