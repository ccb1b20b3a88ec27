import type { Document } from "../claims/index.ts";
import { makeDocument, type Metadata } from "./document.ts";
import { IntakeError } from "./issue.ts";
import { DATE_REMEDY, parsePublished } from "./published.ts";

const TEXT_FIELDS = ["id", "title", "outlet", "url", "author"] as const;
const LANGUAGE_TAG = /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,8}$/;

const quoted = (value: unknown): string => {
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 40 ? `${json.slice(0, 39)}…` : json;
};

const typeOf = (value: unknown): string => (value === null ? "null" : Array.isArray(value) ? "a list" : `a ${typeof value}`);

/** A date of publication from outside; absent, null and "" are none. @throws IntakeError BAD_DATE */
export function publishedOf(value: unknown): string | null {
  if (value === undefined || value === null || value === "") return null;
  const date = typeof value === "string" ? parsePublished(value) : null;
  if (date === null) throw new IntakeError("BAD_DATE", `"published" is no date: ${quoted(value)}; ${DATE_REMEDY}`);
  return date;
}

/** A language tag (BCP 47, by shape) from outside; absent, null and "" are none. @throws IntakeError BAD_FIELD */
export function languageOf(value: unknown): string | null {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value !== "string" || !LANGUAGE_TAG.test(value)) {
    throw new IntakeError("BAD_FIELD", `"lang" is no language tag: ${quoted(value)}; write it as "en" or "en-GB"`);
  }
  return value;
}

function textOf(record: Record<string, unknown>, field: string): string | undefined {
  const value = record[field];
  if (value === undefined || value === null) return undefined;
  if (typeof value === "string") return value;
  throw new IntakeError("BAD_FIELD", `"${field}" must be a string or null, not ${typeOf(value)}; mend it`);
}

/**
 * What a record says of itself as a digest: `kind: digest` with `summarises` and `via`. Another `kind` is passed over, as
 * every unknown field is (site generators write `kind: page`), but not beside `summarises`: a slip of the pen there would
 * show a desk's words as the outlet's.
 */
function digestOf(record: Record<string, unknown>): Pick<Metadata, "kind" | "summarises" | "via"> {
  const [kind, summarises, via] = [record["kind"], textOf(record, "summarises"), record["via"]];
  if (kind !== "digest") {
    if (summarises === undefined) return {};
    throw new IntakeError("BAD_FIELD", `"summarises" belongs to a digest, and "kind" is ${quoted(kind ?? null)}; write kind: digest`);
  }
  if (summarises === undefined || !isWebAddress(summarises)) throw new IntakeError("BAD_FIELD", `a digest names what it retells; give "summarises" the report's address (https://…)`);
  if (typeof via !== "string" || via.trim() === "") throw new IntakeError("BAD_FIELD", `a digest names whose report it retells; give "via" the outlet's name`);
  return { kind, summarises, via: via.trim() };
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** The fields that a record may give beside the text; unknown ones are ignored. @throws IntakeError BAD_FIELD, BAD_DATE */
export function metadataOf(record: Record<string, unknown>): Metadata {
  const metadata: Metadata = { published: publishedOf(record["published"]), lang: languageOf(record["lang"]), ...digestOf(record) };
  for (const field of TEXT_FIELDS) {
    const value = textOf(record, field);
    if (value !== undefined) metadata[field] = value;
  }
  return metadata;
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * A document out of `{id, text, published?, lang?, title?, outlet?, url?, author?}`, for a digest
 * with `kind: "digest"`, `summarises` and `via`. Its SHA-256 is that of its text
 * (as UTF-8): the line around it is only the envelope. Without an id it takes the beginning of that hash.
 *
 * @throws IntakeError BAD_FIELD, BAD_DATE, EMPTY, TOO_LONG
 */
export function documentOf(value: unknown): Document {
  if (!isRecord(value)) throw new IntakeError("BAD_FIELD", `is ${typeOf(value)}, not a document; write {"id": ..., "text": ...} on each line`);
  const text = value["text"];
  if (typeof text !== "string") {
    const found = text === undefined ? "is missing" : `must be a string, not ${typeOf(text)}`;
    throw new IntakeError("BAD_FIELD", `"text" ${found}; give the document's text`);
  }
  return makeDocument(text, text, metadataOf(value));
}
