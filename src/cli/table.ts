import { outletText, type Claim, type Document } from "../claims/index.ts";
import type { Reading } from "../reader/reading.ts";
import { COLUMNS } from "./cells.ts";
import { layRow, shareWidth, wrap } from "./columns.ts";
import { safe, shorten } from "./safe-text.ts";
import type { Look } from "./terminal.ts";

/** Characters of evidence that are shown; JSON has all of it. */
const MAX_WORDS = 600;
const MAX_CELL = 160;

function heading(document: Document, name: string): string {
  const title = document.title === null ? name : shorten(safe(document.title), 200);
  const facts = [outletText(document), document.published].filter((fact) => fact !== null).map((fact) => shorten(safe(fact), 100));
  return facts.length === 0 ? title : `${title} (${facts.join(", ")})`;
}

function block(claim: Claim, number: string, widths: readonly number[], look: Look): string[] {
  const margin = " ".repeat(number.length + 2);
  const rows = layRow(COLUMNS.map(({ cell }) => shorten(safe(cell(claim)), MAX_CELL)), widths);
  const words = wrap(`“${shorten(safe(claim.evidence.text), MAX_WORDS)}”`, look.width - margin.length);
  return [
    ...rows.map((row, i) => `${i === 0 ? `${look.colors.dim(number)}  ` : margin}${row}`.trimEnd()),
    ...words.map((line) => margin + look.colors.cyan(line)),
  ];
}

/**
 * The claims of one document as plain text that survives being pasted into a mail: a heading, the columns, and under
 * each claim the words that carry it. Every line fits `look.width`.
 *
 * @param name    what the input is called where the document has no title
 * @param labels  what stands before each claim; by default they are numbered from 1
 */
export function formatTable({ document, claims }: Pick<Reading, "document" | "claims">, name: string, look: Look, labels = claims.map((_, i) => String(i + 1))): string {
  const shown = safe(name);
  if (claims.length === 0) return `no claims in ${shown}\n`;
  const digits = Math.max(...labels.map((label) => label.length));
  const widths = shareWidth(look.width - digits - 2, COLUMNS);
  const head = layRow(COLUMNS.map((column) => column.head), widths).map((row) => `${" ".repeat(digits + 2)}${row}`.trimEnd());
  const blocks = claims.map((claim, i) => block(claim, (labels[i] ?? "").padStart(digits), widths, look).join("\n"));
  const title = wrap(heading(document, shown), look.width);
  return `${[...title.map(look.colors.bold), "", ...head.map(look.colors.dim), ...blocks].join("\n")}\n`;
}
