import type { Token } from "../text/tokens.ts";
import { listedWords, listWord, UNLISTED } from "../text/word-ids.ts";

/** A phrase found in the tokens: `[from, to)` and what the lexicon says of it. */
export interface PhraseMatch<T> {
  from: number;
  to: number;
  value: T;
}

interface Phrase<T> {
  words: readonly string[];
  /** The numbers of its words. */
  ids: readonly number[];
  value: T;
}

/** The phrases that begin with one word: by itself, and by the number of the word behind it, the longest first. */
interface Begun<T> {
  alone: Phrase<T> | null;
  longer: Map<number, Phrase<T>[]> | null;
}

/**
 * A lexicon of phrases, looked up by their first word, or by their last; the longest phrase wins.
 * Phrases are written as a reader would type them; hyphens are words of their own, as in the tokens.
 */
export class PhraseTable<T> {
  readonly #begun = new WordIndex<Begun<T>>();
  readonly #ended = new WordIndex<Phrase<T>[]>();

  constructor(entries: Iterable<readonly [phrase: string, value: T]>) {
    const all = Array.from(entries, ([phrase, value]) => {
      const words = wordsOf(phrase);
      return { words, ids: words.map(listWord), value };
    });
    if (all.some(({ words }) => words.length === 0)) throw new Error("a lexicon holds an empty phrase");
    for (const phrase of all.toSorted((a, b) => b.words.length - a.words.length)) {
      this.#begin(phrase);
      this.#ended.of(phrase.ids.at(-1), () => []).push(phrase);
    }
  }

  // Of two phrases with the same words the first one counts.
  #begin(phrase: Phrase<T>): void {
    const [first, second] = phrase.ids;
    const begun = this.#begun.of(first, () => ({ alone: null, longer: null }));
    if (second === undefined) begun.alone ??= phrase;
    else {
      begun.longer ??= new Map<number, Phrase<T>[]>();
      const list = begun.longer.get(second);
      if (list === undefined) begun.longer.set(second, [phrase]);
      else list.push(phrase);
    }
  }

  /** The words that its phrases begin with. */
  *keys(): Generator<string> {
    for (const { alone, longer } of this.#begun) yield wordOf(alone ?? firstOf(longer), 0);
  }

  /** The first word of each phrase with its second; null where it has one word alone. */
  *openings(): Generator<readonly [first: string, second: string | null]> {
    for (const { alone, longer } of this.#begun) {
      if (alone !== null) yield [wordOf(alone, 0), null];
      for (const [phrase] of longer?.values() ?? []) yield [wordOf(phrase, 0), wordOf(phrase, 1)];
    }
  }

  /** The longest phrase that begins at token `i` and ends before `to`. */
  at(tokens: readonly Token[], i: number, to: number = tokens.length): PhraseMatch<T> | null {
    const begun = this.#begun.get(idAt(tokens, i));
    if (begun === undefined) return null;
    const longer = begun.longer === null ? undefined : begun.longer.get(idAt(tokens, i + 1));
    if (longer !== undefined) {
      for (const { ids, value } of longer) if (i + ids.length <= to && stands(ids, tokens, i, 2, ids.length)) return { from: i, to: i + ids.length, value };
    }
    return begun.alone !== null && i < to ? { from: i, to: i + 1, value: begun.alone.value } : null;
  }

  /** The longest phrase that ends with token `i` and begins at or after `from`. */
  endingAt(tokens: readonly Token[], i: number, from = 0, longest = 5): PhraseMatch<T> | null {
    const list = this.#ended.get(idAt(tokens, i));
    if (list === undefined) return null;
    for (const { ids, value } of list) {
      const start = i + 1 - ids.length;
      if (ids.length <= longest && start >= from && stands(ids, tokens, start, 0, ids.length - 1)) return { from: start, to: i + 1, value };
    }
    return null;
  }

  /** The first phrase that begins in `[from, to)`, longest at its place. */
  first(tokens: readonly Token[], from: number, to: number): PhraseMatch<T> | null {
    for (let i = from; i < to; i++) {
      const match = this.at(tokens, i, to);
      if (match !== null) return match;
    }
    return null;
  }

  /** Every phrase with what the lexicon says of it, its words as the tokens have them. */
  *[Symbol.iterator](): Generator<readonly [words: readonly string[], value: T]> {
    for (const { alone, longer } of this.#begun) {
      if (alone !== null) yield [alone.words, alone.value];
      for (const list of longer?.values() ?? []) for (const { words, value } of list) yield [words, value];
    }
  }
}

/** What a lexicon has for a word, by the word's number: an index into a short list, so that asking costs two reads. */
class WordIndex<V> {
  #places = new Uint16Array(0);
  readonly #values: (V | undefined)[] = [undefined];

  get(id: number): V | undefined {
    return id < this.#places.length ? this.#values[this.#places[id] as number] : undefined;
  }

  /** The same; made where there is none yet. @throws RangeError beyond 65,535 words */
  of(id: number = UNLISTED, make: () => V): V {
    const known = this.get(id);
    if (known !== undefined) return known;
    if (this.#values.length > 0xffff) throw new RangeError("a lexicon has too many first words");
    const value = make();
    if (id >= this.#places.length) this.#places = grown(this.#places, id + 1);
    this.#places[id] = this.#values.push(value) - 1;
    return value;
  }

  *[Symbol.iterator](): Generator<V> {
    for (const value of this.#values) if (value !== undefined) yield value;
  }
}

function grown(places: Uint16Array<ArrayBuffer>, least: number): Uint16Array<ArrayBuffer> {
  const longer = new Uint16Array(Math.max(least, Math.min(2 * places.length, listedWords() + 1)));
  longer.set(places);
  return longer;
}

const wordOf = (phrase: Phrase<unknown> | undefined, i: number): string => phrase?.words[i] ?? "";

function firstOf<T>(longer: ReadonlyMap<number, readonly Phrase<T>[]> | null): Phrase<T> | undefined {
  for (const [phrase] of longer?.values() ?? []) return phrase;
  return undefined;
}

// An array is not asked for what is before its first element: that is slow.
const idAt = (tokens: readonly Token[], i: number): number => (i < 0 ? UNLISTED : tokens[i]?.id ?? UNLISTED);

// Whether the words `[first, end)` of a phrase stand there when its first stands at token `from`; the index has settled the other one.
function stands(ids: readonly number[], tokens: readonly Token[], from: number, first: number, end: number): boolean {
  for (let k = first; k < end; k++) if (tokens[from + k]?.id !== ids[k]) return false;
  return true;
}

/** Splits a phrase as the tokeniser would: at spaces, around hyphens, before clitics, between letters and digits. */
export function wordsOf(phrase: string): string[] {
  return phrase
    .toLowerCase()
    .replaceAll("-", " - ")
    .replaceAll(/(?<=\p{L})(?=\d)|(?<=\d)(?=\p{L})/gu, " ")
    .replaceAll(/('s|s')(?= |$)/g, (ending) => (ending === "'s" ? " 's" : "s '"))
    .split(" ")
    .filter((word) => word !== "");
}

/** `"a b c"` as the set of its words: how short word lists are written in the packs. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ""));

/** `"a; b c; d"` as phrases with one value. */
export const phrases = <T>(list: string, value: T): [string, T][] =>
  list
    .split(";")
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== "")
    .map((phrase) => [phrase, value]);
