import { Argument, Command } from "commander";
import type { Verdict } from "../ledger/ledger.ts";
import { withWriterOptions, type LedgerOptions } from "./ledger-options.ts";

export interface ReviewOptions extends LedgerOptions {
  why?: string;
}

const EXAMPLES = `
Examples:
  $ muster review 3f2a90c1 accept
  $ muster review 3f2a90c1 reject --why "the outlet has withdrawn it"
  $ muster review 3f2a90c1 correct place=Minsk quantity.low=500 --why "see paragraph 4"
  $ muster review 3f2a90c1 correct 'source={"person":null,"role":"officials","organisation":null}'
  $ muster review 3f2a90c1 restore

A claim is named by the first digits of its id, as "muster add" and "muster export" show it. A correction keeps the old value.
"restore" takes a claim back to what was read. Numbers, null and what is in {} or "" are JSON; all else is text.
`;

const VERDICTS: readonly Verdict[] = ["accept", "reject", "correct", "restore"];

/** `muster review`: what a person makes of a claim. */
export const reviewCommand = (): Command =>
  withWriterOptions(new Command("review"))
    .description("accept, reject, correct or restore a claim")
    .argument("<claim>", "the first digits of its id")
    .addArgument(new Argument("<verdict>", "what you make of it").choices(VERDICTS))
    .argument("[field=value...]", "what to correct")
    .option("-w, --why <words>", "why, for those who come after you")
    .addHelpText("after", EXAMPLES)
    .action(async (claim: string, verdict: Verdict, corrections: string[], options: ReviewOptions) =>
      (await import("./run-review.ts")).runReview(claim, verdict, corrections, options),
    );
