import { decode } from "./decode.ts";
import type { Metadata } from "./document.ts";
import type { Envelope } from "./envelope.ts";
import { LIMITS } from "./limits.ts";
import { makeFrom, type Made } from "./made.ts";
import { isRecord, metadataOf } from "./record.ts";

const FENCE = /^---[ \t]*(?:\r\n|\n)/;
const CLOSING_FENCE = /\n---[ \t]*(?:\r\n|\n|$)/;

/** Splits `---` front matter from the body; null where the text has none. */
function splitFrontMatter(text: string): { yaml: string; body: string } | null {
  const opening = FENCE.exec(text);
  if (opening === null) return null;
  // One back, so that the line end of the opening fence can also be the one before the closing fence.
  const start = opening[0].length - 1;
  const closing = CLOSING_FENCE.exec(text.slice(start, start + LIMITS.frontMatterCharacters));
  if (closing === null) return null;
  const yaml = text.slice(start, start + closing.index).replace(/\r(?=\n|$)/g, "");
  return { yaml, body: text.slice(start + closing.index + closing[0].length) };
}

/** YAML as a mapping of strings; null where it is none (two rules around some prose look like front matter too). */
async function parseYaml(yaml: string): Promise<Record<string, unknown> | null> {
  const { parse, YAMLError } = await import("yaml");
  try {
    // The failsafe schema keeps every scalar a string: `published: 2023-10-31` must not become a clock time.
    const value: unknown = parse(yaml, { schema: "failsafe", maxAliasCount: 0, logLevel: "error" });
    return isRecord(value) ? value : null;
  } catch (error) {
    if (error instanceof YAMLError || error instanceof ReferenceError || error instanceof RangeError) return null;
    throw error;
  }
}

const known = ({ date, published = date, ...rest }: Record<string, unknown>): Metadata => metadataOf({ ...rest, published });

/**
 * A Markdown file as it stands: no mark-up is touched. Front matter may give title, published (or date), outlet,
 * lang, author, url and id, and for a digest kind, summarises and via; it is no part of the document's text, so offsets of spans count from the first character
 * after the line of its closing `---`. Without front matter they count from the start of the file's decoded text.
 *
 * @throws IntakeError BAD_DATE, BAD_FIELD, EMPTY, TOO_LONG
 */
export async function documentOfMarkdown(bytes: Uint8Array, envelope: Envelope): Promise<Made> {
  const { text } = decode(bytes);
  const split = splitFrontMatter(text);
  const record = split === null ? null : await parseYaml(split.yaml);
  if (split === null || record === null) return makeFrom(text, bytes, envelope, { metadata: {} });
  return makeFrom(split.body, bytes, envelope, { metadata: known(record), publishedBy: "front matter" });
}
