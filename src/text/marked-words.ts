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
const LETTER = 3;
const CAPITAL = 4;
const DIGIT = 5;
const KINDS = new Uint8Array(0x10000);

function classify(code: number): number {
  const character = String.fromCharCode(code);
  if (/\d/.test(character)) return DIGIT;
  if (/[.,;:!?()…–—]/.test(character)) return DIVIDER;
  if (!/[\p{L}\p{M}]/u.test(character)) return BREAK;
  return lowerOf(code) === code ? LETTER : CAPITAL;
}

const lowerOf = (code: number): number => String.fromCharCode(code).toLowerCase().charCodeAt(0);
const kindOf = (code: number): number => KINDS[code] || (KINDS[code] = classify(code));
const kindAt = (text: string, i: number): number => (i < text.length ? kindOf(text.charCodeAt(i)) : BREAK);

const FULL_STOP = ".".charCodeAt(0);
const COMMA = ",".charCodeAt(0);
const ENDS = new Set([..."!?."].map((mark) => mark.charCodeAt(0)));
const YEARS = { from: 1500, to: 2099 };

// FNV-1a over UTF-16 units (Fowler, Noll, Vo): http://www.isthe.com/chongo/tech/comp/fnv/
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const step = (hash: number, code: number): number => Math.imul(hash ^ code, FNV_PRIME);

function hashOf(word: string): number {
  let hash = FNV_OFFSET;
  for (let i = 0; i < word.length; i++) hash = step(hash, word.charCodeAt(i));
  return hash;
}

/**
 * Words with marks (bits) that a text is searched for in one pass over its characters, without cutting it up: a word is
 * hashed while it is read, and the table is asked by its hash alone. Two listed words with one hash are refused; a word
 * that is not listed bears the hash of one that is about once in a million times, and passes for it.
 */
export class MarkedWords {
  readonly #hashes: Int32Array;
  readonly #marks: Int32Array;
  readonly #mask: number;
  readonly #number: number;

  /**
   * @param marks  lower-case words of two letters or more, with their bits (not 0)
   * @param number the mark of numbers in figures; years bear none
   * @throws RangeError when two words have one hash
   */
  constructor(marks: ReadonlyMap<string, number>, number: number) {
    // A quarter full at most, so that most words that are not listed end at an empty slot at once.
    const size = 2 ** Math.ceil(Math.log2(4 * Math.max(1, marks.size)));
    this.#hashes = new Int32Array(size);
    this.#marks = new Int32Array(size);
    this.#mask = size - 1;
    this.#number = number;
    for (const [word, bits] of marks) {
      const hash = hashOf(word);
      const slot = this.#slotOf(hash);
      if (this.#marks[slot] !== 0) throw new RangeError(`${JSON.stringify(word)} has the hash of another word`);
      this.#hashes[slot] = hash;
      this.#marks[slot] = bits;
    }
  }

  /** Where a hash stands, or the empty slot where it would. */
  #slotOf(hash: number): number {
    let slot = (hash ^ (hash >>> 15)) & this.#mask;
    while (this.#marks[slot] !== 0 && this.#hashes[slot] !== hash) slot = (slot + 1) & this.#mask;
    return slot;
  }

  /**
   * Reads a text once and tells the watcher of each marked word, until it has enough. The full stops inside an acronym
   * are no part of it: "U.S." is the word "us". Words of one letter are counted, and never marked.
   *
   * @returns whether the watcher ended the search
   */
  search(text: string, watcher: WordWatcher): boolean {
    let [index, phrase, sentence, i] = [-1, 0, 0, 0];
    while (i < text.length) {
      const code = text.charCodeAt(i);
      const kind = kindOf(code);
      if (kind === BREAK || kind === DIVIDER) {
        if (kind === DIVIDER) {
          phrase = index + 1;
          if (ENDS.has(code)) sentence = phrase;
        }
        i++;
        continue;
      }
      index++;
      if (kind === DIGIT) {
        const end = numberEnd(text, i);
        if (!isYear(text, i, end) && watcher.onWord(this.#number, index, false, phrase, sentence)) return true;
        i = end;
        continue;
      }
      const start = i;
      let hash = FNV_OFFSET;
      for (let next = kind; next > DIVIDER; next = kindAt(text, i)) {
        const letter = text.charCodeAt(i++);
        hash = step(hash, next === CAPITAL ? lowerOf(letter) : letter);
        if (next === CAPITAL && text.charCodeAt(i) === FULL_STOP && kindAt(text, i + 1) === CAPITAL) i++;
      }
      if (i - start === 1) continue;
      const marks = this.#marks[this.#slotOf(hash)] ?? 0;
      if (marks !== 0 && watcher.onWord(marks, index, kind === CAPITAL, phrase, sentence)) return true;
    }
    return false;
  }
}

// "2,000", "76th", "1.5": figures, what divides them and what hangs on to them.
function numberEnd(text: string, from: number): number {
  for (let i = from + 1; ; i++) {
    const code = text.charCodeAt(i);
    const divides = (code === COMMA || code === FULL_STOP) && kindAt(text, i + 1) === DIGIT;
    if (!divides && kindAt(text, i) <= DIVIDER) return i;
  }
}

function isYear(text: string, from: number, to: number): boolean {
  if (to - from !== 4) return false;
  const value = Number(text.slice(from, to));
  return value >= YEARS.from && value <= YEARS.to;
}
