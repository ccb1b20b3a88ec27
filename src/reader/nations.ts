import type { TokenRange } from "../text/sentences.ts";
import type { Draft, Scene } from "./drafts.ts";
import { draft, PRIORITY } from "./drafts.ts";
import { valueOf } from "./force-names.ts";
import type { ForceMention } from "./forces.ts";
import { isStop, lowerAt } from "./page.ts";
import type { QuantityMention } from "./quantities.ts";
import { isAdverb } from "./verb-groups.ts";

/** "Of whom 18,000 are American", "about 3,000 of them are North Koreans", "most are from Pakistan": those of one nation among the ones just counted. */
export function ofNation(scene: Scene, quantity: QuantityMention, events: readonly Draft[]): Draft | null {
  const { page } = scene;
  const { grammar, forces } = page.pack;
  if (!scene.military && !events.some((event) => event.trigger.from < quantity.from) && !scene.forces.some((force) => force.to <= quantity.from && force.value.quantity !== null)) return null;
  let at = quantity.to;
  if (grammar.of.has(lowerAt(page, at)) && forces.pronouns.has(lowerAt(page, at + 1))) at += 2;
  const apposed = at > quantity.to && lowerAt(page, quantity.from - 1) === ",";
  if (grammar.auxiliaries.get(lowerAt(page, at)) === "be") at++;
  else if (!apposed || quantity.value.bounds.modifier === "share") return null;
  while (isAdverb(page, at)) at++;
  const nation = nationAt(scene, at);
  if (nation === null) return null;
  const words = { from: quantity.from, to: nation.to };
  return draft("strength/of-nation", "strength", words, words, PRIORITY.count, { agent: nation, quantity, member: words });
}

/** "They include 800 from Kenya, 1,560 from Nigeria and 780 from Ghana": those of one nation, behind a verb that says what a force is made up of. */
export function fromNation(scene: Scene, quantity: QuantityMention, before: readonly Draft[]): Draft | null {
  const { page } = scene;
  if (quantity.value.head !== null || !page.pack.places.away.has(lowerAt(page, quantity.to))) return null;
  const { numbers } = page.pack;
  let isMade = before.at(-1)?.rule === "strength/of-nation";
  for (let i = Math.max(scene.sentence.from, quantity.from - MADE_REACH); i < quantity.from && !isMade; i++) isMade = numbers.including.has(lowerAt(page, i));
  const nation = isMade ? nationAt(scene, quantity.to) : null;
  if (nation === null) return null;
  const words = { from: quantity.from, to: nation.to };
  return draft("strength/of-nation", "strength", words, words, PRIORITY.capacity, { agent: nation, quantity, member: words });
}

const MADE_REACH = 24;

/** A people, a state's adjective, or "from" and a state, where nothing goes on that it would describe. */
export function nationAt(scene: Scene, from: number): ForceMention | null {
  const { page } = scene;
  const { places, states } = page.pack;
  const away = places.away.has(lowerAt(page, from));
  const at = away ? from + 1 : from;
  if (page.tokens[at]?.capital !== true) return null;
  const match = away ? states.names.at(page.tokens, at) : states.people.at(page.tokens, at) ?? states.adjectives.at(page.tokens, at);
  const next = match === null ? undefined : page.tokens[match.to];
  if (match === null || !away && next !== undefined && next.kind === "word" && !isStop(page, match.to)) return null;
  return mentionOf(scene, { from: at, to: match.to }, match.value.name);
}

/** "A Russian attack": the state whose adjective stands right before a noun. */
export function nationBefore(scene: Scene, noun: number): ForceMention | null {
  const state = scene.page.pack.states.adjectives.endingAt(scene.page.tokens, noun - 1);
  return state === null || scene.page.tokens[state.from]?.capital !== true ? null : mentionOf(scene, state, state.value.name);
}

const mentionOf = (scene: Scene, range: TokenRange, name: string): ForceMention => ({ ...range, rule: "force/nation", value: valueOf(scene.page, "people", { name, sort: "state" }, range.to - 1, range.to, null) });
