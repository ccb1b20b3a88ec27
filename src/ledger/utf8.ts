/** A piece of memory for several texts: one of its own for each costs more than writing it. */
const SLAB_BYTES = 1_000_000;
/** Of a UTF-16 unit in UTF-8. */
const MOST_BYTES_EACH = 3;

let slab = Buffer.alloc(0);
let used = 0;

/** A text as UTF-8; the same bytes as `Buffer.from(text)`, for many texts of some kilobytes that are let go of together. */
export function toUtf8(text: string): Buffer {
  const most = text.length * MOST_BYTES_EACH;
  if (most > SLAB_BYTES / 4) return Buffer.from(text);
  if (used + most > slab.length) [slab, used] = [Buffer.allocUnsafeSlow(SLAB_BYTES), 0];
  const start = used;
  used += slab.write(text, start);
  return slab.subarray(start, used);
}
