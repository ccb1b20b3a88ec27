import type { Polarity } from "../claims/index.ts";
import type { PhraseMatch } from "../lang/phrases.ts";
import type { Draft, Scene } from "./drafts.ts";
import type { ForceMention } from "./forces.ts";
import { nationBefore } from "./nations.ts";
import { clauseAt, draft, PRIORITY } from "./drafts.ts";
import { OPENS } from "./openings.ts";
import { among, firstIn, lowerAt, opens } from "./page.ts";
import { hasCasualties } from "./strengths.ts";
import { isPrepositional } from "./subjects.ts";

/** Claims about danger, and about numbers that nobody knows. */
export function assessments(scene: Scene, events: readonly Draft[]): Draft[] {
  const dangers = threats(scene);
  return [...(dangers.length > 0 ? dangers : attacks(scene)), ...unknowns(scene, events)];
}

// "A Russian attack on Moldova is unlikely", "an incursion by Serbian troops cannot be ruled out": whose attack, and how likely it is.
function attacks(scene: Scene): Draft[] {
  const { page, sentence } = scene;
  const { assaults, outlooks } = page.pack.events;
  for (let i = sentence.from; i < sentence.to; i++) {
    if (!opens(page, i, OPENS.threat) || !assaults.has(lowerAt(page, i))) continue;
    const clause = clauseAt(scene, i);
    const outlook = outlooks.first(page.tokens, i + 1, clause.to);
    const theme = outlook === null ? null : attackerAt(scene, i);
    if (outlook !== null && theme !== null) return [draft("threat/attack", "threat", { from: i, to: outlook.to }, clause, PRIORITY.threat, { theme, ...outlook.value })];
  }
  return [];
}

// "A Russian attack", "Russia's attack", "an attack by Russian troops".
function attackerAt(scene: Scene, noun: number): ForceMention | null {
  const { page } = scene;
  if (page.pack.events.threatLinks.has(lowerAt(page, noun + 1))) return scene.forces.find((mention) => mention.from - noun >= 1 && mention.from - noun <= 3 && mention.value.owner !== null) ?? null;
  const owner = scene.forces.find((mention) => mention.value.kind === "actor" && mention.to <= noun && noun - mention.to <= 1);
  return owner !== undefined && page.pack.grammar.possessive.has(lowerAt(page, owner.to)) ? owner : nationBefore(scene, noun);
}

// The first danger a sentence speaks of: "poses no threat", "the border is safe", "no strike groups are being formed".
function threats(scene: Scene): Draft[] {
  const { page, sentence } = scene;
  for (let i = sentence.from; i < sentence.to; i++) {
    const match = opens(page, i, OPENS.threat) ? page.pack.events.threats.at(page.tokens, i, sentence.to) : null;
    const found = match === null ? null : threatOf(scene, match);
    if (found !== null) return [found];
  }
  return [];
}

function threatOf(scene: Scene, match: PhraseMatch<Polarity>): Draft | null {
  const { page, sentence } = scene;
  const i = match.from;
  const clause = clauseAt(scene, i);
  const zero = page.pack.grammar.zero.endingAt(page.tokens, i - 1, clause.from, 3) ?? page.pack.grammar.zero.endingAt(page.tokens, i - 2, clause.from, 3);
  const negated = hasNegator(scene, clause);
  const denied = match.value === "denied" || zero !== null || negated;
  const force = among(scene.forces, sentence).filter((mention) => mention.value.kind !== "pronoun");
  const border = among(scene.places, sentence).some((place) => place.value.kind === "border");
  // "The situation on the border remains calm": of anywhere else it says nothing of forces.
  if (!border && page.pack.events.calm.has(lowerAt(page, match.to - 1))) return null;
  // "Russia poses a threat to the Baltic states": a state, where it is what threatens.
  const source = force.findLast((mention) => mention.to <= match.from && mention.from >= clause.from && !isPrepositional(scene, mention)) ?? null;
  const from = force.find((mention) => mention.from >= match.to && mention.from - match.to <= 2 && page.pack.events.threatLinks.has(lowerAt(page, mention.from - 1))) ?? null;
  const active = source !== null && source.value.kind === "actor" && match.to - match.from > 1;
  if (!border && !active && from === null && !force.some((mention) => mention.value.kind !== "actor") && match.value !== "denied") return null;
  if (match.to - match.from === 1 && page.pack.grammar.of.has(lowerAt(page, match.to)) && !force.some((mention) => mention.value.owner !== null && mention.from - match.to <= 4 && mention.from >= match.to)) return null;
  const armed = force.filter((mention) => mention.value.kind !== "actor");
  const theme = active ? source : from ?? force.find((mention) => mention.from >= match.to && page.pack.events.threatLinks.has(lowerAt(page, mention.from - 1))) ?? armed.findLast((mention) => mention.to <= match.from && mention.value.kind === "group") ?? armed.findLast((mention) => mention.to <= match.from) ?? null;
  return draft("threat/phrase", "threat", match, clause, PRIORITY.threat, { theme, polarity: denied ? "denied" : "affirmed" });
}

function hasNegator(scene: Scene, range: { from: number; to: number }): boolean {
  return scene.page.pack.grammar.negators.first(scene.page.tokens, range.from, range.to) !== null;
}

// "the exact number of soldiers remains unclear", "how many got off, we are still clarifying".
function unknowns(scene: Scene, events: readonly Draft[]): Draft[] {
  const { page, sentence } = scene;
  const match = firstIn(page, page.pack.events.unknowns, OPENS.unknown, sentence);
  // "Not known to operate there" says that they do not.
  if (match === null || page.pack.grammar.to.has(lowerAt(page, match.to))) return [];
  let about = -1;
  for (let i = sentence.from; i < sentence.to - 1; i++) if ((["number", "strength"].includes(lowerAt(page, i)) && page.pack.grammar.of.has(lowerAt(page, i + 1))) || (lowerAt(page, i) === "how" && ["many", "large"].includes(lowerAt(page, i + 1)))) about = i;
  const touched = events.filter((event) => event.quantity === null && (event.clause.from <= match.from && match.from < event.clause.to || page.pack.events.whatever.has(lowerAt(page, event.clause.from))));
  for (const event of touched) event.certainty = "unknown";
  const theme = among(scene.forces, sentence).find((mention) => mention.value.kind === "group" || mention.value.kind === "people") ?? null;
  if (theme === null ? !leansBack(scene, match, about, events) : about < 0) return [];
  if (touched.some((event) => event.kind === "strength")) return [];
  return [draft("strength/unknown-number", "strength", match, { from: sentence.from, to: sentence.to }, PRIORITY.unknown, { theme, certainty: "unknown" })];
}

// "The ministry gave no number", "it did not say how many": of those spoken of just before.
function leansBack(scene: Scene, match: PhraseMatch<true>, about: number, events: readonly Draft[]): boolean {
  const { page } = scene;
  if (!scene.military || events.length > 0 || hasCasualties(scene, scene.sentence)) return false;
  if (about < 0) return page.pack.events.counts.has(lowerAt(page, match.to - 1));
  const next = page.tokens[about + 2];
  return next === undefined || next.kind === "mark";
}
