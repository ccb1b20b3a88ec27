import { Command, InvalidArgumentError, Option } from "commander";
import { asKnownOption, withLedgerOption, withWriterOptions, type LedgerOptions } from "./ledger-options.ts";
import { wholeNumber } from "./options.ts";

export interface LogOptions extends LedgerOptions {
  format: "text" | "jsonl";
  claim?: string;
  document?: string;
  asKnown?: string;
  last?: number;
}

export interface WhyOptions extends LedgerOptions {
  why?: string;
}

export interface NoteOptions extends LedgerOptions {
  about?: string;
}

export interface RebuildOptions extends LedgerOptions {
  check?: boolean;
}

export interface CheckpointOptions extends LedgerOptions {
  tsa?: string;
}

const LOG_EXAMPLES = `
Examples:
  $ muster ledger log --last 20
  $ muster ledger log --claim 3f2a90c1
  $ muster ledger log --as-known 2023-07-14 --format jsonl
`;

const UNDO_EXAMPLES = `
Examples:
  $ muster ledger undo 17
  $ muster ledger undo 12-40 43 --why "added to the wrong ledger"

An undo is an entry too, and undoing it brings back what it took. What was erased cannot be had back.
`;

const NOTE_EXAMPLES = `
Examples:
  $ muster ledger note "Asked the ministry about these figures on 3 November."
  $ muster ledger note "Its author confirms this by telephone." --about 3f2a90c1

--about takes the first digits of a claim's id or of a document's SHA-256. muster ledger log shows notes with what they are about.
`;

const REBUILD_EXAMPLES = `
Examples:
  $ muster ledger rebuild
  $ muster ledger rebuild --check

muster verify proves the entries and the documents. What lists and exports show is derived from them, document by document, and this
makes it anew.
`;

const REREAD_EXAMPLES = `
Examples:
  $ muster ledger reread --why "reader 0.2.0"

Documents from which the same claims are read get no entry.
`;

const CHECKPOINT_EXAMPLES = `
Examples:
  $ muster ledger checkpoint > head-2023-11-02.txt
  $ muster verify --checkpoint head-2023-11-02.txt
  $ muster ledger checkpoint --tsa https://freetsa.org/tsr

Keep it elsewhere, or give it to someone: it proves later that nothing before it was changed. --tsa has an authority (RFC 3161) sign
the time as well, and keeps its answer in the ledger.
`;

const WITHDRAW_EXAMPLES = `
Examples:
  $ muster ledger withdraw 1a2b3c4d --why "the outlet has taken it down"

The document stays, and its claims no longer count. Undo the entry to take it back.
`;

const ERASE_EXAMPLES = `
Examples:
  $ muster ledger erase 1a2b3c4d --why "names a source who is in danger"

Bytes, text, claims and notes about them go for good; the document's hash, the reason and your name stay. A copy of the ledger that somebody has keeps
them. On PostgreSQL, have the administrator run VACUUM on bodies and blobs afterwards.
`;

const MOST_ENTRIES = 1_000_000;

/** `12` or `12-40`, gathered. */
function entryNumbers(text: string, gathered: number[] = []): number[] {
  const match = /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(text);
  const [from, to] = [Number(match?.[1] ?? NaN), Number(match?.[2] ?? match?.[1] ?? NaN)];
  if (!(from >= 1 && from <= to)) throw new InvalidArgumentError("Give entries as 12 or 12-40.");
  if (gathered.length + to - from >= MOST_ENTRIES) throw new InvalidArgumentError(`Give at most ${MOST_ENTRIES} entries.`);
  return [...gathered, ...Array.from({ length: to - from + 1 }, (_, i) => from + i)];
}

const logCommand = (): Command =>
  withLedgerOption(new Command("log"))
    .description("list the entries: when, who, what and why")
    .addOption(new Option("-f, --format <format>", "how to print them").choices(["text", "jsonl"]).default("text"))
    .option("--claim <id>", "only what is about this claim")
    .option("--document <sha256>", "only what is about this document")
    .addOption(asKnownOption())
    .option("--last <n>", "only the last n entries", wholeNumber(1))
    .addHelpText("after", LOG_EXAMPLES)
    .action(async (options: LogOptions) => (await import("./run-log.ts")).runLog(options));

const undoCommand = (): Command =>
  withWriterOptions(new Command("undo"))
    .description("take entries back, by another entry")
    .argument("<entry...>", "their numbers: 12, or 12-40", entryNumbers)
    .option("-w, --why <words>", "why, for those who come after you")
    .addHelpText("after", UNDO_EXAMPLES)
    .action(async (entries: number[], options: WhyOptions) => (await import("./run-ledger.ts")).runUndo(entries, options));

const noteCommand = (): Command =>
  withWriterOptions(new Command("note"))
    .description("write down something that is neither a claim nor a judgement")
    .argument("<text>", "your words")
    .option("--about <id>", "the claim or document that it is about")
    .addHelpText("after", NOTE_EXAMPLES)
    .action(async (text: string, options: NoteOptions) => (await import("./run-ledger.ts")).runNote(text, options));

const rebuildCommand = (): Command =>
  withLedgerOption(new Command("rebuild"))
    .description("remake from the entries all that is derived from them")
    .option("--check", "change nothing, and only say whether all of it is as the entries say (exit code 1 if not)")
    .addHelpText("after", REBUILD_EXAMPLES)
    .action(async (options: RebuildOptions) => (await import("./run-ledger.ts")).runRebuild(options));

const rereadCommand = (): Command =>
  withWriterOptions(new Command("reread"))
    .description("read all documents anew with this reader; reviews stay with the claims that both readings found")
    .option("-w, --why <words>", "why, for those who come after you")
    .addHelpText("after", REREAD_EXAMPLES)
    .action(async (options: WhyOptions) => (await import("./run-reread.ts")).runReread(options));

const checkpointCommand = (): Command =>
  withLedgerOption(new Command("checkpoint"))
    .description("sign the head of the ledger and print it, to be kept elsewhere")
    .option("--tsa <url>", "have the time signed as well, by this time-stamping authority")
    .addHelpText("after", CHECKPOINT_EXAMPLES)
    .action(async (options: CheckpointOptions) => (await import("./run-ledger.ts")).runCheckpoint(options));

const withdrawCommand = (): Command =>
  withWriterOptions(new Command("withdraw"))
    .description("take a document back, so that its claims no longer count")
    .argument("<document>", "the first digits of its SHA-256")
    .requiredOption("-w, --why <words>", "why")
    .addHelpText("after", WITHDRAW_EXAMPLES)
    .action(async (document: string, options: WhyOptions & { why: string }) => (await import("./run-ledger.ts")).runWithdraw(document, options));

const eraseCommand = (): Command =>
  withWriterOptions(new Command("erase"))
    .description("erase a document's bytes, text and claims for good")
    .argument("<document>", "the first digits of its SHA-256")
    .requiredOption("-w, --why <words>", "why")
    .addHelpText("after", ERASE_EXAMPLES)
    .action(async (document: string, options: WhyOptions & { why: string }) => (await import("./run-ledger.ts")).runErase(document, options));

/** `muster ledger`: what concerns the ledger as a whole. */
export function ledgerCommand(): Command {
  const command = new Command("ledger").description("look at the ledger, take entries back, note, read anew, remake, sign, withdraw, erase");
  for (const part of [logCommand(), undoCommand(), noteCommand(), rereadCommand(), rebuildCommand(), checkpointCommand(), withdrawCommand(), eraseCommand()]) command.addCommand(part);
  return command.addHelpText("after", LOG_EXAMPLES);
}
