import { romanise } from "./romanise.ts";

/** Words of a shingle: long enough that two texts on one event do not share it by chance. */
const SHINGLE_WORDS = 3;
/** A shingle inside quotation marks counts as so many: what is quoted is what is repeated word for word. */
const QUOTED_COPIES = 3;
/** Hashes kept of a text; the share of common shingles is then right within some five points. */
const SKETCH_SIZE = 128;
/** Characters of a text that are looked at. */
const MAX_CHARACTERS = 100_000;

/**
 * The smallest hashes of a text's shingles, in ascending order: MinHash with one hash function and the k smallest values
 * (Broder, "On the resemblance and containment of documents", 1997). A text with fewer shingles keeps all of them.
 */
export type Sketch = Uint32Array;

const OPENING = "“„«‹‘";
const CLOSING = "”»›";

/** For each word of a text, whether it stands inside quotation marks. */
function* quotedWords(text: string): Generator<{ word: string; quoted: boolean }> {
  let quoted = false;
  for (const [piece] of romanise(text.slice(0, MAX_CHARACTERS)).matchAll(/[“„«‹‘”»›"]|\p{Script=Han}|[\p{L}\p{N}]+/gu)) {
    if (piece === "\"") quoted = !quoted;
    else if (OPENING.includes(piece)) quoted = true;
    else if (CLOSING.includes(piece)) quoted = false;
    else yield { word: piece, quoted };
  }
}

// FNV-1a, with a last mixing of the bits (MurmurHash3's) because the smallest values are what is kept.
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** The sketch of one or several texts; no shingle goes from one text into the next. */
export function sketchOf(texts: readonly string[]): Sketch {
  const hashes = new Set<number>();
  for (const text of texts) {
    const words = [...quotedWords(text)];
    for (let i = 0; i + SHINGLE_WORDS <= words.length; i++) {
      const shingle = words.slice(i, i + SHINGLE_WORDS);
      const words3 = shingle.map(({ word }) => word).join(" ");
      const copies = shingle.every(({ quoted }) => quoted) ? QUOTED_COPIES : 1;
      for (let copy = 0; copy < copies; copy++) hashes.add(hashOf(`${words3} ${copy}`));
    }
  }
  return Uint32Array.from(hashes).sort().slice(0, SKETCH_SIZE);
}

/**
 * The share of the shingles of either text that are in both (Jaccard's index), estimated from their sketches.
 *
 * @returns  in [0, 1]; 0 where either text is too short for a shingle
 */
export function resemblance(a: Sketch, b: Sketch): number {
  if (a.length === 0 || b.length === 0) return 0;
  const size = Math.min(SKETCH_SIZE, Math.max(a.length, b.length) < SKETCH_SIZE ? a.length + b.length : SKETCH_SIZE);
  let [i, j, union, both] = [0, 0, 0, 0];
  while (union < size && (i < a.length || j < b.length)) {
    const [x, y] = [a[i] ?? Infinity, b[j] ?? Infinity];
    if (x === y) both++;
    if (x <= y) i++;
    if (y <= x) j++;
    union++;
  }
  return union === 0 ? 0 : both / union;
}

/** Makes each text's sketch once: forty reprints share one. */
export class Sketchbook {
  private readonly sketches = new Map<string, Sketch>();

  /** Equal texts have the very same sketch. */
  of(texts: readonly string[]): Sketch {
    const key = texts.join("\n");
    const sketch = this.sketches.get(key) ?? sketchOf(texts);
    this.sketches.set(key, sketch);
    return sketch;
  }
}

/** Values under which near-copies are found: texts of which half is common share one of them but for one case in 250. */
export const bucketsOf = (sketch: Sketch): number[] => [...sketch.subarray(0, 8)];
