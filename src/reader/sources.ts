import type { Source } from "../claims/index.ts";
import type { TokenRange } from "../text/sentences.ts";
import { OPENS } from "./openings.ts";
import type { Page } from "./page.ts";
import { isStop, lowerAt, opens, wordsAt } from "./page.ts";

/** A speaker as read from one noun group. */
export interface Speaker {
  source: Source;
  /** State that the speaker speaks for: whose troops "we" are. */
  state: string | null;
  /** A newspaper, agency or channel: a relay when it names somebody else. */
  media: boolean;
  /** "the statement", "a report": somebody's words, whose is told elsewhere. */
  document: boolean;
  range: TokenRange;
}

/** Speakers met so far, so that a surname, a pronoun or "the ministry" finds the one it means. */
export class Cast {
  readonly #speakers: Speaker[] = [];

  add(speaker: Speaker): Speaker {
    const known = this.#match(speaker);
    const merged = known === null ? speaker : merge(known, speaker);
    this.#speakers.push(merged);
    return merged;
  }

  #match(speaker: Speaker): Speaker | null {
    const { person, role, organisation } = speaker.source;
    if (person !== null) {
      const surname = surnameOf(person);
      return this.#lastOf((other) => other.source.person !== null && surnameOf(other.source.person) === surname);
    }
    if (role !== null && organisation === null) {
      const head = role.split(" ").at(-1) ?? "";
      return this.#lastOf((other) => other.source.role !== null && other.source.role.toLowerCase().includes(head.toLowerCase()));
    }
    return null;
  }

  /** The last speaker that a pronoun can mean. */
  pronoun(kind: "person" | "body" | "persons"): Speaker | null {
    if (kind === "person") return this.#lastOf((speaker) => speaker.source.person !== null || (speaker.source.role !== null && !/s$/.test(speaker.source.role)));
    if (kind === "body") return this.#lastOf((speaker) => speaker.source.person === null && speaker.source.organisation !== null);
    return this.#lastOf((speaker) => speaker.source.person === null);
  }

  /** The last organisation whose name holds a word: "the ministry". */
  organisation(word: string): Speaker | null {
    return this.#lastOf((speaker) => speaker.source.organisation?.toLowerCase().includes(word) ?? false);
  }

  last(): Speaker | null {
    return this.#speakers.at(-1) ?? null;
  }

  #lastOf(test: (speaker: Speaker) => boolean): Speaker | null {
    return this.#speakers.findLast(test) ?? null;
  }
}

const surnameOf = (person: string): string => person.toLowerCase().split(/[\s-]+/).at(-1) ?? "";

// A later short mention takes what an earlier full one said.
function merge(known: Speaker, later: Speaker): Speaker {
  const person = (known.source.person?.length ?? 0) >= (later.source.person?.length ?? 0) ? known.source.person : later.source.person;
  return {
    ...later,
    source: { person, role: known.source.role ?? later.source.role, organisation: known.source.organisation ?? later.source.organisation },
    state: known.state ?? later.state,
  };
}

/** Reads a noun group as a speaker; null when it names nobody who could speak. */
export function speakerOf(page: Page, range: TokenRange, cast: Cast): Speaker | null {
  const trimmed = trim(page, range);
  if (trimmed.from >= trimmed.to) return null;
  const pronoun = trimmed.to - trimmed.from === 1 ? page.pack.sources.singular.get(lowerAt(page, trimmed.from)) : undefined;
  if (pronoun !== undefined) {
    const meant = cast.pronoun(pronoun);
    return meant === null ? null : { ...meant, range: trimmed };
  }
  const role = roleIn(page, trimmed);
  const body = bodyIn(page, trimmed, role);
  const before = role === null || body !== null ? null : bodyBeforeRole(page, trimmed, role);
  const person = personIn(page, { from: before?.to ?? trimmed.from, to: trimmed.to }, role, body?.range ?? null);
  const state = stateIn(page, trimmed);
  const document = hasDocument(page, trimmed);
  if (person === null && role === null && body === null) return lesserSpeaker(page, trimmed, cast, state, document);
  // "As the agency reported earlier": the outlet itself.
  if (body !== null && body.generic && person === null && role === null && page.pack.sources.outlets.has(lowerAt(page, body.range.to - 1)) && cast.organisation(lowerAt(page, body.range.to - 1)) === null) return null;
  // "the deal between the army and the militias": the document speaks, not those it names.
  if (document && person === null && role === null && body !== null) {
    const at = documentAt(page, trimmed);
    if (at >= 0 && at < body.range.from) return { source: { person: null, role: wordsAt(page, { from: trimmed.from, to: at + 1 }), organisation: null }, state, media: false, document, range: trimmed };
  }
  const anaphoric = person === null && role === null && body !== null && body.generic ? cast.organisation(lowerAt(page, body.range.to - 1)) : null;
  if (anaphoric !== null) return { ...anaphoric, range: trimmed };
  // An office for something is a role whole ("Minister for Armed Forces"); a name in capitals is a body ("SIRPA").
  const office = role !== null && body !== null && page.pack.sources.offices.has(lowerAt(page, role.to - 1)) && body.range.from > role.to;
  if (office) return { source: { person, role: wordsAt(page, { from: role.from, to: body.range.to }), organisation: null }, state, media: false, document, range: trimmed };
  if (person !== null && role === null && /^\p{Lu}{2,}$/u.test(person)) return { source: { person: null, role: null, organisation: person }, state, media: false, document, range: trimmed };
  // "ministry officials", "its spokesman": of the body spoken of before.
  if (body !== null && body.generic && person === null && role === null && !page.pack.sources.stateBodies.has(lowerAt(page, body.range.to - 1))) {
    const before = bodyBefore(page, trimmed.from);
    if (before !== null) return { source: { person: null, role: null, organisation: before }, state, media: false, document, range: trimmed };
  }
  const ofBody = role === null || person !== null ? null : body !== null && body.generic ? cast.organisation(lowerAt(page, body.range.to - 1)) : null;
  const owner = role !== null && person === null && body === null && page.pack.sources.possessors.has(lowerAt(page, range.from)) ? bodyBefore(page, range.from) : null;
  if (ofBody !== null || owner !== null) return { source: { person, role: role === null ? null : roleText(page, trimmed, role, person), organisation: ofBody?.source.organisation ?? owner }, state: state ?? ofBody?.state ?? null, media: false, document, range: trimmed };
  if (before !== null && role !== null) return { source: { person, role: wordsAt(page, role), organisation: before.name }, state, media: false, document, range: trimmed };
  const source = { person, role: role === null ? null : roleText(page, trimmed, role, person), organisation: body === null || (person !== null && body.state) ? null : body.name };
  return { source, state, media: body?.media === true && person === null && role === null, document, range: trimmed };
}

// "a KFOR spokesman, Major ...", "a JCS official": a name right before an office is the body's, if it is an acronym or a known
// force, or if the person's own name follows.
function bodyBeforeRole(page: Page, range: TokenRange, role: TokenRange): { to: number; name: string } | null {
  let from = role.from;
  while (from > range.from && canBeName(page, from - 1) && page.pack.states.adjectives.endingAt(page.tokens, from - 1, range.from) === null && !page.pack.sources.titles.has(lowerAt(page, from - 1))) from--;
  if (from === role.from) return null;
  const named = page.pack.forces.named.at(page.tokens, from, role.from);
  const acronym = role.from - from === 1 && page.tokens[from]?.shouted === true && (page.tokens[from]?.end ?? 0) - (page.tokens[from]?.start ?? 0) > 1;
  const follows = personIn(page, { from: role.to, to: range.to }, null, null) !== null;
  return named?.to === role.from || acronym || follows ? { to: role.from, name: named?.to === role.from ? named.value.name : wordsAt(page, { from, to: role.from }) } : null;
}

// A state as speaker ("Ethiopia denies"), or a document ("the statement said").
function lesserSpeaker(page: Page, range: TokenRange, cast: Cast, state: string | null, document: boolean): Speaker | null {
  if (document) {
    const last = cast.last();
    return last === null ? { source: { person: null, role: wordsAt(page, range), organisation: null }, state, media: false, document, range } : { ...last, document, range };
  }
  for (let i = range.from; i < range.to; i++) {
    const named = page.pack.forces.named.at(page.tokens, i, range.to);
    if (named !== null && (page.tokens[i]?.capital === true || named.to - i > 1)) return { source: { person: null, role: null, organisation: named.value.name }, state: named.value.state, media: false, document, range };
  }
  if (state === null) return null;
  const bare = page.pack.states.names.at(page.tokens, range.from) ?? page.pack.states.metonyms.at(page.tokens, range.from);
  if (bare === null || (bare.to < range.to && !listsStates(page, bare.to, range.to))) return null;
  return { source: { person: null, role: null, organisation: ofState(page, state, "Government") }, state, media: false, document, range };
}

// "Brazil and Chile told the council".
function listsStates(page: Page, from: number, to: number): boolean {
  let at = from;
  while (at < to) {
    if (!page.pack.grammar.listing.has(lowerAt(page, at))) return false;
    while (page.pack.grammar.listing.has(lowerAt(page, at))) at++;
    const next = page.pack.states.names.at(page.tokens, at, to);
    if (next === null) return false;
    at = next.to;
  }
  return true;
}

function trim(page: Page, range: TokenRange): TokenRange {
  let { from, to } = range;
  const { grammar, sources } = page.pack;
  while (from < to && (page.tokens[from]?.kind === "mark" || grammar.determiners.has(lowerAt(page, from)) || sources.adverbs.has(lowerAt(page, from)) || grammar.coordinators.has(lowerAt(page, from)))) from++;
  // "Poland, which has 2,400 troops in Iraq, says": the name alone speaks.
  for (let i = from + 1; i + 1 < to; i++) if (lowerAt(page, i) === "," && sources.bodyRelatives.has(lowerAt(page, i + 1))) to = i;
  while (to > from && (page.tokens[to - 1]?.kind === "mark" && lowerAt(page, to - 1) !== ")" || sources.adverbs.has(lowerAt(page, to - 1)))) to--;
  return { from, to };
}

// The first role of the group, with the roles right behind it: "Prime Minister", "chief of staff General".
function roleIn(page: Page, range: TokenRange): TokenRange | null {
  for (let i = range.from; i < range.to; i++) {
    const first = page.pack.sources.roles.at(page.tokens, i, range.to);
    // "the General Staff" is a body.
    if (first === null || page.pack.sources.organisationHeads.has(lowerAt(page, first.to)) && first.to - first.from === 1 && lowerAt(page, first.from) === "general") continue;
    let to = first.to;
    for (let next = page.pack.sources.roles.at(page.tokens, to, range.to); next !== null; next = page.pack.sources.roles.at(page.tokens, to, range.to)) to = next.to;
    return { from: first.from, to };
  }
  return null;
}

// The role with what stands before it in its group ("Italian Prime Minister", "senior US officials").
function roleText(page: Page, range: TokenRange, role: TokenRange, person: string | null): string {
  let from = role.from;
  while (from > range.from && page.tokens[from - 1]?.kind === "word" && !isStop(page, from - 1) && !page.pack.numbers.small.has(lowerAt(page, from - 1)) && !(person?.includes(wordsAt(page, { from: from - 1, to: from })) ?? false)) from--;
  return wordsAt(page, { from, to: role.to });
}

interface Body {
  name: string;
  range: TokenRange;
  media: boolean;
  /** Only a common noun: "the ministry". */
  generic: boolean;
  /** A state's name that only tells the speaker's nationality. */
  state: boolean;
}

function bodyIn(page: Page, range: TokenRange, role: TokenRange | null): Body | null {
  const { sources } = page.pack;
  let medium: Body | null = null;
  for (let i = range.from; i < range.to; i++) {
    const known = page.tokens[i]?.capital === true && opens(page, i, OPENS.relay) ? sources.organisations.at(page.tokens, i, range.to) : null;
    if (known === null) continue;
    const body = { name: known.value.name, range: known, media: known.value.media === true, generic: false, state: false };
    // "the Telegram channel Belaruski Hajun": who speaks, not where.
    if (!body.media) return body;
    medium ??= body;
    i = known.to - 1;
  }
  if (medium !== null && !(lowerAt(page, medium.range.to - 1) === "channel" && medium.range.to === range.to)) return medium;
  for (let i = range.from; i < range.to; i++) {
    const word = lowerAt(page, i);
    const isMedia = sources.media.has(word);
    if ((!sources.organisationHeads.has(word) && !isMedia) || (role !== null && role.from <= i && i < role.to)) continue;
    const named = bodyName(page, range, i);
    return { name: named.name, range: named.range, media: isMedia, generic: named.generic, state: false };
  }
  return null;
}

// "Turkish Foreign Ministry", "Ministry of Defence of Belarus", "the defence ministry in Minsk", "the ministry".
function bodyName(page: Page, range: TokenRange, head: number): { name: string; range: TokenRange; generic: boolean } {
  let [from, to] = [head, head + 1];
  while (from > range.from && page.tokens[from - 1]?.kind === "word" && !isStop(page, from - 1) && page.pack.sources.roles.endingAt(page.tokens, from - 1, range.from) === null) from--;
  while (to < range.to && (page.pack.grammar.of.has(lowerAt(page, to)) || lowerAt(page, to) === "for" || page.pack.grammar.and.has(lowerAt(page, to)) || lowerAt(page, to) === "in" || page.pack.grammar.definite.has(lowerAt(page, to)) || page.tokens[to]?.capital === true || (page.pack.grammar.of.has(lowerAt(page, to - 1)) && page.tokens[to]?.kind === "word"))) to++;
  while (to > head + 1 && isStop(page, to - 1)) to--;
  while (from < head && page.pack.numbers.more.has(lowerAt(page, from))) from++;
  const adjective = page.pack.states.adjectives.at(page.tokens, from, to);
  const place = page.pack.states.names.at(page.tokens, to - 1) ?? page.pack.states.metonyms.at(page.tokens, to - 1);
  const words = wordsAt(page, { from, to });
  if (adjective === null && place === null && page.pack.sources.stateBodies.has(lowerAt(page, head)) && (page.tokens[head]?.capital !== true || to - from === 1)) {
    const state = stateBefore(page, from);
    if (state !== null) return { name: ofState(page, state, titled(words)), range: { from, to }, generic: to - from === 1 };
  }
  if (adjective !== null) return { name: ofState(page, adjective.value.name, titled(wordsAt(page, { from: adjective.to, to }))), range: { from, to }, generic: false };
  if (place !== null && to - 1 > head) {
    const core = wordsAt(page, { from, to: head + 1 });
    const inner = lowerAt(page, to - 2) === "in" || page.pack.grammar.of.has(lowerAt(page, to - 2));
    return { name: inner && to - 3 <= head ? `${titled(core)} of ${place.value.name}` : words, range: { from, to }, generic: false };
  }
  return { name: words, range: { from, to }, generic: page.tokens[from]?.capital !== true || to - from === 1 };
}

// "Indian Army", "Hungarian Government"; "Government of Chad" where the state has no adjective.
function ofState(page: Page, state: string, body: string): string {
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

// The first run of capitalised words that is no role, title, state or organisation.
function personIn(page: Page, range: TokenRange, role: TokenRange | null, body: TokenRange | null): string | null {
  const { sources, states, times } = page.pack;
  for (let i = range.from; i < range.to; i++) {
    if (!canBeName(page, i) || (role !== null && i >= role.from && i < role.to) || (body !== null && i >= body.from && i < body.to)) continue;
    const seat = states.metonyms.at(page.tokens, i, range.to) ?? states.names.at(page.tokens, i, range.to);
    if (seat !== null) {
      i = seat.to - 1;
      continue;
    }
    if (sources.titles.has(lowerAt(page, i)) || states.adjectives.at(page.tokens, i, range.to) !== null || times.weekdays.has(lowerAt(page, i)) || times.months.has(lowerAt(page, i))) continue;
    const place = page.pack.places.index.find(wordsAt(page, { from: i, to: i + 1 }));
    const previous = lowerAt(page, i - 1);
    if (place !== null && place.kind !== "city" && (previous === "of" || previous === "in")) continue;
    const to = nameEnd(page, i, range.to, body);
    const alone = to - i === 1 && role === null && startsSentence(page, i) && !page.surnames.has(lowerAt(page, i)) && (range.to > to || lowerAt(page, i).endsWith("s"));
    if (alone || previous === "of" || previous === "for" || previous === "in" || previous === "to") {
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

const startsSentence = (page: Page, i: number): boolean => i === 0 || page.sentenceStarts.has(i);

const canBeName = (page: Page, i: number): boolean => {
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

function stateIn(page: Page, range: TokenRange): string | null {
  const { states, forces } = page.pack;
  for (let i = range.from; i < range.to; i++) {
    if (page.tokens[i]?.capital !== true) continue;
    // "the PLA garrison in Hong Kong": whose force it is, not where.
    const force = forces.named.at(page.tokens, i, range.to)?.value.state ?? null;
    if (force !== null) return force;
    const match = states.adjectives.at(page.tokens, i, range.to) ?? states.names.at(page.tokens, i, range.to) ?? states.metonyms.at(page.tokens, i, range.to);
    if (match !== null) return match.value.name;
  }
  return null;
}

const hasDocument = (page: Page, range: TokenRange): boolean => documentAt(page, range) >= 0;

function documentAt(page: Page, range: TokenRange): number {
  for (let i = range.from; i < range.to; i++) if (page.pack.sources.documents.has(lowerAt(page, i))) return i;
  return -1;
}

const BODY_REACH = 60;

// The organisation last named before token `i`.
function bodyBefore(page: Page, i: number): string | null {
  for (let at = i - 1; at >= Math.max(0, i - BODY_REACH); at--) {
    const known = page.tokens[at]?.capital === true ? page.pack.sources.organisations.at(page.tokens, at) : null;
    if (known !== null && known.value.media !== true) return known.value.name;
  }
  return null;
}
