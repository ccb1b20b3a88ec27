import { canonicalJson } from "../ledger/canonical.ts";
import type { ClaimRow, DocumentRow } from "../ledger/rows.ts";
import { sha256Hex } from "../ledger/sha256.ts";
import type { StoreReader } from "../ledger/store.ts";
import { claimAsOf } from "../ledger/views.ts";
import type { Static } from "typebox";
import type { ClaimItem, ClaimState, DocumentItem } from "./schemas.ts";

/** Changes when anything of the claim does that a person sees. */
export const etagOf = ({ claim, review }: Pick<ClaimRow, "claim" | "review">): string => `"${sha256Hex(canonicalJson([claim, review])).slice(0, 24)}"`;

/**
 * The claims that entries are about, as they were right after another entry: what a caller may take for its own doing.
 *
 * @param bodies  of the entries; those that are about no claim are passed over
 */
export async function statesAfter(store: StoreReader, bodies: readonly unknown[], seq: number): Promise<Static<typeof ClaimState>[]> {
  const states = new Map<string, Static<typeof ClaimState>>();
  for (const body of bodies) {
    const { claim, document } = (body ?? {}) as { claim?: unknown; document?: unknown };
    if (typeof claim !== "string" || typeof document !== "string" || states.has(claim)) continue;
    const row = await claimAsOf(store, document, claim, seq);
    if (row !== null) states.set(claim, { id: claim, etag: etagOf(row) });
  }
  return [...states.values()];
}

export const toClaimItem = (row: ClaimRow): Static<typeof ClaimItem> => {
  const { id, document, position, claim, review } = row;
  return { id, document, position, claim, review, etag: etagOf(row) };
};

/** Documents as the interface shows them, each with how many claims it has. */
export async function toDocumentItems(store: StoreReader, rows: readonly DocumentRow[]): Promise<Static<typeof DocumentItem>[]> {
  const counts = await store.claimCounts(rows.map(({ sha256 }) => sha256));
  return rows.map(({ sha256, status, document, replacedBy, reader, seq, time }) =>
    ({ sha256, status, document, replacedBy, reader, added: time, entry: seq, ...(counts.get(sha256) ?? { claims: 0, unreviewed: 0 }) }));
}

export async function listOf<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const item of items) list.push(item);
  return list;
}
