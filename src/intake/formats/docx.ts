import { fromBufferPromise, type Entry, type ZipFile } from "yauzl";
import { zipSync } from "fflate";
import type { Envelope } from "../envelope.ts";
import { IntakeError } from "../issue.ts";
import { LIMITS } from "../limits.ts";
import { makeFrom, type Made } from "../made.ts";
import { parsePublished } from "../published.ts";

/** What a DOCX's text is made of; pictures, sounds and macros are never unpacked. */
const WANTED = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/(?:core|app)\.xml|word\/(?:_rels\/)?[\w.-]{1,100}\.(?:xml|rels))$/;

const broken = (cause?: unknown): IntakeError => new IntakeError("BAD_DOCX", "is a broken DOCX or ZIP; open and save it again", { cause });

/** The parts of a DOCX that hold text, each unpacked to exactly the size that it claims, and all of them to no more than the limit. */
async function partsOf(bytes: Uint8Array): Promise<Record<string, Uint8Array>> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true, validateEntrySizes: true, strictFileNames: true } as never);
  if (zip.entryCount > LIMITS.docxFiles) throw new IntakeError("BOMB", `holds ${zip.entryCount} files, over the limit of ${LIMITS.docxFiles}; save it again`);
  const parts: Record<string, Uint8Array> = {};
  let total = 0;
  for await (const entry of entriesOf(zip)) {
    if (!WANTED.test(entry.fileName)) continue;
    total += entry.uncompressedSize;
    if (total > LIMITS.docxBytes) throw new IntakeError("BOMB", `unpacks to over ${LIMITS.docxBytes / 1e6} MB of text; split it`);
    parts[entry.fileName] = await unpack(zip, entry);
  }
  return parts;
}

function entriesOf(zip: ZipFile): AsyncIterable<Entry> {
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => new Promise((resolve, reject) => {
        const done = (): void => void zip.removeListener("entry", onEntry).removeListener("end", onEnd).removeListener("error", onError);
        const onEntry = (value: Entry): void => (done(), resolve({ done: false, value }));
        const onEnd = (): void => (done(), resolve({ done: true, value: undefined }));
        const onError = (error: Error): void => (done(), reject(error));
        zip.on("entry", onEntry).on("end", onEnd).on("error", onError);
        zip.readEntry();
      }),
    }),
  };
}

async function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened)));
  });
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** A property of docProps/core.xml, as Word writes it. */
function property(core: string, name: string): string | null {
  const start = core.indexOf(`<${name}`);
  const [from, to] = [core.indexOf(">", start), core.indexOf(`</${name}>`, start)];
  if (start < 0 || from < 0 || to < from) return null;
  const text = core.slice(from + 1, to).replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => ENTITIES[entity] ?? "").trim();
  return text.slice(0, LIMITS.metadataCharacters) || null;
}
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * The text of a DOCX, a blank line between paragraphs; tables cell by cell. Its own date is when it was last saved, or made.
 *
 * @throws IntakeError BAD_DOCX, UNKNOWN_FORMAT for another ZIP, BOMB, EMPTY, TOO_LONG
 */
export async function documentOfDocx(bytes: Uint8Array, envelope: Envelope): Promise<Made> {
  let parts: Record<string, Uint8Array>;
  try {
    parts = await partsOf(bytes);
  } catch (error) {
    throw error instanceof IntakeError ? error : broken(error);
  }
  if (parts["word/document.xml"] === undefined) throw new IntakeError("UNKNOWN_FORMAT", "is a ZIP, but no DOCX; unpack it and give what is in it");
  const core = new TextDecoder().decode(parts["docProps/core.xml"]);
  const modified = property(core, "dcterms:modified");
  const published = parsePublished(modified ?? property(core, "dcterms:created") ?? "");
  return makeFrom(await rawText(parts), bytes, envelope, {
    metadata: { title: property(core, "dc:title"), author: property(core, "dc:creator"), published },
    publishedBy: modified === null ? "DOCX created" : "DOCX modified",
  });
}

async function rawText(parts: Record<string, Uint8Array>): Promise<string> {
  if (Object.values(parts).some((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength).includes("<!DOCTYPE"))) throw broken();
  const { default: mammoth } = await import("mammoth");
  try {
    // Packed anew from what was checked, so that the library meets nothing else.
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(zipSync(parts, { level: 0 })) });
    return value.replace(/\n{3,}/g, "\n\n").trim();
  } catch (error) {
    throw broken(error);
  }
}
