import { loadWithin } from "../app.ts";
import { sameName, type StatedClaim } from "../claims/index.ts";
import { EstimateError } from "../estimate/errors.ts";
import { estimate } from "../estimate/estimate.ts";
import { extentOf, suggestSituation, type Situation, type Within } from "../estimate/situation.ts";
import type { SituationRow } from "../ledger/rows.ts";
import type { StoreReader } from "../ledger/store.ts";
import { rowsAsOf } from "../ledger/views.ts";
import { statedClaims } from "../origins/stated-claims.ts";
import { formatEstimate } from "./estimate-text.ts";
import { UsageError } from "./exit.ts";
import { keptStatements, leaningsOf, untilOf } from "./kept-statements.ts";
import { write } from "./output.ts";
import { plural } from "./plural.ts";
import { safe, shorten } from "./safe-text.ts";
import type { ChangeOptions, DefineOptions, ListOptions, ShowOptions } from "./situation.ts";
import { lookOfTerminal } from "./terminal.ts";
import { readingLedger } from "./with-ledger.ts";
import { writeEntry } from "./write-entry.ts";

/** Names a force in a place. @throws UsageError where the name is taken, LedgerError */
export async function runDefine(name: string, options: DefineOptions): Promise<void> {
  const { force, place } = options;
  await record("situation defined", options, (known) => {
    if (known.some((row) => row.name === name)) throw new UsageError(`there is a situation ${JSON.stringify(name)} already; take another name, or see: muster situation change --help`);
    return { name, force, place };
  });
}

/** Gives a situation another force or place. @throws UsageError where there is none of that name, LedgerError */
export async function runChange(name: string, options: ChangeOptions): Promise<void> {
  if (options.force === undefined && options.place === undefined) throw new UsageError("give --force or --place; see: muster situation change --help");
  await record("situation changed", options, (known) => {
    const { force, place } = findSituation(known, name);
    return { name, force: options.force ?? force, place: options.place ?? place };
  });
}

const record = (kind: "situation defined" | "situation changed", options: ChangeOptions, body: (known: readonly SituationRow[]) => SituationRow): Promise<void> =>
  writeEntry(options, async (ledger, store) => ledger.record(kind, body(await store.situations()), options.why ?? null));

/** The situation of a name. @throws UsageError, naming those there are */
export function findSituation(known: readonly SituationRow[], name: string): SituationRow {
  const row = known.find((one) => one.name === name);
  if (row !== undefined) return row;
  const names = known.length === 0 ? "there are none yet; see: muster situation define --help" : `there are: ${known.map((one) => one.name).join(", ")}`;
  throw new UsageError(`no situation ${JSON.stringify(name)}; ${names}`);
}

/** A named situation with the country of its place, as far as the claims or the place index tell. */
function toSituation({ force, place }: SituationRow, claims: readonly StatedClaim[]): Situation {
  return { force, place, country: claims.find((claim) => sameName(claim.place, place))?.country ?? null };
}

/** How many statements say something of a situation. */
function countOn(situation: Situation, claims: readonly StatedClaim[], within: Within): number {
  return new Set(claims.filter((claim) => extentOf(claim, situation, within) !== null).map(({ statement }) => statement)).size;
}

/** Lists the situations, each with how many statements there are on it. @throws LedgerError */
export async function runList(options: ListOptions): Promise<void> {
  const within = await loadWithin();
  const rows = await readingLedger(options, async (store) => {
    const claims = statedClaims(await keptStatements(store, null));
    return (await store.situations()).map((row) => ({ ...row, statements: countOn(toSituation(row, claims), claims, within) }));
  });
  if (options.format === "json") await write(`${JSON.stringify(rows, null, 2)}\n`);
  else if (rows.length === 0) await write("no situations yet; muster situation suggest says what the claims are about\n");
  else for (const row of rows) await write(`${safe(row.name)}: ${safe(row.force)} in ${safe(row.place)}, ${plural(row.statements, "statement")}\n`);
}

const MOST_SUGGESTED = 10;

/** What the claims are most about and has no name, most first. @throws LedgerError */
export async function runSuggest(options: ListOptions): Promise<void> {
  const within = await loadWithin();
  const found = await readingLedger(options, async (store) => {
    const claims = statedClaims(await keptStatements(store, null));
    const known = (await store.situations()).map((row) => toSituation(row, claims));
    return suggestions(claims, known, within);
  });
  if (options.format === "json") await write(`${JSON.stringify(found, null, 2)}\n`);
  else if (found.length === 0) await write("nothing to suggest: no claim names a force in a place that is not watched\n");
  else for (const { force, place, statements } of found) await write(`muster situation define NAME --force ${quoted(force)} --place ${quoted(place)}   # ${plural(statements, "statement")}\n`);
}

const quoted = (name: string): string => (/^[\w.-]+$/.test(name) ? name : `"${shorten(safe(name).replaceAll(/["$\\`]/g, ""), 80)}"`);

function suggestions(claims: readonly StatedClaim[], known: readonly Situation[], within: Within): { force: string; place: string; statements: number }[] {
  const found: { force: string; place: string; statements: number }[] = [];
  let left = claims.filter((claim) => claim.place !== null && !known.some((situation) => extentOf(claim, situation, within) !== null));
  while (found.length < MOST_SUGGESTED) {
    const situation = suggestSituation(left, within);
    if (situation === null || situation.place === null) break;
    found.push({ force: situation.force, place: situation.place, statements: countOn(situation, left, within) });
    left = left.filter((claim) => extentOf(claim, situation, within) === null);
  }
  return found;
}

/** Prints what the statements on a situation add up to. @throws UsageError, LedgerError */
export async function runShow(name: string, options: ShowOptions): Promise<void> {
  const within = await loadWithin();
  const answer = await readingLedger(options, async (store) => {
    const until = await untilOf(store, options.asKnown);
    const row = findSituation(await situationsAsOf(store, until), name);
    const claims = statedClaims(await keptStatements(store, until));
    const situation = toSituation(row, claims);
    return { name, situation, ...estimated(claims, { situation, within, sources: await leaningsOf(store), to: options.asOf }) };
  });
  await write(options.format === "json" ? `${JSON.stringify(answer)}\n` : formatEstimate(answer, lookOfTerminal(options.color)));
}

function estimated(...[claims, options]: Parameters<typeof estimate>): ReturnType<typeof estimate> {
  try {
    return estimate(claims, options);
  } catch (error) {
    if (error instanceof EstimateError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

/** The situations as they were after an entry; null for now. */
export async function situationsAsOf(store: StoreReader, until: number | null): Promise<SituationRow[]> {
  if (until === null) return store.situations();
  const rows: SituationRow[] = [];
  for await (const { situations } of rowsAsOf(store, "situation", until)) rows.push(...situations);
  return rows;
}
