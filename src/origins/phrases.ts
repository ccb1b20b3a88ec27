interface Entry {
  words: readonly string[];
  name: string;
}

/** One letter for the vowels that romanisations of Ukrainian, Russian and Belarusian tell apart in different ways. */
const plain = (word: string): string => word.replace(/[ijy]+/g, "i");

const fits = (pattern: string, word: string | undefined): boolean =>
  word !== undefined && (pattern.endsWith("*") ? word.startsWith(pattern.slice(0, -1)) : word === pattern);

/** Finds phrases in words: a table of names, each with the phrases that stand for it; a star stands for any ending. */
export class PhraseTable {
  private readonly byLetter = new Map<string, Entry[]>();

  constructor(table: Readonly<Record<string, readonly string[]>>) {
    for (const [name, phrases] of Object.entries(table)) {
      for (const phrase of phrases) {
        const words = plain(phrase).split(" ");
        const letter = plain(phrase).charAt(0);
        const entries = this.byLetter.get(letter) ?? [];
        this.byLetter.set(letter, [...entries, { words, name }].sort((a, b) => b.words.length - a.words.length));
      }
    }
  }

  /** The names whose phrases occur, the longest phrase first, and the words that are left. */
  takeFrom(words: readonly string[]): { names: string[]; rest: string[] } {
    const names = new Set<string>();
    const rest: string[] = [];
    const plainWords = words.map(plain);
    for (let i = 0; i < words.length; ) {
      const entries = this.byLetter.get((plainWords[i] as string).charAt(0));
      const entry = entries?.find(({ words: phrase }) => phrase.every((pattern, k) => fits(pattern, plainWords[i + k])));
      if (entry === undefined) rest.push(words[i] as string);
      else names.add(entry.name);
      i += entry?.words.length ?? 1;
    }
    return { names: [...names], rest };
  }
}
