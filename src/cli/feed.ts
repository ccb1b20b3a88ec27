import { Command } from "commander";
import { withLedgerOption, withWriterOptions, type LedgerOptions } from "./ledger-options.ts";

export interface FeedOptions extends LedgerOptions {
  allowPrivate?: boolean;
  check?: boolean;
}

const EXAMPLES = `
Examples:
  $ muster feed add https://example.org/feed.xml
  $ muster feed add https://example.org/             finds the feed that a page names
  $ muster feed add subscriptions.opml               every feed of a list
  $ muster feed list
  $ muster feed pause https://example.org/feed.xml   until it is added again

What is new in the feeds is read by "muster watch".
`;

const addCommand = (): Command =>
  withWriterOptions(new Command("add"))
    .description("follow feeds, or those of a list (OPML); a paused one goes on")
    .argument("<source...>", "addresses of feeds, of pages that name one, or lists of feeds")
    .option("--no-check", "take the addresses as they are, without asking them")
    .option("--allow-private", "ask private networks and this machine too")
    .action(async (sources: string[], options: FeedOptions) => (await import("./run-feed.ts")).runFeedAdd(sources, options));

const stateCommand = (name: "pause" | "remove", description: string): Command =>
  withWriterOptions(new Command(name))
    .description(description)
    .argument("<address...>", "feeds, as muster feed list gives them")
    .action(async (urls: string[], options: LedgerOptions) => (await import("./run-feed.ts")).runFeedState(name, urls, options));

const listCommand = (): Command =>
  withLedgerOption(new Command("list"))
    .description("list the feeds, when each was asked and when it will be")
    .action(async (options: LedgerOptions) => (await import("./run-feed.ts")).runFeedList(options));

/** `muster feed`: which feeds are followed. */
export function feedCommand(): Command {
  const command = new Command("feed").description("follow feeds: add, list, pause, remove");
  for (const part of [addCommand(), listCommand(), stateCommand("pause", "ask a feed no more until it is added again"), stateCommand("remove", "follow a feed no longer; what came from it stays")]) command.addCommand(part);
  return command.addHelpText("after", EXAMPLES);
}
