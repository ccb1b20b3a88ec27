const HALF_PAIR = /\p{Cs}/gu;

/** Text that every encoder takes: halves of surrogate pairs become U+FFFD, one for one, so that offsets still hold. */
export const wellFormed = (text: string): string => text.replace(HALF_PAIR, "\ufffd");

/** JSON on one line, as strict readers want it (I-JSON, RFC 7493: no halves of surrogate pairs). */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === "string" ? wellFormed(part) : part));

/**
 * A JSON document that is one long list, one item a chunk.
 *
 * @param head  what stands before the first item, ending in `[`
 * @param tail  what stands after the last, from `]`; asked for when all items are out
 */
export async function* listChunks(head: string, items: AsyncIterable<string>, tail: () => string): AsyncGenerator<string> {
  yield head;
  let before = "\n";
  for await (const item of items) {
    yield before + item;
    before = ",\n";
  }
  yield `\n${tail()}\n`;
}
