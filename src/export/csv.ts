import Papa from "papaparse";
import { COLUMNS, type Cell } from "./columns.ts";
import { wellFormed } from "./json-text.ts";
import type { Records } from "./record.ts";

// Excel takes a file for Latin-1 that does not begin with it.
const BYTE_ORDER_MARK = "\ufeff";

// RFC 4180 knows no control characters; a tab and the ends of lines are in the words of texts.
const CONTROLS = /[^\P{Cc}\t\r\n]/gu;

// Where a cell begins: at the start, or, for a program that cuts at semicolons, tabs or line ends whatever the quotes
// say (Excel does, where semicolons are the custom), behind one of these. Blanks, marks that nobody sees, and quotes do
// not count there.
const FORMULA = /(?<=^|[;\t\r\n])["'\p{Z}\p{Cf}]*(?=[-=+@\uff0d\uff1d\uff0b\uff20])/gu;
const LEADING_BLANK = /^'*(?=[\t\r\n])/;

/**
 * Text that no spreadsheet takes for a formula (OWASP, CSV injection): where a cell begins, an apostrophe stands before
 * `=`, `+`, `-`, `@` and their full-width forms, and before a leading tab or line end.
 *
 * @example guard("=1+1")        // "'=1+1"
 * @example guard("so; =1+1")    // "so; '=1+1"
 */
export const guard = (text: string): string => text.replace(FORMULA, "$&'").replace(LEADING_BLANK, "$&'");

const toCell = (value: Cell): Cell => (typeof value === "string" ? guard(wellFormed(value).replace(CONTROLS, "\ufffd")) : value);

const toRow = (cells: readonly Cell[]): string => `${Papa.unparse([[...cells]], { newline: "\r\n" })}\r\n`;

/** CSV by RFC 4180: UTF-8 with a byte order mark, CRLF, a head with the names of {@link COLUMNS}, one row a claim. */
export async function* csvChunks(records: Records): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + toRow(COLUMNS.map(([name]) => name));
  for await (const record of records) yield toRow(COLUMNS.map(([, cell]) => toCell(cell(record))));
}
