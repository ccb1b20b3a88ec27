import { hasVerb } from "./clauses.ts";
import type { Scene } from "./drafts.ts";
import type { ForceMention } from "./forces.ts";
import type { Page } from "./page.ts";
import { lowerAt } from "./page.ts";
import { isAdverb } from "./verb-groups.ts";

const STEPS = 8;
// How many words may describe a state behind its preposition.
const DESCRIBED = 3;
// How far back a list of states is followed.
const LISTED = 6;
// What stands between two commas and does not part a subject from its verb, in tokens.
const ASIDE_MAX = 20;

/**
 * The force that ends right before a verb. Adverbs, a relative pronoun, places with their preposition, dates and what
 * stands between commas may lie between the two: "The garrison in Transnistria has since swelled".
 *
 * @param at  first token of the verb group
 */
export function subjectBefore(scene: Scene, at: number): ForceMention | null {
  let end = at;
  for (let step = 0; step < STEPS && end > scene.sentence.from; step++) {
    const subject = scene.forces.find((mention) => mention.to === end && !isGround(scene, mention));
    if (subject !== undefined && (end === at || isAdverb(scene.page, end) || !isPrepositional(scene, subject))) return subject;
    // "the redeployment of forces from Iraq would increase"; but "the contingent of the force in Albania will provide".
    if (subject !== undefined) return scene.forces.find((mention) => mention.to === subject.from - 1 && !isPrepositional(scene, mention)) ?? null;
    const next = overAdjunct(scene, end);
    if (next === null) return null;
    end = next;
  }
  return null;
}

// "in Iraq": the state is where the force is, and moves nothing.
const isGround = (scene: Scene, mention: ForceMention): boolean => mention.value.kind === "actor" && isPrepositional(scene, mention);

/** Behind a preposition a force is no subject; but "after Russia withdrew them", "since they have come": there the word opens a clause. */
export function isPrepositional(scene: Scene, mention: ForceMention, listed = 0): boolean {
  const { page } = scene;
  let before = mention.from - 1;
  // "through neighbouring Rwanda".
  for (let step = 0; step < DESCRIBED && mention.value.kind === "actor" && (page.pack.grammar.definite.has(lowerAt(page, before)) || page.pack.places.describing.has(lowerAt(page, before)) || page.pack.places.directions.has(lowerAt(page, before))); step++) before--;
  // "from Uganda and Burundi", "in the Congo (DRC)": as the one before it.
  const follows = page.pack.grammar.listing.has(lowerAt(page, before)) || lowerAt(page, before) === "(";
  const first = follows && listed < LISTED && mention.value.kind === "actor" ? scene.forces.find((other) => other.to === before && other.value.kind === "actor") : undefined;
  if (first !== undefined && !acts(page, mention.to)) return isPrepositional(scene, first, listed + 1);
  if (!page.pack.grammar.prepositions.has(lowerAt(page, before))) return false;
  return page.pack.grammar.subordinators.at(page.tokens, before) === null || !acts(page, mention.to);
}

// A verb goes on right there.
function acts(page: Page, at: number): boolean {
  const next = isAdverb(page, at) ? at + 1 : at;
  return hasVerb(page, next, next + 1, true);
}

// The token at which an adverb, a place, a date or an aside that ends here begins.
function overAdjunct(scene: Scene, end: number): number | null {
  const { page } = scene;
  const { grammar } = page.pack;
  if (isAdverb(page, end - 1) || grammar.relatives.has(lowerAt(page, end - 1))) return end - 1;
  if (lowerAt(page, end - 1) === ",") return overAside(scene, end - 1);
  const time = scene.times.find((mention) => mention.to === end);
  if (time !== undefined) return grammar.prepositions.has(lowerAt(page, time.from - 1)) ? time.from - 1 : time.from;
  const place = scene.places.find((mention) => mention.to === end);
  if (place === undefined) return null;
  const from = grammar.determiners.has(lowerAt(page, place.from - 1)) ? place.from - 1 : place.from;
  if (!grammar.prepositions.has(lowerAt(page, from - 1))) return null;
  // "A squadron based in Vilseck will move": who is there goes before.
  return page.pack.events.verbs.at(page.tokens, from - 2)?.value.forms.has("participle") === true ? from - 2 : from - 1;
}

// From the comma that ends an aside to the one that opens it; a comma without another is passed by itself.
function overAside(scene: Scene, comma: number): number {
  for (let open = comma - 1; open >= Math.max(scene.sentence.from, comma - ASIDE_MAX); open--) if (lowerAt(scene.page, open) === ",") return open;
  return comma;
}
