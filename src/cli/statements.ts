import { Command, Option } from "commander";

export type StatementsFormat = "text" | "json" | "jsonl";

export interface StatementsOptions {
  format: StatementsFormat;
  decisions?: string;
  color: boolean;
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

Decisions are JSON Lines: {"kind": "split", "claims": ["a1#0", "b7#2"]}, or "join". They outweigh every rule.
`;

/** `muster statements`: claims in, and which of them are one statement repeated. */
export const statementsCommand = (): Command =>
  new Command("statements")
    .description("find out which claims are one statement repeated, and why")
    .argument("[file...]", "files of claims, or - for standard input (the default)")
    .addOption(new Option("-f, --format <format>", "how to print them").choices(["text", "json", "jsonl"]).default("text"))
    .option("-d, --decisions <file>", "what persons decided: claims to join and to split")
    .option("--no-color", "no colours (also: NO_COLOR=1)")
    .addHelpText("after", EXAMPLES)
    .action(async (files: string[], options: StatementsOptions) => (await import("./run-statements.ts")).runStatements(files, options));
