import type { Page } from "./page.ts";
import { lowerAt, wordsAt } from "./page.ts";
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
