import { BLOCK_KEYS, HEADER_BYTES, HEADER_FIELDS, MAGIC, RECORD_BYTES, toStep } from "../../src/lang/common/gazetteer-format.ts";
import type { GazetteerHeader } from "../../src/lang/common/gazetteer-format.ts";
import type { GazetteerPlace } from "../../src/lang/common/gazetteer.ts";

/** What goes in: places with every city before every region, and for each folded key its places, best first. */
export interface GazetteerContent {
  readonly places: readonly GazetteerPlace[];
  readonly keys: ReadonlyMap<string, readonly number[]>;
}

/** Writes the layout that `gazetteer-format.ts` describes. Keys must be ASCII. */
export function encodeGazetteer({ places, keys }: GazetteerContent): Uint8Array {
  const countries = [...new Set(places.map((place) => place.country))].sort();
  const names = namePool(places);
  const records = placeRecords(places, countries, names.offsets);
  const { index, blocks } = keyBlocks(keys);
  const countriesAt = HEADER_BYTES;
  const placesAt = countriesAt + 2 * countries.length;
  const namesAt = placesAt + records.length;
  const blockIndexAt = namesAt + names.bytes.length;
  const blocksAt = blockIndexAt + index.length;
  const header: GazetteerHeader = {
    cityCount: places.filter((place) => place.kind === "city").length, placeCount: places.length,
    blockCount: index.length / 4, countriesAt, placesAt, namesAt, blockIndexAt, blocksAt,
    end: blocksAt + blocks.length,
  };
  return Buffer.concat([headerBytes(header), Buffer.from(countries.join(""), "latin1"), records, names.bytes, index, blocks]);
}

function headerBytes(header: GazetteerHeader): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES);
  bytes.writeUInt32LE(MAGIC, 0);
  HEADER_FIELDS.forEach((field, i) => bytes.writeUInt32LE(header[field], 4 + 4 * i));
  return bytes;
}

// Towns share names ("San Juan"), so each distinct name is stored once.
function namePool(places: readonly GazetteerPlace[]): { bytes: Buffer; offsets: Map<string, number> } {
  const offsets = new Map<string, number>();
  const chunks: Buffer[] = [];
  let at = 0;
  for (const { name } of places) {
    if (offsets.has(name)) continue;
    const text = Buffer.from(name, "utf8");
    if (text.length > 255) throw new Error(`place name longer than 255 bytes: ${name}`);
    offsets.set(name, at);
    chunks.push(Buffer.from([text.length]), text);
    at += text.length + 1;
  }
  return { bytes: Buffer.concat(chunks), offsets };
}

function placeRecords(places: readonly GazetteerPlace[], countries: readonly string[], offsets: Map<string, number>): Buffer {
  const bytes = Buffer.alloc(places.length * RECORD_BYTES);
  const countryNumbers = new Map(countries.map((code, i) => [code, i]));
  places.forEach((place, i) => {
    const at = i * RECORD_BYTES;
    bytes.writeUInt32LE(place.id, at);
    bytes.writeUIntLE(toStep(place.latitude ?? 0, 90), at + 4, 3);
    bytes.writeUIntLE(toStep(place.longitude ?? 0, 180), at + 7, 3);
    bytes.writeUInt32LE(place.population, at + 10);
    bytes.writeUInt8(countryNumbers.get(place.country) ?? 0, at + 14);
    bytes.writeUIntLE(offsets.get(place.name) ?? 0, at + 15, 3);
  });
  return bytes;
}

function keyBlocks(keys: ReadonlyMap<string, readonly number[]>): { index: Buffer; blocks: Buffer } {
  const sorted = [...keys.keys()].sort();
  const starts: number[] = [];
  const bytes: number[] = [];
  sorted.forEach((key, i) => {
    if (i % BLOCK_KEYS === 0) starts.push(bytes.length);
    const shared = i % BLOCK_KEYS === 0 ? 0 : sharedLength(sorted[i - 1] ?? "", key);
    const numbers = keys.get(key) ?? [];
    pushVarint(bytes, shared);
    pushVarint(bytes, key.length - shared);
    for (const letter of key.slice(shared)) bytes.push(letter.charCodeAt(0));
    pushVarint(bytes, numbers.length);
    for (const number of numbers) pushVarint(bytes, number);
  });
  const index = Buffer.alloc(starts.length * 4);
  starts.forEach((start, i) => index.writeUInt32LE(start, i * 4));
  return { index, blocks: Buffer.from(bytes) };
}

function sharedLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function pushVarint(bytes: number[], value: number): void {
  let left = value;
  while (left >= 0x80) {
    bytes.push((left & 0x7f) | 0x80);
    left >>>= 7;
  }
  bytes.push(left);
}
