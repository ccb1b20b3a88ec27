import type { TokenRange } from "../text/sentences.ts";
import { hasVerb } from "./clauses.ts";
import type { Page, Sentence } from "./page.ts";
import { lowerAt } from "./page.ts";

// "In Rome, Prodi said that ...": what leads in is no content when the saying itself follows.
export function saysBefore(page: Page, sentence: TokenRange, from: number, right: TokenRange | null): boolean {
  for (let i = sentence.from; i < from; i++) if ((page.quotationAt[i] ?? -1) >= 0) return true;
  if (right !== null && page.pack.sources.that.has(lowerAt(page, right.from - 1))) return false;
  return hasVerb(page, sentence.from, from, true) || right === null;
}

export const endsContent = (page: Page, i: number): boolean => {
  const token = page.tokens[i];
  if (token === undefined) return false;
  if ((page.quotationAt[i] ?? -1) >= 0) return true;
  return [",", "–", "—", "-"].includes(token.lower) && !page.pack.grammar.coordinators.has(lowerAt(page, i - 1));
};

export const contentAround = (sentence: Sentence, tail: number, rest: TokenRange | null): TokenRange[] => {
  const before = { from: sentence.from, to: tail };
  return rest === null ? [before] : [before, rest];
};

// What follows the tail goes on being said when a conjunction or a quotation takes it up.
export function restAfter(page: Page, from: number, sentence: Sentence): TokenRange | null {
  for (let i = from; i < sentence.to - 3; i++) {
    if (["\"", "“"].includes(lowerAt(page, i))) return { from: i, to: sentence.to };
    if (lowerAt(page, i) === "," && (page.pack.grammar.coordinators.has(lowerAt(page, i + 1)) || page.pack.sources.verbs.has(lowerAt(page, i + 1)) || page.pack.grammar.subordinators.at(page.tokens, i + 1) !== null)) return { from: i + 1, to: sentence.to };
  }
  return null;
}

/** "In Gao, said a resident, 40 soldiers remain": what leads in holds no verb yet, so what is said goes on behind the speaker. */
export function restOfFragment(page: Page, tail: number, from: number, sentence: Sentence): TokenRange | null {
  if (lowerAt(page, from) !== "," || sentence.to - from < 4 || (page.quotationAt[tail - 1] ?? -1) >= 0) return null;
  let start = tail - 1;
  while (start > sentence.from && lowerAt(page, start - 1) !== ",") start--;
  return hasVerb(page, start, tail, true) ? null : { from: from + 1, to: sentence.to };
}

// `promised "a complete withdrawal"`, `said "we stay"`: nothing of what is said stands before the quotation.
export const beginsWithGroup = (page: Page, from: number, quote: number): boolean => quote > from && page.pack.grammar.determiners.has(lowerAt(page, from));

// What follows the verb: past "on Monday", "in a statement", "told reporters", to "that" or the first clause.
export function contentRight(page: Page, from: number, to: number, least = 4): TokenRange | null {
  const { sources } = page.pack;
  let end = from;
  while (end < to && lowerAt(page, end) !== ";") end++;
  for (let i = from; i < Math.min(end, from + 30) && !hasVerb(page, from, i, true); i++) {
    // "C, the paper reported on Wednesday, adding that D": the second saying has its own content.
    if (lowerAt(page, i) === "," && sources.verbs.has(lowerAt(page, i + 1)) && lowerAt(page, i + 1).endsWith("ing")) return null;
    if (sources.that.has(lowerAt(page, i))) return end - i > 3 ? { from: i + 1, to: end } : null;
    if (["\"", "“", ":"].includes(lowerAt(page, i)) && !beginsWithGroup(page, from, i)) return end - i > 3 ? { from: i, to: end } : null;
  }
  return end - from >= least ? { from, to: end } : null;
}
