import { Command } from "commander";
import { withLedgerOption, type LedgerOptions } from "./ledger-options.ts";

export interface VerifyOptions extends LedgerOptions {
  checkpoint?: string;
  bundle?: string;
  key?: string;
}

const EXAMPLES = `
Examples:
  $ muster verify
  $ muster verify --checkpoint head-2023-11-02.txt
  $ muster verify --bundle bundle.jsonl --key 5f1c...e2

Recomputes every hash and signature and names the first entry that was altered, dropped, inserted or reordered, and every document
whose bytes do not match. Believes your own key (~/.config/muster/keys, or MUSTER_KEY), a checkpoint that you kept, and --key; where
none of these has signed, the result is "unanchored": all fits together, but anyone could have made it. Exits with 1 then, and
when something is wrong.
`;

/** `muster verify`: that nothing was altered. */
export const verifyCommand = (): Command =>
  withLedgerOption(new Command("verify"))
    .description("prove that nothing in the ledger, or in an exported bundle, was altered")
    .option("--checkpoint <file>", "a signed head that the ledger must begin with")
    .option("--bundle <file>", "check this bundle instead of a ledger (- for standard input)")
    .option("--key <fingerprint>", "whose signature to believe: SHA-256 of the public key, 64 hexadecimal digits")
    .addHelpText("after", EXAMPLES)
    .action(async (options: VerifyOptions) => (await import("./run-verify.ts")).runVerify(options));
