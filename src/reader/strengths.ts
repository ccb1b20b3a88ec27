import type { Draft, Scene } from "./drafts.ts";
import { clauseAt, draft, PRIORITY } from "./drafts.ts";
import type { ForceMention } from "./forces.ts";
import { holdings } from "./holdings.ts";
import { levels, shares } from "./levels.ts";
import { OPENS } from "./openings.ts";
import { partsOfThem, theRest } from "./portions.ts";
import { among, lowerAt, meets, opens } from "./page.ts";
import type { TokenRange } from "../text/sentences.ts";
import type { QuantityMention } from "./quantities.ts";
import { guessesNow, scopeOfGroup } from "./scope.ts";
import { subjectBefore } from "./subjects.ts";
import { MOBILE } from "./verb-kinds.ts";
import { isAdverb, QUOTATION_MARKS, verbGroupAt } from "./verb-groups.ts";

/** Strengths that no event verb carries: "there are", "the number is", "the 35,000 troops there", "about 800 in Maysan". */
export function strengths(scene: Scene, events: readonly Draft[]): Draft[] {
  // All others speak of a force or an amount of the sentence.
  if (scene.forces.length === 0 && scene.quantities.length === 0) return holdings(scene);
  const found = [...capacities(scene), ...thereIs(scene), ...noSignOf(scene), ...seen(scene), ...holdings(scene), ...counted(scene)];
  found.push(...levels(scene, [...events, ...found]));
  const sofar = [...events, ...found];
  found.push(...groups(scene, sofar));
  found.push(...shares(scene, [...events, ...found]));
  found.push(...listed(scene, [...events, ...found]));
  found.push(...theRest(scene, [...events, ...found]));
  found.push(...partsOfThem(scene, [...events, ...found]));
  found.push(...amounts(scene, [...events, ...found]));
  return found.filter((strength) => strength.group !== null || !isWanted(scene, strength));
}

// First token of the noun group that a strength is about.
const groupFrom = (strength: Draft): number => Math.min(strength.theme?.from ?? Infinity, strength.quantity?.from ?? Infinity, strength.trigger.from);

// "Does not need 10,000 soldiers": a wish or its absence says nothing of how many there are.
const isWanted = (scene: Scene, strength: Draft): boolean => scene.page.pack.numbers.wanting.has(lowerAt(scene.page, groupFrom(strength) - 1));

// "The camp can hold 5,000 fighters", "room for more than 6,000", "a camp for 8,000 Wagner fighters": how many there could be.
function capacities(scene: Scene): Draft[] {
  const { page, sentence } = scene;
  return scene.quantities.flatMap((quantity) => {
    const cue = quantity.value.bounds.modifier === "share" || quantity.value.article ? null : page.pack.events.capacities.endingAt(page.tokens, quantity.from - 1, sentence.from, 4);
    if (cue === null || quantity.value.unit !== null && quantity.value.unit !== "personnel") return [];
    const theme = scene.forces.find((force) => force.value.quantity === quantity) ?? null;
    return theme === null && !scene.military ? [] : [draft("strength/capacity", "strength", { from: cue.from, to: quantity.to }, clauseAt(scene, quantity.from), PRIORITY.capacity, { theme, quantity, reality: "hypothetical" })];
  });
}

// "There are some 300 French troops in Chad", "there is no foreign unit".
function thereIs(scene: Scene): Draft[] {
  const { page, sentence } = scene;
  const drafts: Draft[] = [];
  for (let i = sentence.from; i < sentence.to - 1; i++) {
    const found = opens(page, i, OPENS.there) ? thereIsAt(scene, i) : null;
    if (found !== null) drafts.push(found);
  }
  return drafts;
}

function thereIsAt(scene: Scene, i: number): Draft | null {
  const { page, sentence } = scene;
  const { grammar } = page.pack;
  let be = i + 1;
  while (be < sentence.to && (grammar.modals.has(lowerAt(page, be)) || grammar.auxiliaries.has(lowerAt(page, be)) || grammar.not.has(lowerAt(page, be)))) be++;
  // "There may currently be".
  if (isAdverb(page, be) && grammar.modals.has(lowerAt(page, be - 1)) && grammar.auxiliaries.has(lowerAt(page, be + 1))) be += 2;
  if (be === i + 1) return null;
  const slack = isAdverb(page, be) || grammar.determiners.has(lowerAt(page, be)) ? 2 : 0;
  const theme = scene.forces.find((force) => force.from >= be && force.from - be <= slack && (force.value.strong || isCounted(scene, force)) && force.value.kind !== "actor" && force.value.kind !== "pronoun" && force.value.kind !== "name");
  if (theme === undefined) return null;
  const group = verbGroupAt(page, { from: be - 1, to: be }, new Set(["base", "past"]), i + 1);
  const scope = scopeOfGroup(group);
  if (scope !== null && guessesNow(group)) scope.reality = "actual";
  return scope === null ? null : draft("strength/there-is", "strength", { from: i, to: be }, clauseAt(scene, i), PRIORITY.there, { ...scope, theme, quantity: theme.value.quantity, group });
}

// "There are 85 Americans in the town", "there are no Russians on our side": of a people, where troops are spoken of.
const isCounted = ({ page, military }: Scene, { from, value }: ForceMention): boolean =>
  military && (value.kind === "people" && (value.quantity !== null || page.pack.grammar.zero.endingAt(page.tokens, from - 1, from - 2, 3) !== null) || value.kind === "group" && value.quantity !== null && value.unit === "personnel");

// "no sign of Russian troops in the city".
function noSignOf(scene: Scene): Draft[] {
  const { page } = scene;
  const drafts: Draft[] = [];
  for (const force of scene.forces) {
    if (!page.pack.grammar.of.has(lowerAt(page, force.from - 1)) || !page.pack.events.traces.has(lowerAt(page, force.from - 2)) || !force.value.strong || force.value.kind === "actor" || force.value.kind === "pronoun") continue;
    const none = page.pack.grammar.zero.endingAt(page.tokens, force.from - 3, scene.sentence.from, 3) !== null;
    if (!none && !isUnseen(scene, force.from - 3)) continue;
    // A saying that is negated ("has not observed") denies what it holds by itself.
    const negated = !none && scene.sayings.some((saying) => saying.negated && saying.content.some((range) => range.from <= force.from && force.to <= range.to));
    drafts.push(draft("strength/no-sign", "strength", { from: force.from - 2, to: force.from }, clauseAt(scene, force.from), PRIORITY.there, { theme: force, polarity: negated ? "affirmed" : "denied" }));
  }
  return drafts;
}

// "have not observed evidence of".
function isUnseen(scene: Scene, i: number): boolean {
  const { page } = scene;
  for (let at = i; at > Math.max(scene.sentence.from, i - 4); at--) if (page.pack.grammar.negators.at(page.tokens, at) !== null) return true;
  return false;
}

// "satellite images show Russian armour near Yelnya", "the ministry detected 32 Chinese aircraft near the island".
function seen(scene: Scene): Draft[] {
  const { page } = scene;
  const drafts: Draft[] = [];
  for (const force of scene.forces) {
    const verb = force.from - (page.pack.grammar.determiners.has(lowerAt(page, force.from - 1)) ? 2 : 1);
    if (!page.pack.events.seeing.has(lowerAt(page, verb)) || force.value.kind !== "group" || !force.value.strong || (force.value.owner === null && force.value.quantity === null)) continue;
    // "the Navy counted 71 ships": what is counted needs no place beside it, unless it is what somebody said.
    const tallied = page.pack.events.tallying.has(lowerAt(page, verb)) && force.value.quantity !== null && !scene.sayings.some((saying) => saying.content.some((range) => range.from <= force.from && force.to <= range.to && saying.cue?.from === verb));
    // "The ministry detected 12 Chinese aircraft and seven vessels": whose and how many they are is enough of what moves.
    const sighted = MOBILE.has(force.value.unit) && force.value.quantity !== null && force.value.owner !== null;
    if (!placedBehind(scene, force) && !tallied && !sighted || !tallied && scene.forces.some((other) => other.to === verb && other.value.kind === "group")) continue;
    const group = verbGroupAt(page, { from: verb, to: verb + 1 }, new Set(["past", "base"]), scene.sentence.from);
    drafts.push(draft("strength/seen", MOBILE.has(force.value.unit) ? "movement" : "strength", force, clauseAt(scene, force.from), PRIORITY.count, { theme: force, quantity: force.value.quantity, polarity: group.negated ? "denied" : "affirmed", group }));
  }
  return drafts;
}

// "put the number of fighters at 1,200", "the army counts about 30 thousand", "the total might reach 900".
function counted(scene: Scene): Draft[] {
  const { page } = scene;
  const drafts: Draft[] = [];
  for (const quantity of scene.quantities) {
    if (quantity.value.bounds.modifier === "share") continue;
    const clause = clauseAt(scene, quantity.from);
    if (hasCasualties(scene, clause)) continue;
    const link = linkBefore(scene, quantity, clause.from);
    if (link === null) continue;
    const before = among(scene.forces, { from: clause.from, to: quantity.from });
    // "The number of soldiers at the training grounds was 2,000" is that of the soldiers.
    const theme = before.find((force) => isNumberOf(scene, force)) ?? before.findLast((force) => force.value.kind === "group" || force.value.kind === "name" || force.to === link && force.value.kind === "pronoun") ?? null;
    const group = verbGroupAt(page, { from: link, to: link + 1 }, new Set(["base", "past"]), clause.from);
    const scope = scopeOfGroup(group);
    if (scope === null) continue;
    // "it could be more than 600" is a guess about now.
    if (scope.reality === "hypothetical" && scope.certainty === "possible") scope.reality = "actual";
    drafts.push(draft("strength/number-is", "strength", { from: link, to: quantity.to }, clause, PRIORITY.count, { ...scope, theme, quantity, group, words: saidOf(scene, quantity, clause) }));
  }
  return drafts;
}

const isNumberOf = ({ page }: Scene, force: ForceMention): boolean =>
  force.value.kind === "group" && page.pack.grammar.of.has(lowerAt(page, force.from - 1)) && page.pack.numbers.figures.has(lowerAt(page, force.from - 2));
// "NATO puts them at 2,500 and says ...": who puts it, and no further than to what is said next.
function saidOf({ page, sayings, sentence }: Scene, quantity: QuantityMention, clause: TokenRange): TokenRange | null {
  const saying = sayings.find(({ cue, speaker }) => cue !== null && speaker !== null && page.pack.numbers.putting.has(lowerAt(page, cue.from)) && cue.to <= quantity.from && cue.from >= clause.from - PUT_REACH && speaker.range.from >= sentence.from && speaker.range.from < cue.from);
  if (saying?.speaker == null) return null;
  let to = Math.max(quantity.to, (quantity.value.head ?? 0) + 1);
  while (to < clause.to && !(page.pack.grammar.coordinators.has(lowerAt(page, to)) && (page.pack.sources.verbs.has(lowerAt(page, to + 1)) || lowerAt(page, to - 1) === ","))) to++;
  return { from: saying.speaker.range.from, to };
}

// A number noun, then a linking word right before the amount.
function linkBefore(scene: Scene, quantity: QuantityMention, from: number): number | null {
  const { page } = scene;
  const head = quantity.value.head;
  // "It stood at “below 1,000”": the quotation may hold the amount alone.
  const last = QUOTATION_MARKS.has(lowerAt(page, quantity.from - 1)) ? quantity.from - 2 : quantity.from - 1;
  const word = lowerAt(page, last);
  if (!page.pack.numbers.links.has(word) && !page.pack.grammar.of.has(word) && !/^(exceed|does|not)$/.test(lowerAt(page, quantity.from))) return null;
  if (head !== null && !page.pack.forces.counted.has(lowerAt(page, head))) return null;
  if (page.pack.numbers.counting.has(word)) return last;
  // "its full strength of 1,400".
  if (page.pack.grammar.of.has(word)) return page.pack.numbers.sizes.has(lowerAt(page, last - 1)) && page.pack.forces.possessives.has(lowerAt(page, last - 2 - Number(page.pack.numbers.extents.has(lowerAt(page, last - 2))))) ? last : null;
  for (let i = last - 1; i >= Math.max(from, last - 12); i--) if (page.pack.numbers.nouns.has(lowerAt(page, i))) return countsOthers(scene, i, last) ? null : last;
  // "The Russians would still be around 150": said of a force itself.
  if (page.pack.grammar.auxiliaries.get(lowerAt(page, verbBefore(scene, last))) === "be" && head === null && subjectBefore(scene, auxiliariesFrom(scene, last)) !== null) return last;
  // "Put the Russian soldiers in Belarus at around 2,000".
  if (page.pack.numbers.settings.has(word)) for (let i = last - 1; i >= Math.max(from, last - PUT_REACH); i--) if (page.pack.numbers.putting.has(lowerAt(page, i)) && scene.forces.some((mention) => mention.from > i && mention.from - i <= 2 && mention.value.kind === "group")) return last;
  // "It's still about 2,500.", "We estimate them at up to 1,100": a pronoun or a verb of counting stands for the noun.
  for (let i = last - 1; i >= Math.max(from, last - 4); i--) if (page.pack.numbers.standIns.has(lowerAt(page, i)) && (head === null || scene.military)) return last;
  return null;
}

// "The number of marchers at 10,000": of nobody who is a force.
function countsOthers({ page, forces }: Scene, noun: number, link: number): boolean {
  if (!page.pack.numbers.sizes.has(lowerAt(page, noun)) || !page.pack.grammar.of.has(lowerAt(page, noun + 1)) || page.pack.forces.pronouns.has(lowerAt(page, noun + 2))) return false;
  return link > noun + 2 && !forces.some((mention) => mention.to > noun + 2 && mention.from <= link && mention.value.kind !== "actor");
}

function isOfOthers(scene: Scene, quantity: QuantityMention): boolean {
  for (let i = quantity.from - 2; i >= Math.max(scene.sentence.from, quantity.from - 12); i--) if (countsOthers(scene, i, quantity.from - 1)) return true;
  return false;
}

const PUT_REACH = 14;

// Over adverbs to the verb before an amount, and over its auxiliaries to where the subject ends.
function verbBefore(scene: Scene, at: number): number {
  let verb = at;
  while (verb > scene.sentence.from && isAdverb(scene.page, verb)) verb--;
  return verb;
}

function auxiliariesFrom(scene: Scene, at: number): number {
  const { page } = scene;
  let from = verbBefore(scene, at);
  while (from > scene.sentence.from && (page.pack.grammar.auxiliaries.has(lowerAt(page, from - 1)) || page.pack.grammar.modals.has(lowerAt(page, from - 1)) || isAdverb(page, from - 1))) from--;
  return from;
}

// A noun group that asserts a presence by itself: definite, counted, and placed.
const LONG_LEAD = 14;
function groups(scene: Scene, taken: readonly Draft[]): Draft[] {
  const drafts: Draft[] = [];
  for (const force of scene.forces) for (const quantity of [force.value.quantity, ...totalsOf(scene, force)]) {
    // "to bring home 1,000 of its 3,200 troops": who goes is not counted as being there.
    if (quantity === force.value.quantity && totalsOf(scene, force).length > 0 && taken.some((draft) => draft.quantity === quantity)) continue;
    if (quantity === null || quantity.value.increment || force.value.kind === "pronoun" || quantity.value.bounds.modifier === "share" || quantity.value.article) continue;
    if (force.value.kind === "people" && !quantity.value.strong) continue;
    if (hasCasualties(scene, clauseAt(scene, force.value.head))) continue;
    if (isAskedFor(scene, quantity)) continue;
    const sameWords = (draft: Draft): boolean => draft.quantity === quantity || (quantity === force.value.quantity && draft.theme !== null && meets(draft.theme, force));
    const events = taken.filter(sameWords);
    if (events.some((event) => event.kind === "strength")) continue;
    const placed = placedBehind(scene, force);
    const definite = force.value.definite || quantity.value.strong || beforeIs(scene, force.from, "the");
    if (events.length > 0 && !(definite && (placed || quantity.value.strong) && events.every((event) => event.kind === "departure" && (placed || event.reality !== "actual") || event.kind === "change"))) continue;
    if ((!placed && !quantity.value.strong && force.value.owner === null) || !force.value.strong && !isOfMission(scene, force)) continue;
    if (force.value.unit !== "personnel" && !placed) continue;
    const clause = clauseAt(scene, force.value.head);
    // The noun group says it all; behind a long lead, what the clause tells before it is another matter.
    const from = Math.min(force.from, quantity.from);
    const words = from - clause.from > LONG_LEAD ? { from, to: clause.to } : null;
    drafts.push(draft("strength/group", "strength", force, clause, PRIORITY.group, { theme: force, quantity, words }));
  }
  return drafts;
}

// "300 of the 900 French troops in Chad": the total is a claim of its own.
function totalsOf(scene: Scene, force: ForceMention): QuantityMention[] {
  return scene.quantities.filter((quantity) => quantity !== force.value.quantity && quantity.value.head === force.value.head && quantity.value.bounds.modifier !== "share" && quantity.from > (force.value.quantity?.to ?? Infinity));
}

/** The clause tells of the dead, of sales or of other things that are counted like troops. */
export function hasCasualties(scene: Scene, clause: { from: number; to: number }): boolean {
  for (let i = clause.from; i < clause.to; i++) if (opens(scene.page, i, OPENS.casualty)) return true;
  return false;
}

const beforeIs = (scene: Scene, i: number, word: string): boolean => lowerAt(scene.page, i - 1) === word || lowerAt(scene.page, i) === word;

// "from Mozambique", "out of Basra".
function isAway(scene: Scene, place: number): boolean {
  const { grammar, places } = scene.page.pack;
  return places.away.has(lowerAt(scene.page, grammar.of.has(lowerAt(scene.page, place - 1)) ? place - 2 : place - 1));
}

// "soldiers will leave Iraq": the verb takes the place, not the soldiers.
function hasEvent(scene: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (scene.page.pack.events.verbs.at(scene.page.tokens, i) !== null) return true;
  return false;
}

// "Some 3,500 men of the alliance": a weak noun, but of a mission.
const isOfMission = ({ page }: Scene, { to }: ForceMention): boolean =>
  page.pack.grammar.of.has(lowerAt(page, to)) && page.pack.grammar.definite.has(lowerAt(page, to + 1)) && page.pack.forces.missionNouns.has(lowerAt(page, to + 2));

// "3,500 men of the alliance now in Macedonia": over the mission that they are of, and over adverbs.
function groupEnd(scene: Scene, force: ForceMention): number {
  let end = isOfMission(scene, force) ? force.to + 3 : force.to;
  while (isAdverb(scene.page, end)) end++;
  return end;
}

function placedBehind(scene: Scene, force: ForceMention): boolean {
  const end = groupEnd(scene, force);
  return scene.places.some((place) => place.from >= force.to - 1 && place.from - end <= 3 && place.value.kind !== "anaphor" && !isAway(scene, place.from) && !hasEvent(scene, force.to, place.from)) || scene.places.some((place) => place.value.kind === "there" && place.from - force.to <= 1 && place.from >= force.to);
}

// "Turkey, 500; Romania, 400", "and 600 others on Tuesday": the event before it goes on with another amount.
// "Sent soldiers in two waves, 11,000 in the first": so does one that had no amount yet.
function goesOn(scene: Scene, quantity: QuantityMention, taken: readonly Draft[]): Draft | null {
  const { page } = scene;
  const moves = taken.filter((event) => event.kind !== "strength" && event.kind !== "threat" && event.trigger.to <= quantity.from);
  const last = moves.at(-1);
  const mark = lowerAt(page, quantity.from - 1);
  const apposed = last !== undefined && APPOSED.has(mark) && (last.quantity === null || mark !== ",");
  const before = apposed ? last : moves.filter((event) => event.quantity !== null && event.quantity.to <= quantity.from).at(-1);
  if (before === undefined) return null;
  const owner = scene.forces.find((mention) => mention.value.kind === "actor" && mention.to <= quantity.from && quantity.from - mention.to <= 1) ?? null;
  const joined = page.pack.grammar.coordinators.has(lowerAt(page, quantity.from - 1)) || quantity.value.increment;
  if (owner === null && !joined && !apposed) return null;
  const from = owner?.from ?? quantity.from;
  return { ...before, rule: "amount/list", trigger: quantity, clause: { from, to: clauseAt(scene, quantity.from).to }, priority: PRIORITY.list, theme: null, agent: owner ?? before.agent, quantity };
}

const APPOSED = new Set([",", "-", "–", "—", ":", "("]);

// "has asked India to send 17,000 troops": what a verb would do that somebody only asks for.
function isAskedFor({ page, sentence }: Scene, quantity: QuantityMention): boolean {
  for (let i = quantity.from - 1; i >= Math.max(sentence.from, quantity.from - ASKED_REACH); i--) {
    const verb = page.pack.events.verbs.endingAt(page.tokens, i, sentence.from, 3);
    // Whom a verb sends or takes away and makes no claim of ("is to vote on sending 500 soldiers") are not there.
    if (verb !== null) return verb.value.senses.some(({ kind, theme }) => theme === "object" && (kind === "arrival" || kind === "departure")) || verbGroupAt(page, verb, verb.value.forms, sentence.from).controls.some(({ control }) => control.drop === true);
  }
  return false;
}
const ASKED_REACH = 3;

// Smaller bare numbers are mostly something else.
const ELLIPTIC_MIN = 50;
// No army is that large; people are.
const ELLIPTIC_MAX = 3_000_000;

// An amount of armed people or their things that nothing else has taken up: at the least it says how many there are.
function amounts(scene: Scene, taken: readonly Draft[]): Draft[] {
  const drafts: Draft[] = [];
  const military = scene.military || taken.some((event) => event.theme?.value.strong === true);
  for (const quantity of scene.quantities) {
    const { bounds, head, unit, article } = quantity.value;
    if (bounds.modifier === "share" || article || (bounds.low === null && bounds.high === null)) continue;
    if (taken.some((event) => event.quantity === quantity) || isAskedFor(scene, quantity) || hasCasualties(scene, clauseAt(scene, quantity.from))) continue;
    const force = head === null ? null : scene.forces.find((mention) => mention.from <= head && head < mention.to) ?? null;
    const plain = force !== null && force.value.strong && (unit === "personnel" || (scene.military && force.value.owner !== null) || unit === "tent");
    // "Two columns of men, about 70 in all": the event counts the men.
    if (force !== null && taken.some((event) => event.theme === force && event.quantity !== null && event.quantity !== quantity && event.quantity.from > force.to)) continue;
    const elliptic = head === null && (bounds.low ?? bounds.high ?? 0) >= ELLIPTIC_MIN && (bounds.low ?? 0) <= ELLIPTIC_MAX && military;
    if (!plain && !elliptic || head === null && isOfOthers(scene, quantity)) continue;
    drafts.push((elliptic ? goesOn(scene, quantity, [...taken, ...drafts]) : null) ?? draft("strength/amount", "strength", quantity, clauseAt(scene, quantity.from), PRIORITY.list, { theme: force, quantity }));
  }
  return drafts;
}

// "most in the capital and about 80 in the north": goes on with the strength before it.
function listed(scene: Scene, taken: readonly Draft[]): Draft[] {
  const drafts: Draft[] = [];
  for (const quantity of scene.quantities) {
    if (quantity.value.head !== null || taken.some((event) => event.quantity === quantity)) continue;
    const place = scene.places.find((mention) => mention.from >= quantity.to && mention.from - quantity.to <= 3 && scene.page.pack.places.locatives.has(lowerAt(scene.page, quantity.to)));
    const before = [...taken, ...drafts].filter((event) => event.kind === "strength" && event.trigger.from < quantity.from).at(-1);
    if (place === undefined || before === undefined) continue;
    const { rule: _rule, trigger: _trigger, priority: _priority, ...rest } = before;
    drafts.push({ ...rest, rule: "strength/list", trigger: quantity, clause: { from: quantity.from, to: place.to }, priority: PRIORITY.list, quantity, place });
  }
  return drafts;
}
