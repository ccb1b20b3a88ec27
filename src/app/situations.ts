import { loadWithin } from "../app.ts";
import { sameName, type Estimate, type StatedClaim, type Statement } from "../claims/index.ts";
import { estimate } from "../estimate/estimate.ts";
import { extentOf, suggestSituation, type Situation, type Within } from "../estimate/situation.ts";
import type { SituationRow } from "../ledger/rows.ts";
import type { StoreReader } from "../ledger/store.ts";
import { keptStatements, leaningsOf, type KeptStatements } from "./kept-statements.ts";

/** A named situation and on how many statements it rests. */
/** `muster brief check FILE` is a command of its own, so that no situation of this name could be briefed. */
export const RESERVED_NAME = "check";

export interface CountedSituation extends SituationRow {
  statements: number;
}

/** A named situation with the country of its place, as far as the claims tell. */
export function toSituation({ force, place }: SituationRow, claims: readonly Pick<StatedClaim, "place" | "country">[]): Situation {
  return { force, place, country: claims.find((claim) => sameName(claim.place, place))?.country ?? null };
}

/** Ids of the statements that say something of a situation. */
const idsOn = (situation: Situation, claims: readonly StatedClaim[], within: Within): Set<StatedClaim["statement"]> =>
  new Set(claims.filter((claim) => extentOf(claim, situation, within) !== null).map(({ statement }) => statement));

/** The statements that say something of a situation, in their order. */
export async function statementsOn(row: SituationRow, { stated, statements }: KeptStatements): Promise<Statement[]> {
  const ids = idsOn(toSituation(row, stated), stated, await loadWithin());
  return statements.filter(({ id }) => ids.has(id));
}

/** Situations, each with how many statements there are on it. */
export async function countSituations(rows: readonly SituationRow[], kept: KeptStatements): Promise<CountedSituation[]> {
  const within = await loadWithin();
  const claims = kept.stated;
  return rows.map((row) => ({ ...row, statements: idsOn(toSituation(row, claims), claims, within).size }));
}

const MOST_SUGGESTED = 10;

/** What claims are most about and has no name yet, most first; ten at most. @param rows  those that have a name */
export async function suggestSituations(rows: readonly SituationRow[], kept: KeptStatements): Promise<Omit<CountedSituation, "name">[]> {
  const within = await loadWithin();
  const claims = kept.stated;
  const known = rows.map((row) => toSituation(row, claims));
  const found: Omit<CountedSituation, "name">[] = [];
  let left = claims.filter((claim) => claim.place !== null && !known.some((situation) => extentOf(claim, situation, within) !== null));
  while (found.length < MOST_SUGGESTED) {
    const situation = suggestSituation(left, within);
    if (situation === null || situation.place === null) break;
    found.push({ force: situation.force, place: situation.place, statements: idsOn(situation, left, within).size });
    left = left.filter((claim) => extentOf(claim, situation, within) === null);
  }
  return found;
}

/** What the statements on a situation add up to. */
export interface SituationAnswer extends Estimate {
  name: string;
  situation: Situation;
}

/**
 * Puts together what a ledger holds on a situation.
 *
 * @param until  as it was after this entry; null for now
 * @param to     the last day of the estimate, `YYYY-MM-DD`; the last that the claims speak of when not given
 * @throws EstimateError when there is nothing to estimate from
 */
export const answerOf = async (store: StoreReader, row: SituationRow, until: number | null, to?: string): Promise<SituationAnswer> =>
  answerFrom(store, row, await keptStatements(store, until), until, to);

/** The same from statements that are at hand already. */
export async function answerFrom(store: StoreReader, row: SituationRow, kept: KeptStatements, until: number | null, to?: string): Promise<SituationAnswer> {
  const within = await loadWithin();
  const claims = kept.stated;
  const situation = toSituation(row, claims);
  return { name: row.name, situation, ...estimate(claims, { situation, within, sources: await leaningsOf(store, until), to }) };
}
