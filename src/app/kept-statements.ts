import { LEANINGS, type BriefClaim, type Decision, type DocumentRef, type SourceLeaning, type StatedClaim } from "../claims/index.ts";
import { placedClaim, statedClaims } from "../origins/stated-claims.ts";
import { toStatements, type Statements } from "../origins/statements.ts";
import type { PlacedClaim } from "../origins/view.ts";
import type { ClaimRow, DocumentRow, StatementRow } from "../ledger/rows.ts";
import type { StoreReader } from "../ledger/store.ts";
import { claimRecords, entryAsOf, judgementsAsOf, sourcesAsOf, textOf } from "../ledger/views.ts";

/** What a ledger holds, put together: its claims that count, and the statements that they are. */
export interface KeptStatements extends Statements {
  claims: readonly BriefClaim[];
  placed: PlacedClaim[];
  /** The same claims as the estimate takes them. */
  stated: StatedClaim[];
}

/** The entry at which a view stops; null for now. @throws LedgerError BAD_FIELD for what is no day */
export const untilOf = async (store: StoreReader, asKnown: string | undefined): Promise<number | null> => (asKnown === undefined ? null : entryAsOf(store, asKnown));

/** A document of a ledger with its claims that count; none where it was withdrawn or replaced. */
export interface KeptDocument {
  document: DocumentRef;
  /** The entry that added it, by which documents are in order. */
  seq: number;
  claims: BriefClaim[];
}

/**
 * Every document as it is now that was not erased, in the order in which they were added. Of the claims their reasons (`spans`) are left out,
 * which nothing that is put together from them needs, and which are nine tenths of them.
 */
export async function presentDocuments(store: StoreReader): Promise<KeptDocument[]> {
  const rows = new Map<string, ClaimRow[]>();
  for await (const row of store.claims({ withReasons: false })) {
    if (row.review === "rejected") continue;
    const known = rows.get(row.document);
    if (known === undefined) rows.set(row.document, [row]);
    else known.push(row);
  }
  const kept: KeptDocument[] = [];
  for await (const row of store.documents()) {
    const document = await withClaims(store, row, rows.get(row.sha256) ?? []);
    if (document !== null) kept.push(document);
  }
  return kept;
}

/** The same of one document; null where it was erased, or is none. */
export async function presentDocument(store: StoreReader, sha256: string): Promise<KeptDocument | null> {
  const row = await store.document(sha256);
  if (row === null) return null;
  const rows = [];
  for await (const claim of store.claims({ document: sha256, withReasons: false })) if (claim.review !== "rejected") rows.push(claim);
  return withClaims(store, row, rows);
}

async function withClaims(store: StoreReader, { document, textSha256, seq }: DocumentRow, rows: ClaimRow[]): Promise<KeptDocument | null> {
  if (document === null || rows.length === 0) return document === null ? null : { document, seq, claims: [] };
  const bytes = textSha256 === null ? null : await store.blob(textSha256);
  const text = bytes === null ? null : Buffer.from(bytes).toString("utf8");
  return { document, seq, claims: rows.sort((a, b) => a.position - b.position).map(({ id, claim }) => ({ id, claim, document, text })) };
}

/**
 * The claims of a ledger that nobody has rejected, each in its document; their reasons as in {@link presentDocuments}.
 *
 * @param until  as they were after this entry; null for now
 */
export async function keptClaims(store: StoreReader, until: number | null): Promise<BriefClaim[]> {
  if (until === null) return (await presentDocuments(store)).flatMap(({ claims }) => claims);
  const kept: BriefClaim[] = [];
  const texts = new Map<string, string | null>();
  for await (const { id, claim, document, review } of claimRecords(store, until)) {
    if (review === "rejected") continue;
    if (!texts.has(document.sha256)) texts.set(document.sha256, await textOf(store, document.sha256));
    kept.push({ id, claim: { ...claim, spans: {} }, document, text: texts.get(document.sha256) ?? null });
  }
  return kept;
}

/** The same as statements; what the desk decided of them outweighs every rule. */
export async function keptStatements(store: StoreReader, until: number | null): Promise<KeptStatements> {
  return statementsOf(await keptClaims(store, until), await keptDecisions(store, until));
}

/** The same from claims and decisions that are at hand already. */
export function statementsOf(claims: readonly BriefClaim[], decisions: readonly Decision[]): KeptStatements {
  const placed = claims.map(placedClaim);
  const found = toStatements(placed, decisions);
  return { claims, placed, ...found, stated: statedClaims({ placed, statements: found.statements }) };
}

/** What persons decided of statements, the oldest first. */
export const keptDecisions = async (store: StoreReader, until: number | null): Promise<Decision[]> => decisionsOf(await judgementsAsOf(store, until));

/** Joins and splits as pairs, the oldest first, since the last word on a pair counts. */
export const decisionsOf = (rows: readonly StatementRow[]): Decision[] =>
  rows.toSorted((a, b) => a.seq - b.seq).flatMap(({ kind, claims }) => claims.flatMap((one, i) => claims.slice(i + 1).map((other): Decision => ({ kind, claims: [one, other] }))));

/** How the desk says that sources lean, as far as the estimate knows the word. */
export const leaningsOf = async (store: StoreReader, until: number | null): Promise<SourceLeaning[]> =>
  (await sourcesAsOf(store, until)).flatMap(({ name, leaning }) => {
    const known = LEANINGS.find((one) => one === leaning);
    return known === undefined ? [] : [{ name, leaning: known }];
  });
