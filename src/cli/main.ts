import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { estimateCommand } from "./estimate.ts";
import { evalCommand } from "./eval.ts";
import { complain, complainInternally, EXIT, UsageError } from "./exit.ts";
import { explainCommand } from "./explain.ts";
import { endQuietlyOnClosedPipe } from "./output.ts";
import { readCommand } from "./read.ts";

// Everything heavy is behind the commands' own dynamic imports, so that --help answers at once.

const EXAMPLES = `
Examples:
  $ muster read report.txt                       the claims in a report, as a table
  $ muster read *.html --format jsonl > out.jsonl  one line of JSON a document
  $ muster explain report.txt --claim 2          why each field of a claim is what it is
  $ muster estimate --format text < out.jsonl    what the claims add up to, day by day

Exit codes: 0 good, 1 a check failed, 2 bad usage or an input that could not be read.
`;

function version(): string {
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { version: string };
  return version;
}

/** commander's own messages, in one line and with what to do. */
function usageMessage(error: CommanderError, command: string): string {
  // A suggestion comes in brackets on a line of its own: "\n(Did you mean read?)".
  const message = error.message.replace(/^error: /, "").replace("\n(Did", ". Did").replace(/\?\)$/, "?").replaceAll("\n", " ").replace(/\.$/, "");
  return `${message}${message.endsWith("?") ? "" : ";"} see: ${command} --help`;
}

function createProgram(): Command {
  const program = new Command("muster")
    .description("Reads news reports on the presence of armed forces and keeps every claim with the exact words that carry it.")
    .version(version(), "-V, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "print the help of a command")
    .addHelpText("after", EXAMPLES)
    .showSuggestionAfterError(true);
  for (const command of [readCommand(), explainCommand(), estimateCommand(), evalCommand()]) program.addCommand(command);
  for (const command of [program, ...program.commands]) {
    // Thrown errors are worded in `main`, once.
    command.exitOverride().configureOutput({ outputError: () => {} });
  }
  return program;
}

/** Which command's help would have told. */
const helpOf = (argv: readonly string[], program: Command): string => {
  const name = argv.slice(2).find((arg) => program.commands.some((command) => command.name() === arg));
  return name === undefined ? "muster" : `muster ${name}`;
};

/**
 * The command line.
 *
 * @param argv  as in `process.argv`: the program's own two words first
 */
export async function main(argv: readonly string[]): Promise<void> {
  endQuietlyOnClosedPipe();
  const program = createProgram();
  try {
    if (argv.length <= 2) throw new UsageError("give a command: read, explain, estimate or eval; see: muster --help");
    await program.parseAsync([...argv]);
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and version end this way too, with code 0.
      if (error.exitCode !== EXIT.good) complain(usageMessage(error, helpOf(argv, program)));
    } else if (error instanceof UsageError) {
      complain(error.message);
    } else {
      complainInternally(error, `running ${helpOf(argv, program)}`);
    }
  }
}
