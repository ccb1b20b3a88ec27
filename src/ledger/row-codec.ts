import type { Insertable, Selectable } from "kysely";
import type { Claim, Kind } from "../claims/index.ts";
import type { ClaimRow, DocumentRow, DocumentStatus, KeptDocument, Review, Rows } from "./rows.ts";
import type { Projection, Tables } from "./tables.ts";

type Encoded = { [T in Projection]: Insertable<Tables[T]>[] };

/** A subject's rows as the tables hold them. */
export function encodeRows(rows: Rows): Encoded {
  return {
    documents: rows.documents.map((row) => encodeDocument(row)),
    claims: rows.claims.map((row) => encodeClaim(row)),
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

function encodeClaim({ claim, ...row }: ClaimRow): Insertable<Tables["claims"]> {
  // Its reasons are in the reading that it comes from.
  const { spans: _, ...rest } = claim;
  const { force, place, country } = claim;
  return { ...row, kind: claim.kind as Kind, force, place, country, claim: JSON.stringify(rest) };
}

export function decodeDocument(row: Selectable<Tables["documents"]>): DocumentRow {
  return {
    sha256: row.sha256, status: row.status as DocumentStatus, document: row.document === null ? null : (JSON.parse(row.document) as KeptDocument),
    textSha256: row.text_sha256, replacedBy: row.replaced_by, reader: row.reader, reading: row.reading, seq: row.seq, time: row.time,
  };
}

/** A claim without its reasons. */
export function decodeClaim(row: Omit<Selectable<Tables["claims"]>, "kind" | "force" | "place" | "country">): ClaimRow {
  const { id, document, position, day } = row;
  const claim = { ...JSON.parse(row.claim), spans: {} } as Claim;
  return { id, document, position, claim, review: row.review as Review, day };
}

export const toBytes = (value: Uint8Array | ArrayBuffer): Uint8Array => (value instanceof ArrayBuffer ? new Uint8Array(value) : value);
