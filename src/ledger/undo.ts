import { isKind } from "./entry.ts";
import { LedgerError } from "./error.ts";
import { standing } from "./project.ts";
import type { StoreReader } from "./store.ts";

/** For each entry that does not stand any more, the entry that took it back. */
export async function undoingEntries(store: StoreReader, until?: number): Promise<Map<number, number>> {
  const undos = await store.entriesOfKind("undone", until);
  return new Map(standing(undos).flatMap((entry) => (isKind(entry, "undone") ? (entry.body?.entries ?? []).map((seq) => [seq, entry.seq] as const) : [])));
}

/** @throws LedgerError NO_SUCH_ENTRY, NOT_UNDOABLE for the first entry that cannot be taken back */
export async function checkUndoable(store: StoreReader, seqs: readonly number[]): Promise<void> {
  const { size } = await store.head();
  const beyond = seqs.find((seq) => seq < 1 || seq > size);
  if (beyond !== undefined) throw new LedgerError("NO_SUCH_ENTRY", `there is no entry ${beyond}; ${size === 0 ? "there are none yet" : `give one from 1 to ${size}`}`);
  const undone = await undoingEntries(store);
  const erasures = new Set((await store.entriesOfKind("document erased")).map(({ seq }) => seq));
  for (const seq of seqs) {
    if (undone.has(seq)) throw new LedgerError("NOT_UNDOABLE", `entry ${seq} is undone already; undo the entry that did it to bring it back`);
    if (erasures.has(seq)) throw new LedgerError("NOT_UNDOABLE", `entry ${seq} erased a document, and what is erased cannot be had back; leave it out`);
  }
}
