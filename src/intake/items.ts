import { createGunzip } from "node:zlib";
import { Readable } from "node:stream";
import { capped, collect, peek, tooLarge, type Chunks } from "./chunks.ts";
import { checkSignal, type Envelope, type IntakeContext } from "./envelope.ts";
import { canSniff, insideOfGzip, sniffFormat, type Format } from "./format.ts";
import { IntakeError, type TakenItem } from "./issue.ts";
import { lazy } from "./lazy.ts";
import { LIMITS } from "./limits.ts";
import { itemOfBytes } from "./single.ts";

type Container = (chunks: Chunks, envelope: Envelope, context: IntakeContext) => AsyncGenerator<TakenItem>;

/** Formats that hold many documents. */
const CONTAINERS: Partial<Record<Format, () => Promise<Container>>> = {
  "json-lines": lazy(async () => (await import("./json-lines.ts")).readDocumentLines),
  telegram: lazy(async () => (await import("./formats/telegram.ts")).readTelegram),
  feed: lazy(async () => (await import("./formats/feed.ts")).readFeed),
  opml: lazy(async () => (await import("./formats/opml.ts")).readOpml),
  warc: lazy(async () => (await import("./formats/warc.ts")).readWarc),
  mbox: lazy(async () => (await import("./formats/mbox.ts")).readMbox),
};

/** Those that are read as a stream, each part with a limit of its own, so that the whole may be as large as it is. */
const ENDLESS: ReadonlySet<Format> = new Set(["telegram", "warc", "mbox"]);

/** What is inside of a gzip stream, as far as it is worth unpacking. */
export async function* unpacked(chunks: Chunks): AsyncGenerator<Uint8Array> {
  let [before, after] = [0, 0];
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      before += chunk.byteLength;
      yield chunk;
    }
  }
  const source = Readable.from(counted(), { objectMode: false });
  const gunzip = createGunzip();
  source.on("error", (error) => gunzip.destroy(error));
  try {
    for await (const chunk of source.pipe(gunzip) as AsyncIterable<Uint8Array>) {
      after += chunk.byteLength;
      if (after > Math.max(LIMITS.archiveFreeBytes, before * LIMITS.archiveGrowth)) throw new IntakeError("BOMB", `unpacks to more than ${LIMITS.archiveGrowth} times its size; unpack it yourself if it is what you want`);
      yield chunk;
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && /^Z_/.test(String(error.code))) throw new IntakeError("BAD_ARCHIVE", "is a broken or cut-off gzip file; have it again", { cause: error });
    throw error;
  } finally {
    source.destroy();
  }
}

/**
 * All that a stream holds, in whatever format it is.
 *
 * @param size  its bytes, where they are known before it is read
 * @throws IntakeError for what ends the reading of the whole
 */
export async function* itemsOf(chunks: Chunks, envelope: Envelope, context: IntakeContext, size: number | null = null): AsyncGenerator<TakenItem> {
  const { head, all } = await peek(chunks, canSniff);
  const format = sniffFormat(head, envelope.hint);
  if (format === "gzip") {
    yield* itemsOfGzip(head, all, envelope, context);
    return;
  }
  if (size !== null && size > LIMITS.fileBytes && !ENDLESS.has(format)) throw tooLarge(size, LIMITS.fileBytes);
  const measured = advancing(ENDLESS.has(format) ? all : capped(all, LIMITS.fileBytes), context);
  const container = CONTAINERS[format];
  if (container !== undefined) {
    yield* (await container())(measured, envelope, context);
    return;
  }
  yield await itemOfBytes(format, await collect(measured), envelope, context);
}

async function* itemsOfGzip(head: Uint8Array, all: Chunks, envelope: Envelope, context: IntakeContext): AsyncGenerator<TakenItem> {
  const inside = unpacked(advancing(all, context));
  const format = sniffFormat(insideOfGzip(head), envelope.hint);
  if (format === "gzip") throw new IntakeError("BAD_ARCHIVE", "is packed twice; unpack it");
  const container = CONTAINERS[format];
  if (container !== undefined) {
    yield* (await container())(ENDLESS.has(format) ? inside : capped(inside, LIMITS.fileBytes), envelope, context);
    return;
  }
  yield await itemOfBytes(format, await collect(capped(inside, LIMITS.fileBytes)), envelope, context);
}

/** Tells the caller how far the reading is, and ends it where the caller wants an end. */
async function* advancing(chunks: Chunks, context: IntakeContext): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    checkSignal(context);
    yield chunk;
    context.advance?.(chunk.byteLength);
  }
}
