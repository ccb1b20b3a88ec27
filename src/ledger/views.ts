import { formatDay, addDays, parseDay, type Claim } from "../claims/index.ts";
import { LedgerError } from "./error.ts";
import { project } from "./project.ts";
import type { ClaimRow, KeptDocument, Review, Rows } from "./rows.ts";
import type { StoreReader } from "./store.ts";

/** A claim that counts, with its document and what the desk makes of it. */
export interface ClaimRecord {
  id: string;
  document: KeptDocument;
  claim: Claim;
  review: Review;
}

/**
 * The last entry that was there at the end of a day, in UTC.
 *
 * @param date  `YYYY-MM-DD`
 * @throws LedgerError BAD_FIELD for what is no day
 */
export async function entryAsOf(store: StoreReader, date: string): Promise<number> {
  const day = date.length === 10 ? parseDay(date) : null;
  if (day === null) throw new LedgerError("BAD_FIELD", `--as-known is no day: ${JSON.stringify(date)}; write it as 2023-10-31`);
  return store.lastBefore(formatDay(addDays(day, 1)));
}

/** A document's text; null where it is not kept or was erased. */
export async function textOf(store: StoreReader, sha256: string): Promise<string | null> {
  const hash = (await store.document(sha256))?.textSha256 ?? null;
  const bytes = hash === null ? null : await store.blob(hash);
  return bytes === null ? null : Buffer.from(bytes).toString("utf8");
}

/** The rows of every subject of a type as they were after entry `until`, made by replay, a subject at a time. */
export async function* rowsAsOf(store: StoreReader, type: string, until: number): AsyncGenerator<Rows> {
  for await (const subject of store.subjects(type, until)) yield project(subject, await store.entriesAbout(subject, until));
}

/**
 * Every claim that counts, document by document in the order in which they were added.
 *
 * @param until  as they were after this entry; null for now
 */
export async function* claimRecords(store: StoreReader, until: number | null): AsyncGenerator<ClaimRecord> {
  if (until !== null) {
    for await (const { documents: [row], claims } of rowsAsOf(store, "document", until)) {
      const document = row?.document ?? null;
      if (document !== null) for (const { id, claim, review } of claims) yield { id, document, claim, review };
    }
    return;
  }
  for await (const { sha256, document } of store.documents()) {
    if (document === null) continue;
    const claims: ClaimRow[] = [];
    for await (const row of store.claims({ document: sha256 })) claims.push(row);
    for (const { id, claim, review } of claims.sort((a, b) => a.position - b.position)) yield { id, document, claim, review };
  }
}
