import type { Page } from "./page.ts";
import { lowerAt, opens, wordsAt } from "./page.ts";
import { OPENS } from "./openings.ts";
import { canBeName } from "./persons.ts";
import type { Owner } from "./force-owner.ts";
import { isProper, ownerOf } from "./force-owner.ts";

/** An abbreviation or short name that the text itself introduces: "the Uganda People's Defense Force (UPDF)". */
export type Aliases = ReadonlyMap<string, Owner>;

// "the Uganda People's Defense Force (UPDF)", "Supreme Islamic Council of Somalia (SICS)".
export function aliasesOf(page: Page): Aliases {
  const aliases = new Map<string, Owner>();
  for (let i = 1; i + 1 < page.tokens.length; i++) {
    const short = page.tokens[i];
    if (short === undefined || lowerAt(page, i - 1) !== "(" || lowerAt(page, i + 1) !== ")" || !/^\p{Lu}[\p{L}-]{1,9}$/u.test(page.text.slice(short.start, short.end))) continue;
    const from = nameStart(page, i - 1);
    const name = wordsAt(page, { from, to: i - 1 });
    if (from >= i - 2 || !hasForceWord(page, from, i - 1) || !initialsMatch(page, from, i - 1, short.lower)) continue;
    const known = page.pack.forces.named.at(page.tokens, i) ?? page.pack.forces.named.endingAt(page.tokens, i - 2);
    aliases.set(short.lower, known === null ? { name, sort: "group" } : ownerOf(known.value));
  }
  return aliases;
}

/**
 * Surnames of those who rule a state, as the text introduces them, with their state: "Venezuelan President Nicolás Maduro",
 * "Iraq's Saddam Hussein". What they send or withdraw is their state's.
 */
export function leadersOf(page: Page): Aliases {
  const { states, sources, grammar } = page.pack;
  const leaders = new Map<string, Owner>();
  for (let i = 0; i + 1 < page.tokens.length; i++) {
    if (!opens(page, i, OPENS.state) || !isProper(page, i)) continue;
    const owned = states.names.at(page.tokens, i);
    const possessive = owned !== null && grammar.possessive.has(lowerAt(page, owned.to));
    const state = possessive ? owned : states.adjectives.at(page.tokens, i);
    if (state === null) continue;
    const at = possessive ? state.to + 1 : state.to;
    const ruler = sources.rulers.at(page.tokens, at);
    const from = ruler?.to ?? at;
    if (ruler === null && !possessive) continue;
    let to = from;
    while (to - from < 4 && canBeName(page, to)) to++;
    // Without an office two names are a person's, unless a table knows them for something else.
    if (to === from || ruler === null && (to - from !== 2 || isKnownName(page, from, to))) continue;
    const owner: Owner = { name: state.value.name, sort: "state" };
    for (const name of to - from > 2 ? [from, to - 1] : [to - 1]) if (lowerAt(page, name).length > 2 && states.names.at(page.tokens, name) === null) leaders.set(lowerAt(page, name), owner);
  }
  return leaders;
}

const isKnownName = (page: Page, from: number, to: number): boolean => {
  const { forces, places, sources } = page.pack;
  for (let i = from; i < to; i++) if (forces.heads.at(page.tokens, i) !== null || forces.nameHeads.has(lowerAt(page, i)) || places.suffixes.at(page.tokens, i) !== null || sources.organisationHeads.has(lowerAt(page, i)) || sources.media.has(lowerAt(page, i))) return true;
  return places.index.find(wordsAt(page, { from, to })) !== null || places.index.find(wordsAt(page, { from, to: from + 1 })) !== null || sources.organisations.at(page.tokens, from) !== null;
};

function nameStart(page: Page, end: number): number {
  let from = end;
  while (from > 0) {
    const token = page.tokens[from - 1];
    if (token === undefined || !(token.capital || page.pack.grammar.nameWords.has(token.lower))) break;
    from--;
  }
  while (from < end && !isProper(page, from)) from++;
  while (from < end && page.pack.grammar.determiners.has(lowerAt(page, from))) from++;
  return from;
}

function hasForceWord(page: Page, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (page.pack.forces.nameHeads.has(lowerAt(page, i))) return true;
  return false;
}

function initialsMatch(page: Page, from: number, to: number, short: string): boolean {
  let initials = "";
  for (let i = from; i < to; i++) if (isProper(page, i)) initials += lowerAt(page, i)[0] ?? "";
  return initials.includes(short[0] ?? "") && [...short].filter((letter) => initials.includes(letter)).length >= Math.min(short.length, 2);
}
