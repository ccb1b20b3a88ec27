import { signHead } from "../ledger/head-signing.ts";
import { Ledger, type Verdict } from "../ledger/ledger.ts";
import { summaryOf } from "./entry-text.ts";
import { UsageError } from "./exit.ts";
import { write } from "./output.ts";
import type { ReviewOptions } from "./review.ts";
import { safe } from "./safe-text.ts";
import { actorOf, ownSigner, writingLedger } from "./with-ledger.ts";

/** Writes what a person makes of a claim, and says what was written. @throws UsageError, LedgerError */
export async function runReview(claim: string, verdict: Verdict, corrections: readonly string[], options: ReviewOptions): Promise<void> {
  if (verdict === "correct" && corrections.length === 0) throw new UsageError("a correction needs a field and its value, such as place=Minsk; see: muster review --help");
  if (verdict !== "correct" && corrections.length > 0) throw new UsageError(`${verdict} takes no field=value; did you mean correct? see: muster review --help`);
  const signer = ownSigner();
  const entry = await writingLedger(options, async (store) => {
    const written = await new Ledger(store, actorOf(options)).review(claim.toLowerCase(), verdict, corrections, options.why ?? null);
    await signHead(store, signer);
    return written;
  });
  await write(`entry ${entry.seq}: ${safe(`${entry.kind} ${summaryOf(entry)}`)}\n`);
}
