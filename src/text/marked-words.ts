/** Is told of each marked word that a search comes upon. */
export interface WordWatcher {
  /**
   * @param marks    the word's bits
   * @param index    its place among all words of the text
   * @param capital  it begins with a capital letter
   * @param phrase   the place of the first word behind the last comma, stop or bracket
   * @param sentence the same for what ends a sentence
   * @returns true to end the search
   */
  onWord(marks: number, index: number, capital: boolean, phrase: number, sentence: number): boolean;
}

// What a character is to the search; 0 stands for one not met before.
const BREAK = 1;
const DIVIDER = 2;
const END = 3;
const LETTER = 4;
const CAPITAL = 5;
const DIGIT = 6;
const KINDS = new Uint8Array(0x10000);

function classify(code: number): number {
  const character = String.fromCharCode(code);
  if (/\d/.test(character)) return DIGIT;
  if (/[.!?]/.test(character)) return END;
  if (/[,;:()…–—]/.test(character)) return DIVIDER;
  if (!/[\p{L}\p{M}]/u.test(character)) return BREAK;
  return character.toLowerCase() === character ? LETTER : CAPITAL;
}

const lowerOf = (code: number): number => (code < 128 ? code | 32 : String.fromCharCode(code).toLowerCase().charCodeAt(0));
const kindOf = (code: number): number => KINDS[code] || (KINDS[code] = classify(code));
const kindAt = (text: string, i: number): number => (i < text.length ? kindOf(text.charCodeAt(i)) : BREAK);

const SPACE = " ".charCodeAt(0);
const codeAt = (text: string, i: number): number => (i < text.length ? text.charCodeAt(i) : SPACE);
const SMALL_A = "a".charCodeAt(0);
const SMALL_Z = "z".charCodeAt(0);
const FULL_STOP = ".".charCodeAt(0);
const COMMA = ",".charCodeAt(0);
const YEARS = { from: 1500, to: 2099 };

// FNV-1a over UTF-16 units (Fowler, Noll, Vo): http://www.isthe.com/chongo/tech/comp/fnv/
const SEED = 0x811c9dc5 | 0;
const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);
const slotAt = (hash: number): number => hash ^ (hash >>> 15);

function hashOf(word: string): number {
  let hash = SEED;
  for (let i = 0; i < word.length; i++) hash = step(hash, word.charCodeAt(i));
  return hash;
}

/**
 * Words with marks (bits) that a text is searched for in one pass over its characters, without cutting it up: a word is
 * hashed while it is read, and the table is asked by its hash alone. Two listed words with one hash are refused; a word
 * that is not listed bears the hash of one that is about once in a million times, and passes for it.
 */
export class MarkedWords {
  /** Pairs of a hash and its marks. */
  readonly #slots: Int32Array;
  readonly #mask: number;
  /** A bit for each of the 2^16 ends that a hash can have, set where a listed word has it: small enough to stay at hand, and most words end here. */
  readonly #ends = new Uint8Array(2 ** 13);
  readonly #number: number;

  /**
   * @param marks  lower-case words of two letters or more, with their bits (not 0)
   * @param number the mark of numbers in figures; years bear none
   * @throws RangeError when two words have one hash
   */
  constructor(marks: ReadonlyMap<string, number>, number: number) {
    // Half full at most, so that a word that is not listed soon ends at an empty slot.
    const size = 2 ** Math.ceil(Math.log2(2 * Math.max(1, marks.size)));
    this.#slots = new Int32Array(2 * size);
    this.#mask = size - 1;
    this.#number = number;
    for (const [word, bits] of marks) {
      const hash = hashOf(word);
      const slot = this.#slotOf(hash);
      if (this.#slots[slot + 1] !== 0) throw new RangeError(`${JSON.stringify(word)} has the hash of another word`);
      this.#slots.set([hash, bits], slot);
      const end = slotAt(hash) & 0xffff;
      this.#ends[end >> 3] = (this.#ends[end >> 3] as number) | (1 << (end & 7));
    }
  }

  /** Where a hash stands, or the empty slot where it would. */
  #slotOf(hash: number): number {
    const slots = this.#slots;
    let at = slotAt(hash) & this.#mask;
    while (slots[2 * at + 1] !== 0 && slots[2 * at] !== hash) at = (at + 1) & this.#mask;
    return 2 * at;
  }

  /**
   * Reads a text once and tells the watcher of each marked word, until it has enough. The full stops inside an acronym
   * are no part of it: "U.S." is the word "us".
   *
   * @returns whether the watcher ended the search
   */
  search(text: string, watcher: WordWatcher): boolean {
    const [slots, mask, ends] = [this.#slots, this.#mask, this.#ends];
    let [index, phrase, sentence] = [-1, 0, 0];
    let hash = SEED;
    let capital = false;
    for (let i = 0; i <= text.length; i++) {
      let code = codeAt(text, i);
      // Most characters are these, and need no table.
      while (code >= SMALL_A && code <= SMALL_Z) {
        hash = step(hash, code);
        code = codeAt(text, ++i);
      }
      const kind = kindOf(code);
      if (kind < LETTER) {
        if (hash !== SEED) {
          index++;
          let at = slotAt(hash);
          if (((ends[(at & 0xffff) >> 3] as number) & (1 << (at & 7))) !== 0) {
            at &= mask;
            while (slots[2 * at] !== hash && slots[2 * at + 1] !== 0) at = (at + 1) & mask;
            const marks = slots[2 * at + 1] as number;
            if (marks !== 0 && watcher.onWord(marks, index, capital, phrase, sentence)) return true;
          }
          hash = SEED;
          capital = false;
        }
        if (kind !== BREAK && !(code === FULL_STOP && endsAcronym(text, i))) {
          phrase = index + 1;
          if (kind === END) sentence = phrase;
        }
      } else if (kind === LETTER || (kind === DIGIT && hash !== SEED)) hash = step(hash, code);
      else if (kind === CAPITAL) {
        capital ||= hash === SEED;
        hash = step(hash, lowerOf(code));
        if (text.charCodeAt(i + 1) === FULL_STOP && kindAt(text, i + 2) === CAPITAL) i++;
      } else {
        const end = numberEnd(text, i);
        index++;
        if (!isYear(text, i, end) && watcher.onWord(this.#number, index, false, phrase, sentence)) return true;
        i = end - 1;
      }
    }
    return false;
  }
}

// The last full stop of "U.N." ends no sentence.
const endsAcronym = (text: string, stop: number): boolean => text.charCodeAt(stop - 2) === FULL_STOP && kindAt(text, stop - 1) === CAPITAL;

// "2,000", "76th", "1.5": figures, what divides them and what hangs on to them.
function numberEnd(text: string, from: number): number {
  for (let i = from + 1; ; i++) {
    const code = text.charCodeAt(i);
    const divides = (code === COMMA || code === FULL_STOP) && kindAt(text, i + 1) === DIGIT;
    if (!divides && kindAt(text, i) < LETTER) return i;
  }
}

function isYear(text: string, from: number, to: number): boolean {
  if (to - from !== 4) return false;
  const value = Number(text.slice(from, to));
  return value >= YEARS.from && value <= YEARS.to;
}
