import type { Decision, SourceLeaning, StatedClaim, Statement } from "../claims/index.ts";
import { digestByOf, LEANINGS, reporterOf } from "../claims/index.ts";
import { edtfOfSaid } from "../origins/occasion.ts";
import { toStatements, type Statements } from "../origins/statements.ts";
import type { PlacedClaim } from "../origins/view.ts";
import type { StatementRow } from "../ledger/rows.ts";
import type { StoreReader } from "../ledger/store.ts";
import { claimRecords, entryAsOf, judgementsAsOf, sourcesAsOf, textOf, type ClaimRecord } from "../ledger/views.ts";

/** What a ledger holds, put together: its claims that count, and the statements that they are. */
export interface KeptStatements extends Statements {
  placed: PlacedClaim[];
}

/** The entry at which a view stops; null for now. @throws LedgerError BAD_FIELD for what is no day */
export const untilOf = async (store: StoreReader, asKnown: string | undefined): Promise<number | null> => (asKnown === undefined ? null : entryAsOf(store, asKnown));

/**
 * The claims of a ledger that nobody has rejected, as statements; what the desk decided of them outweighs every rule.
 *
 * @param until  as they were after this entry; null for now
 */
export async function keptStatements(store: StoreReader, until: number | null): Promise<KeptStatements> {
  const placed: PlacedClaim[] = [];
  const texts = new Map<string, string | null>();
  for await (const record of claimRecords(store, until)) {
    if (record.review === "rejected") continue;
    const { sha256 } = record.document;
    if (!texts.has(sha256)) texts.set(sha256, await textOf(store, sha256));
    placed.push(place(record, texts.get(sha256) ?? null));
  }
  return { placed, ...toStatements(placed, decisionsOf(await judgementsAsOf(store, until))) };
}

const place = ({ id, claim, document }: ClaimRecord, text: string | null): PlacedClaim => ({ id, claim, document: { id: document.sha256, text, published: document.published, outlet: reporterOf(document), digestBy: digestByOf(document) } });

/** Joins and splits as pairs, the oldest first, since the last word on a pair counts. */
export const decisionsOf = (rows: readonly StatementRow[]): Decision[] =>
  rows.toSorted((a, b) => a.seq - b.seq).flatMap(({ kind, claims }) => claims.flatMap((one, i) => claims.slice(i + 1).map((other): Decision => ({ kind, claims: [one, other] }))));

/** Claims as the estimate takes them: each with the statement that it belongs to. */
export function statedClaims({ placed, statements }: KeptStatements): StatedClaim[] {
  const statementOf = new Map(statements.flatMap((statement) => statement.claims.map((id) => [id, statement] as const)));
  return placed.map(({ id, claim, document }) => stated(id, claim as StatedClaim, document.published ?? null, statementOf.get(id)));
}

const stated = (id: string, claim: StatedClaim, published: string | null, statement: Statement | undefined): StatedClaim => ({
  ...claim, id, published, said: claim.said === null ? null : edtfOfSaid(claim.said, published ?? undefined), statement: statement?.id ?? id,
});

/** How the desk says that sources lean, as far as the estimate knows the word. */
export const leaningsOf = async (store: StoreReader, until: number | null): Promise<SourceLeaning[]> =>
  (await sourcesAsOf(store, until)).flatMap(({ name, leaning }) => {
    const known = LEANINGS.find((one) => one === leaning);
    return known === undefined ? [] : [{ name, leaning: known }];
  });
