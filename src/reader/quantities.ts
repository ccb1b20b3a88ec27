import type { Bounds, Modifier, Unit } from "../claims/index.ts";
import { boundsOf, rangeOf } from "../claims/index.ts";
import type { TokenRange } from "../text/sentences.ts";
import { OPENS } from "./openings.ts";
import type { Mention, Page } from "./page.ts";
import { isStop, lowerAt, meets, opens } from "./page.ts";
import type { NumberMatch } from "./numbers.ts";
import { numberAt } from "./numbers.ts";
import { isAdverb } from "./verb-groups.ts";

export interface QuantityValue {
  bounds: Bounds;
  /** What is counted; null where the noun is left out ("another 500 have come"). */
  unit: Unit | null;
  /** The counted noun. */
  head: number | null;
  /** "another 350", "an additional 300": comes on top of what was there. */
  increment: boolean;
  /** "a brigade": only an article, counts as one where units or things are counted. */
  article: boolean;
  /** "24-strong". */
  strong: boolean;
}

export type QuantityMention = Mention<QuantityValue>;

// How far the counted noun may stand from its number ("300 elite German naval troops").
const REACH = 8;

/**
 * Numbers, ranges, vague amounts and shares of what this tool counts. Money, distances, ages, the dead and
 * everything else that news counts is left out here, once, by what follows the number.
 */
export function quantitiesOf(page: Page, taken: readonly TokenRange[]): QuantityMention[] {
  const found: QuantityMention[] = [];
  let nextTaken = 0;
  for (let i = 0; i < page.tokens.length; i++) {
    if (!opens(page, i, OPENS.quantity)) continue;
    while (nextTaken < taken.length && (taken[nextTaken]?.to ?? 0) <= i) nextTaken++;
    const time = taken[nextTaken];
    if (time !== undefined && meets(time, { from: i, to: i + 1 })) continue;
    const mention = quantityAt(page, i);
    if (mention === null || (time !== undefined && meets(time, mention) && mention.to > time.from + 1)) continue;
    found.push(mention);
    i = mention.to - 1;
  }
  return found;
}

function quantityAt(page: Page, i: number): QuantityMention | null {
  const token = page.tokens[i];
  const { grammar } = page.pack;
  if (token === undefined || (token.kind === "mark" && token.lower !== "~") || lowerAt(page, i - 1) === "how") return null;
  const { to, modifier, increment } = modifiersAt(page, i);
  const number = numberAt(page, to);
  const amount = shareAt(page, to, modifier, number) ?? vagueAt(page, to, modifier) ?? countAt(page, to, modifier, number) ?? (to === i || modifier === "about" ? articleAt(page, to, modifier) : null);
  if (amount === null) return null;
  const counted = countedAfter(page, amount.to, amount.bounds.modifier === "share");
  if (counted === "foreign") return null;
  // "cut by a third": the share of a change needs no noun.
  if (amount.bounds.modifier === "share" && counted.head === null && !partitive(page, amount) && !grammar.agent.has(lowerAt(page, i - 1))) return null;
  // "a 51-member contingent", "the 700-man unit": only of a force.
  if (amount.manned === true && counted.head === null) return null;
  if (amount.article && (counted.head === null || counted.unit === "personnel" || counted.unit === null)) return null;
  if (amount.weak && counted.head === null) return null;
  if (counted.head === null && to === i && isNumbered(page, i)) return null;
  const from = amount.from ?? i;
  return {
    from,
    to: amount.to,
    rule: `quantity/${amount.rule}`,
    value: { bounds: amount.bounds, unit: amount.strong === true && counted.unit !== null ? "personnel" : counted.unit, head: counted.head, increment: increment || counted.more, article: amount.article === true, strong: amount.strong === true },
  };
}

interface Amount {
  from?: number;
  to: number;
  bounds: Bounds;
  rule: string;
  article?: boolean;
  strong?: boolean;
  /** "51-member": says so of committees too. */
  manned?: boolean;
  /** Says too little to stand without a counted noun ("one", "all"). */
  weak?: boolean;
}

function modifiersAt(page: Page, i: number): { to: number; modifier: Modifier | null; increment: boolean } {
  const { numbers, grammar } = page.pack;
  let [to, modifier, increment] = [i, null as Modifier | null, false];
  for (let k = 0; k < 4 && opens(page, to, OPENS.quantity); k++) {
    const match = opens(page, to, OPENS.amount) ? numbers.before.at(page.tokens, to) : null;
    if (match !== null) {
      modifier ??= match.value;
      if (modifier === "about" && match.value !== "about") modifier = match.value;
      to = match.to;
    } else if (numbers.more.has(lowerAt(page, to)) || (k === 0 && grammar.determiners.has(lowerAt(page, to)) && !page.pack.sources.that.has(lowerAt(page, to)) && numbers.more.has(lowerAt(page, to + 1)))) {
      increment = true;
      to += numbers.more.has(lowerAt(page, to)) ? 1 : 2;
    } else break;
  }
  // "almost all" is one share, and no modifier of "all".
  const share = opens(page, i, OPENS.amount) ? numbers.share.at(page.tokens, i) : null;
  return to > i && (share === null || share.to <= to) && starts(page, to) ? { to, modifier, increment } : { to: i, modifier: null, increment: false };
}

// Whether an amount can begin here: keeps "about the troops" from being read as a modifier.
function starts(page: Page, i: number): boolean {
  const { numbers } = page.pack;
  return numberAt(page, i) !== null || (opens(page, i, OPENS.amount) && (numbers.vague.at(page.tokens, i) !== null || numbers.share.at(page.tokens, i) !== null)) || numbers.between.has(lowerAt(page, i)) || (numbers.article.has(lowerAt(page, i)) && countedAfter(page, i + 1) !== "foreign");
}

function shareAt(page: Page, i: number, modifier: Modifier | null, number: NumberMatch | null): Amount | null {
  const { numbers } = page.pack;
  const percentAt = number === null ? -1 : lowerAt(page, number.to) === "per" ? number.to + 1 : number.to;
  if (number !== null && (numbers.percent.has(lowerAt(page, percentAt)))) {
    const bounds = shareBounds(number.value, modifier);
    return { to: percentAt + 1, bounds, rule: "percent" };
  }
  const match = opens(page, i, OPENS.amount) ? numbers.share.at(page.tokens, i) : null;
  if (match === null || isOrdinal(page, match)) return null;
  // "all but 200 of the soldiers", "all but a handful".
  const rest = numbers.except.has(lowerAt(page, match.to)) && match.value.low === 100 ? numbers.vague.at(page.tokens, match.to + 1)?.to ?? numberAt(page, match.to + 1)?.to ?? null : null;
  if (rest !== null) return { to: page.pack.grammar.of.has(lowerAt(page, rest)) ? rest + 1 : rest, bounds: { low: 90, high: 99, point: null, modifier: "share" }, rule: "share", weak: false };
  return { to: match.to, bounds: { low: match.value.low, high: match.value.high, point: null, modifier: "share" }, rule: "share", weak: false };
}

// "A third base was closed": the number it has in a row, where a noun of ours follows at once.
const isOrdinal = (page: Page, share: TokenRange): boolean => page.pack.numbers.fractions.has(lowerAt(page, share.to - 1)) && page.pack.forces.heads.at(page.tokens, share.to) !== null;

function shareBounds(percent: number, modifier: Modifier | null): Bounds {
  const share = { point: null, modifier: "share" } as const;
  if (modifier === "over") return { low: Math.floor(percent) + 1, high: null, ...share };
  if (modifier === "atleast") return { low: percent, high: null, ...share };
  if (modifier === "under" || modifier === "upto") return { low: 0, high: percent, ...share };
  return { low: percent, high: percent, ...share };
}

// "most of them", "most of whom", "all were withdrawn", "most in the Basra area".
function partitive(page: Page, amount: Amount): boolean {
  const next = page.tokens[amount.to];
  return next !== undefined && (page.pack.forces.pronouns.has(next.lower) || page.pack.places.locatives.has(next.lower) || page.pack.grammar.auxiliaries.has(next.lower));
}

function vagueAt(page: Page, i: number, modifier: Modifier | null): Amount | null {
  const match = opens(page, i, OPENS.amount) ? page.pack.numbers.vague.at(page.tokens, i) : null;
  if (match === null) return null;
  const { low, high } = match.value;
  if (modifier === "under" || modifier === "upto") return { to: match.to, bounds: { low: 0, high, point: null, modifier: "vague" }, rule: "vague" };
  if (modifier === "over" || modifier === "atleast") return { to: match.to, bounds: { low, high: null, point: null, modifier: "vague" }, rule: "vague" };
  return { to: match.to, bounds: { low, high, point: null, modifier: "vague" }, rule: "vague", weak: low === null };
}

function countAt(page: Page, i: number, modifier: Modifier | null, number: NumberMatch | null): Amount | null {
  const { numbers } = page.pack;
  const between = numbers.between.has(lowerAt(page, i)) && !changesFrom(page, i);
  const first = between ? numberAt(page, i + 1) : number;
  // "between 500 and 650 members": of what is none of ours, not the 500 alone either.
  if (first === null || isDesignation(page, between ? i + 1 : i) || numbers.between.has(lowerAt(page, i - 1)) && !numbers.began.has(lowerAt(page, i - 1))) return null;
  const joiner = lowerAt(page, first.to);
  const second = changesFrom(page, i - 1) ? null : (between ? numbers.and.has(joiner) || numbers.range.has(joiner) : numbers.range.has(joiner)) ? numberAt(page, first.to + 1) : null;
  if (first.value === 1 && first.spelled && page.pack.grammar.of.has(lowerAt(page, first.to))) return null;
  if (second !== null && !(first.value === second.value)) {
    // "cut by 2,000 to 14,000": how much less, and what is left.
    const apart = page.pack.grammar.agent.has(lowerAt(page, i - 1)) && second.value >= APART * first.value;
    const low = apart ? second.value : second.scale > 1 && first.scale === 1 && first.value < second.value / second.scale ? first.value * second.scale : first.value;
    if (low < second.value) return finish(page, second.to, rangeOf(low, second.value), "range");
  }
  if (between) return null;
  if (looksLikeYear(page, i, first.to) && modifier === null) return null;
  const after = numbers.after.at(page.tokens, first.to);
  const bounds = boundsOf(countModifier(after?.value ?? modifier), first.value);
  return finish(page, after?.to ?? first.to, bounds, "count", first.value < 10 && first.spelled);
}

// "raised its contingent from 800 to 1,200": two numbers, and no range.
function changesFrom(page: Page, i: number): boolean {
  if (!page.pack.numbers.began.has(lowerAt(page, i))) return false;
  for (let at = i - 1; at >= Math.max(0, i - CHANGE_REACH) && !page.sentenceStarts.has(at + 1); at--) {
    if (page.tokens[at]?.kind === "mark" && lowerAt(page, at) !== "-") return false;
    if (page.pack.numbers.turns.has(lowerAt(page, at)) || page.pack.events.verbs.at(page.tokens, at)?.value.senses.some((sense) => sense.kind === "change") === true) return true;
  }
  return false;
}
const CHANGE_REACH = 12;

const countModifier = (modifier: Modifier | null): Parameters<typeof boundsOf>[0] =>
  modifier === null || modifier === "range" || modifier === "vague" || modifier === "share" ? "exact" : modifier;

// "24-strong": the word after the hyphen belongs to the number, and so it does in "the force, 2,500 strong,".
function finish(page: Page, to: number, bounds: Bounds, rule: string, weak = false): Amount {
  const apposed = page.pack.numbers.strong.has(lowerAt(page, to)) && (page.tokens[to + 1]?.kind !== "word" || isStop(page, to + 1));
  if (apposed) return { to: to + 1, bounds, rule: "strong", strong: true };
  const { strong: words, manned: members } = page.pack.numbers;
  const manned = lowerAt(page, to) === "-" && members.has(lowerAt(page, to + 1));
  const strong = manned || lowerAt(page, to) === "-" && words.has(lowerAt(page, to + 1));
  return { to: strong ? to + 2 : to, bounds, rule: strong ? "strong" : rule, strong, manned, weak: weak && !manned };
}

// "Zapad-2025", "Su-24", "No. 4", "101st": part of a name, not a count.
function isDesignation(page: Page, i: number): boolean {
  const [before, next] = [page.tokens[i - 1], page.tokens[i + 1]];
  const token = page.tokens[i];
  if (token === undefined) return true;
  if (!token.gap && before !== undefined && (before.kind === "word" || before.lower === "-" || before.lower === "/" || before.lower === ":")) return true;
  if (before !== undefined && page.pack.numbers.labels.has(before.lower)) return true;
  // "CV 90 vehicles", "BMP 2": the letters of a model, unless they are a state's.
  if (before?.shouted === true && isModel(before.end - before.start) && token.kind === "number" && /^\d{1,2}$/.test(token.lower) && next?.kind === "word" && !page.pack.grammar.of.has(next.lower) && page.pack.states.names.endingAt(page.tokens, i - 1) === null && page.pack.states.adjectives.endingAt(page.tokens, i - 1) === null) return true;
  if (token.kind === "number" && (token.lower.includes(":") || /^0\d/.test(token.lower))) return true;
  return next !== undefined && !next.gap && token.kind === "number" && next.kind === "word" && !page.pack.numbers.scales.has(next.lower);
}

const isModel = (letters: number): boolean => letters === 2 || letters === 3;

// "Airbase 101", "Hill 861": the number of a name; but "Spain 650".
function isNumbered(page: Page, i: number): boolean {
  const before = page.tokens[i - 1];
  return before !== undefined && before.kind === "word" && before.capital && !page.sentenceStarts.has(i - 1) && !isStop(page, i - 1) && page.tokens[i]?.kind === "number" && page.pack.states.names.endingAt(page.tokens, i - 1) === null && page.pack.forces.named.endingAt(page.tokens, i - 1) === null;
}

// No estimate is that wide.
const APART = 4;

function looksLikeYear(page: Page, i: number, to: number): boolean {
  const token = page.tokens[i];
  if (token === undefined || to !== i + 1 || !/^(19|20)\d\d$/.test(token.lower)) return false;
  const counted = countedAfter(page, to);
  return counted === "foreign" || counted.head === null;
}

function articleAt(page: Page, i: number, modifier: Modifier | null): Amount | null {
  if (!page.pack.numbers.article.has(lowerAt(page, i))) return null;
  return { to: i + 1, bounds: boundsOf(modifier === "about" ? "about" : "exact", 1), rule: "article", article: true };
}

// The noun that the number counts, or "foreign" when it is none of ours.
function countedAfter(page: Page, from: number, share = false, listed = false): { unit: Unit | null; head: number | null; more: boolean } | "foreign" {
  const { forces, numbers, grammar, events } = page.pack;
  let more = false;
  // "200 of the promised 2,000 soldiers": what it is part of may have a number too.
  const part = grammar.of.has(lowerAt(page, from));
  // "columns of 70 and 200 vehicles": both count the same.
  const second = grammar.and.has(lowerAt(page, from)) && !share && !listed ? numberAt(page, from + 1) : null;
  const shared = second === null ? null : countedAfter(page, second.to, false, true);
  if (shared !== null && shared !== "foreign" && shared.unit !== "personnel") return shared;
  // "436 for and 101 against".
  if (numbers.ballots.has(lowerAt(page, from)) && (page.tokens[from + 1] === undefined || page.tokens[from + 1]?.kind === "mark" || grammar.listing.has(lowerAt(page, from + 1)))) return "foreign";
  for (let i = from; i < Math.min(from + REACH, page.tokens.length); i++) {
    const token = page.tokens[i];
    if (token === undefined) break;
    // "10,000 next year", "133,000 a month ago": the time begins here.
    if (i === from && (numbers.closed.has(token.lower) || numbers.article.has(token.lower))) break;
    if (numbers.foreign.has(token.lower) && !token.shouted) return "foreign";
    // "the roughly 160,000 US soldiers" after a share, "Su-24" inside a name.
    if (token.kind === "number" && (share || part || !token.gap || grammar.of.has(lowerAt(page, i - 1)))) continue;
    const people = token.capital && opens(page, i, OPENS.state) ? page.pack.states.people.at(page.tokens, i) : null;
    if (people !== null && endsGroup(page, people.to)) return { unit: "personnel", head: i, more };
    const head = opens(page, i, OPENS.force) ? forces.heads.at(page.tokens, i) : null;
    if (head !== null && !modifiesHead(page, head.to)) return { unit: head.value.unit, head: i, more };
    if (head !== null) {
      i = head.to - 1;
      continue;
    }
    if (i > from && page.pack.sources.that.has(token.lower)) break;
    // "up from 203 the week before": the article opens something else.
    if (i === from && !share && grammar.definite.has(token.lower)) break;
    if (share && events.verbs.at(page.tokens, i) !== null && !forces.modifiers.has(token.lower)) break;
    if (numbers.more.has(token.lower)) more = true;
    else if (token.lower === "," || token.lower === "of" || token.lower === "-" || token.lower === "'s" || grammar.determiners.has(token.lower)) {
      if (token.lower === "," && !commaBetweenModifiers(page, i)) break;
    } else if (grammar.and.has(token.lower) && commaBetweenModifiers(page, i)) {
      // "8,000 combat and support troops".
      continue;
    } else if (token.kind !== "word" || (isStop(page, i) && !forces.modifiers.has(token.lower))) break;
    else if (i > from && !token.capital && !forces.modifiers.has(token.lower) && unknownRun(page, from, i) > 2) break;
  }
  return standsAlone(page, from) ? { unit: null, head: null, more } : "foreign";
}

// "12 Chinese ships": a noun of ours goes on with it, whatever verb looks like it.
const endsGroup = (page: Page, at: number): boolean =>
  page.tokens[at]?.kind !== "word" || isStop(page, at) || (page.pack.events.verbs.at(page.tokens, at) !== null && page.pack.forces.heads.at(page.tokens, at) === null);

// An amount without one of our nouns counts only where no other noun follows: "1,000 to Albania", not "1,000 participants".
function standsAlone(page: Page, from: number): boolean {
  const { numbers, grammar, events, states, sources } = page.pack;
  let at = from;
  while (numbers.more.has(lowerAt(page, at))) at++;
  const token = page.tokens[at];
  if (token === undefined || token.kind !== "word" || isStop(page, at) || isAdverb(page, at)) return true;
  // "148,000 American and 13,000 British troops".
  if (token.capital && grammar.listing.has(lowerAt(page, at + 1)) && states.adjectives.at(page.tokens, at) !== null && numberAt(page, at + 2) !== null) return true;
  return numbers.article.has(token.lower) || states.people.at(page.tokens, at) !== null || events.verbs.at(page.tokens, at) !== null || events.controls.at(page.tokens, at) !== null || sources.verbs.has(token.lower) || grammar.subordinators.at(page.tokens, at) !== null || page.pack.numbers.closed.has(token.lower);
}

// "army trainers", "tank battalions": a head right before another head only modifies it.
function modifiesHead(page: Page, i: number): boolean {
  const token = page.tokens[i];
  return token !== undefined && token.gap && page.pack.forces.heads.at(page.tokens, i) !== null;
}

const commaBetweenModifiers = (page: Page, i: number): boolean => page.pack.forces.modifiers.has(lowerAt(page, i - 1)) && page.pack.forces.modifiers.has(lowerAt(page, i + 1));

function unknownRun(page: Page, from: number, to: number): number {
  let unknown = 0;
  for (let i = from; i <= to; i++) {
    const token = page.tokens[i];
    if (token !== undefined && token.kind === "word" && !token.capital && !page.pack.forces.modifiers.has(token.lower) && !page.pack.grammar.determiners.has(token.lower) && token.lower !== "of") unknown++;
  }
  return unknown;
}
