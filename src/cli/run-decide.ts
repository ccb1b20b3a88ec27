import { signHead } from "../ledger/head-signing.ts";
import { findClaim, Ledger } from "../ledger/ledger.ts";
import { summaryOf } from "./entry-text.ts";
import { UsageError } from "./exit.ts";
import { write } from "./output.ts";
import { safe } from "./safe-text.ts";
import type { DecideOptions } from "./statements.ts";
import { actorOf, ownSigner, writingLedger } from "./with-ledger.ts";

/** Writes a person's word on whether claims are one statement, and says what was written. @throws UsageError, LedgerError */
export async function runDecide(kind: "join" | "split", prefixes: readonly string[], options: DecideOptions): Promise<void> {
  const signer = ownSigner();
  const entry = await writingLedger(options, async (store) => {
    const claims = [...new Set(await Promise.all(prefixes.map(async (prefix) => (await findClaim(store, prefix.toLowerCase())).id)))];
    if (claims.length < 2) throw new UsageError(`${kind} needs two claims or more; see: muster statements ${kind} --help`);
    const written = await new Ledger(store, actorOf(options)).record(kind === "join" ? "statements joined" : "statements split", { claims }, options.why ?? null);
    await signHead(store, signer);
    return written;
  });
  await write(`entry ${entry.seq}: ${safe(`${entry.kind} ${summaryOf(entry)}`)}\n`);
}
