import { Command } from "commander";
import { withWriterOptions, type LedgerOptions } from "./ledger-options.ts";

export interface AddOptions extends LedgerOptions {
  published?: string;
  lang?: string;
  quiet?: boolean;
  allowPrivate?: boolean;
  color: boolean;
}

const EXAMPLES = `
Examples:
  $ muster add report.txt --published 2023-11-02
  $ muster add articles/ crawl.warc.gz institute.pdf --quiet
  $ muster add https://example.org/article https://example.org/feed.xml
  $ MUSTER_LEDGER=postgres://desk@db.example.org/muster muster add report.txt

A source is a file, a folder, a pattern of names, an address (http or https) or - for standard input. What it is, its bytes tell: text,
Markdown, a page, a PDF, DOCX, mail or mailbox, JSON Lines, a feed (RSS, Atom, RDF, JSON Feed), a list of feeds (OPML), a web archive
(WARC, also packed), a Telegram Desktop export. docs/intake.md says what is kept of each.

Documents are kept as they were received, with their claims; the same bytes a second time add nothing, and a page that changed is a new
version. Of a document that the gate stops (no force with an event, a number or a place) only its hash, address and time are kept. A
document is on the disk once its line is printed. Ctrl-C keeps what was read and ends; the same command again goes on (exit code 130).
Before each claim stand the first digits of its id, for "muster review".

Pages are fetched as robots.txt allows, one request a host at a time, and never from a private network. MUSTER_CONTACT tells servers how
to reach you.
`;

/** `muster add`: documents and their claims into the ledger. */
export const addCommand = (): Command =>
  withWriterOptions(new Command("add"))
    .description("read reports and keep them and their claims in the ledger")
    .argument("<source...>", "files, folders or addresses, or - for standard input")
    .option("-p, --published <date>", "date of publication (YYYY-MM-DD, YYYY-MM or YYYY) of documents that give none")
    .option("-l, --lang <code>", "read as this language, whatever the documents say")
    .option("-q, --quiet", "one line a document, without its claims, and no progress")
    .option("--allow-private", "fetch from private networks and this machine too")
    .option("--no-color", "no colours (also: NO_COLOR=1)")
    .addHelpText("after", EXAMPLES)
    .action(async (files: string[], options: AddOptions) => (await import("./run-add.ts")).runAdd(files, options));
