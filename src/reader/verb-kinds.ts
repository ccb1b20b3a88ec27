import type { Unit } from "../claims/index.ts";
import type { EventSense } from "../lang/pack.ts";
import type { TokenRange } from "../text/sentences.ts";
import type { Draft, Scene } from "./drafts.ts";
import type { ForceMention } from "./forces.ts";
import type { Page } from "./page.ts";
import { lowerAt } from "./page.ts";
import { isAdverb } from "./verb-groups.ts";
import type { VerbGroup } from "./verb-groups.ts";

/** Things that are seldom anywhere for long. */
export const MOBILE: ReadonlySet<Unit> = new Set(["aircraft", "helicopter", "ship"]);

// "is deployed in" is a strength, "was deployed to" and "will be deployed" an arrival.
export function kindOf(scene: Scene, sense: EventSense, group: VerbGroup, verb: TokenRange, theme: ForceMention | null): Draft["kind"] {
  const { page } = scene;
  const next = lowerAt(page, verb.to);
  // "flew 12 sorties over the north".
  if (theme !== null && page.pack.forces.flights.has(theme.value.word)) return "movement";
  if (sense.kind === "arrival" && sense.theme === "object" && goesHome(scene, group)) return "departure";
  // "have been training there since February": who has been at it for so long is there.
  if (sense.kind === "movement" && sense.needsPlace === true && sense.ownSubject !== true && sense.transfers !== true && (group.tense === "perfect" || isPluperfect(page, group)) && /ing$/.test(lowerAt(page, group.verb))) return "strength";
  if (sense.transfers === true) return transferKind(scene, sense, group, theme);
  const deployed = lowerAt(page, verb.to - 1) === "deployed";
  const standing = group.passive && (group.tense === "present" || group.tense === "past") && group.shape === "finite" && next !== "to";
  if (deployed && (sense.kind === "strength" || (sense.kind === "arrival" && (standing || isReduced(scene, group))))) {
    if (next === "to" || group.tense === "future" || group.shape === "infinitive" || lowerAt(page, verb.from) === "be") return "arrival";
    return "strength";
  }
  // "The soldiers occupying Kuwait": they are there.
  if (sense.kind === "arrival" && page.pack.events.occupying.has(lowerAt(page, verb.from))) return "strength";
  // Ships and aircraft that operate somewhere are on the move.
  if (sense.kind === "strength" && sense.strict === true && sense.needsPlace === true && sense.placeObject !== true && theme !== null && MOBILE.has(theme.value.unit)) return "movement";
  if (sense.returns === true) return returnKind(scene, verb);
  return sense.kind;
}

/** "Had been training": before the time spoken of. */
export function isPluperfect(page: Page, group: VerbGroup): boolean {
  for (let i = group.core; i < group.verb; i++) if (page.pack.grammar.pluperfect.has(lowerAt(page, i))) return true;
  return false;
}

// "moved troops into the Gulf" is an arrival there; from one part of a country to another it is a movement.
function transferKind(scene: Scene, sense: EventSense, group: VerbGroup, theme: ForceMention | null): Draft["kind"] {
  const { page } = scene;
  // "Five bases were transferred to the army": who gives a base away leaves it.
  if (theme?.value.unit === "site") return "departure";
  const { goals, away } = page.pack.places;
  const links = (place: TokenRange, words: ReadonlySet<string>): boolean => words.has(lowerAt(page, page.pack.grammar.determiners.has(lowerAt(page, place.from - 1)) ? place.from - 2 : place.from - 1));
  const near = scene.places.filter((place) => place.from > group.from - TRANSFER_REACH && place.from - group.to <= TRANSFER_REACH);
  const goal = near.find((place) => links(place, goals));
  if (goal === undefined) return "movement";
  // Who moves by himself comes to another country, or else only moves.
  if (sense.theme === "subject") return goal.value.kind === "country" && goal.value.name !== theme?.value.owner ? "arrival" : "movement";
  const origin = near.find((place) => links(place, away));
  return origin !== undefined && (origin.value.country === goal.value.country || origin.value.country === null || goal.value.country === null) ? "movement" : "arrival";
}
const TRANSFER_REACH = 18;

// "bring US troops home", "calls his soldiers back".
export function goesHome(scene: Scene, group: VerbGroup): boolean {
  const object = scene.forces.find((mention) => mention.from >= group.to && mention.from - group.to <= 2);
  return object !== undefined && scene.page.pack.events.homeward.has(lowerAt(scene.page, object.to));
}

// A participle right behind its noun: "troops deployed in Iraq", "soldiers already deployed in the capital".
function isReduced(scene: Scene, group: VerbGroup): boolean {
  if (group.tense !== "past" && group.shape !== "participle") return false;
  const { page } = scene;
  if (group.from !== group.verb) return false;
  let before = group.from;
  while (before > scene.sentence.from && isAdverb(page, before - 1)) before--;
  const noun = scene.forces.some((mention) => mention.to === before && mention.value.kind !== "actor" && mention.value.kind !== "name");
  return noun && (page.pack.places.locatives.has(lowerAt(page, group.to)) || page.pack.places.nearby.has(lowerAt(page, group.to)));
}

// "returned to barracks", "returned home" go away; "returned to the front" arrives.
function returnKind(scene: Scene, verb: TokenRange): Draft["kind"] {
  const { page } = scene;
  for (let i = verb.to; i < Math.min(scene.sentence.to, verb.to + 6); i++) if (page.pack.events.homes.has(lowerAt(page, i))) return "departure";
  const next = lowerAt(page, verb.to);
  // Going back to one's own country is leaving: "French troops returned to France".
  const owner = scene.forces.findLast((mention) => mention.to <= verb.from && mention.value.owner !== null)?.value.owner;
  const goal = scene.places.find((place) => place.from > verb.to && place.from - verb.to <= 3);
  if (next === "to" && goal !== undefined && owner !== undefined && goal.value.name === owner) return "departure";
  return next === "to" ? "arrival" : "departure";
}
