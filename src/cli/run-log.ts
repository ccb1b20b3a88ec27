import { openEntry, type Entry } from "../ledger/entry.ts";
import { documentSubject } from "../ledger/entry-kinds.ts";
import { findFormerClaim, findFormerDocument } from "../ledger/find.ts";
import { undoingEntries } from "../ledger/undo.ts";
import type { StoreReader } from "../ledger/store.ts";
import { entryAsOf } from "../ledger/views.ts";
import { concerns } from "../app/history.ts";
import { summaryOf } from "../app/entry-text.ts";
import type { LogOptions } from "./ledger.ts";
import { write } from "./output.ts";
import { safe, shorten } from "./safe-text.ts";
import { readingLedger } from "./with-ledger.ts";

/** Characters of one entry's summary; jsonl has all of it. */
const MAX_SUMMARY = 300;

/** Prints the entries that are asked for, oldest first. @throws LedgerError */
export async function runLog(options: LogOptions): Promise<void> {
  await readingLedger(options, async (store) => {
    const until = options.asKnown === undefined ? (await store.head()).size : await entryAsOf(store, options.asKnown);
    const undoing = await undoingEntries(store, until);
    const print = options.format === "jsonl" ? toLine : toText;
    for await (const entry of chosen(store, until, options)) await write(print(entry, undoing.get(entry.seq) ?? null));
  });
}

async function* chosen(store: StoreReader, until: number, { claim, document, last }: LogOptions): AsyncGenerator<Entry> {
  const about = claim === undefined ? null : await findFormerClaim(store, claim.toLowerCase());
  const sha256 = about?.document ?? (document === undefined ? null : await findFormerDocument(store, document.toLowerCase()));
  if (sha256 === null) {
    for await (const entry of store.entries(last === undefined ? 1 : Math.max(1, until - last + 1), until)) yield openEntry(entry);
    return;
  }
  const all = await store.entriesAbout(documentSubject(sha256), until);
  yield* all.filter((entry) => about === null || concerns(entry, about.id)).slice(-(last ?? all.length));
}

const toLine = (entry: Entry, undoneBy: number | null): string => `${JSON.stringify({ ...entry, undoneBy })}\n`;

function toText(entry: Entry, undoneBy: number | null): string {
  const time = entry.time.slice(0, 19).replace("T", " ");
  const why = entry.why === null ? "" : ` (${entry.why})`;
  const undone = undoneBy === null ? "" : ` [undone by ${undoneBy}]`;
  return `${String(entry.seq).padStart(5)}  ${time}  ${safe(entry.actor)}  ${shorten(safe(`${entry.kind} ${summaryOf(entry)}${why}`), MAX_SUMMARY)}${undone}\n`;
}
