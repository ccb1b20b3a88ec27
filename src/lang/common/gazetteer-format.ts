// The layout of the compiled gazetteer, shared by its reader and the script that writes it.
// All integers are little-endian. After the header come five sections, in this order:
//   countries    two ASCII letters a country; a record names its country by position here
//   places       fixed-size records, most people first; first-level divisions after all cities
//   names        display names: one length byte, then that many bytes of UTF-8
//   block index  one u32 a block: where the block starts, counted from the start of `blocks`
//   blocks       keys in byte order, BLOCK_KEYS a block, each as
//                varint shared, varint rest, `rest` ASCII bytes, varint count, `count` varint place numbers;
//                `shared` counts the bytes in common with the key before it (0 for the first of a block)

/** "MGZ1": says what the bytes are and which layout they follow. */
export const MAGIC = 0x315a474d;
/** Keys in one block; a look-up walks half of one block on average. */
export const BLOCK_KEYS = 16;
/** Bytes of one place record: id 4, latitude 3, longitude 3, population 4, country 1, name offset 3. */
export const RECORD_BYTES = 18;
/** Bytes of the header: MAGIC, then the fields of `GazetteerHeader`, each a u32. */
export const HEADER_BYTES = 40;

/** Counts, and the offsets of the sections from the start of the bytes. */
export interface GazetteerHeader {
  readonly cityCount: number;
  readonly placeCount: number;
  readonly blockCount: number;
  readonly countriesAt: number;
  readonly placesAt: number;
  readonly namesAt: number;
  readonly blockIndexAt: number;
  readonly blocksAt: number;
  readonly end: number;
}

/** Header fields in the order in which they are stored. */
export const HEADER_FIELDS: readonly (keyof GazetteerHeader)[] = [
  "cityCount", "placeCount", "blockCount", "countriesAt", "placesAt", "namesAt", "blockIndexAt", "blocksAt", "end",
];

const STEPS = 2 ** 24 - 1;

/** Degrees within ±`limit` as a 24-bit step; a step is about 2 m. */
export function toStep(degrees: number, limit: number): number {
  return Math.round(((degrees + limit) / (2 * limit)) * STEPS);
}

/** The degrees, to five decimals, of a 24-bit step within ±`limit`. */
export function fromStep(step: number, limit: number): number {
  return Math.round(((step / STEPS) * 2 * limit - limit) * 1e5) / 1e5;
}
