import { TextDecoder } from "node:util";
import type { Chunks } from "./chunks.ts";
import { encodingOfMark } from "./decode.ts";
import { IntakeError } from "./issue.ts";
import { LIMITS } from "./limits.ts";

/** One line's bytes without its end; null where the line was longer than allowed and was passed over. */
export interface ByteLine {
  number: number;
  bytes: Uint8Array | null;
}

const NEWLINE = 0x0a;

/** A stream with a UTF-16 mark, as UTF-8; any other stream as it is. */
async function* asUtf8(chunks: Chunks): AsyncGenerator<Uint8Array> {
  let decoder: TextDecoder | null = null;
  let first = true;
  for await (const chunk of chunks) {
    if (first && chunk.byteLength > 0) {
      const encoding = encodingOfMark(chunk);
      if (encoding !== null && encoding !== "utf-8") decoder = new TextDecoder(encoding, { fatal: true });
      first = false;
    }
    yield decoder === null ? chunk : transcode(decoder, chunk);
  }
}

function transcode(decoder: TextDecoder, chunk: Uint8Array): Uint8Array {
  try {
    return Buffer.from(decoder.decode(chunk, { stream: true }));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new IntakeError("BROKEN_ENCODING", "is broken UTF-16; save it as UTF-8 and try again", { cause: error });
  }
}

/** Gathers the pieces of one line, up to the limit of a line. */
class Pending {
  private pieces: Uint8Array[] = [];
  private length = 0;
  private readonly limit: number;
  constructor(limit: number) {
    this.limit = limit;
  }

  add(piece: Uint8Array): void {
    this.length += piece.byteLength;
    if (this.length <= this.limit) this.pieces.push(piece);
    else this.pieces = [];
  }

  get isEmpty(): boolean {
    return this.length === 0;
  }

  take(): Uint8Array | null {
    const bytes = this.length > this.limit ? null : Buffer.concat(this.pieces);
    this.pieces = [];
    this.length = 0;
    return bytes;
  }
}

/**
 * Lines of a stream, counted from 1, holding one line at a time in memory.
 *
 * @param limit  bytes of a line; longer ones are passed over
 */
export async function* byteLines(chunks: Chunks, limit: number = LIMITS.lineBytes): AsyncGenerator<ByteLine> {
  const pending = new Pending(limit);
  let number = 0;
  for await (const chunk of asUtf8(chunks)) {
    let start = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, start)) {
      pending.add(chunk.subarray(start, end));
      yield { number: ++number, bytes: pending.take() };
      start = end + 1;
    }
    if (start < chunk.byteLength) pending.add(chunk.subarray(start));
  }
  if (!pending.isEmpty) yield { number: ++number, bytes: pending.take() };
}
