import { writeFile } from "node:fs/promises";
import { loadWithin } from "../app.ts";
import { RELIABILITIES, sameName, type Brief, type BriefClaim, type Reliability } from "../claims/index.ts";
import { BriefError } from "../brief/errors.ts";
import type { Fault } from "../brief/lint/fault.ts";
import type { SourceGrade } from "../brief/grades.ts";
import { makeBrief } from "../brief/make-brief.ts";
import type { Situation } from "../estimate/situation.ts";
import type { SituationRow, SourceRow } from "../ledger/rows.ts";
import type { StoreReader } from "../ledger/store.ts";
import { rowsAsOf } from "../ledger/views.ts";
import type { BriefFormat, BriefOptions } from "./brief.ts";
import { wrap } from "./columns.ts";
import { failCheck, UsageError } from "./exit.ts";
import { keptClaims, keptDecisions, leaningsOf, untilOf } from "./kept-statements.ts";
import { write } from "./output.ts";
import { findSituation, situationsAsOf } from "./run-situation.ts";
import { safe } from "./safe-text.ts";
import { lookOfTerminal } from "./terminal.ts";
import { readingLedger } from "./with-ledger.ts";

function toSituation({ force, place }: SituationRow, claims: readonly BriefClaim[]): Situation {
  return { force, place, country: claims.find(({ claim }) => sameName(claim.place, place))?.claim.country ?? null };
}

async function gradesOf(store: StoreReader, until: number | null): Promise<SourceGrade[]> {
  const rows: SourceRow[] = [];
  if (until === null) rows.push(...(await store.sources()));
  else for await (const { sources } of rowsAsOf(store, "source", until)) rows.push(...sources);
  return rows.map(({ name, alias, reliability }) => ({ name, alias, reliability: RELIABILITIES.find((one) => one === reliability) ?? null as Reliability | null }));
}

async function briefOf(name: string, options: BriefOptions): Promise<Brief> {
  const within = await loadWithin();
  return readingLedger(options, async (store) => {
    const until = await untilOf(store, options.asKnown);
    const row = findSituation(await situationsAsOf(store, until), name);
    const claims = await keptClaims(store, until);
    const { origin, size, root } = await store.head();
    return makeBrief({
      name: row.name, situation: toSituation(row, claims), within, claims, decisions: await keptDecisions(store, until), leanings: await leaningsOf(store),
      grades: await gradesOf(store, until), asOf: options.asOf ?? null, since: options.since ?? null, asKnown: options.asKnown ?? null, ledger: { origin, size, root: Buffer.from(root).toString("hex") }, until: until ?? size,
    });
  });
}

const FORMATS: Readonly<Record<BriefFormat, (brief: Brief, options: BriefOptions) => Promise<string>>> = {
  json: async (brief) => `${JSON.stringify(brief, null, 2)}\n`,
  md: async (brief) => (await import("../brief/formats/markdown.ts")).toMarkdown(brief),
  html: async (brief) => (await import("../brief/formats/html.ts")).toHtml(brief),
  text: async (brief, { color }) => {
    const { width, colors } = lookOfTerminal(color);
    const { toText } = await import("../brief/formats/text.ts");
    return toText(brief, { width, wrap: (text, columns) => wrap(safe(text), columns), bold: colors.bold, dim: colors.dim });
  },
};

/** What is wrong with what a format made of a brief; text is looked at before its lines are broken. */
async function faultsIn(brief: Brief, output: string, format: BriefFormat): Promise<Fault[]> {
  if (format === "json") return [];
  const [{ lintRendered }, { toText, UNWRAPPED }] = await Promise.all([import("../brief/lint/rendered.ts"), import("../brief/formats/text.ts")]);
  return lintRendered(brief, format === "text" ? toText(brief, UNWRAPPED) : output, format);
}

/** Nothing is put out that breaks a rule: neither the brief nor what a format makes of it. */
async function written(name: string, options: BriefOptions): Promise<string> {
  const brief = await briefOf(name, options);
  const output = await FORMATS[options.format](brief, options);
  const faults = await faultsIn(brief, output, options.format);
  if (faults.length > 0) throw new BriefError("LINT", faults.map(({ rule, message }) => `${message} (${rule})`).join("; "), { faults });
  return output;
}

/** Writes the brief of a situation. @throws UsageError, LedgerError */
export async function runBrief(name: string, options: BriefOptions): Promise<void> {
  try {
    const output = await written(name, options);
    if (options.output === undefined) return await write(output);
    await writeFile(options.output, output);
    await write(`${safe(options.output)}: the brief of ${safe(name)}\n`);
  } catch (error) {
    if (!(error instanceof BriefError)) throw error;
    if (error.code !== "LINT") throw new UsageError(error.message, { cause: error });
    process.stderr.write(error.faults.map(({ rule, message }) => `muster: the brief is refused: ${safe(message)} (${rule})\n`).join(""));
    failCheck();
  }
}
