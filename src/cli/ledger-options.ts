import { Option, type Command } from "commander";

// Apart from with-ledger.ts, so that --help loads no ledger.

export interface LedgerOptions {
  ledger?: string;
  actor?: string;
}

/** The options of every command on a ledger. */
export const withLedgerOption = (command: Command): Command =>
  command.option("--ledger <place>", "a file, or a postgres:// address (also: MUSTER_LEDGER; default: ./muster.db)");

/** And of every command that writes to one. */
export const withWriterOptions = (command: Command): Command =>
  withLedgerOption(command).option("--actor <name>", "who does this (also: MUSTER_ACTOR; default: your name on this machine)");

/** Of every view: back to what was known on a day. */
export const asKnownOption = (): Option => new Option("--as-known <date>", "as the ledger was at the end of this day (YYYY-MM-DD, UTC)");
