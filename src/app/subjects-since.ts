import { subjectsOf } from "../ledger/entry-kinds.ts";
import { isKind, openEntry, type Entry } from "../ledger/entry.ts";
import type { StoreReader } from "../ledger/store.ts";

const DOCUMENT = "document:";

/** What was written about since some entry. */
export interface SubjectsSince {
  /** As in `subjectsOf`: `document:ab12…`, `source:Reuters`. */
  subjects: Set<string>;
  /** SHA-256 of the documents among them. */
  documents: Set<string>;
  /** False where an entry among them was erased, so that what it was about is not among these. */
  isComplete: boolean;
}

/**
 * What entries are about, and what those were about that they take back.
 *
 * @param from  the first entry that is looked at
 * @param to    the last one
 */
export async function subjectsSince(store: StoreReader, from: number, to: number): Promise<SubjectsSince> {
  const subjects = new Set<string>();
  let isComplete = true;
  const look = async (entry: Entry): Promise<void> => {
    if (entry.body === null) isComplete = false;
    else for (const subject of subjectsOf(entry.kind, entry.body, entry.seq)) subjects.add(subject);
    if (!isKind(entry, "undone")) return;
    for (const seq of entry.body?.entries ?? []) for await (const sealed of store.entries(seq, seq)) await look(openEntry(sealed));
  };
  for await (const sealed of store.entries(from, to)) await look(openEntry(sealed));
  const documents = new Set([...subjects].filter((subject) => subject.startsWith(DOCUMENT)).map((subject) => subject.slice(DOCUMENT.length)));
  return { subjects, documents, isComplete };
}
