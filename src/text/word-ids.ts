// Words that lexicons hold, by number: a token bears the number of its word, so that a lexicon is asked by an index and
// not by letters. The numbers mean nothing and are never shown; there are no more of them than lexicons have words.
const ids = new Map<string, number>();

/** The number of every word that no lexicon holds. */
export const UNLISTED = 0;

/** Gives a lower-case word of a lexicon its number; the same one each time. */
export function listWord(word: string): number {
  const known = ids.get(word);
  if (known !== undefined) return known;
  ids.set(word, ids.size + 1);
  return ids.size;
}

/** The number of a lower-case word of a text. */
export const idOf = (word: string): number => ids.get(word) ?? UNLISTED;

/** How many words lexicons hold: what was worked out for fewer has to be worked out anew. */
export const listedWords = (): number => ids.size;
