import type { Verdict } from "../ledger/ledger.ts";
import { UsageError } from "./exit.ts";
import type { ReviewOptions } from "./review.ts";
import { writeEntry } from "./write-entry.ts";

/** Writes what a person makes of a claim, and says what was written. @throws UsageError, LedgerError */
export async function runReview(claim: string, verdict: Verdict, corrections: readonly string[], options: ReviewOptions): Promise<void> {
  if (verdict === "correct" && corrections.length === 0) throw new UsageError("a correction needs a field and its value, such as place=Minsk; see: muster review --help");
  if (verdict !== "correct" && corrections.length > 0) throw new UsageError(`${verdict} takes no field=value; did you mean correct? see: muster review --help`);
  await writeEntry(options, (ledger) => ledger.review(claim.toLowerCase(), verdict, corrections, options.why ?? null));
}
