import type { Token } from "./tokens.ts";
import { idOf, listedWords } from "./word-ids.ts";

/** What the letters of a token alone tell, wherever it stands. */
export interface Spelling extends Pick<Token, "kind" | "text" | "lower" | "capital" | "shouted" | "id"> {
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

/** The hash of no letters at all, and with one more: FNV-1a, as in marked-words.ts. */
export const NO_LETTERS = 0x811c9dc5 | 0;
export const hashWith = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

export function hashOf(text: string, start: number, end: number): number {
  let hash = NO_LETTERS;
  for (let i = start; i < end; i++) hash = hashWith(hash, text.charCodeAt(i));
  return hash;
}

/** The spelling of the letters `[start, end)` of a text, by their hash. */
export function spellingAt(text: string, start: number, end: number, hash: number): Spelling {
  if (end - start > LONGEST_REMEMBERED) return spell(text.slice(start, end));
  const home = hash ^ (hash >>> 15);
  let slot = home & (SLOTS - 1);
  for (let choice = 0; choice < CHOICES; choice++) {
    const at = (home + choice) & (SLOTS - 1);
    const known = remembered[at];
    if (known !== undefined && isSpelled(known.text, text, start, end)) return known;
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

function spell(text: string): Spelling {
  const kind = NUMBER.test(text) ? "number" : WORD.test(text) ? "word" : "mark";
  const lower = text.length > MAX_WORD ? text : text.toLowerCase().replaceAll(CURLY, "'");
  const apostrophe = Math.max(text.lastIndexOf("'"), text.lastIndexOf("’"), text.lastIndexOf("ʼ"));
  return { kind, text, lower, capital: CAPITAL.test(text), shouted: SHOUTED.test(text), id: idOf(lower), apostrophe };
}
