import { now, placeLocator } from "../app.ts";
import { exportClaims, type ExportFormat as ClaimsFormat } from "../export/formats.ts";
import { bundleLines } from "../ledger/bundle.ts";
import type { StoreReader } from "../ledger/store.ts";
import { claimRecords, entryAsOf } from "../ledger/views.ts";
import { UsageError } from "./exit.ts";
import type { ExportOptions } from "./export.ts";
import { write } from "./output.ts";
import { Progress } from "./terminal.ts";
import { ownSigner, readingLedger } from "./with-ledger.ts";

/** Writes the ledger to standard output in the format that is asked for. @throws UsageError, LedgerError */
export async function runExport(options: ExportOptions): Promise<void> {
  const { format, asKnown } = options;
  if (format === "bundle" && asKnown !== undefined) throw new UsageError("a bundle is the whole ledger; leave out --as-known, or choose another format");
  const progress = new Progress(format === "bundle" ? "lines written" : "claims written");
  await readingLedger(options, async (store) => {
    const chunks = format === "bundle" ? bundleLines(store, ownSigner(), options.public === true, () => progress.step()) : claimChunks(store, format, options, progress);
    for await (const chunk of chunks) await write(chunk);
  });
  progress.finish();
}

async function* claimChunks(store: StoreReader, format: ClaimsFormat, options: ExportOptions, progress: Progress): AsyncGenerator<string> {
  const until = options.asKnown === undefined ? null : await entryAsOf(store, options.asKnown);
  async function* records(): ReturnType<typeof claimRecords> {
    for await (const record of claimRecords(store, until)) {
      yield record;
      progress.step();
    }
  }
  yield* exportClaims(records(), format, { public: options.public === true, locate: await placeLocator(), exportedAt: now() });
}
