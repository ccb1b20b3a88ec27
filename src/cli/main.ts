import { Command, CommanderError } from "commander";
import { LedgerError } from "../ledger/error.ts";
import { addCommand } from "./add.ts";
import { briefCommand } from "./brief.ts";
import { estimateCommand } from "./estimate.ts";
import { evalCommand } from "./eval.ts";
import { changesCommand } from "./changes.ts";
import { complain, complainInternally, EXIT, UsageError } from "./exit.ts";
import { explainCommand } from "./explain.ts";
import { exportCommand } from "./export.ts";
import { feedCommand } from "./feed.ts";
import { ledgerCommand } from "./ledger.ts";
import { endQuietlyOnClosedPipe } from "./output.ts";
import { readCommand } from "./read.ts";
import { reviewCommand } from "./review.ts";
import { serveCommand } from "./serve.ts";
import { situationCommand } from "./situation.ts";
import { sourceCommand } from "./source.ts";
import { statementsCommand } from "./statements.ts";
import { verifyCommand } from "./verify.ts";
import { versionOf } from "./version.ts";
import { watchCommand } from "./watch.ts";

// Everything heavy is behind the commands' own dynamic imports, so that --help answers at once.

const EXAMPLES = `
Examples:
  $ muster read report.txt                       the claims in a report, as a table
  $ muster read *.html --format jsonl > out.jsonl  one line of JSON a document
  $ muster explain report.txt --claim 2          why each field of a claim is what it is
  $ muster statements out.jsonl                  which claims are one statement repeated, and why
  $ muster estimate --format text < out.jsonl    what the claims add up to, day by day
  $ muster add *.html                            keep reports and their claims in the ledger ./muster.db
  $ muster review 3f2a90c1 reject --why "a typo"  say what you make of a claim
  $ muster situation show belarus                what is kept of a force in a place, put together
  $ muster serve                                 the desk, in a browser
  $ muster brief belarus                         what is known, in words that open to their sources
  $ muster changes belarus                       what is new since the last time
  $ muster verify                                prove that nothing in the ledger was altered

Exit codes: 0 good, 1 a check failed, 2 bad usage or an input that could not be read.
`;

/** commander's own messages, in one line and with what to do. */
function usageMessage(error: CommanderError, command: string): string {
  // A suggestion comes in brackets on a line of its own: "\n(Did you mean read?)".
  const message = error.message.replace(/^error: /, "").replace("\n(Did", ". Did").replace(/\?\)$/, "?").replaceAll("\n", " ").replace(/\.$/, "");
  return `${message}${message.endsWith("?") ? "" : ";"} see: ${command} --help`;
}

function createProgram(): Command {
  const program = new Command("muster")
    .description("Reads news reports on the presence of armed forces and keeps every claim with the exact words that carry it.")
    // What stands behind a command's name is that command's own.
    .enablePositionalOptions()
    .version(versionOf(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .addHelpText("after", EXAMPLES)
    .showSuggestionAfterError(true);
  const commands = [
    readCommand(), explainCommand(), statementsCommand(), estimateCommand(), addCommand(), feedCommand(),
    watchCommand(), reviewCommand(), ledgerCommand(), verifyCommand(), exportCommand(), situationCommand(),
    briefCommand(), changesCommand(), sourceCommand(), serveCommand(), evalCommand(),
  ];
  for (const command of commands) program.addCommand(command);
  for (const command of [program, ...commands, ...commands.flatMap(({ commands: nested }) => nested)]) {
    // Thrown errors are worded in `main`, once.
    command.exitOverride().configureOutput({ outputError: () => {} });
  }
  return program;
}

/** Which command's help would have told. */
function helpOf(argv: readonly string[], program: Command): string {
  const names: string[] = ["muster"];
  let level: Command | undefined = program;
  for (const word of argv.slice(2)) {
    const next: Command | undefined = level.commands.find((command) => command.name() === word);
    if (next === undefined) continue;
    names.push(word);
    level = next;
  }
  return names.join(" ");
}

/**
 * The command line.
 *
 * @param argv  as in `process.argv`: the program's own two words first
 */
export async function main(argv: readonly string[]): Promise<void> {
  endQuietlyOnClosedPipe();
  const program = createProgram();
  try {
    if (argv.length <= 2) throw new UsageError("give a command, such as read or add; see: muster --help");
    await program.parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and version end this way too, with code 0.
      if (error.exitCode !== EXIT.good) complain(usageMessage(error, helpOf(argv, program)));
    } else if (error instanceof UsageError || error instanceof LedgerError) {
      complain(error.message);
    } else {
      complainInternally(error, `running ${helpOf(argv, program)}`);
    }
  }
}
