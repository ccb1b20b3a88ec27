import type { Token } from "../text/tokens.ts";
import { wordAt } from "../text/tokens.ts";

/** A phrase found in the tokens: `[from, to)` and what the lexicon says of it. */
export interface PhraseMatch<T> {
  from: number;
  to: number;
  value: T;
}

interface Phrase<T> {
  words: readonly string[];
  value: T;
}

/** The phrases that begin with one word: by itself, and by the word behind it, the longest first. */
interface Begun<T> {
  alone: Phrase<T> | null;
  longer: Map<string, Phrase<T>[]>;
}

/**
 * A lexicon of phrases, looked up by their first word, or by their last; the longest phrase wins.
 * Phrases are written as a reader would type them; hyphens are words of their own, as in the tokens.
 */
export class PhraseTable<T> {
  readonly #byFirst = new Map<string, Begun<T>>();
  readonly #byLast = new Map<string, Phrase<T>[]>();

  constructor(entries: Iterable<readonly [phrase: string, value: T]>) {
    const all = Array.from(entries, ([phrase, value]) => ({ words: wordsOf(phrase), value }));
    if (all.some(({ words }) => words.length === 0)) throw new Error("a lexicon holds an empty phrase");
    for (const phrase of all.toSorted((a, b) => b.words.length - a.words.length)) {
      this.#begin(phrase);
      addTo(this.#byLast, phrase.words.at(-1), phrase);
    }
  }

  // Of two phrases with the same words the first one counts.
  #begin(phrase: Phrase<T>): void {
    const [first = "", second] = phrase.words;
    const begun = this.#byFirst.get(first) ?? { alone: null, longer: new Map<string, Phrase<T>[]>() };
    this.#byFirst.set(first, begun);
    if (second === undefined) begun.alone ??= phrase;
    else addTo(begun.longer, second, phrase);
  }

  /** The words that its phrases begin with. */
  keys(): IterableIterator<string> {
    return this.#byFirst.keys();
  }

  /** The first word of each phrase with its second; null where it has one word alone. */
  *openings(): Generator<readonly [first: string, second: string | null]> {
    for (const [first, { alone, longer }] of this.#byFirst) {
      if (alone !== null) yield [first, null];
      for (const second of longer.keys()) yield [first, second];
    }
  }

  /** The longest phrase that begins at token `i` and ends before `to`. */
  at(tokens: readonly Token[], i: number, to: number = tokens.length): PhraseMatch<T> | null {
    const begun = this.#byFirst.get(wordAt(tokens, i));
    if (begun === undefined) return null;
    const longer = begun.longer.size === 0 ? undefined : begun.longer.get(wordAt(tokens, i + 1));
    if (longer !== undefined) {
      for (const { words, value } of longer) if (i + words.length <= to && stands(words, tokens, i, 2, words.length)) return { from: i, to: i + words.length, value };
    }
    return begun.alone !== null && i < to ? { from: i, to: i + 1, value: begun.alone.value } : null;
  }

  /** The longest phrase that ends with token `i` and begins at or after `from`. */
  endingAt(tokens: readonly Token[], i: number, from = 0, longest = 5): PhraseMatch<T> | null {
    const list = this.#byLast.get(wordAt(tokens, i));
    if (list === undefined) return null;
    for (const { words, value } of list) {
      const start = i + 1 - words.length;
      if (words.length <= longest && start >= from && stands(words, tokens, start, 0, words.length - 1)) return { from: start, to: i + 1, value };
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
    for (const { alone, longer } of this.#byFirst.values()) {
      if (alone !== null) yield [alone.words, alone.value];
      for (const list of longer.values()) for (const { words, value } of list) yield [words, value];
    }
  }
}

function addTo<T>(index: Map<string, T[]>, word: string | undefined, entry: T): void {
  const list = index.get(word ?? "");
  if (list === undefined) index.set(word ?? "", [entry]);
  else list.push(entry);
}

// Whether the words `[first, end)` of a phrase stand there when its first stands at token `from`; the index has settled the other one.
function stands(words: readonly string[], tokens: readonly Token[], from: number, first: number, end: number): boolean {
  for (let k = first; k < end; k++) if (tokens[from + k]?.lower !== words[k]) return false;
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
