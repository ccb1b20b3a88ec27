import type { Entry } from "../ledger/entry.ts";
import { signHead } from "../ledger/head-signing.ts";
import { Ledger } from "../ledger/ledger.ts";
import type { Store } from "../ledger/store.ts";
import { summaryOf } from "../app/entry-text.ts";
import type { LedgerOptions } from "./ledger-options.ts";
import { write } from "./output.ts";
import { safe } from "./safe-text.ts";
import { actorOf, ownSigner, writingLedger } from "./with-ledger.ts";

/** Writes one entry, signs the head, and says what was written. @throws LedgerError */
export async function writeEntry(options: LedgerOptions, make: (ledger: Ledger, store: Store) => Promise<Entry>): Promise<void> {
  const signer = ownSigner();
  const entry = await writingLedger(options, async (store) => {
    const written = await make(new Ledger(store, actorOf(options)), store);
    await signHead(store, signer);
    return written;
  });
  await write(`entry ${entry.seq}: ${safe(`${entry.kind} ${summaryOf(entry)}`)}\n`);
}
