import { Command, Option } from "commander";
import { withLedgerOption, type LedgerOptions } from "./with-ledger.ts";

export const EXPORT_FORMATS = ["bundle"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportOptions extends LedgerOptions {
  format: ExportFormat;
  public?: boolean;
  asKnown?: string;
}

const EXAMPLES = `
Examples:
  $ muster export --format bundle > bundle.jsonl
  $ muster export --format bundle --public > for-readers.jsonl

A bundle holds the whole ledger, signed: entries, bytes and proofs. Anyone who has your key's fingerprint can check it with
"muster verify --bundle". --public names no actor, gives no reasons, and carries quotations instead of documents.
`;

/** `muster export`: what is in the ledger, for others. */
export const exportCommand = (): Command =>
  withLedgerOption(new Command("export"))
    .description("write the ledger out, for other programs and other people")
    .addOption(new Option("-f, --format <format>", "what to write").choices(EXPORT_FORMATS).makeOptionMandatory())
    .option("--public", "for a bundle: nobody's name, and quotations instead of documents")
    .addHelpText("after", EXAMPLES)
    .action(async (options: ExportOptions) => (await import("./run-export.ts")).runExport(options));
