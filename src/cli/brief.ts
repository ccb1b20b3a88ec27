import { Command, Option } from "commander";
import { withLedgerOption, type LedgerOptions } from "./ledger-options.ts";

export const BRIEF_FORMATS = ["md", "html", "json", "text"] as const;
export type BriefFormat = (typeof BRIEF_FORMATS)[number];

export interface BriefOptions extends LedgerOptions {
  format: BriefFormat;
  asOf?: string;
  asKnown?: string;
  since?: string;
  output?: string;
  color: boolean;
}

const EXAMPLES = `
Examples:
  $ muster brief belarus                                    on the terminal
  $ muster brief belarus --format html --output brief.html  one file to read, print and send
  $ muster brief belarus --as-of 2023-07-20 --since 2023-06-01
  $ muster brief belarus --as-known 2023-07-14 --format json
  $ muster brief check brief.html                           does it still stand?

--as-of writes the brief of a day, from what had been published by then; --as-known goes back to what the ledger held at the
end of that day. Every brief is checked before it is put out: a number that opens no quote, a word for a likelihood outside of its
band or a quotation that is not word for word is refused (exit code 1). The rules: docs/brief.md.
`;

const CHECK_EXAMPLES = `
Examples:
  $ muster brief check brief.html
  $ muster brief check brief.md --ledger desk.db

Says what has become of the documents and claims that a brief leans on: withdrawn, erased, replaced, corrected, rejected, read
otherwise. Exit code 1 when anything has.
`;

const checkCommand = (): Command =>
  withLedgerOption(new Command("check"))
    .description("does a brief still stand? names what was withdrawn, erased or corrected since")
    .argument("<file>", "a brief as md, html or json")
    .addOption(new Option("-f, --format <format>", "how to print it").choices(["text", "json"]).default("text"))
    .addHelpText("after", CHECK_EXAMPLES)
    .action(async (file: string, options: LedgerOptions & { format: "text" | "json" }) => (await import("./run-brief-check.ts")).runBriefCheck(file, options));

/** `muster brief`: what is known of a situation, in words that open to their sources. */
export function briefCommand(): Command {
  // Else `brief` would take the options of `brief check` for its own.
  return withLedgerOption(new Command("brief").enablePositionalOptions())
    .description("write what is known of a situation: every number opens its quote")
    .argument("<name>", "the situation's name (muster situation list)")
    .addOption(new Option("-f, --format <format>", "md, html (one file), json or text").choices([...BRIEF_FORMATS]).default("text"))
    .option("-o, --output <file>", "write it there instead of printing it")
    .option("--as-of <date>", "the brief of this day (YYYY-MM-DD), from what had been published by then")
    .option("--as-known <date>", "as the ledger was at the end of this day (YYYY-MM-DD, UTC)")
    .option("--since <date>", "tell changes from this day on (default: 90 days before)")
    .option("--no-color", "no colours (also: NO_COLOR=1)")
    .addHelpText("after", EXAMPLES)
    .action(async (name: string, options: BriefOptions) => (await import("./run-brief.ts")).runBrief(name, options))
    .addCommand(checkCommand());
}
