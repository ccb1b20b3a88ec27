import { Command, Option } from "commander";
import { asKnownOption, withLedgerOption, withWriterOptions, type LedgerOptions } from "./ledger-options.ts";

export interface DefineOptions extends LedgerOptions {
  force: string;
  place: string;
  why?: string;
}

export interface ChangeOptions extends LedgerOptions {
  force?: string;
  place?: string;
  why?: string;
}

export interface ShowOptions extends LedgerOptions {
  format: "text" | "json";
  asOf?: string;
  asKnown?: string;
  color: boolean;
}

export interface ListOptions extends LedgerOptions {
  format: "text" | "json";
  asKnown?: string;
  color: boolean;
}

const DEFINE_EXAMPLES = `
Examples:
  $ muster situation define belarus --force Russia --place Belarus
  $ muster situation define wagner --force "Wagner Group" --place Belarus
`;

const SHOW_EXAMPLES = `
Examples:
  $ muster situation show belarus
  $ muster situation show belarus --as-of 2023-07-20
  $ muster situation show belarus --as-known 2023-07-14 --format json

--as-of takes the estimate up to a day, from all that is known now; --as-known goes back to what the ledger held at the end of
that day. The bands and what they cannot know: docs/estimate.md.
`;

const SUGGEST_EXAMPLES = `
Examples:
  $ muster situation suggest
`;

const format = (): Option => new Option("-f, --format <format>", "how to print it").choices(["text", "json"]).default("text");

const defineCommand = (): Command =>
  withWriterOptions(new Command("define"))
    .description("name a force in a place, to watch it")
    .argument("<name>", "a name of your own")
    .requiredOption("--force <name>", "whose force: a state, an alliance or mission, an armed group")
    .requiredOption("--place <name>", "where")
    .option("-w, --why <words>", "why, for those who come after you")
    .addHelpText("after", DEFINE_EXAMPLES)
    .action(async (name: string, options: DefineOptions) => (await import("./run-situation.ts")).runDefine(name, options));

const changeCommand = (): Command =>
  withWriterOptions(new Command("change"))
    .description("give a situation another force or place")
    .argument("<name>", "its name")
    .option("--force <name>", "whose force")
    .option("--place <name>", "where")
    .option("-w, --why <words>", "why, for those who come after you")
    .action(async (name: string, options: ChangeOptions) => (await import("./run-situation.ts")).runChange(name, options));

const listCommand = (): Command =>
  withLedgerOption(new Command("list"))
    .description("list the situations of the ledger")
    .addOption(format())
    .addOption(asKnownOption())
    .option("--no-color", "no colours (also: NO_COLOR=1)")
    .action(async (options: ListOptions) => (await import("./run-situation.ts")).runList(options));

const suggestCommand = (): Command =>
  withLedgerOption(new Command("suggest"))
    .description("what the claims of the ledger are most about, and has no name yet")
    .addOption(format())
    .addOption(asKnownOption())
    .option("--no-color", "no colours (also: NO_COLOR=1)")
    .addHelpText("after", SUGGEST_EXAMPLES)
    .action(async (options: ListOptions) => (await import("./run-situation.ts")).runSuggest(options));

const showCommand = (): Command =>
  withLedgerOption(new Command("show"))
    .description("what the statements on a situation add up to, day by day")
    .argument("<name>", "its name")
    .addOption(format())
    .option("--as-of <date>", "the estimate up to this day (YYYY-MM-DD)")
    .addOption(asKnownOption())
    .option("--no-color", "no colours (also: NO_COLOR=1)")
    .addHelpText("after", SHOW_EXAMPLES)
    .action(async (name: string, options: ShowOptions) => (await import("./run-situation.ts")).runShow(name, options));

/** `muster situation`: one force in one place, watched over time. */
export function situationCommand(): Command {
  const command = new Command("situation").description("define, list and show the situations of a ledger");
  for (const part of [defineCommand(), changeCommand(), listCommand(), suggestCommand(), showCommand()]) command.addCommand(part);
  return command.addHelpText("after", DEFINE_EXAMPLES);
}
