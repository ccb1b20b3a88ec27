import { checkDocumentOptions, IssueReporter, readAll, type DocumentOptions, type NamedReading } from "./documents.ts";
import type { ExplainOptions } from "./explain.ts";
import { formatExplanation } from "./explain-text.ts";
import { UsageError } from "./exit.ts";
import { explainReading } from "./explanation.ts";
import { write } from "./output.ts";
import { describe } from "./records.ts";
import { safe } from "./safe-text.ts";
import { lookOfTerminal } from "./terminal.ts";

/** The only document of an input, or null where none could be read (which was said already). @throws UsageError */
async function readOnly(input: string, options: DocumentOptions): Promise<NamedReading | null> {
  let only: NamedReading | null = null;
  for await (const named of readAll([input], options, new IssueReporter())) {
    if (only !== null) throw new UsageError(`${input}: holds more than one document, and explain takes one; put the one you mean in a file of its own`);
    only = named;
  }
  return only;
}

const GATED = "the gate stopped this text, which has no force with an event, a number or a place beside it";

/** Prints why the claims of one document are what they are. @throws UsageError */
export async function runExplain(input: string, options: ExplainOptions): Promise<void> {
  const only = await readOnly(input, checkDocumentOptions(options));
  if (only === null) return;
  const { reading, name } = only;
  const all = explainReading(reading);
  const { claim: wanted } = options;
  if (wanted !== undefined && wanted > all.length) {
    throw new UsageError(`${name}: there is no claim ${wanted}; ${all.length === 0 ? "no claim was read" : `give a number from 1 to ${all.length}`}`);
  }
  const chosen = wanted === undefined ? all : all.slice(wanted - 1, wanted);
  if (options.format === "json") {
    await write(`${JSON.stringify({ id: reading.document.id, document: describe(reading.document), gated: reading.gated, claims: chosen }, null, 2)}\n`);
    return;
  }
  if (all.length === 0) await write(`no claims in ${safe(name)}${reading.gated ? `: ${GATED}` : ""}\n`);
  const look = lookOfTerminal(options.color);
  await write(chosen.map((claim) => formatExplanation(claim, all.length, look)).join("\n"));
}
