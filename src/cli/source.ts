import { Argument, Command } from "commander";
import { asKnownOption, withLedgerOption, withWriterOptions, type LedgerOptions } from "./ledger-options.ts";

export interface SourceOptions extends LedgerOptions {
  why?: string;
}

export interface ListSourcesOptions extends LedgerOptions {
  asKnown?: string;
}

const EXAMPLES = `
Examples:
  $ muster source list
  $ muster source grade "Belarusian Hajun" B --why "confirmed by pictures in most cases"
  $ muster source leaning "Ministry of Defence of Belarus" understates
  $ muster source alias "Hajun" "Belarusian Hajun"

A grade is a reliability on the Admiralty scale: A completely reliable, B usually, C fairly, D not usually, E unreliable, F cannot be
judged. A leaning is what muster situation show makes of a source's numbers: docs/estimate.md.
`;

/** Reliability on the Admiralty scale (STANAG 2511). */
export const GRADES = ["A", "B", "C", "D", "E", "F"] as const;
/** See LEANINGS in claims/; written out here, so that --help loads no schema. */
export const LEANING_NAMES = ["neutral", "intelligence", "media", "overstates", "understates", "unknown"] as const;

const writer = (name: string, description: string): Command =>
  withWriterOptions(new Command(name)).description(description).argument("<source>", "a person's, organisation's or outlet's name, as the claims give it").option("-w, --why <words>", "why, for those who come after you");

const gradeCommand = (): Command =>
  writer("grade", "say how reliable a source is")
    .addArgument(new Argument("<reliability>", "A to F").choices(GRADES))
    .action(async (source: string, reliability: (typeof GRADES)[number], options: SourceOptions) =>
      (await import("./run-source.ts")).runRecord("source graded", { source, reliability }, options));

const leaningCommand = (): Command =>
  writer("leaning", "say which way a source's numbers tend to lean")
    .addArgument(new Argument("<leaning>", "which way").choices(LEANING_NAMES))
    .action(async (source: string, leaning: (typeof LEANING_NAMES)[number], options: SourceOptions) =>
      (await import("./run-source.ts")).runRecord("source leaning set", { source, leaning }, options));

const aliasCommand = (): Command =>
  writer("alias", "say that a name is another name of a source")
    .argument("<name>", "the name it is known by")
    .action(async (source: string, alias: string, options: SourceOptions) => (await import("./run-source.ts")).runRecord("source aliased", { source, alias }, options));

const listCommand = (): Command =>
  withLedgerOption(new Command("list"))
    .description("list the sources that the desk has said something of")
    .addOption(asKnownOption())
    .action(async (options: ListSourcesOptions) => (await import("./run-source.ts")).runSources(options));

/** `muster source`: what a desk thinks of sources. */
export function sourceCommand(): Command {
  const command = new Command("source").description("grade sources, say how they lean and what else they are called");
  for (const part of [listCommand(), gradeCommand(), leaningCommand(), aliasCommand()]) command.addCommand(part);
  return command.addHelpText("after", EXAMPLES);
}
