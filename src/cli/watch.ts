import { Command } from "commander";
import { withWriterOptions, type LedgerOptions } from "./ledger-options.ts";

export interface WatchOptions extends LedgerOptions {
  once?: boolean;
  quiet?: boolean;
  lang?: string;
  allowPrivate?: boolean;
  color: boolean;
}

const EXAMPLES = `
Examples:
  $ muster feed add https://example.org/feed.xml && muster watch
  $ muster watch --once --quiet        for a timer: asks the feeds that are due, and ends

Each feed is asked on its own rhythm: as often as it says itself, or else by how often it has something new, from every five minutes to
once a day; a feed that fails is left alone for longer each time. New pages are fetched one at a time from a host, as its robots.txt
allows. Ctrl-C ends it; the next run goes on where this one stopped.
`;

/** `muster watch`: asks the feeds until Ctrl-C. */
export const watchCommand = (): Command =>
  withWriterOptions(new Command("watch"))
    .description("read what is new in the feeds that are followed, until Ctrl-C")
    .option("--once", "ask the feeds that are due, and end")
    .option("-l, --lang <code>", "read as this language, whatever the documents say")
    .option("-q, --quiet", "one line a document, without its claims")
    .option("--allow-private", "ask private networks and this machine too")
    .option("--no-color", "no colours (also: NO_COLOR=1)")
    .addHelpText("after", EXAMPLES)
    .action(async (options: WatchOptions) => (await import("./run-watch.ts")).runWatch(options));
