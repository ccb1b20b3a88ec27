import type { Unit } from "../claims/index.ts";
import type { ForceHead } from "../lang/pack.ts";
import type { TokenRange } from "../text/sentences.ts";
import type { Mention, Page } from "./page.ts";
import { OPENS } from "./openings.ts";
import { holdersOf, isStop, lowerAt, opens, wordsAt } from "./page.ts";
import type { Aliases } from "./aliases.ts";
import { aliasesOf } from "./aliases.ts";
import { othersOf } from "./force-names.ts";
import type { Owner, OwnerSort } from "./force-owner.ts";
import { isProper, isSpelled, missionOf, ownerOf } from "./force-owner.ts";
import { formationEnd, formationName, rightOf } from "./formations.ts";
import type { QuantityMention } from "./quantities.ts";

export interface ForceValue {
  /** Canonical name of whose force it is; null where only context can tell. */
  owner: string | null;
  /** Others named beside the owner: "Indian and Chinese troops". */
  coOwners: readonly string[];
  sort: OwnerSort | null;
  unit: Unit;
  /** How the text names it: a noun group with a head ("Russian troops"), a proper name ("NATO"), the people
   *  ("13 Italians"), the state as an actor ("Russia"), or a pronoun ("they"). */
  kind: "group" | "name" | "people" | "actor" | "pronoun";
  /** Military by its own words. */
  strong: boolean;
  irregular: boolean;
  /** "its troops", "our forces". */
  possessive: "third" | "first" | null;
  unitName: string | null;
  quantity: QuantityMention | null;
  /** Token of the head noun. */
  head: number;
  /** The head's own word, for "the mercenaries". */
  word: string;
  definite: boolean;
  /** A body that does much besides ("the United Nations", a state): no force by its name alone. */
  civil: boolean;
}

export type ForceMention = Mention<ForceValue>;

/** Every noun group, name, people, state or pronoun that can stand for a force. */
export function forcesOf(page: Page, quantities: readonly QuantityMention[], taken: readonly TokenRange[]): ForceMention[] {
  const aliases = aliasesOf(page);
  const byHead = new Map<number, QuantityMention>();
  for (const quantity of quantities) if (quantity.value.head !== null && !byHead.has(quantity.value.head)) byHead.set(quantity.value.head, quantity);
  const byStart = new Map(quantities.map((quantity) => [quantity.from, quantity]));
  const groups: ForceMention[] = [];
  const timeAt = holdersOf(page.tokens.length, taken);
  for (let i = 0; i < page.tokens.length; i++) {
    const head = opens(page, i, OPENS.force) ? page.pack.forces.heads.at(page.tokens, i) : null;
    if (head === null || (timeAt[i] ?? -1) >= 0) continue;
    const mention = groupAt(page, head, byHead.get(i) ?? null, byStart, aliases);
    if (mention === null) continue;
    groups.push(mention);
    i = Math.max(head.to, mention.value.unitName !== null ? mention.to : 0, mention.value.quantity?.value.head === null || mention.value.quantity?.value.head === undefined ? 0 : mention.value.quantity.value.head + 1) - 1;
  }
  return [...groups, ...othersOf(page, groups, quantities, aliases, taken)].toSorted((a, b) => a.from - b.from || b.to - a.to);
}

// How many words the name of an armed group has at least, with its head: "National Liberation Army", but not "Northern Army".
const BAND_WORDS = 3;

// "the National Liberation Army has 6,000 fighters": an army that no table knows, by a name of its own.
function bandBefore(page: Page, head: { from: number; to: number; value: ForceHead }): { from: number; owner: Owner } | null {
  if (!page.pack.forces.bandHeads.has(lowerAt(page, head.to - 1)) || !isProper(page, head.to - 1)) return null;
  let from = head.to - 1;
  while (from > 0 && (isProper(page, from - 1) && page.tokens[from - 1]?.kind === "word" || page.pack.grammar.possessive.has(lowerAt(page, from - 1))) && !isStop(page, from - 1)) from--;
  if (head.to - from < BAND_WORDS || page.pack.states.adjectives.at(page.tokens, from) !== null || page.pack.states.names.at(page.tokens, from) !== null) return null;
  for (let i = from; i < head.to - 1; i++) if (page.pack.sources.roles.at(page.tokens, i) !== null || page.pack.sources.titles.has(lowerAt(page, i)) || page.pack.numbers.small.has(lowerAt(page, i)) || page.pack.times.weekdays.has(lowerAt(page, i))) return null;
  return { from, owner: { name: wordsAt(page, { from, to: head.to }), sort: "group" } };
}

// "the rebel group NUFS": a group by the capitals behind it.
function acronymBehind(page: Page, head: { from: number; to: number; value: ForceHead }): { from: number; owner: Owner } | null {
  const name = page.tokens[head.to];
  if (head.value.body !== true || name === undefined || !name.shouted || name.kind !== "word" || name.end - name.start < 3 || page.pack.sources.organisations.at(page.tokens, head.to) !== null) return null;
  const irregular = head.value.irregular === true || page.pack.forces.bands.has(lowerAt(page, head.from - 1));
  return irregular ? { from: head.from, owner: { name: wordsAt(page, { from: head.to, to: head.to + 1 }), sort: "group" } } : null;
}

// How far a modifier may stand before its head.
const LEFT = 9;

function groupAt(page: Page, head: { from: number; to: number; value: ForceHead }, quantity: QuantityMention | null, byStart: ReadonlyMap<number, QuantityMention>, aliases: Aliases): ForceMention | null {
  if (head.value.body === true && (page.pack.forces.civilTrades.has(lowerAt(page, head.from - 1)) || page.pack.forces.civilTrades.has(lowerAt(page, head.to)))) return null;
  const behind = quantity === null ? strengthBehind(page, head.to, byStart) : null;
  const size = behind ?? (quantity === null || quantity.value.article ? sizeOf(page, head, byStart) : null);
  const counted = size ?? quantity;
  const left = leftOf(page, head.from, aliases);
  const proper = page.pack.forces.named.endingAt(page.tokens, head.to - 1);
  if (proper !== null && proper.from <= head.from && isSpelled(page, proper)) {
    left.owner = ownerOf(proper.value);
    left.from = Math.min(left.from, proper.from);
  }
  const apposed = apposedTo(page, head, left.owner);
  if (apposed !== null) left.owner = apposed.owner;
  const band = left.owner === null ? bandBefore(page, head) ?? acronymBehind(page, head) : null;
  if (band !== null) [left.owner, left.from] = [band.owner, Math.min(left.from, band.from)];
  const right = left.owner === null ? rightOf(page, quantity === null ? left.from : Math.min(left.from, quantity.from), head.to, aliases) : { to: formationEnd(page, head.to), owner: null, unitName: null, coOwners: [] };
  // "a group of about 20 U.S. soldiers" is of those whom it is made up of.
  const members = counted !== null && counted !== quantity && counted.value.head !== null ? leftOf(page, counted.value.head, aliases).owner : null;
  const owner = ownOrLocal(page, head, left.owner ?? right.owner ?? members ?? multinational(page, left.from, head));
  const from = quantity === null ? left.from : Math.min(left.from, quantity.from);
  const irregular = head.value.irregular === true;
  const strong = head.value.strong || owner !== null || left.military || left.possessive !== null;
  if (!strong && counted === null && !(head.value.body === true && left.definite)) return null;
  if (isCompound(page, head.to) || (!head.value.strong && isProper(page, head.from) && proper === null && isProper(page, head.from - 1) && counted === null)) return null;
  const unitName = formationName(page, head, left.from) ?? right.unitName;
  return {
    from,
    to: Math.max(head.to, right.to, apposed?.to ?? 0, counted === null || counted === quantity || counted === behind ? 0 : (counted.value.head ?? counted.to - 1) + 1),
    rule: owner === null ? "force/unowned" : left.owner !== null ? "force/modified" : "force/of",
    value: {
      owner: owner?.name ?? null, sort: owner?.sort ?? null, unit: head.value.unit, kind: "group", strong, irregular,
      possessive: left.possessive, unitName, quantity: counted, coOwners: counted !== null ? [] : left.owner === null ? right.coOwners ?? [] : coOwnersOf(page, left.ownerAt), head: head.from, word: lowerAt(page, head.to - 1), definite: left.definite, civil: false,
    },
  };
}

// "the mercenary group Wagner", "the Lebanese militia Hezbollah": what a group is called, whichever country it is of.
function apposedTo(page: Page, head: { to: number; value: ForceHead }, owner: Owner | null): { to: number; owner: Owner } | null {
  if (head.value.body !== true && head.value.irregular !== true || owner !== null && owner.sort !== "state") return null;
  const named = opens(page, head.to, OPENS.named) ? page.pack.forces.named.at(page.tokens, head.to) : null;
  if (named === null || !isSpelled(page, named)) return null;
  const name = ownerOf(named.value);
  return owner === null || name.sort === "group" ? { to: named.to, owner: name } : null;
}

// "a contingent of nearly 800 troops", "a regiment of about 600 men": the body has the size of its members.
function sizeOf(page: Page, head: { from: number; to: number; value: ForceHead }, byStart: ReadonlyMap<number, QuantityMention>): QuantityMention | null {
  if (head.value.body !== true || !page.pack.grammar.of.has(lowerAt(page, head.to))) return null;
  const size = byStart.get(head.to + 1);
  return size !== undefined && size.value.bounds.modifier !== "share" && !size.value.article ? size : null;
}

// "The Ethiopian contingent, 2,500 strong, is to stay".
function strengthBehind(page: Page, at: number, byStart: ReadonlyMap<number, QuantityMention>): QuantityMention | null {
  let from = lowerAt(page, at) === "," ? at + 1 : at;
  while (page.pack.grammar.adverbs.has(lowerAt(page, from))) from++;
  const size = byStart.get(from);
  return size?.value.strong === true && size.value.head === null ? size : null;
}

// Rebels and gangs of a country are not its own force: "Albanian rebels".
function ownOrLocal(page: Page, head: { value: ForceHead; from: number; to: number }, owner: Owner | null): Owner | null {
  if (owner === null || owner.sort !== "state" || head.value.irregular !== true) return owner;
  const adjective = page.pack.states.adjectiveOf.get(owner.name) ?? owner.name;
  return { name: `${adjective} ${wordsAt(page, head).toLowerCase()}`, sort: "group" };
}

// "the 5,000-strong multinational force" is a force of its own name.
function multinational(page: Page, from: number, head: { from: number; to: number; value: ForceHead }): Owner | null {
  const named = head.value.body === true || lowerAt(page, head.from) === "force";
  if (!named) return null;
  for (let i = from; i < head.to; i++) if (page.pack.forces.multinational.has(lowerAt(page, i)) || lowerAt(page, i) === "multi") return { name: missionOf(page) ?? "Multinational force", sort: "mission" };
  return null;
}

// "army trainers", "police chief", "troop reductions": the head only modifies the next noun.
function isCompound(page: Page, to: number): boolean {
  const next = page.tokens[to];
  if (next === undefined || next.kind !== "word" || !next.gap) return false;
  return page.pack.sources.roles.at(page.tokens, to) !== null || page.pack.sources.organisationHeads.has(next.lower) && next.capital || page.pack.forces.compoundTails.has(next.lower);
}

// "Indian and Chinese troops": the adjectives joined to the owner's, from the right.
function coOwnersOf(page: Page, ownerAt: number): string[] {
  const names: string[] = [];
  let at = ownerAt;
  while (names.length < 4 && page.pack.grammar.listing.has(lowerAt(page, at - 1))) {
    const match = page.pack.states.adjectives.endingAt(page.tokens, at - 2) ?? null;
    if (match === null || !isProper(page, match.from)) break;
    names.unshift(match.value.name);
    at = match.from;
  }
  return names;
}

interface Left {
  /** First token of the owner's own name. */
  ownerAt: number;
  from: number;
  owner: Owner | null;
  military: boolean;
  possessive: "third" | "first" | null;
  definite: boolean;
}

// Walks from the head to the left over what can modify it, and finds whose it is on the way.
function leftOf(page: Page, head: number, aliases: Aliases): Left {
  const { forces, grammar, numbers } = page.pack;
  const left: Left = { ownerAt: head, from: head, owner: null, military: false, possessive: null, definite: false };
  let unknown = 0;
  for (let i = head - 1; i >= Math.max(0, head - LEFT); i--) {
    const token = page.tokens[i];
    // A group lies in one sentence, and a dateline is none of its words.
    if (token === undefined || page.sentenceStarts.has(i + 1)) break;
    const owner = ownerEndingAt(page, i, aliases);
    // "sent to Syria 500 soldiers", "New Zealand 400 soldiers": a state's name in front of a number is where they went, or who sent them.
    if (owner !== null && page.tokens[i + 1]?.kind === "number" && page.pack.states.adjectives.endingAt(page.tokens, i) === null && owner.owner.sort === "state" && !grammar.possessive.has(token.lower)) break;
    if (owner !== null && lowerAt(page, i + 1) === "-" && forces.backed.has(lowerAt(page, i + 2))) {
      // "the UN-approved force", "Russian-backed rebels" are somebody else's.
      left.from = owner.from;
      i = owner.from;
      continue;
    }
    if (owner !== null) {
      const led = forces.led.has(lowerAt(page, i + 2)) && lowerAt(page, i + 1) === "-";
      if (left.owner === null) left.owner = led ? multinational(page, i, { from: head, to: head + 1, value: { unit: "personnel", strong: true, body: true } }) ?? ledBy(page, owner.owner) : owner.owner;
      left.from = owner.from;
      left.ownerAt = owner.from;
      i = owner.from;
      continue;
    }
    const word = token.lower;
    if (word === "-" && isDash(page, i)) break;
    const possessive = forces.possessives.get(word);
    if (possessive !== undefined) {
      left.possessive = left.owner === null ? possessive : null;
      left.from = i;
      left.definite = true;
      break;
    }
    if (page.pack.sources.that.has(word)) break;
    if (grammar.determiners.has(word)) {
      left.from = i;
      left.definite = grammar.known.has(word);
      if (word !== "all" && word !== "both") break;
    } else if (isVerbHere(page, i)) break;
    else if (forces.modifiers.has(word) || numbers.more.has(word)) {
      left.military ||= forces.military.has(word);
      left.from = i;
    } else if (word === "-" || isOrdinalEnd(page, i) || word === "'s" || word === "'" || forces.led.has(word) || (word === "," && (forces.modifiers.has(lowerAt(page, i - 1)) || forces.led.has(lowerAt(page, i - 1))))) continue;
    else if (token.kind === "number" || numbers.small.has(word)) left.from = i;
    else if (token.kind === "word" && token.capital && !isStop(page, i) && page.tokens[i - 1] !== undefined && !page.pack.sources.verbs.has(word)) {
      if (page.pack.places.index.find(wordsAt(page, { from: i, to: i + 1 })) !== null && unknown === 0 && left.owner === null && page.pack.states.adjectives.at(page.tokens, i) === null) unknown++;
      left.from = i;
      if (++unknown > 5) break;
    } else if (token.kind === "word" && !isStop(page, i) && !page.pack.events.verbs.at(page.tokens, i) && !page.pack.sources.verbs.has(word) && unknown < 2 && knownFurtherLeft(page, i, aliases)) unknown++;
    else break;
  }
  return left;
}

// "He left - Nigerian peacekeepers came", "--": parts what a hyphen would join.
const isDash = (page: Page, i: number): boolean => page.tokens[i]?.gap === true && page.tokens[i + 1]?.gap === true || lowerAt(page, i - 1) === "-" || lowerAt(page, i + 1) === "-";

// The letters of "76th".
const isOrdinalEnd = (page: Page, i: number): boolean => page.tokens[i]?.gap === false && page.tokens[i - 1]?.kind === "number" && page.pack.times.ordinals.has(lowerAt(page, i));

// "has deployed 2,000 soldiers", "have withdrawn troops": behind an auxiliary a participle is the verb.
function isVerbHere(page: Page, i: number): boolean {
  if (!/(ed|en|wn)$/.test(lowerAt(page, i))) return false;
  let at = i - 1;
  while (at > i - 4 && page.pack.grammar.adverbs.has(lowerAt(page, at))) at--;
  return page.pack.grammar.auxiliaries.has(lowerAt(page, at));
}

// An unknown adjective is part of the group only when an owner, a number or an article stands before it.
function knownFurtherLeft(page: Page, i: number, aliases: Aliases): boolean {
  const before = page.tokens[i - 1];
  if (before === undefined || !(page.tokens[i]?.gap ?? false)) return before !== undefined && before.lower === "-";
  return page.pack.grammar.determiners.has(before.lower) || before.kind === "number" || page.pack.forces.modifiers.has(before.lower) || page.pack.numbers.small.has(before.lower) || ownerEndingAt(page, i - 1, aliases) !== null;
}

// "US-led forces" are not the United States' own.
const ledBy = (page: Page, owner: Owner): Owner => ({ name: `${page.pack.states.adjectiveOf.get(owner.name) ?? owner.name}-led coalition`, sort: "mission" });

/** A state's adjective or name, an alliance or an armed group, whose last token is `i`. */
function ownerEndingAt(page: Page, i: number, aliases: Aliases): { from: number; owner: Owner } | null {
  const { states, forces } = page.pack;
  const end = page.pack.grammar.possessive.has(lowerAt(page, i)) || lowerAt(page, i) === "'" ? i - 1 : i;
  const token = page.tokens[end];
  if (token === undefined || token.kind === "mark") return null;
  const alias = aliases.get(token.lower);
  const named = forces.named.endingAt(page.tokens, end);
  if (named !== null && isSpelled(page, named)) return { from: named.from, owner: ownerOf(named.value) };
  if (alias !== undefined && token.capital) return { from: end, owner: alias };
  const state = states.adjectives.endingAt(page.tokens, end) ?? states.names.endingAt(page.tokens, end) ?? states.metonyms.endingAt(page.tokens, end);
  if (state === null || !isProper(page, state.from)) return null;
  // "Kyiv's troops" and "Moscow's forces", but "Moscow troops" names no owner we can be sure of.
  return { from: state.from, owner: { name: state.value.name, sort: "state" } };
}

