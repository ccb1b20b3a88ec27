import type { Static } from "typebox";
import { summaryOf } from "../app/entry-text.ts";
import type { Entry } from "../ledger/entry.ts";
import type { EntryItem } from "./schemas.ts";

/** An entry as the interface shows it. @param undoneBy  the entry that took it back */
export const toEntryItem = (entry: Entry, undoneBy: number | null): Static<typeof EntryItem> =>
  ({ seq: entry.seq, time: entry.time, actor: entry.actor, kind: entry.kind, summary: summaryOf(entry), why: entry.why, undoneBy, erased: entry.body === null });
