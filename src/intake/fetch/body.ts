import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from "node:zlib";
import { Readable, type Transform } from "node:stream";
import { capped, peek, type Chunks } from "../chunks.ts";
import { IntakeError } from "../issue.ts";

/** Encodings that are asked for. zstd is read where a server sends it all the same. */
export const ACCEPTED = "gzip, deflate, br";

/** A server that packs what it sends more than this often is up to no good. */
const MOST_CODINGS = 3;
/** The largest window of zstd over HTTP (RFC 9659). */
const ZSTD_WINDOW = 8 * 2 ** 20;

const broken = (cause?: unknown): IntakeError => new IntakeError("BAD_ANSWER", "sends what is not packed as it says; try again later", { cause });

async function* through(chunks: Chunks, transform: Transform): AsyncGenerator<Uint8Array> {
  const source = Readable.from(chunks, { objectMode: false });
  source.on("error", (error) => transform.destroy(error));
  try {
    yield* source.pipe(transform) as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (error instanceof Error && "code" in error && /^(?:Z_|ERR_(?:_?ERROR|BROTLI|PADDING|ZLIB))|_ERROR_/.test(String(error.code))) throw broken(error);
    throw error;
  } finally {
    source.destroy();
    transform.destroy();
  }
}

/** "deflate" is meant to be zlib's format, and some servers send it bare (RFC 9110, 8.4.1.2). */
async function* inflated(chunks: Chunks): AsyncGenerator<Uint8Array> {
  const { head, all } = await peek(chunks, (seen) => seen.byteLength >= 2);
  const [first = 0, second = 0] = head;
  const isZlib = (first & 0x0f) === 8 && ((first << 8) | second) % 31 === 0;
  yield* through(all, isZlib ? createInflate() : createInflateRaw());
}

/** The window that the first frame of a zstd stream asks for (RFC 8878, 3.1.1.1). */
function zstdWindow(head: Uint8Array): number {
  const descriptor = head[4] ?? 0;
  if ((descriptor & 0x20) === 0) {
    const byte = head[5] ?? 0;
    const base = 2 ** (10 + (byte >> 3));
    return base + (base / 8) * (byte & 7);
  }
  // A single segment: its whole content is the window.
  const at = 5 + ([0, 1, 2, 4][descriptor & 3] ?? 0);
  const bytes = [1, 2, 4, 8][descriptor >> 6] ?? 1;
  return head.subarray(at, at + bytes).reduce((sum, byte, i) => sum + byte * 2 ** (8 * i), bytes === 2 ? 256 : 0);
}

async function* unzstd(chunks: Chunks): AsyncGenerator<Uint8Array> {
  const { head, all } = await peek(chunks, (seen) => seen.byteLength >= 18);
  if (zstdWindow(head) > ZSTD_WINDOW) throw new IntakeError("BOMB", "asks for more memory to unpack than any page needs; it is left out");
  const { Decompress } = await import("fzstd");
  let out: Uint8Array[] = [];
  const decompress = new Decompress((chunk) => void out.push(chunk));
  for await (const chunk of all) {
    try {
      decompress.push(Uint8Array.from(chunk));
    } catch (error) {
      throw broken(error);
    }
    yield* out;
    out = [];
  }
}

const CODINGS: Readonly<Record<string, (chunks: Chunks) => AsyncGenerator<Uint8Array>>> = {
  gzip: (chunks) => through(chunks, createGunzip()),
  "x-gzip": (chunks) => through(chunks, createGunzip()),
  deflate: inflated,
  br: (chunks) => through(chunks, createBrotliDecompress()),
  zstd: unzstd,
};

/**
 * What was sent, unpacked as its Content-Encoding says, and no more of it than the limit.
 *
 * @throws IntakeError TOO_LARGE, BOMB, BAD_ANSWER
 */
export async function unpackedBody(chunks: Chunks, contentEncoding: string, limit: number): Promise<Uint8Array> {
  const codings = contentEncoding.toLowerCase().split(",").map((coding) => coding.trim()).filter((coding) => coding !== "" && coding !== "identity");
  if (codings.length > MOST_CODINGS) throw broken();
  let body: Chunks = capped(chunks, limit);
  for (const coding of codings.reverse()) {
    const unpack = CODINGS[coding];
    if (unpack === undefined) throw new IntakeError("BAD_ANSWER", `is packed in a way that is not known (${coding.slice(0, 20)}); save the page in a browser and add the file`);
    body = capped(unpack(body), limit);
  }
  const parts: Uint8Array[] = [];
  for await (const chunk of body) parts.push(chunk);
  return Buffer.concat(parts);
}
