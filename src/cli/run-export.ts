import { bundleLines } from "../ledger/bundle.ts";
import type { ExportOptions } from "./export.ts";
import { write } from "./output.ts";
import { Progress } from "./terminal.ts";
import { ownSigner, readingLedger } from "./with-ledger.ts";

/** Writes the ledger to standard output in the format that is asked for. @throws UsageError, LedgerError */
export async function runExport(options: ExportOptions): Promise<void> {
  const signer = ownSigner();
  const progress = new Progress("lines written");
  await readingLedger(options, async (store) => {
    for await (const line of bundleLines(store, signer, options.public === true, () => progress.step())) await write(line);
  });
  progress.finish();
}
