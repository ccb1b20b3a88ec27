import { romanWords } from "./romanise.ts";

interface Entry {
  words: readonly string[];
  name: string;
}

const fits = (pattern: string, word: string | undefined): boolean =>
  word !== undefined && (pattern.endsWith("*") ? word.startsWith(pattern.slice(0, -1)) : word === pattern);

/** Finds phrases in words: a table of names, each with the phrases that stand for it; a star stands for any ending. */
export class PhraseTable {
  private readonly byLetter = new Map<string, Entry[]>();

  constructor(table: Readonly<Record<string, readonly string[]>>) {
    for (const [name, phrases] of Object.entries(table)) {
      for (const phrase of phrases) {
        const words = phrase.split(" ");
        const entries = this.byLetter.get(phrase.charAt(0)) ?? [];
        this.byLetter.set(phrase.charAt(0), [...entries, { words, name }].sort((a, b) => b.words.length - a.words.length));
      }
    }
  }

  /** The names whose phrases occur, the longest phrase first, and the words that are left. */
  takeFrom(words: readonly string[]): { names: string[]; rest: string[] } {
    const names = new Set<string>();
    const rest: string[] = [];
    for (let i = 0; i < words.length; ) {
      const word = words[i] as string;
      const entry = this.byLetter.get(word.charAt(0))?.find(({ words: phrase }) => phrase.every((pattern, k) => fits(pattern, words[i + k])));
      if (entry === undefined) rest.push(word);
      else names.add(entry.name);
      i += entry?.words.length ?? 1;
    }
    return { names: [...names], rest };
  }

  has(text: string): boolean {
    return this.takeFrom(romanWords(text)).names.length > 0;
  }
}
