import type { TokenRange } from "../text/sentences.ts";
import type { Body } from "./bodies.ts";
import { bodyBefore, bodyBeforeRole, bodyIn, isOfBody, ofState } from "./bodies.ts";
import type { Cast, Speaker } from "./cast.ts";
import type { Page } from "./page.ts";
import { personIn } from "./persons.ts";
import { OPENS } from "./openings.ts";
import { isStop, lowerAt, opens, wordsAt } from "./page.ts";

/** Reads a noun group as a speaker; null when it names nobody who could speak. */
export function speakerOf(page: Page, range: TokenRange, cast: Cast): Speaker | null {
  const speaker = read(page, range, cast);
  const fresh = page.pack.grammar.fresh.has(lowerAt(page, range.from)) || page.pack.numbers.small.has(lowerAt(page, range.from));
  return speaker === null || !fresh ? speaker : { ...speaker, fresh };
}

function read(page: Page, range: TokenRange, cast: Cast): Speaker | null {
  const trimmed = trim(page, range);
  if (trimmed.from >= trimmed.to) return null;
  const pronoun = trimmed.to - trimmed.from === 1 ? page.pack.sources.singular.get(lowerAt(page, trimmed.from)) : undefined;
  if (pronoun !== undefined) {
    const meant = cast.pronoun(pronoun);
    return meant === null ? null : { ...meant, range: trimmed };
  }
  const found = roleIn(page, trimmed);
  const knowing = found === null ? null : closeTo(page, found, trimmed);
  if (knowing !== null) return { source: { person: null, role: knowing, organisation: null }, state: stateIn(page, { from: trimmed.from, to: found?.to ?? trimmed.to }), media: false, document: false, range: trimmed };
  const body = bodyIn(page, trimmed, found);
  // "the Group of Experts": no role, but part of the name.
  const role = found !== null && body !== null && partOfName(page, found, body) ? null : found;
  if (body !== null) noteAcronym(page, body, cast);
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
    const by = page.pack.grammar.definite.has(lowerAt(page, at + 2)) ? at + 3 : at + 2;
    const author = page.pack.sources.authorship.has(lowerAt(page, at + 1)) && body.range.from <= by;
    if (at >= 0 && at < body.range.from && !author) return { source: { person: null, role: wordsAt(page, { from: trimmed.from, to: at + 1 }), organisation: null }, state, media: false, document, range: trimmed };
  }
  const anaphoric = person === null && role === null && body !== null && body.generic ? cast.organisation(lowerAt(page, body.range.to - 1)) ?? (page.pack.sources.anyBody.has(lowerAt(page, body.range.to - 1)) ? cast.body() : null) : null;
  if (anaphoric !== null) return { ...anaphoric, range: trimmed };
  // An office for something is a role whole ("Minister for Armed Forces"); a name in capitals is a body ("SIRPA").
  const office = role !== null && body !== null && page.pack.sources.offices.has(lowerAt(page, role.to - 1)) && body.range.from > role.to;
  if (office) return { source: { person, role: wordsAt(page, { from: role.from, to: body.range.to }), organisation: null }, state, media: false, document, range: trimmed };
  if (person !== null && role === null && /^\p{Lu}{2,}$/u.test(person)) return { source: { person: null, role: null, organisation: cast.wholeName(person) }, state, media: body?.media === true, document, range: trimmed };
  // "ministry officials", "its spokesman": of the body spoken of before.
  if (body !== null && body.generic && person === null && role === null && !page.pack.sources.stateBodies.has(lowerAt(page, body.range.to - 1))) {
    const before = bodyBefore(page, trimmed.from);
    if (before !== null) return { source: { person: null, role: null, organisation: before }, state, media: false, document, range: trimmed };
  }
  const ofBody = role === null || person !== null ? null : body !== null && body.generic ? cast.organisation(lowerAt(page, body.range.to - 1)) : null;
  const owner = role !== null && person === null && body === null && page.pack.sources.possessors.has(lowerAt(page, range.from)) ? bodyBefore(page, range.from) : null;
  if (ofBody !== null || owner !== null) return { source: { person, role: role === null ? null : roleText(page, trimmed, role, person), organisation: ofBody?.source.organisation ?? owner }, state: state ?? ofBody?.state ?? null, media: false, document, range: trimmed };
  if (before !== null && role !== null) return { source: { person, role: wordsAt(page, role), organisation: before.name }, state, media: false, document, range: trimmed };
  const source = { person, role: role === null ? null : roleText(page, trimmed, role, person, body === null), organisation: body === null || (person !== null && body.state) ? null : body.name };
  return { source, state, media: body?.media === true && person === null && role === null, document, range: trimmed };
}

// A state as speaker ("Ethiopia denies"), or a document ("the statement said").
function lesserSpeaker(page: Page, range: TokenRange, cast: Cast, state: string | null, document: boolean): Speaker | null {
  if (document) {
    const last = cast.last();
    return last === null ? { source: { person: null, role: wordsAt(page, range), organisation: null }, state, media: false, document, range } : { ...last, document, range };
  }
  for (let i = range.from; i < range.to; i++) {
    const named = opens(page, i, OPENS.named) ? page.pack.forces.named.at(page.tokens, i, range.to) : null;
    if (named !== null && (page.tokens[i]?.capital === true || named.to - i > 1)) return { source: { person: null, role: null, organisation: named.value.name }, state: named.value.state, media: false, document, range };
  }
  // "The rebels said": they have no office and are no body, but speak for themselves.
  if (page.pack.forces.locals.has(lowerAt(page, range.to - 1)) && range.to - range.from === 1) return { source: { person: null, role: lowerAt(page, range.from), organisation: null }, state: null, media: false, document, range };
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
    if (first === null || first.to - first.from === 1 && isOfBody(page, first.from)) continue;
    let to = first.to;
    // "President Okoro's spokesman": whose spokesman it is does not speak.
    const owned = roleBehindPossessive(page, to, range);
    if (owned !== null) return owned;
    // "army chief of staff": the next role may begin in the last word of this one.
    for (let next = roleFrom(page, to, range.to); next !== null; next = roleFrom(page, to, range.to)) to = next.to;
    return { from: first.from, to };
  }
  return null;
}

function roleBehindPossessive(page: Page, from: number, range: TokenRange): TokenRange | null {
  for (let at = from; at < Math.min(range.to, from + 5) && page.tokens[at]?.capital === true || page.pack.grammar.possessive.has(lowerAt(page, at)); at++) {
    if (page.pack.grammar.possessive.has(lowerAt(page, at)) && at > from) return roleIn(page, { from: at + 1, to: range.to });
  }
  return null;
}

const roleFrom = (page: Page, at: number, limit: number): TokenRange | null => {
  const joined = page.pack.sources.roles.at(page.tokens, at - 1, limit);
  return joined !== null && joined.to > at ? joined : page.pack.sources.roles.at(page.tokens, at, limit);
};

// The role with what stands before it in its group ("Italian Prime Minister", "senior US officials").
function roleText(page: Page, range: TokenRange, role: TokenRange, person: string | null, alone = false): string {
  let from = role.from;
  while (from > range.from && page.tokens[from - 1]?.kind === "word" && !isStop(page, from - 1) && !page.pack.numbers.small.has(lowerAt(page, from - 1)) && !(person?.includes(wordsAt(page, { from: from - 1, to: from })) ?? false)) from--;
  // "people briefed on the planning": what they know belongs to them.
  let to = role.to;
  if (page.pack.sources.openRoles.has(lowerAt(page, to - 1))) while (to < range.to && page.tokens[to]?.kind !== "mark") to++;
  // "residents of Mahaday", "diplomats in New York": where people without a name are from is what they are.
  const of = page.pack.grammar.of.has(lowerAt(page, to)) || page.pack.sources.rolePlaces.has(lowerAt(page, to));
  if (person === null && alone && of && page.tokens[to + 1]?.capital === true && to + 1 < range.to) for (to += 2; to < range.to && page.tokens[to]?.capital === true;) to++;
  return wordsAt(page, { from, to });
}


function stateIn(page: Page, range: TokenRange): string | null {
  const { states, forces } = page.pack;
  for (let i = range.from; i < range.to; i++) {
    if (page.tokens[i]?.capital !== true) continue;
    // "the PLA garrison in Hong Kong": whose force it is, not where.
    const force = (opens(page, i, OPENS.named) ? forces.named.at(page.tokens, i, range.to)?.value.state : null) ?? null;
    if (force !== null) return force;
    const match = states.adjectives.at(page.tokens, i, range.to) ?? states.names.at(page.tokens, i, range.to) ?? states.metonyms.at(page.tokens, i, range.to);
    if (match !== null) return match.value.name;
  }
  return null;
}

// "an official close to the president", "sources familiar with the plan": whom they are close to does not speak.
function closeTo(page: Page, role: TokenRange, range: TokenRange): string | null {
  if (!page.pack.sources.openRoles.has(lowerAt(page, role.to)) || role.to + 1 >= range.to) return null;
  let to = role.to;
  while (to < range.to && page.tokens[to]?.kind !== "mark") to++;
  return wordsAt(page, { from: range.from, to });
}

const partOfName = (page: Page, role: TokenRange, { range, generic }: Body): boolean =>
  !generic && range.from < role.from && role.to <= range.to && page.tokens[role.from]?.capital === true && page.pack.grammar.of.has(lowerAt(page, role.from - 1));

// "the National Intelligence Service (NIS)".
function noteAcronym(page: Page, body: Body, cast: Cast): void {
  const { to } = body.range;
  if (lowerAt(page, to) === "(" && page.tokens[to + 1]?.shouted === true && lowerAt(page, to + 2) === ")") cast.abbreviate(wordsAt(page, { from: to + 1, to: to + 2 }), body.name);
}

const hasDocument = (page: Page, range: TokenRange): boolean => documentAt(page, range) >= 0;

function documentAt(page: Page, range: TokenRange): number {
  for (let i = range.from; i < range.to; i++) if (page.pack.sources.documents.has(lowerAt(page, i))) return i;
  return -1;
}

