import { foldPlace, withoutArticle } from "./fold-place.ts";
import { BLOCK_KEYS, fromStep, HEADER_BYTES, HEADER_FIELDS, MAGIC, RECORD_BYTES } from "./gazetteer-format.ts";
import type { GazetteerHeader } from "./gazetteer-format.ts";

/** A city, or a first-level division of a country. Facts from GeoNames (CC BY 4.0) and ISO 3166-2. */
export interface GazetteerPlace {
  /** As GeoNames or ISO 3166-2 writes it, accents included. */
  readonly name: string;
  /** ISO 3166-1 alpha-2, upper case (Kosovo: XK). */
  readonly country: string;
  readonly kind: "city" | "region";
  /** People; 0 where unknown, and for every region. */
  readonly population: number;
  /** GeoNames id; 0 for a region. */
  readonly id: number;
  /** Degrees, WGS 84; null for a region. */
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** Looks place names up in compiled bytes without unpacking them. */
export interface Gazetteer {
  /** Places of that name, most prominent first; case, accents, apostrophes and hyphens do not matter. */
  find(name: string): readonly GazetteerPlace[];
  /** How many words the longest name has that begins with that folded word; 0 where none does. */
  longest(first: string): number;
  /** Every folded name that `find` knows, in order. */
  names(): IterableIterator<string>;
}

const EMPTY: Gazetteer = { find: () => [], longest: () => 0, names: () => [][Symbol.iterator]() };
const LONGEST_NAME = 80;

/**
 * Opens a compiled gazetteer. Nothing is copied or parsed beyond the header.
 *
 * @param bytes what `scripts/build-gazetteer.ts` wrote; null gives a gazetteer that knows no place
 * @throws Error when the bytes are no gazetteer of this version
 */
export function openGazetteer(bytes: Uint8Array | null): Gazetteer {
  return bytes === null ? EMPTY : new CompiledGazetteer(bytes);
}

function readHeader(bytes: Uint8Array, view: DataView): GazetteerHeader {
  const unreadable = "the gazetteer is damaged or of another version: build it again";
  if (bytes.length < HEADER_BYTES || view.getUint32(0, true) !== MAGIC) throw new Error(unreadable);
  const header = Object.fromEntries(
    HEADER_FIELDS.map((field, i) => [field, view.getUint32(4 + 4 * i, true)]),
  ) as unknown as GazetteerHeader;
  const { countriesAt, placesAt, namesAt, blockIndexAt, blocksAt, end, placeCount, cityCount, blockCount } = header;
  const ordered = HEADER_BYTES <= countriesAt && countriesAt <= placesAt && blocksAt <= end && end === bytes.length;
  const sized = namesAt - placesAt === placeCount * RECORD_BYTES && blocksAt - blockIndexAt === blockCount * 4;
  if (!ordered || !sized || cityCount > placeCount || namesAt > blockIndexAt) throw new Error(unreadable);
  return header;
}

/** One key of a block and where its place numbers start. */
interface KeyAt {
  readonly key: string;
  readonly numbersAt: number;
}

class CompiledGazetteer implements Gazetteer {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #header: GazetteerHeader;
  readonly #utf8 = new TextDecoder();
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#header = readHeader(bytes, this.#view);
  }

  find(name: string): readonly GazetteerPlace[] {
    if (name.length > LONGEST_NAME) return [];
    const folded = foldPlace(name);
    if (folded === "") return [];
    const found = this.#findKey(folded);
    if (found.length > 0) return found;
    const bare = withoutArticle(folded);
    return bare === folded ? found : this.#findKey(bare);
  }

  longest(first: string): number {
    let longest = 0;
    for (let block = this.#blockOf(first); block < this.#header.blockCount; block++) {
      for (const { key } of this.#keysOf(block)) {
        if (key === first || key.startsWith(`${first} `)) longest = Math.max(longest, key.split(" ").length);
        else if (key > `${first}!`) return longest;
      }
    }
    return longest;
  }

  *names(): IterableIterator<string> {
    for (let block = 0; block < this.#header.blockCount; block++) {
      for (const { key } of this.#keysOf(block)) yield key;
    }
  }

  #findKey(wanted: string): readonly GazetteerPlace[] {
    for (const { key, numbersAt } of this.#keysOf(this.#blockOf(wanted))) {
      if (key === wanted) return this.#placesAt(numbersAt);
      if (key > wanted) return [];
    }
    return [];
  }

  /** The last block whose first key is not after the wanted one. */
  #blockOf(wanted: string): number {
    let low = 0;
    let high = this.#header.blockCount - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      this.#at = this.#blockStart(middle);
      if (this.#readKey("") <= wanted) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  // Reads as far as the caller asks, so that a look-up stops at its key.
  *#keysOf(block: number): IterableIterator<KeyAt> {
    if (block >= this.#header.blockCount) return;
    const end = block + 1 < this.#header.blockCount ? this.#blockStart(block + 1) : this.#header.end;
    let at = this.#blockStart(block);
    let key = "";
    for (let i = 0; i < BLOCK_KEYS && at < end; i++) {
      this.#at = at;
      key = this.#readKey(key);
      const numbersAt = this.#at;
      for (let left = this.#varint(); left > 0 && this.#at < end; left--) this.#varint();
      at = this.#at;
      yield { key, numbersAt };
    }
  }

  #blockStart(block: number): number {
    return this.#header.blocksAt + this.#view.getUint32(this.#header.blockIndexAt + 4 * block, true);
  }

  #readKey(previous: string): string {
    const shared = this.#varint();
    const rest = Math.min(this.#varint(), LONGEST_NAME);
    const from = this.#at;
    this.#at += rest;
    return previous.slice(0, shared) + String.fromCharCode(...this.#bytes.subarray(from, from + rest));
  }

  // A byte past the end reads as 0, which ends the number: damaged bytes give wrong names, never a hang.
  #varint(): number {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.#bytes[this.#at++] ?? 0;
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    return value;
  }

  #placesAt(numbersAt: number): readonly GazetteerPlace[] {
    this.#at = numbersAt;
    const numbers: number[] = [];
    for (let left = this.#varint(); left > 0 && this.#at < this.#header.end; left--) numbers.push(this.#varint());
    return numbers.filter((number) => number < this.#header.placeCount).map((number) => this.#place(number));
  }

  #place(number: number): GazetteerPlace {
    const { placesAt, countriesAt, cityCount } = this.#header;
    const at = placesAt + number * RECORD_BYTES;
    const isCity = number < cityCount;
    const countryAt = countriesAt + 2 * (this.#bytes[at + 14] ?? 0);
    return {
      name: this.#name(this.#uint24(at + 15)),
      country: String.fromCharCode(this.#bytes[countryAt] ?? 0, this.#bytes[countryAt + 1] ?? 0),
      kind: isCity ? "city" : "region",
      population: this.#view.getUint32(at + 10, true),
      id: this.#view.getUint32(at, true),
      latitude: isCity ? fromStep(this.#uint24(at + 4), 90) : null,
      longitude: isCity ? fromStep(this.#uint24(at + 7), 180) : null,
    };
  }

  #name(offset: number): string {
    const at = this.#header.namesAt + offset;
    const length = this.#bytes[at] ?? 0;
    return this.#utf8.decode(this.#bytes.subarray(at + 1, at + 1 + length));
  }

  #uint24(at: number): number {
    return this.#view.getUint16(at, true) | ((this.#bytes[at + 2] ?? 0) << 16);
  }
}
