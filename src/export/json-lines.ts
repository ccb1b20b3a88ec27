import { CLAIM_FIELDS } from "../claims/index.ts";
import type { ExportRecord, Records } from "./record.ts";

// Given to JSON.stringify, the names decide what is written, at every depth, and in what order: claims that were
// kept with their fields in another order give the same line.
const NAMES = [
  "id", "review", "document", "sha256", "title", "outlet", "author", "url", "published", "lang",
  "claim", ...CLAIM_FIELDS, "low", "high", "point", "modifier", "unit", "words", "person", "role", "organisation",
  "reader", "spans", "rule", "span", "status", "text", "start", "end",
];

// Some readers of lines end one here, though JSON does not.
const LINE_ENDS = /[\u0085\u2028\u2029]/g;
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;

function toLine({ id, review, document, claim }: ExportRecord): string {
  const { sha256, id: documentId, title, outlet, author, url, published, lang } = document;
  // Named one by one: whoever hands over a whole document must not publish its text.
  const reference = { id: documentId, sha256, title, outlet, author, url, published, lang };
  return JSON.stringify({ id, review, document: reference, claim }, NAMES).replace(LINE_ENDS, escaped);
}

/** JSON Lines: one line a claim with all its fields, nothing lost. */
export async function* jsonLinesChunks(records: Records): AsyncGenerator<string> {
  for await (const record of records) yield `${toLine(record)}\n`;
}
