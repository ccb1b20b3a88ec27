import type { EventSense, EventVerb } from "../lang/pack.ts";
import type { PhraseMatch } from "../lang/phrases.ts";
import type { TokenRange } from "../text/sentences.ts";
import type { Draft, Scene } from "./drafts.ts";
import { clauseAt, draft, PRIORITY } from "./drafts.ts";
import { lowerAt } from "./page.ts";
import type { PlaceMention } from "./places.ts";
import type { QuantityMention } from "./quantities.ts";
import { guessesNow, lessCertain, scopeOfGroup } from "./scope.ts";
import { isAdverb, verbGroupAt } from "./verb-groups.ts";
import type { VerbGroup } from "./verb-groups.ts";
import { goesHome, kindOf } from "./verb-kinds.ts";
import type { ForceMention } from "./forces.ts";
import type { Theme } from "./verb-roles.ts";
import { isPrepositional, subjectBefore } from "./subjects.ts";
import { byAgent, castRoles, isInverted, objectOf, subjectsOf, takenPlace } from "./verb-roles.ts";
import { hasOwnSubject, isAttributive, isCondition, isNounUse, isSiteNoun, verbAt } from "./verb-uses.ts";

/** Claims that verbs carry: who moves or stays, by subject, object and voice. */
export function verbEvents(scene: Scene): Draft[] {
  const drafts: Draft[] = [];
  for (let i = scene.sentence.from; i < scene.sentence.to; i++) {
    const match = verbAt(scene, i);
    if (match !== null && takeVerb(scene, match, drafts)) i = match.to - 1;
  }
  return drafts;
}

// Adds what a verb tells; whether it tells anything.
function takeVerb(scene: Scene, match: PhraseMatch<EventVerb>, drafts: Draft[]): boolean {
  const { page, sentence } = scene;
  const i = match.from;
  if (scene.forces.some((force) => force.value.kind === "group" && force.from <= i && i < force.to && !(match.to - i > 1 || force.value.head > i))) return false;
  if (isNounUse(scene, i, match.value.forms) || isSiteNoun(scene, match) || isCondition(page, match.to)) return false;
  const clause = clauseAt(scene, i);
  const group = verbGroupAt(page, match, match.value.forms, Math.max(sentence.from, clause.from - 12));
  if (isAttributive(scene, group, match) || !hasOwnSubject(scene, group)) return false;
  let found: Draft[] = [];
  for (const sense of match.value.senses) if (found.length === 0) found = eventsOf(scene, sense, match, group, clause);
  for (const event of found) event.quantity = inAll(scene, event) ?? event.quantity;
  for (const event of found) if (match.value.senses.some((sense) => sense.follows === true)) event.kind = moveOf(drafts) ?? scene.move ?? event.kind;
  inherit(scene, group, found, drafts);
  drafts.push(...found);
  return found.length > 0;
}

// "Two columns of armed men, about 70 in all, crossed", "crossed on Monday, some 300 altogether": how many those are who come or go.
function inAll(scene: Scene, { theme, trigger, kind, clause }: Draft): QuantityMention | null {
  const { page } = scene;
  if (theme === null || theme.value.kind !== "group" || kind === "change" || theme.to > trigger.from) return null;
  // "Two columns of men, about 70 in all": more than the words before count.
  const least = theme.value.unit === "personnel" ? theme.value.quantity?.value.bounds.high ?? 0 : 0;
  return scene.quantities.find((quantity) => quantity.value.head === null && quantity.from > theme.to && (quantity.value.bounds.low ?? 0) > least && ASIDE.has(lowerAt(page, quantity.from - 1)) && (quantity.from - theme.to === 1 || quantity.from > trigger.to && quantity.from <= clause.to + 1) && page.pack.numbers.inAll.at(page.tokens, quantity.to) !== null) ?? null;
}
const ASIDE = new Set([",", "(", "–", "—", "-"]);

// "The first 300 have left, and the rest will follow."
const moveOf = (drafts: readonly Draft[]): Draft["kind"] | null => drafts.findLast((draft) => draft.kind === "arrival" || draft.kind === "departure")?.kind ?? null;

// "will withdraw its combat troops, leaving 70,000 behind": a bare gerund shares the outlook of the verb before it.
function inherit(scene: Scene, group: VerbGroup, found: readonly Draft[], before: readonly Draft[]): void {
  if (group.shape !== "ing" || group.controls.length > 0 || scene.page.pack.grammar.gerundTimes.has(lowerAt(scene.page, group.from - 1))) return;
  const main = before.findLast((draft) => draft.group !== null && (draft.group.shape !== "ing" || draft.group.controls.length > 0));
  if (main === undefined) return;
  for (const draft of found) [draft.reality, draft.certainty] = [main.reality, lessCertain(draft.certainty, main.certainty)];
}

// What a force is housed in: camps and tents are closed, taken down, or disappear, and it is gone with them.
const isGround = (mention: ForceMention | null | undefined): boolean => mention?.value.unit === "site" || mention?.value.unit === "tent";

function eventsOf(scene: Scene, sense: EventSense, verb: TokenRange, group: VerbGroup, clause: TokenRange): Draft[] {
  const scope = scopeOfGroup(group);
  if (scope === null || (sense.notAdjective === true && hasAdjective(scene, verb.to)) || scene.page.pack.grammar.prepositions.has(lowerAt(scene.page, verb.from))) return [];
  if (sense.polarity === "denied") scope.polarity = scope.polarity === "denied" ? "affirmed" : "denied";
  const object = objectOf(scene, group, clause) ?? (sense.kind === "change" ? sameAgain(scene, group) : sense.theme === "object" && sense.kind !== "strength" && !group.passive ? displaced(scene, group) : null);
  if (sense.yields === true) return yieldsTo(scene, sense, verb, group, clause);
  if (object === null && isReducedRelative(scene, sense, group)) [group.passive, group.shape] = [true, "participle"];
  const held = sense.placeObject !== true ? null : group.passive ? takenPlace(scene, group) : object === null ? relativePlace(scene, group, clause) : null;
  const inverted = sense.theme === "subject" && !group.passive && isInverted(scene, group, object);
  const total = sense.totals === true ? totalBehind(scene, group) : null;
  if (total !== null) return [draft("strength/total", "strength", verb, clause, PRIORITY.verb, { ...scope, theme: object?.force ?? null, agent: subjectsOf(scene, group, clause).at(-1) ?? null, quantity: total, group })];
  // "is moving 4,000 soldiers": a force right behind the verb is what moves.
  if (sense.kind === "movement" && sense.theme === "subject" && !group.passive && sense.placeObject !== true && object?.force?.value.kind === "group") return [];
  if (sense.strict === true && !inverted && !standsBeside(scene, sense, group, clause, object)) return [];
  if (sense.strict === true && sense.needsPlace === true && sense.kind === "strength" && sense.placeObject !== true && !inverted && !hasGround(scene, verb)) return [];
  const subjects = subjectsOf(scene, group, clause);
  const roles = castRoles(scene, sense, group, subjects, object);
  if (roles === null) return [];
  if (sense.placeObject === true && !group.passive && held === null && hasOtherObject(scene, sense, verb)) return [];
  const behind = sense.leavesBehind === true && object !== null && object.force?.value.unit !== "site" && (object.quantity !== null || object.force?.value.kind === "group");
  if (behind && diesBehind(scene, clause)) return [];
  // "Where the fighting left them": nobody leaves.
  if (sense.leavesBehind === true && !group.passive && scene.page.pack.grammar.objects.has(lowerAt(scene.page, group.to))) return [];
  if (sense.reality !== undefined && group.passive && object === null && subjects.every((mention) => mention.value.quantity === null) && (group.shape === "participle" || byAgent(scene, group) === null)) return [];
  const joined = sense.joins === true ? joinedKind(scene, group, roles.cast[0]?.theme.quantity ?? null) : null;
  if (sense.joins === true && joined === null || sense.missions === true && !joinsMission(scene, group)) return [];
  if (sense.sites === true && !isGround(group.passive || sense.theme === "subject" ? subjects.at(-1) : object?.force)) return [];
  const alert = sense.alerts === true ? alertEnd(scene, object, subjects, group) : null;
  if (sense.alerts === true && alert === null) return [];
  if (sense.backs === true && !backsForce(scene, group, subjects, object)) return [];
  if (sense.parted === true && !isParted(scene, object, group)) return [];
  const given = sense.gives === true && !group.passive && (group.tense === "present" || group.tense === "perfect") && group.shape === "finite" && !/ing$/.test(lowerAt(scene.page, group.verb));
  if (sense.reality !== undefined && scope.reality === "actual" && !given) scope.reality = sense.reality;
  if (sense.kind === "strength" && (sense.copula === true || verbIs(scene, verb, scene.page.pack.events.lasting)) && guessesNow(group)) scope.reality = "actual";
  if (scope.reality === "actual" && isAboutTo(scene, sense, group)) scope.reality = "planned";
  return (behind ? [{ theme: object, agent: subjects.at(-1) ?? null }] : roles.cast).filter(({ theme }) => sense.needsAmount !== true || theme.quantity !== null || amountBehind(scene, group) !== null).map(({ theme, agent }, at) =>
    draft(sense.id, behind || given ? "strength" : joined ?? kindOf(scene, sense, group, verb, theme.force), verb, clause, PRIORITY.verb, {
      polarity: scope.polarity, certainty: scope.certainty, reality: scope.reality, hearsay: scope.hearsay, theme: theme.force, agent, quantity: (sense.needsAmount === true ? amountBehind(scene, group) : null) ?? (sense.kind === "change" ? measureBehind(scene, group, clause) ?? changedBy(scene, theme.quantity) : theme.quantity), group, direction: sense.direction ?? null, size: sense.size ?? null,
      member: at > 0 && theme.force !== null && theme.quantity !== null ? theme.force : null, placeObject: sense.placeObject === true && !behind, place: held, words: alert === null ? null : { from: clause.from, to: Math.max(clause.to, alert) }, placeWithin: inverted || held !== null ? null : placeWithin(scene, sense, group, verb),
    }),
  );
}

// "The battalions rushed to Kashmir in April", "the force dispatched to Saudi Arabia": a participle right behind those who were sent.
function isReducedRelative(scene: Scene, sense: EventSense, group: VerbGroup): boolean {
  const { places } = scene.page.pack;
  if (sense.theme !== "object" || sense.kind !== "arrival" || group.passive || group.from !== group.verb || !(places.toward.has(lowerAt(scene.page, group.to)) || places.goals.has(lowerAt(scene.page, group.to)))) return false;
  // "Staff sent to meet the troops" were sent nowhere.
  return scene.forces.some((mention) => mention.to === group.from && mention.value.kind === "group") && scene.places.some((place) => place.from > group.to && place.from - group.to <= 3);
}

// "Bukavu fell to the rebels on Sunday".
function yieldsTo(scene: Scene, sense: EventSense, verb: TokenRange, group: VerbGroup, clause: TokenRange): Draft[] {
  const place = takenPlace(scene, group);
  const to = group.to + Number(scene.page.pack.grammar.to.has(lowerAt(scene.page, group.to)));
  if (to === group.to && verb.to - verb.from === 1) return [];
  const at = to + Number(scene.page.pack.grammar.determiners.has(lowerAt(scene.page, to)));
  const theme = scene.forces.find((mention) => mention.from <= at && at < mention.to && mention.value.kind !== "pronoun" && !mention.value.civil);
  const scope = scopeOfGroup(group);
  return place === null || theme === undefined || scope === null ? [] : [draft(sense.id, sense.kind, verb, clause, PRIORITY.verb, { ...scope, theme, quantity: theme.value.quantity, group, place })];
}

// "sent to Syria 500 soldiers", "offered a field hospital and 500 engineers": an amount of soldiers that something else parts from its verb.
function displaced(scene: Scene, group: VerbGroup): Theme | null {
  const { page } = scene;
  const { grammar, numbers } = page.pack;
  for (let at = group.to; at < Math.min(scene.sentence.to, group.to + DISPLACED_REACH); at++) {
    const force = scene.forces.find((mention) => mention.from === at && mention.value.kind === "group");
    if (force !== undefined) return force.value.quantity === null || force.value.quantity.from > at || force.value.quantity.value.article || grammar.prepositions.has(lowerAt(page, at - 1)) ? null : { force, quantity: force.value.quantity };
    const word = lowerAt(page, at);
    if (grammar.auxiliaries.has(word) || grammar.modals.has(word) || grammar.subordinators.at(page.tokens, at) !== null || grammar.to.has(word) && !scene.places.some((place) => place.from - at <= 2 && place.from > at)) return null;
    if (page.tokens[at]?.kind === "mark" || numbers.along.has(word)) return null;
  }
  return null;
}
const DISPLACED_REACH = 10;

// "has cut its force to 29,500 and will reduce it further": the force that the verb before it changed.
function sameAgain(scene: Scene, group: VerbGroup): Theme | null {
  const { page } = scene;
  if (!page.pack.forces.pronouns.has(lowerAt(page, group.to)) || !page.pack.events.furthering.has(lowerAt(page, group.to + 1))) return null;
  const force = scene.forces.findLast((mention) => mention.to <= group.from && mention.value.kind === "group") ?? null;
  return force === null ? null : { force, quantity: null };
}

// "The current total of 7,100 will drop": what there was is no measure of the change.
const changedBy = (scene: Scene, quantity: QuantityMention | null): QuantityMention | null =>
  quantity !== null && scene.page.pack.grammar.of.has(lowerAt(scene.page, quantity.from - 1)) && scene.page.pack.numbers.figures.has(lowerAt(scene.page, quantity.from - 2)) ? null : quantity;

// "cut by half", "reduced by a third", "dropped by 20,000": how much.
function measureBehind(scene: Scene, group: VerbGroup, clause: TokenRange): QuantityMention | null {
  const { page } = scene;
  return scene.quantities.find((quantity) => quantity.from > group.to && quantity.from - group.to <= MEASURE_REACH && quantity.from < clause.to && page.pack.grammar.agent.has(lowerAt(page, quantity.from - 1))) ?? null;
}
const MEASURE_REACH = 9;

// "took part in the exercise", "are taking part on the territory of Belarus", "will not join the operation"; but not "in the parade".
function joinedKind(scene: Scene, group: VerbGroup, quantity: QuantityMention | null): Draft["kind"] | null {
  const { page } = scene;
  const { events } = page.pack;
  for (let i = group.to; i < Math.min(scene.sentence.to, group.to + JOIN_REACH); i++) {
    if (events.nouns.at(page.tokens, i)?.value.kind === "movement") return "movement";
    if (events.campaigns.has(lowerAt(page, i))) return "involvement";
  }
  // "an exercise in which 3,500 soldiers took part".
  for (let i = group.from - 1; i >= Math.max(scene.sentence.from, group.from - JOIN_REACH); i--) if (events.nouns.at(page.tokens, i)?.value.kind === "movement") return "movement";
  const place = scene.places.some((mention) => mention.from >= group.to && mention.from - group.to <= JOIN_REACH);
  return quantity !== null && place ? "strength" : null;
}
const JOIN_REACH = 14;

// "live in 20 towns" leaves what is said of them to their own words.
const hasGround = (scene: Scene, verb: TokenRange): boolean =>
  [...scene.places, ...scene.forces.filter((mention) => mention.value.sort === "mission")].some((ground) => ground.from >= verb.to && ground.from - verb.to <= GROUND_REACH);
const GROUND_REACH = 8;

// "will join the mission in Somalia", "decided not to join AUSSOM".
function joinsMission(scene: Scene, group: VerbGroup): boolean {
  const mission = scene.forces.find((mention) => mention.from >= group.to && mention.from - group.to <= 2);
  return mission !== undefined && (mission.value.sort === "mission" && !mission.value.civil || mission.value.kind === "group" && (mission.value.owner !== null || mission.value.quantity !== null));
}

// "bringing its contingent in Sierra Leone to 1,300": the amount that the number comes to.
function totalBehind(scene: Scene, group: VerbGroup): QuantityMention | null {
  const { page } = scene;
  const total = scene.quantities.find((quantity) => quantity.from > group.to && quantity.from - group.to <= TOTAL_REACH && page.pack.grammar.to.has(lowerAt(page, quantity.from - 1)));
  if (total === undefined || total.value.bounds.modifier === "share") return null;
  // "planned to bring it to between 50,000 and 70,000".
  if (scene.military && page.pack.forces.pronouns.has(lowerAt(page, group.to)) && group.to + 2 === total.from) return total;
  for (let i = group.to; i < total.from; i++) if (page.pack.numbers.nouns.has(lowerAt(page, i))) return total;
  return null;
}
const TOTAL_REACH = 12;

// "remained loyal", "stay home" say something else of the force than that it is there.
function hasAdjective(scene: Scene, from: number): boolean {
  const { page, sentence } = scene;
  let at = from;
  while (at < sentence.to && isAdverb(page, at)) at++;
  const token = page.tokens[at];
  if (token === undefined || at >= sentence.to || token.kind !== "word" || token.capital) return false;
  const bounded = page.pack.grammar.stops.has(token.lower) || page.pack.grammar.subordinators.at(page.tokens, at) !== null || page.pack.events.verbs.at(page.tokens, at) !== null;
  return !bounded && !scene.times.some((time) => time.from === at) && !scene.places.some((place) => place.from === at) && !page.pack.places.locatives.has(token.lower);
}

// "leave the government", "reached alarming levels": an object that is no place.
function hasOtherObject(scene: Scene, sense: EventSense, verb: TokenRange): boolean {
  const { page } = scene;
  let at = verb.to;
  while (isAdverb(page, at)) at++;
  const place = scene.places.some((mention) => mention.from >= verb.to && mention.from - at <= 4 && !hasEventNoun(scene, at, mention.from));
  if (sense.needsPlace === true) return !place;
  const token = page.tokens[at];
  if (token === undefined || at >= scene.sentence.to || token.kind === "mark" || page.pack.grammar.prepositions.has(token.lower) || page.pack.grammar.coordinators.has(token.lower)) return false;
  // "The last soldiers left Airbase 101": a name that no table knows.
  const named = token.kind === "word" && token.capital && !scene.forces.some((mention) => mention.from <= at && at < mention.to);
  if (place || named || scene.times.some((time) => time.from === at) || page.pack.events.noObjects.has(token.lower)) return false;
  return !scene.forces.some((mention) => mention.from <= at && at < mention.to) && !scene.quantities.some((quantity) => quantity.from <= at && at < quantity.to) && (sense.leavesBehind !== true || page.pack.grammar.determiners.has(token.lower) || token.kind === "word" && !page.pack.grammar.subordinators.at(page.tokens, at));
}

// "ran patrols around Bangui": what is run is no place.
function hasEventNoun(scene: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (scene.page.pack.events.nouns.at(scene.page.tokens, i, to) !== null) return true;
  return false;
}

const verbIs = (scene: Scene, verb: TokenRange, words: ReadonlySet<string>): boolean => words.has(lowerAt(scene.page, verb.from));

// "Buchanan, which it seized on July 28": the place that a relative clause hangs on is what is taken.
function relativePlace(scene: Scene, group: VerbGroup, clause: TokenRange): PlaceMention | null {
  const { page } = scene;
  let at = clause.from;
  while (at < group.from && lowerAt(page, at) === ",") at++;
  if (!page.pack.grammar.relatives.has(lowerAt(page, at)) || !scene.forces.some((mention) => mention.from > at && mention.to <= group.core)) return null;
  const end = lowerAt(page, at - 1) === "," ? at - 1 : at;
  return scene.places.find((place) => place.to === end && place.value.name !== null) ?? null;
}

// "is sending a frigate", "were leaving": the progressive of setting out looks ahead.
function isAboutTo(scene: Scene, sense: EventSense, group: VerbGroup): boolean {
  if (group.passive || !/ing$/.test(lowerAt(scene.page, group.verb)) || group.shape !== "finite") return false;
  // "Some units are leaving Belarus" tells of now, unless a day to come stands by; "we are leaving" is an intention.
  if (sense.setsOut === true) return !scene.places.some((place) => place.from >= group.to && place.from - group.to <= 3) || scene.times.some((time) => time.value.future !== null && (time.value.past !== time.value.future || time.value.future > (scene.page.document.published ?? "")));
  return sense.kind === "arrival" && sense.theme === "object";
}

// "took 5,000 men out of Chechnya", "has taken most of its men off the border": the particle stands behind the object.
function isParted(scene: Scene, object: Theme | null, group: VerbGroup): boolean {
  const end = Math.max(object?.force?.to ?? 0, object?.quantity?.to ?? 0);
  return end > group.to && scene.page.pack.events.homeward.has(lowerAt(scene.page, end));
}

// "put its ships on high alert", "were placed on standby".
function alertEnd(scene: Scene, object: Theme | null, subjects: readonly ForceMention[], group: VerbGroup): number | null {
  const { page } = scene;
  const from = group.passive ? group.to : object?.force?.to ?? -1;
  if (from < 0 || (group.passive && subjects.length === 0)) return null;
  for (let i = from + 1; i < Math.min(scene.sentence.to, from + ALERT_REACH); i++) {
    if (page.pack.events.alerts.has(lowerAt(page, i))) return page.pack.grammar.prepositions.has(lowerAt(page, i - 1)) || page.pack.grammar.prepositions.has(lowerAt(page, i - 2)) ? i + 1 : null;
    if (page.tokens[i]?.kind === "mark") return null;
  }
  return null;
}
// A place may stand between a force and its alert.
const ALERT_REACH = 8;

// "rebels backed by Rwandan troops", "Iran supports the Houthi fighters": armed men on one side, whoever helps them on the other.
function backsForce(scene: Scene, group: VerbGroup, subjects: readonly ForceMention[], object: Theme | null): boolean {
  const armed = (mention: ForceMention | null | undefined): boolean => mention != null && (mention.value.kind === "group" && mention.value.strong || mention.value.kind === "name" && !mention.value.civil);
  if (!group.passive) return armed(object?.force) && object?.force?.value.unit === "personnel" && subjects.length > 0 && subjects.at(-1)?.value.owner !== null && subjects.at(-1)?.value.owner !== object.force.value.owner;
  const by = byAgent(scene, group);
  return by !== null && by.value.owner !== null && (armed(by) || subjects.some(armed));
}

// How near a verb its place has to stand for a claim, in characters; null where none is asked for.
function placeWithin(scene: Scene, sense: EventSense, group: VerbGroup, verb: TokenRange): number | null {
  if (sense.needsPlace !== true || goesHome(scene, group) || (sense.returns === true && kindOf(scene, sense, group, verb, null) === "departure")) return null;
  return sense.copula === true ? COPULA_GAP : PLACE_GAP;
}
const PLACE_GAP = 40;
const COPULA_GAP = 25;

// "left nine soldiers dead".
function diesBehind(scene: Scene, clause: TokenRange): boolean {
  for (let i = clause.from; i < clause.to; i++) if (scene.page.pack.events.casualties.has(lowerAt(scene.page, i)) || lowerAt(scene.page, i) === "missing") return true;
  return false;
}

// "numbered just over 14,000".
function amountBehind(scene: Scene, group: VerbGroup): QuantityMention | null {
  return scene.quantities.find((quantity) => quantity.from >= group.to && quantity.from - group.to <= 2 && quantity.value.bounds.modifier !== "share") ?? null;
}

// "The number of Russian soldiers in Belarus has fallen": the number is the subject, of whatever force.
function countsForce(scene: Scene, group: VerbGroup, clause: TokenRange): boolean {
  if (scene.military && levelBefore(scene, group.from)) return true;
  for (let i = clause.from; i < group.core - 2; i++) {
    if (!scene.page.pack.numbers.sizes.has(lowerAt(scene.page, i)) || !scene.page.pack.grammar.of.has(lowerAt(scene.page, i + 1))) continue;
    return scene.forces.some((mention) => mention.from >= i + 2 && mention.from - i <= 4 && mention.to <= group.core && mention.value.kind !== "pronoun");
  }
  return false;
}

// "Their number has not changed", "the current total of 7,100 will drop": of those whom the text has just counted.
function levelBefore(scene: Scene, at: number): boolean {
  const { page } = scene;
  const amount = scene.quantities.find((quantity) => quantity.to === at && page.pack.grammar.of.has(lowerAt(page, quantity.from - 1)));
  const noun = amount === undefined ? at - 1 : amount.from - 2;
  return page.pack.numbers.figures.has(lowerAt(page, noun)) && (page.pack.forces.possessives.has(lowerAt(page, noun - 1)) || page.pack.grammar.definite.has(lowerAt(page, noun - 1)) || page.pack.numbers.levels.has(lowerAt(page, noun - 1)) || page.pack.grammar.demonstratives.has(lowerAt(page, noun - 1)));
}

// Verbs that news uses of everything count only with the force right beside them.
function standsBeside(scene: Scene, sense: EventSense, group: VerbGroup, clause: TokenRange, object: Theme | null): boolean {
  if (sense.theme === "either" && object !== null && object.force !== null && object.force.value.kind === "group") return true;
  if (sense.kind === "change" && countsForce(scene, group, clause)) return true;
  // "The remaining 650 will follow": an amount alone, where soldiers were spoken of.
  if (sense.kind !== "change" && scene.military && scene.quantities.some((quantity) => quantity.to === group.from && quantity.value.head === null)) return true;
  const subject = subjectBefore(scene, group.from);
  if (subject === null || subject.from < Math.min(clause.from, subject.to - 12) || (sense.ownSubject === true && isPrepositional(scene, subject))) return false;
  // "An infantry division cut from cardboard": one of a kind does not shrink.
  if (sense.kind === "change" && group.from === group.verb && subject.value.quantity?.value.article === true) return false;
  // "The rest will follow".
  if (scene.page.pack.numbers.rest.has(subject.value.word) && (sense.kind === "arrival" || sense.kind === "departure" || sense.kind === "strength")) return true;
  if (sense.placeObject === true || sense.kind === "involvement") return subject.value.kind !== "pronoun";
  return subject.value.kind === "group" || subject.value.kind === "name" && !subject.value.civil || subject.value.kind === "people" && subject.value.quantity !== null;
}
