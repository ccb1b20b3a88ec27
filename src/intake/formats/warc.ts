import { WARCParser, type WARCRecord } from "warcio";
import type { Chunks } from "../chunks.ts";
import { tooLarge } from "../chunks.ts";
import { charsetOf } from "../content-type.ts";
import { checkSignal, issueOf, type Envelope, type IntakeContext } from "../envelope.ts";
import { formatOfName } from "../format.ts";
import { IntakeError, type TakenItem } from "../issue.ts";
import { LIMITS } from "../limits.ts";
import { formatOfBytes, itemOfBytes } from "../single.ts";

/** Records that hold something which may be a document; requests, metadata and the like do not. */
const HOLDING: ReadonlySet<string> = new Set(["response", "resource", "conversion"]);

/** Types of content that a document comes in; pictures, styles and programs are passed over unread. */
const READABLE = /^(?:text\/(?:html|plain|xml|markdown)|application\/(?:xhtml\+xml|pdf|xml|octet-stream|vnd\.openxmlformats-officedocument\.wordprocessingml\.document)|message\/rfc822)\b/i;

interface Kept {
  bytes: Uint8Array;
  url: string | null;
  type: string | null;
}

/** A WARC's target, some of which stand in angle brackets. */
const targetOf = (record: WARCRecord): string | null => record.warcTargetURI?.replace(/^<|>$/g, "").slice(0, 2_000) || null;

function typeOf(record: WARCRecord): string | null {
  const type = record.warcType === "response" ? record.httpHeaders?.headers.get("content-type") : record.warcContentType;
  return type == null ? null : type.slice(0, 200);
}

/** Whether a record's answer is worth looking at. */
function isWanted(record: WARCRecord): boolean {
  if (!HOLDING.has(record.warcType)) return false;
  if (record.warcType !== "response") return READABLE.test(record.warcContentType ?? "");
  const target = targetOf(record);
  if (target === null || !/^https?:/i.test(target)) return false;
  const type = typeOf(record);
  return Number(record.httpHeaders?.statusCode ?? 0) === 200 && (type === null || READABLE.test(type));
}

/** A record's content, unpacked, up to the limit of a file. @throws IntakeError TOO_LARGE */
async function contentOf(record: WARCRecord): Promise<Uint8Array> {
  if (record.warcContentLength > LIMITS.fileBytes) throw tooLarge(record.warcContentLength, LIMITS.fileBytes);
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of record) {
    length += chunk.byteLength;
    if (length > LIMITS.fileBytes) throw tooLarge(null, LIMITS.fileBytes);
    parts.push(chunk);
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
}

/** The records of an archive that may hold documents, with their content. */
export async function* recordsOf(chunks: Chunks): AsyncGenerator<{ record: WARCRecord; kept: Kept | IntakeError }> {
  for await (const record of new WARCParser(chunks)) {
    if (!isWanted(record)) continue;
    try {
      yield { record, kept: { bytes: await contentOf(record), url: targetOf(record), type: typeOf(record) } };
    } catch (error) {
      if (!(error instanceof IntakeError) || error.code !== "TOO_LARGE") throw error;
      yield { record, kept: error };
    }
  }
}

function envelopeOf(record: WARCRecord, outer: Envelope): Envelope {
  const [url, type, status] = [targetOf(record), typeOf(record), Number(record.httpHeaders?.statusCode ?? 0)];
  const had = record.warcDate;
  return {
    ...outer, ...(url === null ? {} : { part: url }), id: url ?? "",
    encoding: charsetOf(type),
    hint: type?.startsWith("text/html") === true ? "html" : formatOfName(url !== null && URL.canParse(url) ? new URL(url).pathname : ""),
    metadata: { url },
    provenance: {
      ...outer.provenance, within: outer.provenance.from ?? outer.input, ...(url === null ? {} : { from: url }), ...(had == null || had.length > 40 ? {} : { had }),
      ...(status >= 100 && status <= 599 ? { answer: { ...(url === null ? {} : { url }), status, ...(type === null || type === "" ? {} : { type }) } } : {}),
    },
  };
}

/** Every page, PDF or text of a web archive (WARC, also packed by gzip) as a document. */
export async function* readWarc(chunks: Chunks, envelope: Envelope, context: IntakeContext): AsyncGenerator<TakenItem> {
  let any = false;
  try {
    for await (const { record, kept } of recordsOf(chunks)) {
      any = true;
      checkSignal(context);
      const own = envelopeOf(record, envelope);
      try {
        if (kept instanceof IntakeError) throw kept;
        yield await itemOfBytes(formatOfBytes(kept.bytes, own.hint), kept.bytes, own, context);
      } catch (error) {
        yield issueOf(error, own);
      }
    }
  } catch (error) {
    if (error instanceof IntakeError) throw error;
    throw new IntakeError("BAD_ARCHIVE", "is a broken or cut-off web archive; what came before was read", { cause: error });
  }
  if (!any) throw new IntakeError("EMPTY", "holds no page, PDF or text");
}
