import { Command } from "commander";
import { withWriterOptions, type LedgerOptions } from "./ledger-options.ts";

export interface AddOptions extends LedgerOptions {
  published?: string;
  lang?: string;
  quiet?: boolean;
  color: boolean;
}

const EXAMPLES = `
Examples:
  $ muster add report.txt --published 2023-11-02
  $ muster add articles/*.html reports.jsonl --quiet
  $ MUSTER_LEDGER=postgres://desk@db.example.org/muster muster add report.txt

Takes what "muster read" takes. Documents are kept as they were received, with their claims; the same bytes a second time add nothing.
A document is kept, on the disk, once its line is printed. Before each claim stand the first digits of its id, for "muster review".
`;

/** `muster add`: documents and their claims into the ledger. */
export const addCommand = (): Command =>
  withWriterOptions(new Command("add"))
    .description("read reports and keep them and their claims in the ledger")
    .argument("<file...>", "files to add, or - for standard input")
    .option("-p, --published <date>", "date of publication (YYYY-MM-DD, YYYY-MM or YYYY) of documents that give none")
    .option("-l, --lang <code>", "read as this language, whatever the documents say")
    .option("-q, --quiet", "one line a document, without its claims")
    .option("--no-color", "no colours (also: NO_COLOR=1)")
    .addHelpText("after", EXAMPLES)
    .action(async (files: string[], options: AddOptions) => (await import("./run-add.ts")).runAdd(files, options));
