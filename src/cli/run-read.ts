import type { Reading } from "../reader/reading.ts";
import { checkDocumentOptions, IssueReporter, readAll } from "./documents.ts";
import { write } from "./output.ts";
import { plural } from "../app/plural.ts";
import type { ReadFormat, ReadOptions } from "./read.ts";
import { toRecord } from "./records.ts";
import { formatTable } from "./table.ts";
import { lookOfTerminal, Progress } from "./terminal.ts";

/** A way to print readings one after the other, so that the first appears before the last is read. */
interface Printer {
  each: (reading: Reading, name: string, index: number) => string;
  end: (totals: Totals) => string;
}

interface Totals {
  documents: number;
  claims: number;
  unread: number;
}

function summary({ documents, claims, unread }: Totals): string {
  const rest = unread === 0 ? "" : `; ${unread} could not be read`;
  return `${plural(claims, "claim")} in ${plural(documents, "document")}${rest}\n`;
}

const indent = (json: string): string => json.replaceAll("\n", "\n  ");

function printerOf(format: ReadFormat, options: ReadOptions): Printer {
  const layers = options.layers === true;
  if (format === "jsonl") return { each: (reading) => `${JSON.stringify(toRecord(reading, layers))}\n`, end: () => "" };
  if (format === "json") {
    return {
      each: (reading, _, index) => `${index === 0 ? "[" : ","}\n  ${indent(JSON.stringify(toRecord(reading, layers), null, 2))}`,
      end: ({ documents }) => (documents === 0 ? "[]\n" : "\n]\n"),
    };
  }
  const look = lookOfTerminal(options.color);
  return {
    each: (reading, name) => `${formatTable(reading, name, look)}\n`,
    end: (totals) => look.colors.dim(summary(totals)),
  };
}

/** Reads the inputs in order and prints each document's claims as soon as it is read. @throws UsageError */
export async function runRead(inputs: readonly string[], options: ReadOptions): Promise<void> {
  const documentOptions = checkDocumentOptions(options);
  const printer = printerOf(options.format, options);
  const issues = new IssueReporter();
  const progress = new Progress();
  const totals: Totals = { documents: 0, claims: 0, unread: 0 };
  for await (const { reading, name } of readAll(inputs, documentOptions, issues)) {
    progress.step();
    await write(printer.each(reading, name, totals.documents));
    totals.documents++;
    totals.claims += reading.claims.length;
  }
  progress.finish();
  await write(printer.end({ ...totals, unread: issues.total }));
}
