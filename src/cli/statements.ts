import { Command, Option } from "commander";
import { withWriterOptions, type LedgerOptions } from "./ledger-options.ts";

export type StatementsFormat = "text" | "json" | "jsonl";

export interface StatementsOptions extends LedgerOptions {
  format: StatementsFormat;
  decisions?: string;
  asKnown?: string;
  color: boolean;
}

export interface DecideOptions extends LedgerOptions {
  why?: string;
}

const EXAMPLES = `
Examples:
  $ muster read reports/*.html --format jsonl | muster statements
  $ muster statements claims.jsonl --format json
  $ muster statements claims.jsonl --decisions decisions.jsonl --format jsonl > stated.jsonl

Input is JSON Lines: what "muster read --format jsonl" prints, best with the document's "text" added; or a claim a line,
with "kind" and what else is known of it, and if possible "id", "document" (an id), "published" and "outlet"; or documents
as "muster read" takes them, which are then read. --format jsonl prints the claims, a line each, with the "statement" that
each belongs to.

With --ledger, the claims are those of a ledger, and the decisions those made with join and split, which are entries that can be undone:
  $ muster statements --ledger muster.db
  $ muster statements join 3f2a90c1 77b0d1e2 --why "both quote the press release"
  $ muster statements split 3f2a90c1 77b0d1e2

Decisions are JSON Lines: {"kind": "split", "claims": ["a1#0", "b7#2"]}, or "join". They outweigh every rule.
`;

const decideCommand = (kind: "join" | "split", description: string): Command =>
  withWriterOptions(new Command(kind))
    .description(description)
    .argument("<claim...>", "the first digits of their ids, two or more")
    .option("-w, --why <words>", "why, for those who come after you")
    .action(async (claims: string[], options: DecideOptions) => (await import("./run-decide.ts")).runDecide(kind, claims, options));

/** `muster statements`: claims in, and which of them are one statement repeated. */
export const statementsCommand = (): Command =>
  new Command("statements")
    .description("find out which claims are one statement repeated, and why")
    .argument("[file...]", "files of claims, or - for standard input (the default)")
    .addOption(new Option("-f, --format <format>", "how to print them").choices(["text", "json", "jsonl"]).default("text"))
    .option("-d, --decisions <file>", "what persons decided: claims to join and to split")
    .option("--ledger <place>", "take the claims of this ledger: a file, or a postgres:// address")
    .option("--as-known <date>", "with --ledger: as it was at the end of this day (YYYY-MM-DD, UTC)")
    .option("--no-color", "no colours (also: NO_COLOR=1)")
    .addCommand(decideCommand("join", "say that claims of the ledger are one statement"))
    .addCommand(decideCommand("split", "say that claims of the ledger are separate statements"))
    .addHelpText("after", EXAMPLES)
    .action(async (files: string[], options: StatementsOptions) => (await import("./run-statements.ts")).runStatements(files, options));
