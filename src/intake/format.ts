import { extname } from "node:path";
import { encodingOfMark } from "./decode.ts";
import { LIMITS } from "./limits.ts";

export type Format = "text" | "markdown" | "json-lines" | "html";

const BY_EXTENSION: Readonly<Record<string, Format>> = {
  ".txt": "text", ".text": "text",
  ".md": "markdown", ".markdown": "markdown",
  ".jsonl": "json-lines", ".ndjson": "json-lines", ".json": "json-lines",
  ".html": "html", ".htm": "html", ".xhtml": "html",
};

/** The format that a file's name tells, or null: then its beginning does. */
export const formatOfName = (name: string): Format | null => BY_EXTENSION[extname(name).toLowerCase()] ?? null;

const PAGE = /^(?:<\?xml[^>]{0,200}>\s{0,99})?(?:<!--[^>]{0,500}-->\s{0,99})?<(?:!doctype\s+html|html|head|body)\b/i;

const beginning = (head: Uint8Array): string => new TextDecoder(encodingOfMark(head) ?? "latin1").decode(head).trimStart();

/** Whether enough of a stream was seen to tell its format. */
export const canSniff = (head: Uint8Array): boolean => head.byteLength >= LIMITS.sniffBytes || beginning(head).length >= 1_000;

/** JSON Lines begin with a brace, pages with their doctype or first element; everything else is text. */
export function sniffFormat(head: Uint8Array): Format {
  const start = beginning(head.subarray(0, LIMITS.sniffBytes));
  if (start.startsWith("{")) return "json-lines";
  return PAGE.test(start) ? "html" : "text";
}
