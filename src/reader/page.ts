import type { Document, Span } from "../claims/index.ts";
import type { LanguagePack } from "../lang/pack.ts";
import type { PhraseMatch, PhraseTable } from "../lang/phrases.ts";
import type { Token } from "../text/tokens.ts";
import { wordAt } from "../text/tokens.ts";
import type { TokenRange } from "../text/sentences.ts";

/** Kinds of part that a news text is made of. */
export type Part = "headline" | "standfirst" | "byline" | "section" | "caption" | "correction" | "furniture" | "body";

export interface Paragraph extends TokenRange {
  part: Part;
  /** Tokens that only say where and when it was filed ("BRUSSELS, Dec 6 -"), at the paragraph's head. */
  dateline: TokenRange | null;
  /** Tokens of a transcript's speaker label ("RYDER:"), at the paragraph's head. */
  label: TokenRange | null;
}

export interface Sentence extends TokenRange {
  paragraph: number;
  part: Part;
}

/** A run of tokens that a rule has given a meaning. */
export interface Mention<T> extends TokenRange {
  rule: string;
  value: T;
}

/** The text under reading: immutable, with what the earlier passes have found. Later passes only add. */
export interface Page {
  document: Document;
  text: string;
  pack: LanguagePack;
  tokens: readonly Token[];
  paragraphs: readonly Paragraph[];
  sentences: readonly Sentence[];
  quotations: readonly TokenRange[];
  /** For each token the index of its quotation, or -1. */
  quotationAt: Int32Array;
  /** For each token the index of its paragraph. */
  paragraphAt: Int32Array;
  /** For each token the bits of `OPENS`: what may begin there. */
  opens: Int32Array;
  /** First tokens of sentences. */
  sentenceStarts: ReadonlySet<number>;
  /** ISO codes of the states that the text names: a place of many namesakes is sought there first. */
  countries: ReadonlySet<string>;
  /** Lower-case surnames of people that the text names: no places. */
  surnames: ReadonlySet<string>;
}

/** Offsets of a range in the text. */
export const startOf = (page: Page, range: TokenRange): number => page.tokens[range.from]?.start ?? 0;
export const endOf = (page: Page, range: TokenRange): number => page.tokens[range.to - 1]?.end ?? 0;
export const spanOf = (page: Page, range: TokenRange): Span => ({ start: startOf(page, range), end: endOf(page, range) });

/** The words of a range, exactly as they stand. */
export const textAt = (page: Page, range: TokenRange): string => (range.to - range.from === 1 ? page.tokens[range.from]?.text ?? "" : page.text.slice(startOf(page, range), endOf(page, range)));

/** A range's words as a name is written: what the text breaks over two lines is one name all the same. */
export const wordsAt = (page: Page, range: TokenRange): string => {
  const words = textAt(page, range);
  return isPlain(page, range) ? words : words.replace(/\s+/g, " ");
};

// Nothing but single spaces between its tokens, as nearly everywhere.
function isPlain(page: Page, range: TokenRange): boolean {
  for (let i = range.from + 1; i < range.to; i++) {
    const start = page.tokens[i]?.start ?? 0;
    const gap = start - (page.tokens[i - 1]?.end ?? 0);
    if (gap > 1 || (gap === 1 && page.text.charCodeAt(start - 1) !== SPACE)) return false;
  }
  return true;
}
const SPACE = 32;

export const lowerAt = (page: Page, i: number): string => wordAt(page.tokens, i);

/** Whether a mention of that sort may begin at token `i`. */
export const opens = (page: Page, i: number, what: number): boolean => ((page.opens[i] ?? 0) & what) !== 0;

/** The first phrase of a table in a range, longest at its place; asked only where one may begin. */
export function firstIn<T>(page: Page, table: PhraseTable<T>, what: number, range: TokenRange): PhraseMatch<T> | null {
  for (let i = range.from; i < range.to; i++) {
    const match = opens(page, i, what) ? table.at(page.tokens, i, range.to) : null;
    if (match !== null) return match;
  }
  return null;
}

/** A function word; "US" and "IT" in capitals are names. */
export const isStop = (page: Page, i: number): boolean => {
  const token = page.tokens[i];
  return token !== undefined && page.pack.grammar.stops.has(token.lower) && !(token.shouted && token.end - token.start > 1);
};

export const within = (outer: TokenRange, i: number): boolean => outer.from <= i && i < outer.to;

export const inside = (outer: TokenRange, inner: TokenRange): boolean => outer.from <= inner.from && inner.to <= outer.to;

export const meets = (a: TokenRange, b: TokenRange): boolean => a.from < b.to && b.from < a.to;

/** For each of so many tokens the index of the range that holds it, or -1. A loop, since filling such short runs costs a call each. */
export function holdersOf(tokens: number, ranges: readonly TokenRange[]): Int32Array {
  const holders = new Int32Array(tokens).fill(-1);
  ranges.forEach(({ from, to }, index) => {
    for (let i = from; i < to; i++) holders[i] = index;
  });
  return holders;
}

/** Mentions of a layer that lie in a range; layers are in text order. */
export function among<T extends TokenRange>(layer: readonly T[], range: TokenRange): T[] {
  const found: T[] = [];
  for (let i = lowerBound(layer, range.from); i < layer.length; i++) {
    const item = layer[i];
    if (item === undefined || item.from >= range.to) break;
    if (item.to <= range.to) found.push(item);
  }
  return found;
}

function lowerBound(layer: readonly TokenRange[], from: number): number {
  let [low, high] = [0, layer.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((layer[middle]?.from ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
