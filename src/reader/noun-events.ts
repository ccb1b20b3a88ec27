import type { Control, EventNoun, EventVerb, VerbForm } from "../lang/pack.ts";
import type { PhraseMatch } from "../lang/phrases.ts";
import type { TokenRange } from "../text/sentences.ts";
import type { Draft, Scene } from "./drafts.ts";
import { clauseAt, draft, PRIORITY } from "./drafts.ts";
import type { ForceMention } from "./forces.ts";
import { holderEndingAt } from "./holders.ts";
import { OPENS } from "./openings.ts";
import type { PlaceMention } from "./places.ts";
import { isStop, lowerAt, meets, opens } from "./page.ts";
import type { Scope } from "./scope.ts";
import { lessCertain, scopeOfGroup } from "./scope.ts";
import { isAdverb, verbGroupAt } from "./verb-groups.ts";
import type { VerbGroup } from "./verb-groups.ts";

/** Claims that nouns carry: "the withdrawal of Italian forces", "their presence", "repeated rotations". */
export function nounEvents(scene: Scene, verbs: readonly Draft[]): Draft[] {
  const { page, sentence } = scene;
  const drafts: Draft[] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    const match = opens(page, i, OPENS.noun) ? page.pack.events.nouns.at(page.tokens, i, sentence.to) : null;
    if (match === null) continue;
    i = match.to - 1;
    if (isInTrigger(verbs, match.from) || isModifier(scene, match.to) || isInfinitive(scene, match.from)) continue;
    const found = nounEvent(scene, match, match.value, verbs);
    if (found !== null) drafts.push(found);
  }
  return drafts;
}

// "asked it last week to dispatch soldiers": behind "to" it is the verb.
const isInfinitive = ({ page }: Scene, at: number): boolean => page.pack.grammar.to.has(lowerAt(page, at - 1)) && page.pack.events.verbs.at(page.tokens, at)?.value.forms.has("base") === true;

const isInTrigger = (drafts: readonly Draft[], at: number): boolean => drafts.some(({ trigger }) => trigger.from <= at && at < trigger.to);

// "withdrawal plan", "deployment centre": the event noun only modifies another.
function isModifier(scene: Scene, at: number): boolean {
  const { page } = scene;
  const next = page.tokens[at];
  if (next === undefined || next.kind !== "word" || !next.gap) return false;
  // "the advance team".
  if (page.pack.forces.heads.at(page.tokens, at)?.value.body === true) return true;
  return page.pack.events.controlNouns.at(page.tokens, at) !== null || page.pack.events.compoundTails.has(next.lower);
}

function nounEvent(scene: Scene, noun: TokenRange, value: EventNoun, verbs: readonly Draft[]): Draft | null {
  const clause = clauseAt(scene, noun.from);
  if (isOfOthers(scene, noun, value)) return null;
  const own = themeOf(scene, noun, value);
  if (own === null && value.owned === true) return null;
  // "Germany has a strong presence": the one who has it.
  const holder = own === null && value.kind === "strength" ? scene.forces.findLast((mention) => mention.to <= noun.from && mention.from >= clause.from && mention.value.owner !== null && noun.from - mention.to <= 6 && hasHolding(scene, mention.to, noun.from)) ?? null : null;
  const theme = own ?? holder;
  if (value.kind === "strength") {
    const turn = turnOf(scene, noun, clause, theme);
    // A verb has said it already.
    if (turn !== null) return verbs.some((verb) => verb.kind === turn.kind && meets(verb.trigger, turn.trigger)) ? null : turn;
  }
  // "no decision to reduce the number of troops": the verb right before it says what of the number.
  if (value.kind === "strength" && verbs.some((verb) => verb.kind === "change" && verb.trigger.to <= noun.from && groupStart(scene, noun) - verb.trigger.to <= 0)) return null;
  // "will maintain a presence": nor what it keeps.
  if (value.kind === "strength" && verbs.some((verb) => verb.kind === "strength" && verb.trigger.to <= noun.from && groupStart(scene, noun) - verb.trigger.to <= 0)) return null;
  const scope = scopeOfNoun(scene, noun, clause);
  const light = theme === null ? lightSubject(scene, noun, clause) : null;
  if (scope !== null && light !== null) scope.anchored = true;
  // "extended the deployment of 2,800 soldiers": they are there already.
  if (scope !== null && value.kind === "arrival" && (isProlonged(scene, noun) || isOngoing(scene, noun))) return draft(value.id, "strength", noun, clause, PRIORITY.noun, { theme, quantity: theme?.value.quantity ?? null, ...scope });
  // "ending a ten-year deployment": it is the end that is told; but "ends a deployment that began a year ago".
  if (value.kind === "arrival" && !scene.page.pack.events.carrying.has(lowerAt(scene.page, noun.to + 1)) && scene.page.pack.events.ending.has(lowerAt(scene.page, groupStart(scene, noun) - 1))) return null;
  if (scope === null || (theme === null && (!scope.anchored || (value.kind === "movement" && light === null && scope.polarity !== "denied")))) return null;
  const quantity = theme?.value.quantity ?? shareBefore(scene, noun) ?? (value.kind === "departure" ? extentBefore(scene, noun) : null);
  // "troop numbers will reach 4,800": the number says more than its noun.
  return draft(value.id, value.kind, noun, clause, value.kind === "strength" && quantity === null ? PRIORITY.group : PRIORITY.noun, {
    theme, agent: light, quantity, place: value.kind === "arrival" && value.owned === true ? takenPlace(scene, noun) : null, polarity: scope.polarity, certainty: scope.certainty, reality: scope.reality, hearsay: scope.hearsay,
    direction: value.direction ?? null, size: value.kind === "strength" ? sizeBefore(scene, noun) : null,
  });
}

// "Iraq's invasion of oil-rich Kuwait": what is taken stands behind its "of".
function takenPlace(scene: Scene, noun: TokenRange): PlaceMention | null {
  if (!scene.page.pack.grammar.of.has(lowerAt(scene.page, noun.to))) return null;
  return scene.places.find((place) => place.from > noun.to && place.from - noun.to <= OF_REACH && place.value.name !== null) ?? null;
}

// "the departure of President Aristide", "the evacuation of foreigners": of nobody who is a force.
function isOfOthers(scene: Scene, noun: TokenRange, value: EventNoun): boolean {
  const { page } = scene;
  if (value.kind !== "departure" && value.kind !== "arrival" || !page.pack.grammar.of.has(lowerAt(page, noun.to))) return false;
  const near = (mention: TokenRange): boolean => mention.to > noun.to && mention.from - noun.to <= OF_REACH;
  return !scene.forces.some(near) && !scene.quantities.some(near) && !scene.places.some(near);
}
const OF_REACH = 4;

// "NATO has bolstered its presence", "the presence in Syria has shrunk", "has ended its presence": how it changes, or that it ends.
function turnOf(scene: Scene, noun: TokenRange, clause: TokenRange, theme: ForceMention | null): Draft | null {
  const { page } = scene;
  const { events } = page.pack;
  const start = groupStart(scene, noun);
  const before = events.verbs.endingAt(page.tokens, start - 1, clause.from, 3);
  const change = before?.value.senses.find((sense) => sense.kind === "change");
  if (before !== null && change !== undefined) return turned(verbGroupAt(page, before, before.value.forms, scene.sentence.from), "change", { noun, clause, theme: theme ?? holderBefore(scene, before.from, clause), direction: change.direction ?? null });
  if (events.ending.has(lowerAt(page, start - 1))) return turned(verbGroupAt(page, { from: start - 1, to: start }, new Set(["past", "participle"]), scene.sentence.from), "departure", { noun, clause, theme: theme ?? holderBefore(scene, start - 1, clause), direction: null });
  // "marks the end of the French presence".
  if (theme !== null && page.pack.grammar.of.has(lowerAt(page, start - 1)) && events.ends.has(lowerAt(page, start - 2))) {
    const scope = scopeOfNoun(scene, { from: start - 2, to: noun.to }, clause);
    return scope === null ? null : draft("noun/ended", "departure", { from: start - 2, to: noun.to }, clause, PRIORITY.noun, { theme, ...scope });
  }
  const after = predicateOf(scene, noun.to, clause.to);
  // "through the end of 2005" ends nothing.
  if (after === null || theme === null || scene.times.some((time) => meets(time, after))) return null;
  const own = after.value?.senses.find((sense) => sense.kind === "change");
  if (own === undefined || after.value === null) return turned(verbGroupAt(page, after, new Set(["past", "participle"]), noun.to), "departure", { noun, clause, theme, direction: null });
  return turned(verbGroupAt(page, after, after.value.forms, noun.to), "change", { noun, clause, theme, direction: own.direction ?? null });
}

interface Turn {
  noun: TokenRange;
  clause: TokenRange;
  theme: ForceMention | null;
  direction: Draft["direction"];
}

function turned(group: VerbGroup, kind: "change" | "departure", { noun, clause, theme, direction }: Turn): Draft | null {
  const scope = scopeOfGroup(group);
  if (scope === null || theme === null) return null;
  return draft(kind === "change" ? "presence/changed" : "presence/ended", kind, { from: group.from, to: Math.max(group.to, noun.to) }, clause, PRIORITY.noun, { ...scope, theme, direction, group });
}

const holderBefore = (scene: Scene, at: number, clause: TokenRange): ForceMention | null =>
  scene.forces.findLast((mention) => mention.to <= at && mention.from >= clause.from && mention.value.owner !== null && !scene.page.pack.grammar.prepositions.has(lowerAt(scene.page, mention.from - 1))) ?? null;

// The verb whose subject a noun is, with no more than places, dates and auxiliaries in between.
function predicateOf(scene: Scene, from: number, to: number): PhraseMatch<EventVerb | null> | null {
  const { page } = scene;
  const { grammar, events } = page.pack;
  for (let i = from; i < Math.min(to, from + PREDICATE_REACH); i++) {
    const verb = events.verbs.at(page.tokens, i, to);
    if (verb !== null && verb.value.senses.some((sense) => sense.kind === "change")) return verb;
    const word = lowerAt(page, i);
    if (events.ending.has(word)) return { from: i, to: i + 1, value: null };
    const inPlace = scene.places.some((mention) => mention.from <= i && i < mention.to) || scene.times.some((mention) => mention.from <= i && i < mention.to);
    if (!inPlace && !grammar.prepositions.has(word) && !grammar.determiners.has(word) && !grammar.auxiliaries.has(word) && !grammar.modals.has(word) && !grammar.to.has(word) && !isAdverb(page, i)) return null;
  }
  return null;
}
const PREDICATE_REACH = 10;

// "the garrison conducted its ninth rotation": the subject of a verb that only carries the noun.
function lightSubject(scene: Scene, noun: TokenRange, clause: TokenRange): ForceMention | null {
  const { page } = scene;
  const start = groupStart(scene, noun);
  let verb = start - 1;
  while (verb > clause.from && page.pack.grammar.adverbs.has(lowerAt(page, verb))) verb--;
  if (!page.pack.events.carrying.has(lowerAt(page, verb))) return null;
  return scene.forces.findLast((mention) => mention.to <= verb && mention.from >= clause.from && mention.value.kind !== "pronoun" && mention.value.owner !== null && !page.pack.grammar.prepositions.has(lowerAt(page, mention.from - 1))) ?? null;
}

// "the continued deployment of 8,500 troops".
const isOngoing = ({ page }: Scene, noun: TokenRange): boolean => page.pack.events.ongoing.has(lowerAt(page, noun.from - 1));

function isProlonged(scene: Scene, noun: TokenRange): boolean {
  const before = groupStart(scene, noun) - 1;
  // "extended the deployment", "an extension of the deployment".
  return scene.page.pack.events.prolonging.has(lowerAt(scene.page, scene.page.pack.grammar.of.has(lowerAt(scene.page, before)) ? before - 1 : before));
}

// "withdrawal of US troops", "troop withdrawal", "Syria's withdrawal", "the troops' return", "its pullout".
function themeOf(scene: Scene, noun: TokenRange, value: EventNoun): ForceMention | null {
  const { page, forces } = scene;
  const joiner = lowerAt(page, noun.to);
  if (page.pack.events.forceLinks.has(joiner)) {
    const after = forces.find((mention) => mention.from >= noun.to + 1 && mention.from - noun.to <= 3 && mention.value.kind !== "pronoun" && (joiner !== "in" || mention.value.kind === "group"));
    if (after !== undefined && !(after.value.kind === "actor" && joiner !== "by")) return after;
  }
  const before = forces.findLast((mention) => mention.to <= noun.from && noun.from - mention.to <= 3 && closeBefore(scene, mention.to, noun.from));
  if (before !== undefined && before.value.kind !== "pronoun" && (value.owned !== true || page.pack.grammar.possessive.has(lowerAt(page, before.to)))) return before;
  return value.owned === true ? null : doerBefore(scene, noun);
}

// "the Russian withdrawal", "a Turkish cross-border incursion": whose it is stands as an adjective before it.
function doerBefore(scene: Scene, noun: TokenRange): ForceMention | null {
  const { page, sentence } = scene;
  for (let i = noun.from - 1; i >= Math.max(sentence.from, noun.from - DOER_REACH); i--) {
    const doer = holderEndingAt(scene, i);
    if (doer !== null) return doer;
    const token = page.tokens[i];
    if (token === undefined || (token.kind !== "word" && token.lower !== "-") || isStop(page, i)) return null;
  }
  return null;
}
const DOER_REACH = 4;

// Only possessive marks and adjectives stand between an owner and its event.
function closeBefore(scene: Scene, from: number, to: number): boolean {
  const { page } = scene;
  for (let i = from; i < to; i++) {
    const word = lowerAt(page, i);
    if (word === "'s" || word === "'" || word === "-") continue;
    // "its 1990 invasion".
    if (page.tokens[i]?.kind === "number" && scene.times.some((time) => time.from <= i && i < time.to)) continue;
    if (page.tokens[i]?.kind !== "word" || isStop(page, i)) return false;
  }
  return true;
}

function hasHolding(scene: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (scene.page.pack.events.holding.has(lowerAt(scene.page, i))) return true;
  return false;
}

function shareBefore(scene: Scene, noun: TokenRange): Draft["quantity"] {
  return scene.quantities.findLast((quantity) => quantity.to <= noun.from && noun.from - quantity.to <= 1) ?? null;
}

// "a complete withdrawal".
function extentBefore(scene: Scene, noun: TokenRange): Draft["quantity"] {
  const extent = scene.page.pack.numbers.extents.get(lowerAt(scene.page, noun.from - 1));
  if (extent === undefined) return null;
  return { from: noun.from - 1, to: noun.from, rule: "quantity/extent", value: { bounds: { ...extent, point: null, modifier: "share" }, unit: "personnel", head: null, increment: false, article: false, strong: false } };
}

function sizeBefore(scene: Scene, noun: TokenRange): Draft["size"] {
  const { page } = scene;
  for (let i = noun.from - 1; i >= Math.max(scene.sentence.from, noun.from - 4); i--) {
    const size = page.pack.forces.sizes.at(page.tokens, i);
    if (size !== null) return size.value;
  }
  return null;
}

interface NounScope extends Scope {
  /** A verb or preposition makes it an event of its own, so that context may supply whose. */
  anchored: boolean;
}

// What governs the noun from the left ("ordered the withdrawal"), or follows it ("will begin", "was completed").
function scopeOfNoun(scene: Scene, noun: TokenRange, clause: TokenRange): NounScope | null {
  const { page } = scene;
  const start = groupStart(scene, noun);
  const scope: NounScope = { polarity: "affirmed", certainty: "certain", reality: "actual", hearsay: false, anchored: false };
  if (page.pack.grammar.zero.at(page.tokens, start) !== null || page.pack.grammar.zero.endingAt(page.tokens, start - 1, clause.from, 3) !== null) {
    scope.polarity = "denied";
    scope.anchored = true;
  }
  const copula = copulaBefore(scene, start, clause);
  if (copula !== null) {
    scope.anchored = true;
    if (copula === "denied") scope.polarity = "denied";
  }
  const left = governorBefore(scene, start, clause);
  if (left === "topic" || left === "drop") return null;
  if (left !== null) merge(scope, left);
  const right = verbAfter(scene, noun, clause);
  if (right === "drop") return null;
  if (right !== null) merge(scope, right);
  const before = lowerAt(page, start - 1);
  if (page.pack.events.factive.has(before)) scope.anchored = true;
  return scope;
}

// "This is a rotation", "it was not a withdrawal".
function copulaBefore(scene: Scene, start: number, clause: TokenRange): Scope["polarity"] | null {
  const { page } = scene;
  let [at, polarity]: [number, Scope["polarity"]] = [start - 1, "affirmed"];
  while (at > clause.from && (isAdverb(page, at) || page.pack.grammar.not.has(lowerAt(page, at)))) {
    if (page.pack.grammar.negators.at(page.tokens, at) !== null) polarity = "denied";
    at--;
  }
  if (page.pack.grammar.auxiliaries.get(lowerAt(page, at)) !== "be" || !page.pack.grammar.determiners.has(lowerAt(page, start))) return null;
  return page.pack.grammar.negators.at(page.tokens, at) === null ? polarity : "denied";
}

function merge(scope: NounScope, other: Scope): void {
  scope.anchored = true;
  if (other.polarity === "denied") scope.polarity = scope.polarity === "denied" ? "affirmed" : "denied";
  scope.certainty = lessCertain(scope.certainty, other.certainty);
  scope.hearsay ||= other.hearsay;
  if (other.reality === "hypothetical" || scope.reality === "actual") scope.reality = other.reality;
}

// First token of the noun's own group: its article, adjectives and possessors.
function groupStart(scene: Scene, noun: TokenRange): number {
  const { page } = scene;
  let from = noun.from;
  while (from > scene.sentence.from && noun.from - from < 8) {
    const token = page.tokens[from - 1];
    if (token === undefined) break;
    const mark = token.lower === "'s" || token.lower === "-" || token.lower === "'";
    if (page.pack.grammar.determiners.has(token.lower)) return from - 1;
    if (!mark && (token.kind !== "word" || isStop(page, from - 1) || page.pack.events.verbs.at(page.tokens, from - 1) !== null || page.pack.events.controls.at(page.tokens, from - 1) !== null || page.pack.sources.verbs.has(token.lower))) break;
    from--;
  }
  return from;
}

const REACH = 5;

// "will complete its withdrawal": a verb only where it cannot be the adjective.
function completes({ page }: Scene, i: number): PhraseMatch<{ control: Control; forms: ReadonlySet<VerbForm> }> | null {
  const { events, grammar } = page.pack;
  const before = lowerAt(page, i - 1);
  return events.completing.has(lowerAt(page, i)) && (grammar.modals.has(before) || grammar.to.has(before)) ? { from: i, to: i + 1, value: { control: { id: "en/control/complete" }, forms: BARE } } : null;
}
const BARE: ReadonlySet<VerbForm> = new Set(["base"]);

function governorBefore(scene: Scene, start: number, clause: TokenRange): Scope | "topic" | "drop" | null {
  const { page } = scene;
  const { events, grammar } = page.pack;
  const floor = Math.max(clause.from, start - REACH);
  for (let i = start - 1; i >= floor; i--) {
    const word = lowerAt(page, i);
    const verb = events.controls.endingAt(page.tokens, i, clause.from, 4) ?? completes(scene, i);
    if (verb !== null) {
      if (verb.value.control.drop === true) return "drop";
      const group = verbGroupAt(page, verb, verb.value.forms, scene.sentence.from);
      const outer = scopeOfGroup({ ...group, controls: [{ control: verb.value.control, negated: group.negated, at: verb.from }, ...group.controls], negated: false });
      return outer ?? "drop";
    }
    const noun = events.controlNouns.endingAt(page.tokens, i, clause.from, 3);
    if (noun !== null) {
      if (noun.value.drop === true) return "drop";
      // "no convincing signs of".
      const zero = (grammar.zero.endingAt(page.tokens, noun.from - 1, clause.from, 3) ?? grammar.zero.endingAt(page.tokens, noun.from - 2, clause.from, 3)) !== null;
      return { polarity: (noun.value.polarity === "denied") !== zero ? "denied" : "affirmed", certainty: noun.value.certainty ?? "certain", reality: noun.value.reality ?? "actual", hearsay: false };
    }
    if (i === start - 1 && events.topical.has(word)) return "topic";
    if (page.tokens[i]?.kind === "mark" && word !== "-") return null;
  }
  return null;
}

// "the withdrawal will begin", "the rotation was carried out", "the move is expected": the noun is a subject.
function verbAfter(scene: Scene, noun: TokenRange, clause: TokenRange): Scope | "drop" | null {
  const { page } = scene;
  const { events, grammar } = page.pack;
  for (let i = noun.to; i < Math.min(clause.to, noun.to + 12); i++) {
    const control = events.controls.at(page.tokens, i, clause.to);
    const word = lowerAt(page, i);
    if (control !== null && !grammar.determiners.has(lowerAt(page, i - 1))) {
      if (control.value.control.drop === true) return "drop";
      const group = verbGroupAt(page, control, control.value.forms, noun.to);
      const passive = group.passive;
      const controls = passive ? [{ control: control.value.control, negated: group.negated, at: i }, ...group.controls] : group.controls;
      return scopeOfGroup({ ...group, controls, negated: passive ? false : group.negated });
    }
    if (grammar.modals.has(word)) return scopeOfGroup(verbGroupAt(page, { from: i + 1, to: i + 2 }, new Set(["base"]), noun.to));
    if (events.noticing.has(word)) return scopeOfGroup(verbGroupAt(page, { from: i, to: i + 1 }, new Set(["participle"]), noun.to));
    if (page.tokens[i]?.kind === "mark" && word !== "-" && word !== "'") return null;
  }
  return null;
}
