import { isKind, type Entry } from "../ledger/entry.ts";

/** Whether an entry about a document tells of one of its claims: what was done to it, its reading, and what took any of that back. */
export function concerns(entry: Entry, claim: string): boolean {
  if (isKind(entry, "claims read") || isKind(entry, "reader re-run")) return entry.body?.claims.some(({ id }) => id === claim) ?? false;
  return entry.kind === "undone" || (entry.body !== null && "claim" in entry.body && entry.body.claim === claim);
}
