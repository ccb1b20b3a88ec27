import type { TokenRange } from "../text/sentences.ts";
import { isSpelled } from "./force-owner.ts";
import { OPENS } from "./openings.ts";
import type { Page } from "./page.ts";
import { isStop, lowerAt, opens, wordsAt } from "./page.ts";
import { canBeName, personIn } from "./persons.ts";

/** The organisation in a speaker's noun group. */
export interface Body {
  name: string;
  range: TokenRange;
  media: boolean;
  /** Only a common noun: "the ministry". */
  generic: boolean;
  /** A state's name that only tells the speaker's nationality. */
  state: boolean;
}

export function bodyIn(page: Page, range: TokenRange, role: TokenRange | null): Body | null {
  const { sources } = page.pack;
  let medium: Body | null = null;
  for (let i = range.from; i < range.to; i++) {
    const known = page.tokens[i]?.capital === true && opens(page, i, OPENS.relay) ? sources.organisations.at(page.tokens, i, range.to) : null;
    if (known === null || !isSpelled(page, known)) continue;
    const body = { name: known.value.name, range: known, media: known.value.media === true, generic: false, state: false };
    // "the Telegram channel Belaruski Hajun": who speaks, not where.
    if (!body.media) return body;
    medium ??= body;
    i = known.to - 1;
  }
  const force = namedForceIn(page, range, role);
  if (force !== null && medium === null) return force;
  if (medium !== null && !(lowerAt(page, medium.range.to - 1) === "channel" && medium.range.to === range.to)) return medium;
  for (let i = range.from; i < range.to; i++) {
    const word = lowerAt(page, i);
    const isMedia = sources.media.has(word);
    if ((!sources.organisationHeads.has(word) && !isMedia) || (role !== null && role.from <= i && i < role.to)) continue;
    // "a military source" is of no army in particular, "the military spokesman" is.
    if (role !== null && i === range.from && i + 1 === role.from && page.pack.sources.vague.has(word) && !page.pack.grammar.definite.has(lowerAt(page, i - 1))) continue;
    // "the intelligence service": the last of its nouns is the head.
    let head = i;
    while (head + 1 < range.to && sources.organisationHeads.has(lowerAt(page, head + 1)) && !(role !== null && role.from <= head + 1 && head + 1 < role.to)) head++;
    // "the spokesman of the Border Service of Ukraine Andriy Demchenko": behind an office the speaker's own name ends the group.
    const own = role !== null && role.to <= i ? nameBehind(page, head + 1, range.to) : null;
    const named = bodyName(page, own === null ? range : { from: range.from, to: own }, head);
    return { name: named.name, range: named.range, media: isMedia, generic: named.generic, state: false };
  }
  return null;
}

// Where the name of a person begins that ends a group: two or three words with a capital right behind the body or its state.
function nameBehind(page: Page, from: number, to: number): number | null {
  const { sources, states, grammar } = page.pack;
  for (let start = from; start < to - 1; start++) {
    if (!sources.organisationHeads.has(lowerAt(page, start - 1)) && states.names.endingAt(page.tokens, start - 1, from) === null) continue;
    let end = start;
    while (end < to && canBeName(page, end) && !sources.organisationHeads.has(lowerAt(page, end)) && states.names.at(page.tokens, end, to) === null) end++;
    if (end - start >= 2 && end - start <= 3 && (end === to || grammar.prepositions.has(lowerAt(page, end)))) return start;
  }
  return null;
}

// "The Kurdish-led SDF", "a UNIFIL spokesman"; a state's own force goes by its words ("PLA"), since it is no state that speaks.
function namedForceIn(page: Page, range: TokenRange, role: TokenRange | null): Body | null {
  for (let i = range.from; i < range.to; i++) {
    const named = page.tokens[i]?.capital === true && opens(page, i, OPENS.named) ? page.pack.forces.named.at(page.tokens, i, range.to) : null;
    if (named === null || !isSpelled(page, named) || (role !== null && role.from < named.to && named.from < role.to)) continue;
    return { name: named.value.state === null ? named.value.name : wordsAt(page, named), range: named, media: false, generic: false, state: false };
  }
  return null;
}

// "Turkish Foreign Ministry", "Ministry of Defence of Belarus", "the defence ministry in Minsk", "the ministry".
function bodyName(page: Page, range: TokenRange, head: number): { name: string; range: TokenRange; generic: boolean } {
  let [from, to] = [head, head + 1];
  while (from > range.from && page.tokens[from - 1]?.kind === "word" && !isStop(page, from - 1) && (page.pack.sources.roles.endingAt(page.tokens, from - 1, range.from) === null || isOfBody(page, from - 1))) from--;
  while (to < range.to && (page.pack.grammar.of.has(lowerAt(page, to)) || lowerAt(page, to) === "for" || page.pack.grammar.and.has(lowerAt(page, to)) || lowerAt(page, to) === "in" || page.pack.grammar.definite.has(lowerAt(page, to)) || page.tokens[to]?.capital === true || (page.pack.grammar.of.has(lowerAt(page, to - 1)) && page.tokens[to]?.kind === "word"))) to++;
  while (to > head + 1 && isStop(page, to - 1)) to--;
  while (from < head && (page.pack.numbers.more.has(lowerAt(page, from)) || page.pack.grammar.possessive.has(lowerAt(page, from)))) from++;
  // "the Warsaw-based Centre for Eastern Studies": where it sits is no part of its name.
  for (let i = from; i < head; i++) if (page.pack.sources.seated.has(lowerAt(page, i))) from = i + 1;
  const adjective = page.pack.states.adjectives.at(page.tokens, from, to) ?? ownerState(page, from, head);
  const place = page.pack.states.names.at(page.tokens, to - 1) ?? page.pack.states.metonyms.at(page.tokens, to - 1);
  const words = wordsAt(page, { from, to });
  if (adjective === null && place === null && page.pack.sources.stateBodies.has(lowerAt(page, head)) && (page.tokens[head]?.capital !== true || to - from === 1)) {
    const state = stateBefore(page, from);
    if (state !== null) return { name: ofState(page, state, titled(words)), range: { from, to }, generic: to - from === 1 };
  }
  // "Taiwan's defence ministry": its name is its adjective.
  const own = adjective !== null && page.pack.grammar.possessive.has(lowerAt(page, adjective.to)) ? adjective.to + 1 : adjective?.to ?? from;
  if (adjective !== null) return { name: ofState(page, adjective.value.name, titled(wordsAt(page, { from: own, to }))), range: { from, to }, generic: false };
  if (place !== null && to - 1 > head) {
    const core = wordsAt(page, { from, to: head + 1 });
    const inner = lowerAt(page, to - 2) === "in" || page.pack.grammar.of.has(lowerAt(page, to - 2));
    return { name: inner && to - 3 <= head ? `${titled(core)} of ${place.value.name}` : words, range: { from, to }, generic: false };
  }
  return { name: words, range: { from, to }, generic: page.tokens[from]?.capital !== true || to - from === 1 };
}

/** "the General Staff": an office by itself, but here part of a body's name. */
export const isOfBody = (page: Page, i: number): boolean => page.pack.sources.bodyOffices.has(lowerAt(page, i)) && page.pack.sources.organisationHeads.has(lowerAt(page, i + 1));

// "Syria's defence ministry": as "the Syrian defence ministry".
function ownerState(page: Page, from: number, head: number): { to: number; value: { name: string } } | null {
  if (page.tokens[from]?.capital !== true) return null;
  const state = page.pack.states.names.at(page.tokens, from) ?? page.pack.states.metonyms.at(page.tokens, from);
  return state !== null && state.to < head && page.pack.grammar.possessive.has(lowerAt(page, state.to)) ? { to: state.to + 1, value: state.value } : null;
}

// "Indian Army", "Hungarian Government"; "Government of Chad" where the state has no adjective.
export function ofState(page: Page, state: string, body: string): string {
  const adjective = page.pack.states.adjectiveOf.get(state);
  const department = page.pack.sources.departments.has(body.split(" ").at(-1)?.toLowerCase() ?? "") || page.pack.sources.departments.has(body.split(" ")[0]?.toLowerCase() ?? "");
  return adjective === undefined || department ? `${body} of ${state}` : `${adjective} ${body}`;
}

const STATE_REACH = 80;
// How much of a paragraph before a body is searched for its state.
const PARAGRAPH_REACH = 300;

// "the army", "the foreign ministry": of the state that the paragraph names first, else the last one before it.
function stateBefore(page: Page, from: number): string | null {
  const paragraph = page.paragraphs[page.paragraphAt[from] ?? 0];
  const start = Math.max(paragraph?.dateline?.to ?? paragraph?.from ?? from, from - PARAGRAPH_REACH);
  for (let i = start; i < from; i++) {
    const match = stateAt(page, i);
    if (match !== null) return match;
  }
  for (let i = start - 1; i >= Math.max(0, from - STATE_REACH); i--) {
    const match = stateAt(page, i);
    if (match !== null) return match;
  }
  return null;
}

function stateAt(page: Page, i: number): string | null {
  if (page.tokens[i]?.capital !== true) return null;
  return (page.pack.states.adjectives.at(page.tokens, i) ?? page.pack.states.names.at(page.tokens, i))?.value.name ?? null;
}

const titled = (words: string): string => words.split(" ").map((word) => (word.length > 3 || word === "army" ? (word[0] ?? "").toUpperCase() + word.slice(1) : word)).join(" ");

// "a KFOR spokesman, Major ...", "a JCS official": a name right before an office is the body's, if it is an acronym or a known
// force, or if the person's own name follows.
export function bodyBeforeRole(page: Page, range: TokenRange, role: TokenRange): { to: number; name: string } | null {
  let from = role.from;
  while (from > range.from && canBeName(page, from - 1) && page.pack.states.adjectives.endingAt(page.tokens, from - 1, range.from) === null && !page.pack.sources.titles.has(lowerAt(page, from - 1))) from--;
  if (from === role.from) return null;
  const named = page.pack.forces.named.at(page.tokens, from, role.from);
  const acronym = role.from - from === 1 && page.tokens[from]?.shouted === true && (page.tokens[from]?.end ?? 0) - (page.tokens[from]?.start ?? 0) > 1;
  const follows = personIn(page, { from: role.to, to: range.to }, null, null) !== null;
  return named?.to === role.from || acronym || follows ? { to: role.from, name: named?.to === role.from ? named.value.name : wordsAt(page, { from, to: role.from }) } : null;
}

const BODY_REACH = 60;

// The organisation last named before token `i`.
export function bodyBefore(page: Page, i: number): string | null {
  for (let at = i - 1; at >= Math.max(0, i - BODY_REACH); at--) {
    const known = page.tokens[at]?.capital === true ? page.pack.sources.organisations.at(page.tokens, at) : null;
    if (known !== null && known.value.media !== true) return known.value.name;
  }
  return null;
}
