import { LEANINGS, type BriefClaim, type Decision, type SourceLeaning, type StatedClaim } from "../claims/index.ts";
import { placedClaim, statedClaims } from "../origins/stated-claims.ts";
import { toStatements, type Statements } from "../origins/statements.ts";
import type { PlacedClaim } from "../origins/view.ts";
import type { StatementRow } from "../ledger/rows.ts";
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

/**
 * The claims of a ledger that nobody has rejected, each in its document.
 *
 * @param until  as they were after this entry; null for now
 */
export async function keptClaims(store: StoreReader, until: number | null): Promise<BriefClaim[]> {
  const kept: BriefClaim[] = [];
  const texts = new Map<string, string | null>();
  for await (const { id, claim, document, review } of claimRecords(store, until)) {
    if (review === "rejected") continue;
    if (!texts.has(document.sha256)) texts.set(document.sha256, await textOf(store, document.sha256));
    kept.push({ id, claim, document, text: texts.get(document.sha256) ?? null });
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
