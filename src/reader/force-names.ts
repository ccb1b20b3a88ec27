import type { TokenRange } from "../text/sentences.ts";
import { isAdjectival } from "./adjectival.ts";
import type { Aliases } from "./aliases.ts";
import { leadersOf } from "./aliases.ts";
import type { Owner } from "./force-owner.ts";
import { isProper, isSpelled, ownerOf } from "./force-owner.ts";
import type { ForceMention, ForceValue } from "./forces.ts";
import { operationAt } from "./formations.ts";
import { OPENS } from "./openings.ts";
import type { Page } from "./page.ts";
import { holdersOf, isStop, lowerAt, opens } from "./page.ts";
import type { QuantityMention } from "./quantities.ts";

/** Rule of those who command a state's forces; they move them, and are none themselves. */
export const LEADER = "force/leader";

// Names, peoples, states and pronouns outside the noun groups.
export function othersOf(page: Page, groups: readonly ForceMention[], quantities: readonly QuantityMention[], aliases: Aliases, taken: readonly TokenRange[]): ForceMention[] {
  const takenAt = holdersOf(page.tokens.length, [...groups, ...taken]);
  const quantityEnds = new Map(quantities.map((quantity) => [quantity.to, quantity]));
  // "Some of the 600 Germans": the share is what the claim is about.
  for (const quantity of quantities) if (quantity.value.bounds.modifier === "share" && quantity.value.head !== null) quantityEnds.set(quantity.value.head, quantity);
  const others: ForceMention[] = [];
  const leaders = leadersOf(page);
  for (let i = 0; i < page.tokens.length; i++) {
    if ((takenAt[i] ?? -1) >= 0 || !(isProper(page, i) || opens(page, i, OPENS.pronoun))) continue;
    const mention = peopleAt(page, i, quantityEnds) ?? shipAt(page, i) ?? nameAt(page, i, aliases) ?? leaderAt(page, i, leaders) ?? pronounAt(page, i, quantityEnds);
    if (mention === null) continue;
    others.push(mention);
    i = mention.to - 1;
  }
  return others;
}

/** What is known of a force outside the noun groups; written out in the order of their literal, so that all forces are of one shape to the compiler. */
export const valueOf = (page: Page, kind: ForceValue["kind"], owner: Owner | null, head: number, to: number, quantity: QuantityMention | null, possessive: ForceValue["possessive"] = null): ForceValue => ({
  owner: owner?.name ?? null, sort: owner?.sort ?? null, unit: "personnel", kind, strong: kind === "name", irregular: false,
  possessive, unitName: null, quantity, coOwners: [], head, word: lowerAt(page, to - 1), definite: true, civil: kind === "actor",
});

function nameAt(page: Page, i: number, aliases: Aliases): ForceMention | null {
  if (!isProper(page, i)) return null;
  const named = opens(page, i, OPENS.named) ? page.pack.forces.named.at(page.tokens, i) : null;
  if (named !== null && isSpelled(page, named)) return actor(page, i, named.to, ownerOf(named.value), named.value.civil === true ? "actor" : "name");
  const alias = aliases.get(lowerAt(page, i));
  if (alias !== undefined) return actor(page, i, i + 1, alias, "name");
  const operation = operationAt(page, i);
  if (operation !== null) return actor(page, i, operation.to, operation.owner, "name");
  // "The Somali government has 1,000 men": the state acts.
  const adjective = opens(page, i, OPENS.state) ? page.pack.states.adjectives.at(page.tokens, i) : null;
  if (adjective !== null && page.pack.forces.rulers.has(lowerAt(page, adjective.to)) && page.tokens[adjective.to + 1]?.capital !== true && !isTroops(page, adjective.to + 1)) return actor(page, i, adjective.to + 1, { name: adjective.value.name, sort: "state" }, "actor");
  const state = opens(page, i, OPENS.state) ? page.pack.states.names.at(page.tokens, i) ?? page.pack.states.metonyms.at(page.tokens, i) : null;
  if (state === null || isAdjectival(page, i, state.to)) return null;
  return actor(page, i, state.to, { name: state.value.name, sort: "state" }, "actor");
}

const isTroops = (page: Page, i: number): boolean => page.pack.forces.heads.at(page.tokens, i) !== null || page.pack.sources.roles.at(page.tokens, i) !== null;

// "Maduro has sent 300 soldiers": the state's; "Maduro's wife" and a longer name are somebody else's.
function leaderAt(page: Page, i: number, leaders: Aliases): ForceMention | null {
  const owner = leaders.size === 0 ? undefined : leaders.get(lowerAt(page, i));
  if (owner === undefined || page.tokens[i + 1]?.capital === true) return null;
  return { ...actor(page, i, i + 1, owner, "actor"), rule: LEADER };
}

// "HMS Trent", "the USS Abraham Lincoln": a warship by its prefix, which stands in capitals.
function shipAt(page: Page, i: number): ForceMention | null {
  const state = page.tokens[i]?.shouted === true ? page.pack.forces.ships.get(lowerAt(page, i)) : undefined;
  if (state === undefined) return null;
  let to = i + 1;
  while (to - i < 5 && isProper(page, to)) to++;
  if (to === i + 1) return null;
  const ship = actor(page, i, to, { name: state, sort: "state" }, "name");
  return { ...ship, rule: "force/ship", value: { ...ship.value, unit: "ship" } };
}

const actor = (page: Page, from: number, to: number, owner: Owner, kind: "name" | "actor"): ForceMention => ({ from, to, rule: `force/${kind}`, value: valueOf(page, kind, owner, to - 1, to, null) });

// "13 Italians", "mobilized Russians", "the French": people of a state, where they are counted or armed.
function peopleAt(page: Page, i: number, quantityEnds: ReadonlyMap<number, QuantityMention>): ForceMention | null {
  if (!isProper(page, i) || !opens(page, i, OPENS.state)) return null;
  // "148,000 American and 13,000 British troops": the noun comes with the last of them.
  const listed = quantityEnds.has(i) && page.pack.grammar.listing.has(lowerAt(page, i + 1)) ? page.pack.states.adjectives.at(page.tokens, i) : null;
  const match = page.pack.states.people.at(page.tokens, i) ?? listed;
  if (match === null) return null;
  const before = lowerAt(page, i - 1);
  const quantity = quantityEnds.get(i) ?? null;
  const armed = page.pack.forces.modifiers.has(before);
  const next = page.tokens[match.to];
  const adjective = page.pack.states.adjectives.at(page.tokens, i);
  if (adjective !== null && next !== undefined && next.kind === "word" && !isStop(page, match.to) && page.pack.events.verbs.at(page.tokens, match.to) === null) return null;
  if (quantity === null && !armed && before !== "the") return null;
  return { from: quantity?.from ?? i, to: match.to, rule: "force/people", value: { ...valueOf(page, "people", { name: match.value.name, sort: "state" }, i, match.to, quantity), strong: listed !== null } };
}

function pronounAt(page: Page, i: number, quantityEnds: ReadonlyMap<number, QuantityMention>): ForceMention | null {
  const person = page.pack.forces.pronouns.get(lowerAt(page, i));
  if (person === undefined || (page.tokens[i]?.shouted === true && lowerAt(page, i).length > 1)) return null;
  // "the rest of the country" stands for no force.
  if (page.pack.grammar.of.has(lowerAt(page, i + 1))) return null;
  // "300 of whom".
  const quantity = quantityEnds.get(i) ?? (page.pack.grammar.of.has(lowerAt(page, i - 1)) ? quantityEnds.get(i - 1) : undefined) ?? null;
  return { from: quantity?.from ?? i, to: i + 1, rule: "force/pronoun", value: valueOf(page, "pronoun", null, i, i + 1, quantity, person) };
}
