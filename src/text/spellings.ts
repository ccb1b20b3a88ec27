import type { Token } from "./tokens.ts";
import { idOf, listedWords } from "./word-ids.ts";

/** What the letters of a token alone tell, wherever it stands. */
export interface Spelling extends Pick<Token, "kind" | "lower" | "capital" | "shouted" | "id"> {
  /** The letters themselves. */
  words: string;
  /** Where its last apostrophe stands; -1 without one. */
  apostrophe: number;
}

const NUMBER = /^\d/;
const WORD = /^[\p{L}\p{M}]/u;
const CAPITAL = /^\p{Lu}/u;
const SHOUTED = /^[\p{Lu}.\d]+$/u;
const CURLY = /[’ʼ]/g;
const MAX_WORD = 60;

// News says much in few words, so what has been worked out for one is remembered, and found again by its letters
// without cutting them out of the text. There are so many slots and no more, each word has four of them to stand in,
// and a newcomer takes the place of another where all four are taken: endless input cannot fill the memory, nor can
// words that were made to meet in one slot slow the search down.
const SLOTS = 2 ** 15;
const CHOICES = 4;
const LONGEST_REMEMBERED = 24;
const noSpellings = (): (Spelling | undefined)[] => Array.from({ length: SLOTS });
let remembered = noSpellings();
let listed = 0;

/** To be called before a text: a lexicon that came since the last one has given numbers to words that had none. */
export function forgetIfListed(): void {
  if (listed === listedWords()) return;
  listed = listedWords();
  remembered = noSpellings();
}

/** The spelling of the letters `[start, end)` of a text. */
export function spellingAt(text: string, start: number, end: number): Spelling {
  if (end - start > LONGEST_REMEMBERED) return spell(text.slice(start, end));
  // FNV-1a, as in marked-words.ts.
  let hash = 0x811c9dc5 | 0;
  for (let i = start; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  const home = hash ^ (hash >>> 15);
  let slot = home & (SLOTS - 1);
  for (let choice = 0; choice < CHOICES; choice++) {
    const at = (home + choice) & (SLOTS - 1);
    const known = remembered[at];
    if (known !== undefined && isSpelled(known.words, text, start, end)) return known;
    if (known !== undefined) continue;
    slot = at;
    break;
  }
  const spelling = spell(detached(text, start, end));
  remembered[slot] = spelling;
  return spelling;
}

// A copy of its own: a slice of more than twelve letters would keep its whole text in memory.
const PIECE = 12;
const detached = (text: string, start: number, end: number): string =>
  end - start > PIECE ? text.slice(start, start + PIECE) + text.slice(start + PIECE, end) : text.slice(start, end);

function isSpelled(words: string, text: string, start: number, end: number): boolean {
  if (words.length !== end - start) return false;
  for (let i = 0; i < words.length; i++) if (words.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}

function spell(words: string): Spelling {
  const kind = NUMBER.test(words) ? "number" : WORD.test(words) ? "word" : "mark";
  const lower = words.length > MAX_WORD ? words : words.toLowerCase().replaceAll(CURLY, "'");
  const apostrophe = Math.max(words.lastIndexOf("'"), words.lastIndexOf("’"), words.lastIndexOf("ʼ"));
  return { kind, lower, capital: CAPITAL.test(words), shouted: SHOUTED.test(words), id: idOf(lower), words, apostrophe };
}
