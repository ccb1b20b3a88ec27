import { tooLarge } from "./chunks.ts";
import { decode } from "./decode.ts";
import { knownItem, placeIn, type Envelope, type IntakeContext } from "./envelope.ts";
import { sha256 } from "./document.ts";
import { insideOfGzip, sniffFormat, type Format } from "./format.ts";
import { IntakeError, type TakenItem } from "./issue.ts";
import { lazy } from "./lazy.ts";
import { LIMITS } from "./limits.ts";
import { makeFrom, type Made } from "./made.ts";

type Reader = (bytes: Uint8Array, envelope: Envelope, context: IntakeContext) => Promise<Made>;

const plainText: Reader = async (bytes, envelope) => makeFrom(decode(bytes, envelope.encoding).text, bytes, envelope, { metadata: {} });

/** Formats that hold one document. Each is loaded with the libraries that it needs when the first of its kind is met. */
const READERS: Partial<Record<Format, () => Promise<Reader>>> = {
  text: lazy(async () => plainText),
  markdown: lazy(async () => (await import("./markdown.ts")).documentOfMarkdown),
  html: lazy(async () => (await import("./html.ts")).documentOfPage),
  pdf: lazy(async () => (await import("./formats/pdf.ts")).documentOfPdf),
  docx: lazy(async () => (await import("./formats/docx.ts")).documentOfDocx),
  zip: lazy(async () => (await import("./formats/docx.ts")).documentOfDocx),
  mail: lazy(async () => (await import("./formats/mail.ts")).documentOfMail),
};

/** What is found where one document should be, and what to do about it. */
const REMEDIES: Partial<Record<Format, string>> = {
  feed: "is a feed; give it as a source of its own",
  opml: "is a list of feeds; give it as a source of its own",
  warc: "is a web archive; save it as a file and give that",
  gzip: "is packed by gzip; unpack it",
  zstd: "is packed by zstd; unpack it",
  mbox: "is a mailbox; save it as a file and give that",
  telegram: "is a Telegram export; save it as a file and give that",
  "json-lines": "is JSON; give it as a file of its own",
};

/** One document out of bytes, in whatever format they are; null where it is a container of documents. */
export function readerOf(format: Format): (() => Promise<Reader>) | null {
  return READERS[format] ?? null;
}

/**
 * The item for the bytes of one document, or of what should be one.
 *
 * @throws IntakeError for what cannot be taken in
 */
export async function itemOfBytes(format: Format, bytes: Uint8Array, envelope: Envelope, context: IntakeContext): Promise<TakenItem> {
  if (bytes.byteLength === 0) throw new IntakeError("EMPTY", "is empty; give a text with words in it");
  if (bytes.byteLength > LIMITS.fileBytes) throw tooLarge(bytes.byteLength, LIMITS.fileBytes);
  const known = await knownItem(bytes, envelope, context);
  if (known !== null) return known;
  const reader = readerOf(format);
  if (reader === null) throw new IntakeError("UNKNOWN_FORMAT", REMEDIES[format] ?? "is in a format that is not read");
  const made = await (await reader())(bytes, envelope, context);
  if (made === "stopped") return { kind: "stopped", ...placeIn(envelope), sha256: sha256(bytes), url: envelope.metadata.url ?? null };
  return { kind: "document", ...placeIn(envelope), document: made.document, bytes, provenance: made.provenance };
}

/** What bytes are that came with an address and perhaps a name for their format. */
export function formatOfBytes(bytes: Uint8Array, hint: Format | null): Format {
  const format = sniffFormat(bytes.subarray(0, LIMITS.sniffBytes), hint);
  return format === "gzip" && sniffFormat(insideOfGzip(bytes)) === "warc" ? "warc" : format;
}
