import { keptStatements, untilOf } from "../app/kept-statements.ts";
import { RESERVED_NAME, answerOf, countSituations, suggestSituations } from "../app/situations.ts";
import { EstimateError } from "../estimate/errors.ts";
import type { SituationRow } from "../ledger/rows.ts";
import { situationsAsOf } from "../ledger/views.ts";
import { formatEstimate } from "./estimate-text.ts";
import { UsageError } from "./exit.ts";
import { write } from "./output.ts";
import { plural } from "../app/plural.ts";
import { safe, shorten } from "./safe-text.ts";
import type { ChangeOptions, DefineOptions, ListOptions, ShowOptions } from "./situation.ts";
import { lookOfTerminal } from "./terminal.ts";
import { readingLedger } from "./with-ledger.ts";
import { writeEntry } from "./write-entry.ts";

/** Names a force in a place. @throws UsageError where the name is taken, LedgerError */
export async function runDefine(name: string, options: DefineOptions): Promise<void> {
  const { force, place } = options;
  if (name === RESERVED_NAME) throw new UsageError(`no situation can be called "${RESERVED_NAME}", which "muster brief ${RESERVED_NAME}" takes for a command; take another name`);
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

/** Lists the situations, each with how many statements there are on it. @throws LedgerError */
export async function runList(options: ListOptions): Promise<void> {
  const rows = await readingLedger(options, async (store) => {
    const until = await untilOf(store, options.asKnown);
    return countSituations(await situationsAsOf(store, until), await keptStatements(store, until));
  });
  if (options.format === "json") await write(`${JSON.stringify(rows, null, 2)}\n`);
  else if (rows.length === 0) await write("no situations yet; muster situation suggest says what the claims are about\n");
  else for (const row of rows) await write(`${safe(row.name)}: ${safe(row.force)} in ${safe(row.place)}, ${plural(row.statements, "statement")}\n`);
}

/** What the claims are most about and has no name, most first. @throws LedgerError */
export async function runSuggest(options: ListOptions): Promise<void> {
  const found = await readingLedger(options, async (store) => {
    const until = await untilOf(store, options.asKnown);
    return suggestSituations(await situationsAsOf(store, until), await keptStatements(store, until));
  });
  if (options.format === "json") await write(`${JSON.stringify(found, null, 2)}\n`);
  else if (found.length === 0) await write("nothing to suggest: no claim names a force in a place that is not watched\n");
  else for (const { force, place, statements } of found) await write(`muster situation define NAME --force ${quoted(force)} --place ${quoted(place)}   # ${plural(statements, "statement")}\n`);
}

const quoted = (name: string): string => (/^[\w.-]+$/.test(name) ? name : `"${shorten(safe(name).replaceAll(/["$\\`]/g, ""), 80)}"`);

/** Prints what the statements on a situation add up to. @throws UsageError, LedgerError */
export async function runShow(name: string, options: ShowOptions): Promise<void> {
  const answer = await readingLedger(options, async (store) => {
    const until = await untilOf(store, options.asKnown);
    try {
      return await answerOf(store, findSituation(await situationsAsOf(store, until), name), until, options.asOf);
    } catch (error) {
      if (error instanceof EstimateError) throw new UsageError(error.message, { cause: error });
      throw error;
    }
  });
  await write(options.format === "json" ? `${JSON.stringify(answer)}\n` : formatEstimate(answer, lookOfTerminal(options.color)));
}
