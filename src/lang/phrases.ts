import type { Token } from "../text/tokens.ts";

/** A phrase found in the tokens: `[from, to)` and what the lexicon says of it. */
export interface PhraseMatch<T> {
  from: number;
  to: number;
  value: T;
}

/**
 * A lexicon of phrases, looked up by their first word; the longest phrase wins.
 * Phrases are written as a reader would type them; hyphens are words of their own, as in the tokens.
 */
export class PhraseTable<T> {
  readonly #byFirst = new Map<string, { words: string[]; value: T }[]>();

  constructor(entries: Iterable<readonly [phrase: string, value: T]>) {
    for (const [phrase, value] of entries) this.#add(wordsOf(phrase), value);
    for (const list of this.#byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  }

  #add(words: string[], value: T): void {
    const first = words[0];
    if (first === undefined) throw new Error("a lexicon holds an empty phrase");
    const list = this.#byFirst.get(first);
    if (list === undefined) this.#byFirst.set(first, [{ words, value }]);
    else list.push({ words, value });
  }

  /** The longest phrase that begins at token `i` and ends before `to`. */
  at(tokens: readonly Token[], i: number, to: number = tokens.length): PhraseMatch<T> | null {
    const list = this.#byFirst.get(tokens[i]?.lower ?? "");
    if (list === undefined) return null;
    for (const { words, value } of list) {
      if (i + words.length > to) continue;
      let k = 1;
      while (k < words.length && tokens[i + k]?.lower === words[k]) k++;
      if (k === words.length) return { from: i, to: i + k, value };
    }
    return null;
  }

  /** The longest phrase that ends with token `i` and begins at or after `from`. */
  endingAt(tokens: readonly Token[], i: number, from = 0, longest = 5): PhraseMatch<T> | null {
    for (let start = Math.max(from, i - longest + 1); start <= i; start++) {
      const match = this.at(tokens, start, i + 1);
      if (match !== null && match.to === i + 1) return match;
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
    for (const list of this.#byFirst.values()) for (const { words, value } of list) yield [words, value];
  }
}

/** Splits a phrase as the tokeniser would: at spaces, around hyphens, before clitics. */
export function wordsOf(phrase: string): string[] {
  return phrase
    .toLowerCase()
    .replaceAll("-", " - ")
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
