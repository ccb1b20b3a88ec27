import type { ForceHead } from "../lang/pack.ts";
import type { Aliases } from "./aliases.ts";
import type { Owner } from "./force-owner.ts";
import { isProper, isSpelled, missionOf, ownerOf } from "./force-owner.ts";
import type { Page } from "./page.ts";
import { isStop, lowerAt, wordsAt } from "./page.ts";

interface Right {
  to: number;
  owner: Owner | null;
  unitName: string | null;
  /** "troops from Nigeria, Ghana and Mali": the others. */
  coOwners?: string[];
}

// "troops of the Russian army", "units from the 1st Battalion", "contingent of Operation Alba", "forces in the (RSF)".
export function rightOf(page: Page, from: number, at: number, aliases: Aliases): Right {
  const none = { to: at, owner: null, unitName: null };
  const joiner = lowerAt(page, at);
  if (joiner !== "of" && joiner !== "from" && joiner !== "belonging" && joiner !== "with" && joiner !== "for") return none;
  let i = at + 1;
  if (lowerAt(page, i) === "to") i++;
  while (page.pack.grammar.determiners.has(lowerAt(page, i)) || /^\d+(st|nd|rd|th)?$/.test(lowerAt(page, i))) i++;
  if (joiner === "for" && page.tokens[i]?.kind === "mark") i++;
  const owner = ownerStartingAt(page, i, aliases);
  if (joiner === "for") return owner !== null && owner.owner.sort === "mission" ? { to: owner.to, owner: owner.owner, unitName: null } : none;
  if (owner !== null && joiner === "of") return { to: headAfter(page, owner.to), owner: owner.owner, unitName: null };
  if (owner !== null && (joiner === "from" || joiner === "belonging") && headAfter(page, owner.to) > owner.to) return { to: headAfter(page, owner.to), owner: owner.owner, unitName: null };
  if (joiner !== "of" && joiner !== "from") return none;
  if (owner !== null && owner.owner.sort === "state" && opensGroup(page, from)) return listFrom(page, owner, aliases);
  const formation = formationAt(page, at + 1);
  if (formation !== null) return formation;
  // "of the Armed Forces of the Russian Federation": one step further.
  const head = page.pack.forces.heads.at(page.tokens, i);
  // "a party of the multinational force".
  const mission = head !== null && page.pack.forces.multinational.has(lowerAt(page, i)) ? missionOf(page) : null;
  if (head !== null && mission !== null) return { to: head.to, owner: { name: mission, sort: "mission" }, unitName: null };
  if (head === null || !page.pack.grammar.of.has(lowerAt(page, head.to))) return none;
  const start = page.pack.grammar.determiners.has(lowerAt(page, head.to + 1)) ? head.to + 2 : head.to + 1;
  const far = ownerStartingAt(page, start, aliases);
  return far === null ? none : { to: far.to, owner: far.owner, unitName: null };
}

// Whose troops "troops from Nigeria" are; behind a verb or a noun it may as well be the place that they leave.
const opensGroup = (page: Page, from: number): boolean => page.sentenceStarts.has(from) || page.pack.grammar.groupOpeners.has(lowerAt(page, from - 1));

function listFrom(page: Page, first: { to: number; owner: Owner }, aliases: Aliases): Right {
  const coOwners: string[] = [];
  let to = first.to;
  while (coOwners.length < 8 && page.pack.grammar.listing.has(lowerAt(page, to))) {
    const skip = page.pack.grammar.listing.has(lowerAt(page, to + 1)) ? to + 2 : to + 1;
    const next = ownerStartingAt(page, skip, aliases);
    if (next === null || next.owner.sort !== "state") break;
    coOwners.push(next.owner.name);
    to = next.to;
  }
  return { to, owner: first.owner, unitName: null, coOwners };
}

// "soldiers from the 4th Battalion of the Queen's Own Rifles": a named formation, to its end.
function formationAt(page: Page, from: number): Right | null {
  let [at, last] = [from, -1];
  for (; at < Math.min(page.tokens.length, from + 16); at++) {
    const head = page.pack.forces.heads.at(page.tokens, at);
    if (head !== null && isProper(page, at)) {
      last = head.to;
      at = head.to - 1;
      continue;
    }
    const token = page.tokens[at];
    const part = token !== undefined && (token.capital || token.kind === "number" || page.pack.forces.nameParts.has(token.lower));
    if (!part) break;
  }
  if (last < 0) return null;
  for (let i = from; i < at; i++) {
    const owner = ownerStartingAt(page, i, new Map());
    if (owner !== null) return { to: Math.max(last, owner.to), owner: owner.owner, unitName: null };
  }
  const start = page.pack.grammar.determiners.has(lowerAt(page, from)) ? from + 1 : from;
  return { to: last, owner: null, unitName: wordsAt(page, { from: start, to: last }) };
}

function headAfter(page: Page, i: number): number {
  let at = i;
  while (page.pack.forces.modifiers.has(lowerAt(page, at)) || page.pack.numbers.more.has(lowerAt(page, at))) at++;
  const head = page.pack.forces.heads.at(page.tokens, at);
  return head === null ? i : head.to;
}

// The state, alliance, mission or armed group whose name begins at a token.
function ownerStartingAt(page: Page, i: number, aliases: Aliases): { to: number; owner: Owner } | null {
  const { states, forces } = page.pack;
  if (!isProper(page, i)) return null;
  const named = forces.named.at(page.tokens, i);
  if (named !== null && isSpelled(page, named)) return { to: named.to, owner: ownerOf(named.value) };
  const alias = aliases.get(lowerAt(page, i));
  if (alias !== undefined) return { to: i + 1, owner: alias };
  const state = states.names.at(page.tokens, i) ?? states.adjectives.at(page.tokens, i) ?? states.people.at(page.tokens, i);
  if (state !== null) return { to: state.to, owner: { name: state.value.name, sort: "state" } };
  return operationAt(page, i);
}

/** "Operation Alba": a mission by the name of what it does. */
export function operationAt(page: Page, i: number): { to: number; owner: Owner } | null {
  if (lowerAt(page, i) !== "operation") return null;
  let to = i + 1;
  while (isProper(page, to)) to++;
  return to === i + 1 ? null : { to, owner: { name: wordsAt(page, { from: i, to }), sort: "mission" } };
}

export const formationEnd = (page: Page, to: number): number => {
  const owner = page.pack.grammar.of.has(lowerAt(page, to)) ? ownerStartingAt(page, page.pack.grammar.definite.has(lowerAt(page, to + 1)) ? to + 2 : to + 1, new Map()) : null;
  return owner === null ? to : owner.to;
};

// "9th Airborne Division", "40th Guards Rifle Brigade", "5th Brigade Combat Team of the 9th ...".
export function formationName(page: Page, head: { from: number; to: number; value: ForceHead }, left: number): string | null {
  if (head.value.body !== true || !isProper(page, head.from)) return null;
  let from = head.from;
  while (from - 1 >= left && (isProper(page, from - 1) || page.tokens[from - 1]?.kind === "number" || /^(st|nd|rd|th)$/.test(lowerAt(page, from - 1)))) {
    if (page.pack.states.adjectives.at(page.tokens, from - 1) !== null || isStop(page, from - 1)) break;
    from--;
  }
  return from === head.from || !/\d/.test(wordsAt(page, { from, to: head.to })) ? null : wordsAt(page, { from, to: head.to });
}
