import type { EventVerb, VerbForm } from "../lang/pack.ts";
import type { PhraseMatch } from "../lang/phrases.ts";
import type { TokenRange } from "../text/sentences.ts";
import type { Scene } from "./drafts.ts";
import { OPENS } from "./openings.ts";
import type { Page } from "./page.ts";
import { lowerAt, opens } from "./page.ts";
import { subjectBefore } from "./subjects.ts";
import type { VerbGroup } from "./verb-groups.ts";
import { isAdverb } from "./verb-groups.ts";

/** A verb of the tables; "were also ashore", "has now gone": adverbs may part an auxiliary from what goes with it. */
export function verbAt({ page, sentence }: Scene, i: number): PhraseMatch<EventVerb> | null {
  if (!opens(page, i, OPENS.verb)) return null;
  const { events, grammar } = page.pack;
  const whole = events.verbs.at(page.tokens, i, sentence.to);
  if (whole !== null || !grammar.auxiliaries.has(lowerAt(page, i)) || !isAdverb(page, i + 1)) return whole;
  for (let at = i + 1; at < sentence.to && isAdverb(page, at) && grammar.negators.at(page.tokens, at) === null; ) {
    at++;
    const parted = events.verbs.at([...page.tokens.slice(i, i + 1), ...page.tokens.slice(at, at + LONGEST_VERB)], 0, Math.min(LONGEST_VERB, sentence.to - at) + 1);
    if (parted !== null && parted.to > 1) return { ...parted, from: i, to: at + parted.to - 1 };
  }
  return null;
}
const LONGEST_VERB = 5;

/** "The Kremlin remains in control": no place is meant. */
export function isCondition(page: Page, to: number): boolean {
  const at = page.pack.places.locatives.has(lowerAt(page, to)) ? to + 1 : to;
  return page.pack.places.locatives.has(lowerAt(page, at - 1)) && page.pack.events.conditions.has(lowerAt(page, at));
}

/** A bare present or gerund is a verb only with its subject right before it; nouns look the same ("moves", "land"). */
export function hasOwnSubject(scene: Scene, group: VerbGroup): boolean {
  const { page } = scene;
  if (group.from !== group.verb || group.controls.length > 0 || (group.tense !== "present" && group.shape !== "ing")) return true;
  let at = group.from;
  while (at > scene.sentence.from && isAdverb(page, at - 1)) at--;
  const before = lowerAt(page, at - 1);
  if (group.shape === "ing" && (at === scene.sentence.from || scene.times.some((time) => time.to === at) || before === "," || page.pack.grammar.gerundOpeners.has(before))) return true;
  if (page.pack.grammar.subjectLinks.has(before)) return true;
  // "French troops, 1,500 at their peak, were gone": an auxiliary is no noun.
  if (page.pack.grammar.auxiliaries.has(lowerAt(page, group.verb))) return true;
  return scene.forces.some((mention) => mention.to === at) || subjectBefore(scene, at) !== null || scene.quantities.some((quantity) => quantity.to === at && quantity.value.head === null);
}

/** "relocated units", "occupied territories", "the returning troops": a participle in front of its noun. */
export function isAttributive(scene: Scene, group: VerbGroup, verb: TokenRange): boolean {
  const { page } = scene;
  if (scene.forces.some((mention) => mention.to === verb.from && mention.value.kind === "group")) return false;
  if (group.from !== group.verb || verb.to - verb.from > 1 || !/(ed|en|ing|un|wn|nt)$/.test(lowerAt(page, verb.from))) return false;
  const before = page.tokens[verb.from - 1];
  const next = page.tokens[verb.to];
  // "of the promised 2,000 soldiers"; but "each sent 100 soldiers".
  if (next?.kind === "number" && !page.pack.grammar.definite.has(before?.lower ?? "")) return false;
  if (next === undefined || next.kind === "mark" || page.pack.grammar.stops.has(next.lower) || isAdverb(page, verb.to)) return false;
  const opens = before === undefined || page.pack.grammar.determiners.has(before.lower) || page.pack.grammar.prepositions.has(before.lower) && !lowerAt(page, verb.from).endsWith("ing") || page.pack.forces.modifiers.has(before.lower) || before.kind === "number" || page.pack.numbers.small.has(before.lower) || scene.quantities.some((quantity) => quantity.to === verb.from);
  return opens;
}

/** "the Wagner camp at Tsel": behind a name, what can be a site is one. */
export function isSiteNoun({ page, forces }: Scene, match: PhraseMatch<EventVerb>): boolean {
  if (match.to - match.from > 1 || !match.value.forms.has("base") || page.pack.places.suffixes.at(page.tokens, match.from) === null) return false;
  return forces.some((mention) => mention.to === match.from && (mention.value.kind === "name" || mention.value.kind === "actor"));
}

/** "the deployed forces", "a stay": after an article a base form is a noun. */
export function isNounUse(scene: Scene, i: number, forms: ReadonlySet<VerbForm>): boolean {
  const { page } = scene;
  const before = lowerAt(page, i - 1);
  if (page.tokens[i]?.capital === true && i > scene.sentence.from && scene.sentence.part === "body") return true;
  // "each sent": no noun has that form.
  if (!forms.has("base") && !forms.has("s") && !forms.has("ing")) return false;
  return (page.pack.grammar.determiners.has(before) || before === "of" && !lowerAt(page, i).endsWith("ing")) && !/(ed|en)$/.test(lowerAt(page, i));
}
