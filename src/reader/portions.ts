import type { Draft, Scene } from "./drafts.ts";
import { clauseAt, draft, PRIORITY } from "./drafts.ts";
import type { ForceMention } from "./forces.ts";
import { nationAt } from "./nations.ts";
import { lowerAt } from "./page.ts";

/** "800 are in Herat and the rest in Kabul", "two thirds of them British and the rest from France and Italy": where the others are, or whose. */
export function theRest(scene: Scene, taken: readonly Draft[]): Draft[] {
  const { page } = scene;
  const { locatives, away } = page.pack.places;
  return scene.forces.flatMap((rest) => {
    if (rest.value.kind !== "pronoun" || !page.pack.numbers.rest.has(rest.value.word)) return [];
    const before = taken.findLast((event) => event.kind === "strength" && event.trigger.from < rest.from);
    if (before === undefined) return [];
    const { reality, certainty } = before;
    if (away.has(lowerAt(page, rest.to))) {
      return nationsFrom(scene, rest.to).map((agent) => draft("strength/rest-from", "strength", agent, { from: rest.from, to: agent.to }, PRIORITY.list, { agent, reality, certainty, place: before.place, member: { from: rest.from, to: agent.to } }));
    }
    if (!locatives.has(lowerAt(page, rest.to))) return [];
    const place = scene.places.find((mention) => mention.from > rest.to - 1 && mention.from - rest.to <= 2);
    if (place === undefined) return [];
    const words = { from: rest.from, to: place.to };
    return [draft("strength/rest", "strength", words, words, PRIORITY.list, { theme: before.theme, agent: before.agent, reality, certainty, place, member: words })];
  });
}

// "from France, Italy and Greece": the states of a list.
function nationsFrom(scene: Scene, away: number): ForceMention[] {
  const { page } = scene;
  const found: ForceMention[] = [];
  for (let at = away; at < scene.sentence.to; ) {
    const nation = at === away ? nationAt(scene, at) : stateAt(scene, at);
    if (nation === null) return found;
    found.push(nation);
    at = nation.to;
    while (page.pack.forces.joiners.has(lowerAt(page, at))) at++;
  }
  return found;
}

const stateAt = (scene: Scene, at: number): ForceMention | null => scene.forces.find((mention) => mention.from <= at && at < mention.to && mention.value.kind === "actor" && mention.value.sort === "state") ?? null;

/** "Part of them serve as peacekeepers", "two thirds of them are conscripts": a share of those spoken of, of which no event tells. */
export function partsOfThem(scene: Scene, taken: readonly Draft[]): Draft[] {
  const { page, sentence } = scene;
  if (!scene.military) return [];
  return scene.quantities.flatMap((quantity) => {
    if (quantity.value.bounds.modifier !== "share" || quantity.from - sentence.from > OPENING || taken.some((event) => event.quantity === quantity)) return [];
    const them = scene.forces.find((mention) => mention.value.kind === "pronoun" && mention.from >= quantity.from && mention.to - quantity.to <= 2 && page.pack.grammar.of.has(lowerAt(page, mention.to - 2)));
    if (them === undefined || !page.pack.events.belonging.has(lowerAt(page, them.to)) || taken.some((event) => event.clause.from <= them.to && event.trigger.from >= them.to)) return [];
    return [draft("strength/part-of-them", "strength", quantity, clauseAt(scene, quantity.from), PRIORITY.list, { theme: them, quantity })];
  });
}
// How far into its sentence such a share may stand: "In truth most of them are conscripts".
const OPENING = 3;
