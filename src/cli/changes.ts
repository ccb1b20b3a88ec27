import { Command, Option } from "commander";
import { withWriterOptions, type LedgerOptions } from "./ledger-options.ts";
import { wholeNumber } from "./options.ts";

export type ChangesFormat = "text" | "jsonl" | "atom";

export interface ChangesOptions extends LedgerOptions {
  format: ChangesFormat;
  follow?: boolean;
  every: number;
  webhook?: string;
  secretFile?: string;
  attempts: number;
  all?: boolean;
  caughtUp?: boolean;
  color: boolean;
}

const EXAMPLES = `
Examples:
  $ muster changes belarus                       what is new since the last time
  $ muster changes belarus --all                 everything that was ever announced, once more
  $ muster changes belarus --format atom > belarus.xml
  $ muster changes belarus --caught-up --webhook https://example.org/hook
  $ MUSTER_WEBHOOK_SECRET=whsec_... muster changes belarus --follow --webhook https://example.org/hook

A new statement, a new conflict between sources and a change of the estimate are announced once; that they were, and to whom, is in the
ledger. What could not be delivered is delivered by the next run. A webhook is signed as Standard Webhooks 1.0 says; what was sent
just before a crash may come again under the same webhook-id, by which the receiver knows that it has it. --caught-up takes all
that there is now as told.
`;

const DEFAULT_EVERY_S = 15;
const DEFAULT_ATTEMPTS = 5;

/** `muster changes`: what is new of a situation. */
export const changesCommand = (): Command =>
  withWriterOptions(new Command("changes"))
    .description("announce what is new of a situation, once: here, to a webhook, or as an Atom feed")
    .argument("<name>", "the situation's name")
    .addOption(new Option("-f, --format <format>", "how to print it; atom is a feed of the latest announcements").choices(["text", "jsonl", "atom"]).default("text"))
    .option("--follow", "go on as the ledger grows, until Ctrl-C")
    .option("--every <seconds>", "with --follow, how often to look", wholeNumber(1), DEFAULT_EVERY_S)
    .option("--webhook <url>", "send each to this address instead of printing it")
    .option("--secret-file <file>", "holds the webhook's secret, whsec_… (else: MUSTER_WEBHOOK_SECRET)")
    .option("--attempts <n>", "how often to try one delivery, waiting longer each time; with --follow without end", wholeNumber(1), DEFAULT_ATTEMPTS)
    .option("--all", "print all that was announced, whoever has seen it; announces nothing")
    .option("--caught-up", "take everything that there is as told, here or to the webhook, and print nothing")
    .option("--no-color", "no colours (also: NO_COLOR=1)")
    .addHelpText("after", EXAMPLES)
    .action(async (name: string, options: ChangesOptions) => (await import("./run-changes.ts")).runChanges(name, options));
