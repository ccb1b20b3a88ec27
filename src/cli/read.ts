import { Command, Option } from "commander";

export type ReadFormat = "table" | "json" | "jsonl";

export interface ReadOptions {
  format: ReadFormat;
  published?: string;
  lang?: string;
  layers?: boolean;
  color: boolean;
}

const EXAMPLES = `
Examples:
  $ muster read report.txt --published 2023-11-02
  $ muster read articles/*.html reports.jsonl --format jsonl > claims.jsonl
  $ curl -s https://example.org/article | muster read -
  $ muster read report.md --format json --layers

Input is plain text, Markdown (front matter may give title, published, outlet, lang), web pages, or JSON Lines:
  {"id": "a1", "text": "...", "published": "2023-10-31", "lang": "en", "title": "...", "outlet": "...", "url": "..."}
- reads standard input and tells the format by its beginning. What cannot be read is named on standard error, the rest
is read all the same, and the exit code is 2.
`;

/** `muster read`: documents in, claims out. */
export const readCommand = (): Command =>
  new Command("read")
    .description("read reports and print the claims in them")
    .argument("<file...>", "files to read, or - for standard input")
    .addOption(new Option("-f, --format <format>", "how to print them").choices(["table", "json", "jsonl"]).default("table"))
    .option("-p, --published <date>", "date of publication (YYYY-MM-DD, YYYY-MM or YYYY) of documents that give none")
    .option("-l, --lang <code>", "read as this language, whatever the documents say")
    .option("--layers", "add what was found on the way (sentences, quotations, times ...) to json and jsonl")
    .option("--no-color", "no colours (also: NO_COLOR=1)")
    .addHelpText("after", EXAMPLES)
    .action(async (files: string[], options: ReadOptions) => (await import("./run-read.ts")).runRead(files, options));
