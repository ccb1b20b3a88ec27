import { IntakeError } from "./issue.ts";

export type Chunks = AsyncIterable<Uint8Array>;

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;

/** The error for an input over its size; `bytes` is null where reading stopped before the end was known. */
export function tooLarge(bytes: number | null, limit: number): IntakeError {
  const size = bytes === null ? "is" : `has ${megabytes(bytes)},`;
  return new IntakeError("TOO_LARGE", `${size} over the limit of ${megabytes(limit)}; split it`);
}

/** Passes chunks on until the limit; an endless stream ends here. */
export async function* capped(chunks: Chunks, limit: number): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const chunk of chunks) {
    seen += chunk.byteLength;
    if (seen > limit) throw tooLarge(null, limit);
    yield chunk;
  }
}

export async function collect(chunks: Chunks): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

/**
 * Looks at the beginning of a stream without losing it.
 *
 * @param enough  stops the look as soon as it holds of the bytes seen so far
 * @returns the bytes seen, and the whole stream from its start
 */
export async function peek(chunks: Chunks, enough: (head: Uint8Array) => boolean): Promise<{ head: Uint8Array; all: Chunks }> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head: Uint8Array = new Uint8Array(0);
  while (!enough(head)) {
    const next = await iterator.next();
    if (next.done === true) break;
    head = Buffer.concat([head, next.value]);
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    yield head;
    yield* { [Symbol.asyncIterator]: () => iterator };
  }
  return { head, all: all() };
}
