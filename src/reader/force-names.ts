import type { TokenRange } from "../text/sentences.ts";
import { isAdjectival } from "./adjectival.ts";
import type { Aliases } from "./aliases.ts";
import type { Owner } from "./force-owner.ts";
import { isProper, ownerOf } from "./force-owner.ts";
import type { ForceMention } from "./forces.ts";
import { OPENS } from "./openings.ts";
import type { Page } from "./page.ts";
import { isStop, lowerAt, opens } from "./page.ts";
import type { QuantityMention } from "./quantities.ts";

// Names, peoples, states and pronouns outside the noun groups.
export function othersOf(page: Page, groups: readonly ForceMention[], quantities: readonly QuantityMention[], aliases: Aliases, taken: readonly TokenRange[]): ForceMention[] {
  const covered = new Uint8Array(page.tokens.length);
  for (const group of groups) covered.fill(1, group.from, group.to);
  for (const range of taken) covered.fill(1, range.from, range.to);
  const quantityEnds = new Map(quantities.map((quantity) => [quantity.to, quantity]));
  const others: ForceMention[] = [];
  for (let i = 0; i < page.tokens.length; i++) {
    if (covered[i] === 1 || !(isProper(page, i) || opens(page, i, OPENS.pronoun))) continue;
    const mention = peopleAt(page, i, quantityEnds) ?? nameAt(page, i, aliases) ?? pronounAt(page, i, quantityEnds);
    if (mention === null) continue;
    others.push(mention);
    i = mention.to - 1;
  }
  return others;
}

const bare = { unit: "personnel", irregular: false, possessive: null, unitName: null, quantity: null, definite: true, civil: false, coOwners: [] as readonly string[] } as const;

function nameAt(page: Page, i: number, aliases: Aliases): ForceMention | null {
  if (!isProper(page, i)) return null;
  const named = page.pack.forces.named.at(page.tokens, i);
  if (named !== null) return actor(page, i, named.to, ownerOf(named.value), named.value.civil === true ? "actor" : "name");
  const alias = aliases.get(lowerAt(page, i));
  if (alias !== undefined) return actor(page, i, i + 1, { name: alias.name, state: alias.state !== null }, "name");
  const state = page.pack.states.names.at(page.tokens, i) ?? page.pack.states.metonyms.at(page.tokens, i);
  if (state === null || isAdjectival(page, i, state.to)) return null;
  return actor(page, i, state.to, { name: state.value.name, state: true }, "actor");
}

const actor = (page: Page, from: number, to: number, owner: Owner, kind: "name" | "actor"): ForceMention => ({
  from, to, rule: `force/${kind}`,
  value: { ...bare, owner: owner.name, state: owner.state, kind, strong: kind === "name", civil: kind === "actor", head: to - 1, word: lowerAt(page, to - 1) },
});

// "13 Italians", "mobilized Russians", "the French": people of a state, where they are counted or armed.
function peopleAt(page: Page, i: number, quantityEnds: ReadonlyMap<number, QuantityMention>): ForceMention | null {
  if (!isProper(page, i)) return null;
  const match = page.pack.states.people.at(page.tokens, i);
  if (match === null) return null;
  const before = lowerAt(page, i - 1);
  const quantity = quantityEnds.get(i) ?? null;
  const armed = page.pack.forces.modifiers.has(before);
  const next = page.tokens[match.to];
  const adjective = page.pack.states.adjectives.at(page.tokens, i);
  if (adjective !== null && next !== undefined && next.kind === "word" && !isStop(page, match.to) && page.pack.events.verbs.at(page.tokens, match.to) === null) return null;
  if (quantity === null && !armed && before !== "the") return null;
  return { from: quantity?.from ?? i, to: match.to, rule: "force/people", value: { ...bare, owner: match.value.name, state: true, kind: "people", strong: false, quantity, head: i, word: lowerAt(page, match.to - 1) } };
}

function pronounAt(page: Page, i: number, quantityEnds: ReadonlyMap<number, QuantityMention>): ForceMention | null {
  const person = page.pack.forces.pronouns.get(lowerAt(page, i));
  if (person === undefined || (page.tokens[i]?.shouted === true && lowerAt(page, i).length > 1)) return null;
  const quantity = quantityEnds.get(i) ?? null;
  return { from: quantity?.from ?? i, to: i + 1, rule: "force/pronoun", value: { ...bare, quantity, owner: null, state: false, kind: "pronoun", strong: false, possessive: person, head: i, word: lowerAt(page, i) } };
}
