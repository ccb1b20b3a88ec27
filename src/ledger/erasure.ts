import { documentSubject, type BodyOf, type EntryKind } from "./entry-kinds.ts";
import { isKind, openBody, type Entry } from "./entry.ts";
import { LedgerError } from "./error.ts";
import type { StoreReader } from "./store.ts";
import { undoingEntries } from "./undo.ts";

/** Kinds whose bodies tell something of a document's content. */
const TELLING: ReadonlySet<EntryKind> = new Set<EntryKind>(["document added", "document stopped", "claims read", "reader re-run", "claim corrected"]);

/** Whether a note is about a document or a claim that was ever read in it. */
function isAbout(sha256: string, entries: readonly Entry[]): (note: Entry) => boolean {
  const names = new Set([sha256, ...entries.flatMap(({ body }) => (body !== null && "claims" in body ? body.claims.map((claim) => (typeof claim === "string" ? claim : claim.id)) : []))]);
  return (note) => isKind(note, "note") && note.body !== null && note.body.about !== null && names.has(note.body.about);
}

/**
 * What goes with a document: the entries that tell of its content, notes about it and its claims, and the bytes that are no other's.
 *
 * @throws LedgerError NO_SUCH_DOCUMENT where it is erased already
 */
export async function erasureOf(store: StoreReader, sha256: string): Promise<Omit<BodyOf<"document erased">, "document">> {
  const about = await store.entriesAbout(documentSubject(sha256));
  if (about.some(({ kind }) => kind === "document erased")) throw alreadyDone(sha256, "erased", "erase");
  const notes = (await store.entriesOfKind("note")).filter(isAbout(sha256, about));
  const entries = [...about.filter(({ kind }) => TELLING.has(kind)), ...notes].map(({ seq }) => seq).sort((a, b) => a - b);
  const texts = about.flatMap((entry) => (isKind(entry, "document added") && entry.body !== null ? [entry.body.text] : []));
  const blobs: string[] = [];
  for (const blob of new Set([sha256, ...texts])) if (!(await isUsedElsewhere(store, blob, sha256))) blobs.push(blob);
  return { entries, blobs };
}

/** Whether bytes of one document are also the bytes or the text of another one that is kept. */
async function isUsedElsewhere(store: StoreReader, blob: string, sha256: string): Promise<boolean> {
  const same = blob === sha256 ? null : await store.document(blob);
  if (same !== null && same.status !== "erased") return true;
  if ((await store.documentsWithText(blob)).some((other) => other.sha256 !== sha256)) return true;
  // One whose adding was undone is in no table, and can be brought back.
  const undone = [...(await undoingEntries(store)).keys()].sort((a, b) => a - b);
  const isUndone = new Set(undone);
  for await (const sealed of store.entries(undone[0] ?? 1, undone.at(-1) ?? 0)) {
    if (!isUndone.has(sealed.seq) || sealed.kind !== "document added" || sealed.body === null) continue;
    const { document, text } = openBody("document added", sealed.body);
    if (document.sha256 !== sha256 && (document.sha256 === blob || text === blob)) return true;
  }
  return false;
}

export const alreadyDone = (sha256: string, status: string, what: string): LedgerError =>
  new LedgerError("NO_SUCH_DOCUMENT", `document ${sha256.slice(0, 16)} is ${status} already; there is nothing to ${what}`);
