import type { TokenRange } from "../text/sentences.ts";
import type { Saying } from "./saying.ts";
import { OPENS } from "./openings.ts";
import type { Page, Sentence } from "./page.ts";
import { lowerAt, opens } from "./page.ts";

/** Clauses of one sentence, in order, without gaps. */
export function clausesOf(page: Page, sentence: Sentence, sayings: readonly Saying[]): TokenRange[] {
  const cuts = [sentence.from];
  for (const saying of sayings) for (const range of saying.content) cuts.push(range.from, range.to);
  for (let i = sentence.from + 1; i < sentence.to; i++) if (cutsAt(page, sentence, i, cuts)) cuts.push(i);
  const clauses: TokenRange[] = [];
  // Without sayings they are in order as they are found.
  for (const from of sayings.length === 0 ? cuts : cuts.toSorted((a, b) => a - b)) {
    const last = clauses.at(-1);
    if (from < sentence.from || from >= sentence.to || from === last?.from) continue;
    if (last !== undefined) last.to = from;
    clauses.push({ from, to: sentence.to });
  }
  return clauses;
}

const HARD = new Set([";", ":", "–", "—"]);

function cutsAt(page: Page, sentence: Sentence, i: number, cuts: readonly number[]): boolean {
  if (!opens(page, i, OPENS.clause) && page.tokens[i - 1]?.kind !== "mark") return false;
  const word = lowerAt(page, i - 1);
  const { grammar } = page.pack;
  if (HARD.has(word) && page.tokens[i]?.gap === true) return !isAside(page, sentence, i - 1);
  if (word === "-" && page.tokens[i - 1]?.gap === true && page.tokens[i]?.gap === true) return true;
  // "have since returned": behind an auxiliary it is an adverb.
  const subordinator = isDate(page, i) || grammar.auxiliaries.has(word) ? null : grammar.subordinators.at(page.tokens, i, sentence.to);
  // "as many as 800".
  if (subordinator !== null && (page.pack.numbers.before.endingAt(page.tokens, i, sentence.from, AMOUNT_WORDS)?.from ?? i) < i) return false;
  if (subordinator !== null) return subordinator.value !== "other" || word === "," ? hasVerb(page, i + 1, reach(sentence, i, 14), true) : isClausal(page, sentence, i);
  // "All but a handful are gone" is one subject.
  if (page.pack.numbers.except.has(lowerAt(page, i)) && page.pack.grammar.everyone.has(word)) return false;
  if (grammar.coordinators.has(lowerAt(page, i))) return startsClause(page, sentence, i, lastCut(cuts, i));
  return word === "," && hasVerb(page, i, Math.min(i + 1, sentence.to), false) && hasVerb(page, lastCut(cuts, i), i - 1, true);
}

// "Some 500 soldiers – along with their vehicles – entered": dashes around words without a verb part nothing.
function isAside(page: Page, sentence: Sentence, dash: number): boolean {
  const mark = lowerAt(page, dash);
  if (!DASHES.has(mark)) return false;
  let behind: number | null = null;
  for (let i = dash + 1; i < Math.min(sentence.to, dash + ASIDE_MAX) && behind === null; i++) if (lowerAt(page, i) === mark) behind = i;
  let before: number | null = null;
  for (let i = dash - 1; i >= Math.max(sentence.from, dash - ASIDE_MAX) && behind === null && before === null; i--) if (lowerAt(page, i) === mark) before = i;
  const [from, to] = behind !== null ? [dash + 1, behind] : [(before ?? dash) + 1, dash];
  return from < to && !hasVerb(page, from, to, true);
}
const AMOUNT_WORDS = 4;
const DASHES: ReadonlySet<string> = new Set(["–", "—"]);
const ASIDE_MAX = 20;

// "until 23 May", "before Monday": a date, whatever follows it.
function isDate(page: Page, i: number): boolean {
  const { times } = page.pack;
  if (times.by.at(page.tokens, i) === null && !times.since.has(lowerAt(page, i))) return false;
  const next = page.tokens[i + 1];
  return next !== undefined && (next.kind === "number" || (next.capital && (times.months.has(next.lower) || times.weekdays.has(next.lower))));
}

const reach = (sentence: Sentence, i: number, tokens: number): number => Math.min(sentence.to, i + tokens);

function lastCut(cuts: readonly number[], i: number): number {
  let last = 0;
  for (const cut of cuts) if (cut <= i && cut > last) last = cut;
  return last;
}

// "after", "since", "as" open a clause only where a verb follows; else they are prepositions.
function isClausal(page: Page, sentence: Sentence, i: number): boolean {
  return hasVerb(page, i + 1, reach(sentence, i, 9), true);
}

// "and" joins clauses when a verb stands on its left, and right of it a verb or a subject with one.
function startsClause(page: Page, sentence: Sentence, i: number, from: number): boolean {
  // "NATO puts them at 2,500 and says ...": what is said begins behind its verb.
  if (!hasVerb(page, Math.max(0, from - 1), i, true)) return false;
  const start = page.pack.grammar.adverbs.has(lowerAt(page, i + 1)) ? i + 2 : i + 1;
  if (goesOnAboutNumber(page, from, start, reach(sentence, i, NUMBER_REACH))) return false;
  for (let k = start; k < reach(sentence, i, 9); k++) {
    if ([",", ";", "."].includes(lowerAt(page, k))) return false;
    if (page.pack.grammar.prepositions.has(lowerAt(page, k)) && k - start < 1) return false;
    if (isVerb(page, k)) return true;
  }
  return false;
}

// "The number of soldiers stationed there and involved in exercises was 2,000": both are said of the soldiers, and the verb is still to come.
function goesOnAboutNumber(page: Page, from: number, start: number, end: number): boolean {
  const { auxiliaries } = page.pack.grammar;
  if (!PARTICIPLE.test(lowerAt(page, start))) return false;
  let isOfNumber = false;
  for (let k = from; k < start; k++) {
    if (auxiliaries.has(lowerAt(page, k))) return false;
    isOfNumber ||= page.pack.numbers.figures.has(lowerAt(page, k));
  }
  if (isOfNumber) for (let k = start + 1; k < end && page.tokens[k]?.kind !== "mark"; k++) if (auxiliaries.has(lowerAt(page, k))) return true;
  return false;
}
const PARTICIPLE = /(?:ed|ing)$/;
const NUMBER_REACH = 16;

export function hasVerb(page: Page, from: number, to: number, auxiliaries: boolean): boolean {
  for (let i = from; i < to; i++) if (isVerb(page, i, auxiliaries)) return true;
  return false;
}

function isVerb(page: Page, i: number, auxiliaries = true): boolean {
  if (!opens(page, i, OPENS.predicate)) return false;
  const { grammar, events, sources } = page.pack;
  const word = lowerAt(page, i);
  if (auxiliaries && (grammar.auxiliaries.has(word) || grammar.modals.has(word))) return true;
  // "March 26".
  if (page.pack.times.months.has(word) && page.tokens[i]?.capital === true) return false;
  const event = events.verbs.at(page.tokens, i);
  if (event !== null && !grammar.determiners.has(lowerAt(page, i - 1))) return true;
  return auxiliaries && (sources.verbs.has(word) || events.controls.at(page.tokens, i) !== null) && !grammar.determiners.has(lowerAt(page, i - 1));
}
