import type { BodyOf } from "../ledger/entry-kinds.ts";
import { entryAsOf, sourcesAsOf } from "../ledger/views.ts";
import { write } from "./output.ts";
import { safe } from "./safe-text.ts";
import type { ListSourcesOptions, SourceOptions } from "./source.ts";
import { readingLedger } from "./with-ledger.ts";
import { writeEntry } from "./write-entry.ts";

type SourceKind = "source graded" | "source leaning set" | "source aliased";

/** Writes what a person thinks of a source. @throws LedgerError */
export const runRecord = <K extends SourceKind>(kind: K, body: BodyOf<K>, options: SourceOptions): Promise<void> =>
  writeEntry(options, (ledger) => ledger.record(kind, body, options.why ?? null));

/** Lists the sources that entries speak of. @throws LedgerError */
export async function runSources(options: ListSourcesOptions): Promise<void> {
  const sources = await readingLedger(options, async (store) => sourcesAsOf(store, options.asKnown === undefined ? null : await entryAsOf(store, options.asKnown)));
  if (sources.length === 0) await write("nothing is said of any source yet; see: muster source --help\n");
  for (const { name, reliability, leaning, alias } of sources) {
    const facts = [reliability === null ? null : `grade ${reliability}`, leaning === null ? null : `leaning ${leaning}`, alias === null ? null : `another name of ${alias}`];
    await write(`${safe(name)}: ${safe(facts.filter((fact) => fact !== null).join(", "))}\n`);
  }
}
