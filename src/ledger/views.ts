import { formatDay, addDays, parseDay, type Claim } from "../claims/index.ts";
import { documentSubject } from "./entry-kinds.ts";
import { isKind, type Entry } from "./entry.ts";
import { LedgerError } from "./error.ts";
import { project } from "./project.ts";
import type { ClaimRow, KeptDocument, Review, Rows, SituationRow, SourceRow, StatementRow } from "./rows.ts";
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

/** A document's text, also of one whose adding was undone; null where it was never kept or was erased. */
export async function textOf(store: StoreReader, sha256: string): Promise<string | null> {
  const row = await store.document(sha256);
  const hash = row === null ? await formerTextHash(store, sha256) : row.textSha256;
  const bytes = hash === null ? null : await store.blob(hash);
  return bytes === null ? null : Buffer.from(bytes).toString("utf8");
}

/** What the text of a document that the tables do not show was kept under. */
async function formerTextHash(store: StoreReader, sha256: string): Promise<string | null> {
  const added = (await store.entriesAbout(documentSubject(sha256))).find((entry) => isKind(entry, "document added")) as Entry<"document added"> | undefined;
  return added?.body?.text ?? null;
}

/** The rows of every subject of a type as they were after entry `until`, made by replay, a subject at a time. */
export async function* rowsAsOf(store: StoreReader, type: string, until: number): AsyncGenerator<Rows> {
  for await (const subject of store.subjects(type, until)) yield project(subject, await store.entriesAbout(subject, until));
}

/** A claim as it was right after an entry, whatever has been written since; null where it did not count then. */
export async function claimAsOf(store: StoreReader, document: string, id: string, until: number): Promise<Rows["claims"][number] | null> {
  const subject = documentSubject(document);
  return project(subject, await store.entriesAbout(subject, until)).claims.find((claim) => claim.id === id) ?? null;
}

/** What the desk says of sources, by name; `until` as for {@link claimRecords}. */
export async function sourcesAsOf(store: StoreReader, until: number | null): Promise<SourceRow[]> {
  return until === null ? store.sources() : (await gathered(store, "source", until, ({ sources }) => sources)).sort(byName);
}

/** The situations that are watched, by name. */
export async function situationsAsOf(store: StoreReader, until: number | null): Promise<SituationRow[]> {
  return until === null ? store.situations() : (await gathered(store, "situation", until, ({ situations }) => situations)).sort(byName);
}

/** What the desk decided of statements, the oldest first. */
export async function judgementsAsOf(store: StoreReader, until: number | null): Promise<StatementRow[]> {
  return until === null ? store.statements() : gathered(store, "statement", until, ({ statements }) => statements);
}

async function gathered<T>(store: StoreReader, type: string, until: number, pick: (rows: Rows) => T[]): Promise<T[]> {
  const found: T[] = [];
  for await (const rows of rowsAsOf(store, type, until)) found.push(...pick(rows));
  return found;
}

const byName = (a: { name: string }, b: { name: string }): number => (a.name < b.name ? -1 : 1);

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
