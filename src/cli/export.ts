import { Command, Option } from "commander";
import type { ExportFormat as ClaimsFormat } from "../export/formats.ts";
import { withLedgerOption, type LedgerOptions } from "./ledger-options.ts";

export type ExportFormat = ClaimsFormat | "bundle";

export interface ExportOptions extends LedgerOptions {
  format: ExportFormat;
  public?: boolean;
  asKnown?: string;
}

const FORMATS: readonly ExportFormat[] = ["jsonl", "csv", "geojson", "stix", "claimreview", "bundle"];

const EXAMPLES = `
Examples:
  $ muster export --format csv > claims.csv
  $ muster export --format jsonl --as-known 2023-07-14
  $ muster export --format bundle > bundle.jsonl
  $ muster export --format bundle --public > for-readers.jsonl

All but the bundle write the claims that count, as they stand after review (docs/export.md). A bundle holds the whole ledger, signed:
entries, bytes and proofs; whoever has your key's fingerprint can check it with "muster verify --bundle". --public names no actor
and gives no reasons, and carries quotations instead of documents.
`;

/** `muster export`: what is in the ledger, for others. */
export const exportCommand = (): Command =>
  withLedgerOption(new Command("export"))
    .description("write the ledger out, for other programs and other people")
    .addOption(new Option("-f, --format <format>", "what to write").choices(FORMATS).makeOptionMandatory())
    .option("--public", "for strangers' eyes: quotations instead of documents, and nobody's name who worked on it")
    .option("--as-known <date>", "the claims as they were known at the end of this day (YYYY-MM-DD, UTC); not for a bundle")
    .addHelpText("after", EXAMPLES)
    .action(async (options: ExportOptions) => (await import("./run-export.ts")).runExport(options));
