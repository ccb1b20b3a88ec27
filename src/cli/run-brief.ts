import { writeFile } from "node:fs/promises";
import { briefOf, briefPage } from "../app/briefs.ts";
import { untilOf } from "../app/kept-statements.ts";
import type { Brief } from "../claims/index.ts";
import { BriefError } from "../brief/errors.ts";
import { situationsAsOf } from "../ledger/views.ts";
import type { BriefFormat, BriefOptions } from "./brief.ts";
import { wrap } from "./columns.ts";
import { failCheck, UsageError } from "./exit.ts";
import { write } from "./output.ts";
import { findSituation } from "./run-situation.ts";
import { safe } from "./safe-text.ts";
import { lookOfTerminal } from "./terminal.ts";
import { readingLedger } from "./with-ledger.ts";

const wishedBrief = (name: string, options: BriefOptions): Promise<Brief> =>
  readingLedger(options, async (store) => {
    const until = await untilOf(store, options.asKnown);
    return briefOf(store, findSituation(await situationsAsOf(store, until), name), until, options);
  });

const FORMATS: Readonly<Record<BriefFormat, (brief: Brief, options: BriefOptions) => Promise<string>>> = {
  json: async (brief) => `${JSON.stringify(brief, null, 2)}\n`,
  md: (brief) => briefPage(brief, "md"),
  html: (brief) => briefPage(brief, "html"),
  text: async (brief, { color }) => {
    await lintText(brief);
    const { width, colors } = lookOfTerminal(color);
    const { toText } = await import("../brief/formats/text.ts");
    return toText(brief, { width, wrap: (text, columns) => wrap(safe(text), columns), bold: colors.bold, dim: colors.dim });
  },
};

/** Text is looked at before its lines are broken. @throws BriefError LINT */
async function lintText(brief: Brief): Promise<void> {
  const [{ lintRendered }, { toText, UNWRAPPED }] = await Promise.all([import("../brief/lint/rendered.ts"), import("../brief/formats/text.ts")]);
  const faults = lintRendered(brief, toText(brief, UNWRAPPED), "text");
  if (faults.length > 0) throw new BriefError("LINT", faults.map(({ rule, message }) => `${message} (${rule})`).join("; "), { faults });
}

/** Nothing is put out that breaks a rule: neither the brief nor what a format makes of it. */
const written = async (name: string, options: BriefOptions): Promise<string> => FORMATS[options.format](await wishedBrief(name, options), options);

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
