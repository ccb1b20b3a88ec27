import { extname } from "node:path";
import { gunzipSync, constants } from "node:zlib";
import { encodingOfMark } from "./decode.ts";
import { LIMITS } from "./limits.ts";

export type Format =
  | "text" | "markdown" | "html" | "pdf" | "docx" | "mail"
  | "json-lines" | "telegram" | "feed" | "opml" | "warc" | "mbox" | "gzip" | "zip" | "zstd";

/** What a name suggests; it counts only where the bytes leave it open. */
const BY_EXTENSION: Readonly<Record<string, Format>> = {
  ".txt": "text", ".text": "text",
  ".md": "markdown", ".markdown": "markdown",
  ".jsonl": "json-lines", ".ndjson": "json-lines", ".json": "json-lines",
  ".html": "html", ".htm": "html", ".xhtml": "html",
  ".eml": "mail", ".mbox": "mbox",
};

/** The format that a name suggests, or null. */
export const formatOfName = (name: string): Format | null => BY_EXTENSION[extname(name).toLowerCase()] ?? null;

/** First bytes that only one format has. */
const SIGNATURES: readonly (readonly [Format, readonly number[]])[] = [
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
  ["gzip", [0x1f, 0x8b, 0x08]],
  ["zstd", [0x28, 0xb5, 0x2f, 0xfd]],
];

/** Bytes before `%PDF-` that readers of PDF put up with. */
const PDF_OFFSET = 1024;

/** Declarations, comments and the like before the first element of a page or feed, at most. */
const MOST_PROLOG = 20;

/** The first element of a text that begins as XML or HTML does, in small letters and without its prefix; null where there is none. */
function rootElement(start: string): string | null {
  let rest = start;
  for (let i = 0; i < MOST_PROLOG && /^<[?!]/.test(rest); i += 1) {
    if (/^<!doctype\s+html\b/i.test(rest)) return "html";
    const [opening, closing] = rest.startsWith("<!--") ? ["<!--", "-->"] : ["", rest.startsWith("<!") && rest.indexOf("[") < rest.indexOf(">") && rest.includes("[") ? "]>" : ">"];
    const end = rest.indexOf(closing, opening.length);
    if (end < 0) return null;
    rest = rest.slice(end + closing.length).trimStart();
  }
  return /^<([a-z][\w:-]*)/i.exec(rest.slice(0, 100))?.[1]?.toLowerCase().split(":").at(-1) ?? null;
}

const BY_ROOT: Readonly<Record<string, Format>> = { html: "html", head: "html", body: "html", rss: "feed", feed: "feed", rdf: "feed", channel: "feed", opml: "opml" };

/** Header fields of which a message has several, and a text that begins like one hardly; and those of which it has one at least. */
const MAIL_FIELDS: ReadonlySet<string> = new Set(["received", "return-path", "delivered-to", "date", "from", "to", "subject", "message-id", "mime-version", "content-type", "dkim-signature", "list-id", "sender", "reply-to"]);
const MAIL_MARKS: readonly string[] = ["received", "message-id", "mime-version", "return-path", "date"];

function looksLikeMail(start: string): boolean {
  const header = (start.replaceAll("\r\n", "\n").split("\n\n", 1)[0] ?? "").split("\n").filter((line) => !/^[ \t]/.test(line));
  const names = header.map((line) => line.slice(0, Math.max(0, line.indexOf(":"))).toLowerCase());
  if (names.some((name) => !/^[!-9;-~]+$/.test(name))) return false;
  return names.filter((name) => MAIL_FIELDS.has(name)).length >= 3 && MAIL_MARKS.some((mark) => names.includes(mark));
}

/** What a Telegram export of one chat, and one of everything, says of itself. */
const TELEGRAM_TYPES = ["public_channel", "private_channel", "public_supergroup", "private_supergroup", "public_group", "private_group", "personal_chat", "bot_chat", "saved_messages"].map((type) => `"type":"${type}"`);
const TELEGRAM_LISTS = ["personal_information", "chats", "contacts", "frequent_contacts"].map((list) => `"${list}":`);

/** The kinds of JSON that are told by their first members. */
function jsonFormat(start: string): Format {
  const compact = start.slice(0, 16_000).replace(/\s+/g, "").replaceAll("\\/", "/");
  const has = (parts: readonly string[]): boolean => parts.some((part) => compact.includes(part));
  if (has(['"version":"https://jsonfeed.org', '"version":"http://jsonfeed.org'])) return "feed";
  const isChat = has(TELEGRAM_TYPES) && has(['"id":']) && !compact.startsWith('{"text":');
  return isChat || (compact.startsWith('{"about":') && has(TELEGRAM_LISTS)) ? "telegram" : "json-lines";
}

const beginning = (head: Uint8Array): string => new TextDecoder(encodingOfMark(head) ?? "latin1").decode(head).trimStart();

/** Whether enough of a stream was seen to tell its format. */
export const canSniff = (head: Uint8Array): boolean => head.byteLength >= LIMITS.sniffBytes || beginning(head).length >= 4_000;

/**
 * What something is, by its first bytes. A name is asked only where they leave it open: plain text from Markdown, and pages or JSON Lines
 * that do not begin like any.
 *
 * @param hint  the format that a name suggests, or null
 */
export function sniffFormat(head: Uint8Array, hint: Format | null = null): Format {
  const signature = SIGNATURES.find(([, bytes]) => bytes.every((byte, i) => head[i] === byte));
  if (signature !== undefined) return signature[0];
  const start = beginning(head.subarray(0, LIMITS.sniffBytes));
  if (start.slice(0, PDF_OFFSET).includes("%PDF-")) return "pdf";
  if (/^WARC\/[01]\.\d/.test(start)) return "warc";
  const byRoot = start.startsWith("<") ? BY_ROOT[rootElement(start) ?? ""] : undefined;
  if (byRoot !== undefined) return byRoot;
  if (start.startsWith("{") && (hint === null || hint === "json-lines" || /^\{\s*["}]/.test(start.slice(0, 1_000)))) return jsonFormat(start);
  if (/^From \S+ +[A-Z][a-z][a-z] /.test(start)) return "mbox";
  if (looksLikeMail(start)) return "mail";
  if (hint !== null) return hint;
  return "text";
}

/** Compressed bytes that are opened to see what is inside: few enough that even a bomb stays small. */
const GZIP_PROBE = 4_096;

/** The first bytes inside of a gzip stream; none where it is broken. */
export function insideOfGzip(head: Uint8Array): Uint8Array {
  try {
    return gunzipSync(head.subarray(0, GZIP_PROBE), { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 2 * 1032 * GZIP_PROBE });
  } catch (error) {
    if (error instanceof Error && "code" in error) return new Uint8Array(0);
    throw error;
  }
}
