import type { TokenRange } from "../text/sentences.ts";
import { hasVerb } from "./clauses.ts";
import { OPENS } from "./openings.ts";
import type { Page, Sentence } from "./page.ts";
import { lowerAt, opens } from "./page.ts";

// The noun group that begins at `from`: to the next comma that is no apposition, verb, quotation or end.
export function groupEnd(page: Page, from: number, limit: number): number {
  const { grammar, sources } = page.pack;
  for (let i = from; i < limit; i++) {
    const token = page.tokens[i];
    if (token === undefined) return i;
    if (token.lower === "," && !apposition(page, i, limit)) return namedBehind(page, from, i, limit) ?? i;
    if ([".", ";", ":", "\"", "“", "(", "–", "—"].includes(token.lower) && !isInitialStop(page, i)) return i;
    if (i > from && sources.groupEnds.has(token.lower)) return i;
    if (i > from && (grammar.auxiliaries.has(token.lower) || grammar.modals.has(token.lower) || sources.verbs.has(token.lower) && !token.capital && !sources.media.has(token.lower) || grammar.subordinators.at(page.tokens, i)?.value === "relative" || sources.that.has(token.lower))) return i;
    if (i - from > 24) return i;
  }
  return limit;
}

// "the spokesman for the border guard, Andriy Demchenko, ...": the name of the one whose office it is; from the comma to the name's end.
function namedBehind(page: Page, from: number, comma: number, limit: number): number | null {
  let end = comma + 1;
  while (end < limit && (page.tokens[end]?.capital === true && page.tokens[end]?.kind === "word" && page.pack.sources.roles.at(page.tokens, end) === null || page.pack.sources.particles.has(lowerAt(page, end)))) end++;
  const closed = end === limit || page.tokens[end]?.kind === "mark" && lowerAt(page, end) !== "-";
  if (end - comma < 3 || end - comma > 5 || !closed) return null;
  for (let i = comma + 1; i < end; i++) if (page.pack.states.names.at(page.tokens, i) !== null || page.pack.states.adjectives.at(page.tokens, i) !== null || page.pack.sources.organisations.at(page.tokens, i) !== null) return null;
  for (let i = from; i < comma; i++) if (page.pack.sources.roles.at(page.tokens, i, comma) !== null) return end;
  return null;
}

// The stop in "D. Miller".
const isInitialStop = (page: Page, i: number): boolean => lowerAt(page, i) === "." && lowerAt(page, i - 1).length === 1 && page.tokens[i - 1]?.capital === true;

// ", spokesman for the border guard," — a role right after the comma.
function apposition(page: Page, comma: number, limit: number): boolean {
  let at = comma + 1;
  while (at < limit && (page.pack.grammar.determiners.has(lowerAt(page, at)) || page.pack.states.adjectives.at(page.tokens, at) !== null || page.pack.grammar.possessive.has(lowerAt(page, at)) || page.pack.forces.modifiers.has(lowerAt(page, at)))) at++;
  // ", a Pentagon spokeswoman,": the body's name may stand before the office.
  for (let named = 0; named < 4 && page.tokens[at]?.capital === true && page.pack.sources.roles.at(page.tokens, at, limit) === null; named++) at++;
  return page.pack.sources.roles.at(page.tokens, at, limit) !== null;
}

// The noun group that ends before the verb, with its appositions; adverbs and dates between them are skipped.
export function groupBefore(page: Page, sentence: Sentence, verb: number): TokenRange | null {
  const { grammar, sources, times } = page.pack;
  let to = verb;
  while (to > sentence.from && (sources.adverbs.has(lowerAt(page, to - 1)) || grammar.auxiliaries.has(lowerAt(page, to - 1)) || grammar.modals.has(lowerAt(page, to - 1)) || lowerAt(page, to - 1).endsWith("ly") || times.weekdays.has(lowerAt(page, to - 1)) || (lowerAt(page, to - 1) === "on" && times.weekdays.has(lowerAt(page, to))))) to--;
  let from = to;
  let closed = false;
  if (lowerAt(page, to - 1) === ",") {
    const aside = asideBefore(page, sentence, to - 1);
    if (aside !== null) return aside;
    if (!appositionBefore(page, sentence, to - 1)) return null;
    closed = true;
    from = to - 1;
  }
  while (from > sentence.from) {
    const token = page.tokens[from - 1];
    if (token === undefined) break;
    if (token.lower === ",") {
      if (closed) {
        closed = false;
        from--;
        continue;
      }
      break;
    }
    if (token.kind === "mark" && !["-", "'", "(", ")", ".", "/"].includes(token.lower)) break;
    if (sources.that.has(token.lower) || (grammar.coordinators.has(token.lower) && !namesBefore(page, from - 1) && !speakersBefore(page, from - 1) && !seatsBefore(page, from - 1)) || stopsGroup(page, from - 1)) break;
    from--;
    if (to - from > 40) break;
  }
  return from < to ? { from, to } : null;
}

const ASIDE_REACH = 24;

/**
 * "The ministry, in its daily update, said", "the paper, citing two officials, reported": the group in front of words between commas
 * that only tell how, when or on whose word.
 *
 * @param comma  the second of the two
 */
export function asideBefore(page: Page, sentence: Sentence, comma: number): TokenRange | null {
  const { grammar, sources } = page.pack;
  for (let i = comma - 1; i > Math.max(sentence.from, comma - ASIDE_REACH); i--) {
    if (lowerAt(page, i) !== ",") continue;
    const opener = lowerAt(page, i + 1);
    const apart = !apposition(page, i, comma) && !isName(page, i + 1, comma);
    const opens = sources.accordingTo.at(page.tokens, i + 1, comma) !== null || sources.asides.has(opener) || grammar.relatives.has(opener) && speaksIn(page, i + 2, comma) || grammar.adverbs.has(opener) || (comma - i === 2 && sources.adverbs.has(opener));
    const group = opens || apart ? groupBefore(page, sentence, i) : null;
    // Words that nothing marks as an aside are one only where the speaker opens the sentence: "Uganda, never one to wait, confirmed".
    if (group === null || (!opens && (group.from - sentence.from > 1 || hasVerb(page, i + 1, comma, true)))) return null;
    return hasVerb(page, group.from, group.to, true) ? null : group;
  }
  return null;
}

// "who spoke on condition of anonymity".
function speaksIn(page: Page, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (page.pack.sources.verbs.has(lowerAt(page, i))) return true;
  return false;
}

// A name between commas is an apposition.
function isName(page: Page, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (page.tokens[i]?.capital !== true && !page.pack.sources.particles.has(lowerAt(page, i)) && lowerAt(page, i) !== "-") return false;
  return true;
}

// "X, spokesman for Y, said": the comma closes an apposition, not the content.
export function appositionBefore(page: Page, sentence: Sentence, comma: number): boolean {
  for (let i = comma - 1; i > sentence.from; i--) {
    if (lowerAt(page, i) === "," || lowerAt(page, i) === "(") return apposition(page, i, comma) || page.pack.grammar.subordinators.at(page.tokens, i + 1)?.value === "relative" || (page.tokens[i - 1]?.capital === true && page.tokens[i - 2]?.capital === true && comma - i > 2) || isNameBetween(page, i, comma) || (/(ing|ed)$/.test(lowerAt(page, i + 1)) && page.pack.sources.roles.endingAt(page.tokens, i - 1) !== null);
    if (page.tokens[i]?.kind === "mark" && !["-", "'", "."].includes(lowerAt(page, i))) return false;
  }
  return false;
}

// "the country's president, Gitanas Nausėda, said": a name between the commas.
function isNameBetween(page: Page, open: number, close: number): boolean {
  return close - open > 2 && close - open < 8 && isName(page, open + 1, close);
}

// "Reid and Levin said": a coordination of names stays together; "to Albania and Hungary said" is none.
const namesBefore = (page: Page, i: number): boolean => page.tokens[i - 1]?.capital === true && page.tokens[i + 1]?.capital === true && !page.pack.grammar.prepositions.has(lowerAt(page, i - 2));

// "officials in Brussels and Pristina said".
const seatsBefore = (page: Page, i: number): boolean => page.tokens[i - 1]?.capital === true && page.tokens[i + 1]?.capital === true && page.pack.sources.rolePlaces.has(lowerAt(page, i - 2)) && page.pack.sources.roles.endingAt(page.tokens, i - 3) !== null;

// "witnesses and an AFP reporter said".
const speakersBefore = (page: Page, i: number): boolean => page.pack.sources.roles.endingAt(page.tokens, i - 1) !== null;

function stopsGroup(page: Page, i: number): boolean {
  if (!opens(page, i, OPENS.predicate | OPENS.clause)) return false;
  const { grammar, sources } = page.pack;
  const word = lowerAt(page, i);
  if (grammar.groupRelatives.has(word)) return false;
  return grammar.modals.has(word) || sources.verbs.has(word) && !sources.media.has(word) || (grammar.subordinators.at(page.tokens, i)?.value === "other" && word !== "as" && word !== "after" && word !== "before" && word !== "since");
}
