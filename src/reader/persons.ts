import type { TokenRange } from "../text/sentences.ts";
import type { Page } from "./page.ts";
import { isStop, lowerAt, wordsAt } from "./page.ts";

/** The first run of capitalised words that is no role, title, state or organisation. */
export function personIn(page: Page, range: TokenRange, role: TokenRange | null, body: TokenRange | null): string | null {
  const { sources, states, times } = page.pack;
  for (let i = range.from; i < range.to; i++) {
    if (!canBeName(page, i) || (lowerAt(page, i - 1) === "(" && i > range.from) || (role !== null && i >= role.from && i < role.to) || (body !== null && i >= body.from && i < body.to)) continue;
    const seat = states.metonyms.at(page.tokens, i, range.to) ?? states.names.at(page.tokens, i, range.to);
    if (seat !== null) {
      i = seat.to - 1;
      continue;
    }
    const nation = states.adjectives.at(page.tokens, i, range.to);
    if (nation !== null) {
      i = nation.to - 1;
      continue;
    }
    if (sources.titles.has(lowerAt(page, i)) || times.weekdays.has(lowerAt(page, i)) || times.months.has(lowerAt(page, i))) continue;
    const place = page.pack.places.index.find(wordsAt(page, { from: i, to: i + 1 }));
    // "in New York": the name of a place begins in front of what looks like a person's.
    let start = i;
    while (start - 1 > range.from && page.tokens[start - 1]?.capital === true && !canBeName(page, start - 1)) start--;
    const previous = lowerAt(page, start - 1);
    if (place !== null && place.kind !== "city" && (previous === "of" || previous === "in")) continue;
    const to = nameEnd(page, i, range.to, body);
    // "Opposition leader", "Military analysts": the sentence's first word has its capital from there.
    if (role !== null && to === role.from && startsSentence(page, i)) {
      i = to - 1;
      continue;
    }
    const alone = to - i === 1 && role === null && startsSentence(page, i) && !page.surnames.has(lowerAt(page, i)) && (range.to > to || lowerAt(page, i).endsWith("s"));
    if (alone || (i > range.from && BEFORE_OTHERS.has(previous))) {
      i = to - 1;
      continue;
    }
    if (page.pack.grammar.possessive.has(lowerAt(page, to)) && to < range.to) {
      i = to;
      continue;
    }
    return wordsAt(page, { from: i, to });
  }
  return null;
}

// "minister for Gao", "envoy to Juba": what follows them is no speaker.
const BEFORE_OTHERS: ReadonlySet<string> = new Set(["of", "for", "in", "to"]);

const startsSentence = (page: Page, i: number): boolean => i === 0 || page.sentenceStarts.has(i);

export const canBeName = (page: Page, i: number): boolean => {
  const token = page.tokens[i];
  const { forces, numbers, sources } = page.pack;
  return token !== undefined && token.kind === "word" && token.capital && !isStop(page, i) && !forces.modifiers.has(token.lower) && !numbers.small.has(token.lower) && !sources.adverbs.has(token.lower) && !page.pack.grammar.adverbs.has(token.lower);
};

function nameEnd(page: Page, from: number, limit: number, body: TokenRange | null): number {
  let to = from + 1;
  while (to < limit && !(body !== null && to >= body.from && to < body.to)) {
    const token = page.tokens[to];
    if (token === undefined) break;
    const hyphen = token.lower === "-" && !token.gap && page.tokens[to + 1]?.gap === false;
    if (canBeName(page, to) || hyphen || (page.pack.sources.particles.has(token.lower) && to + 1 < limit) || (!token.gap && token.kind === "word" && lowerAt(page, to - 1) === "-")) to++;
    else if (token.lower === "." && lowerAt(page, to - 1).length === 1) to++;
    else break;
  }
  while (to > from + 1 && (page.tokens[to - 1]?.kind === "mark" || page.pack.sources.particles.has(lowerAt(page, to - 1)))) to--;
  return to;
}
