import type { Unit } from "../claims/index.ts";
import type { EventSense, EventVerb } from "../lang/pack.ts";
import type { PhraseMatch } from "../lang/phrases.ts";
import type { TokenRange } from "../text/sentences.ts";
import type { Draft, Scene } from "./drafts.ts";
import { clauseAt, draft, PRIORITY } from "./drafts.ts";
import type { ForceMention } from "./forces.ts";
import { OPENS } from "./openings.ts";
import { inside, lowerAt, meets, opens } from "./page.ts";
import type { QuantityMention } from "./quantities.ts";
import { lessCertain, scopeOfGroup } from "./scope.ts";
import { isAdverb, verbGroupAt } from "./verb-groups.ts";
import type { VerbGroup } from "./verb-groups.ts";

/** Claims that verbs carry: who moves or stays, by subject, object and voice. */
export function verbEvents(scene: Scene): Draft[] {
  const { page, sentence } = scene;
  const drafts: Draft[] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    const match = verbAt(scene, i);
    if (match === null || scene.forces.some((force) => force.value.kind === "group" && force.from <= i && i < force.to && !(match.to - match.from > 1 || force.value.head > i))) continue;
    if (isNounUse(scene, match.from)) continue;
    const clause = clauseAt(scene, i);
    const group = verbGroupAt(page, match, match.value.forms, Math.max(sentence.from, clause.from - 12));
    if (isAttributive(scene, group, match) || !hasOwnSubject(scene, group)) continue;
    let found: Draft[] = [];
    for (const sense of match.value.senses) if (found.length === 0) found = eventsOf(scene, sense, match, group, clause);
    inherit(scene, group, found, drafts);
    drafts.push(...found);
    if (found.length > 0) i = match.to - 1;
  }
  return drafts;
}

// A verb of the tables; "were also ashore", "has now gone": adverbs may part an auxiliary from what goes with it.
function verbAt({ page, sentence }: Scene, i: number): PhraseMatch<EventVerb> | null {
  if (!opens(page, i, OPENS.verb)) return null;
  const { events, grammar } = page.pack;
  const whole = events.verbs.at(page.tokens, i, sentence.to);
  if (whole !== null || !grammar.auxiliaries.has(lowerAt(page, i)) || !isAdverb(page, i + 1)) return whole;
  let at = i + 1;
  while (at < sentence.to && isAdverb(page, at) && grammar.negators.at(page.tokens, at) === null) at++;
  const parted = events.verbs.at([...page.tokens.slice(i, i + 1), ...page.tokens.slice(at, at + LONGEST_VERB)], 0, Math.min(LONGEST_VERB, sentence.to - at) + 1);
  return parted === null || parted.to === 1 ? null : { ...parted, from: i, to: at + parted.to - 1 };
}
const LONGEST_VERB = 5;

// "will withdraw its combat troops, leaving 70,000 behind": a bare gerund shares the outlook of the verb before it.
function inherit(scene: Scene, group: VerbGroup, found: readonly Draft[], before: readonly Draft[]): void {
  if (group.shape !== "ing" || group.controls.length > 0 || scene.page.pack.grammar.gerundTimes.has(lowerAt(scene.page, group.from - 1))) return;
  const main = before.findLast((draft) => draft.group !== null && (draft.group.shape !== "ing" || draft.group.controls.length > 0));
  if (main === undefined) return;
  for (const draft of found) [draft.reality, draft.certainty] = [main.reality, lessCertain(draft.certainty, main.certainty)];
}

// A bare present or gerund is a verb only with its subject right before it; nouns look the same ("moves", "land").
function hasOwnSubject(scene: Scene, group: VerbGroup): boolean {
  const { page } = scene;
  if (group.from !== group.verb || group.controls.length > 0 || (group.tense !== "present" && group.shape !== "ing")) return true;
  let at = group.from;
  while (at > scene.sentence.from && isAdverb(page, at - 1)) at--;
  const before = lowerAt(page, at - 1);
  if (group.shape === "ing" && (at === scene.sentence.from || scene.times.some((time) => time.to === at) || before === "," || page.pack.grammar.gerundOpeners.has(before))) return true;
  if (page.pack.grammar.subjectLinks.has(before)) return true;
  return scene.forces.some((mention) => mention.to === at) || scene.quantities.some((quantity) => quantity.to === at && quantity.value.head === null);
}

// "relocated units", "occupied territories", "the returning troops": a participle in front of its noun.
function isAttributive(scene: Scene, group: VerbGroup, verb: TokenRange): boolean {
  const { page } = scene;
  if (group.from !== group.verb || verb.to - verb.from > 1 || !/(ed|en|ing|un|wn|nt)$/.test(lowerAt(page, verb.from))) return false;
  const before = page.tokens[verb.from - 1];
  const next = page.tokens[verb.to];
  if (next === undefined || next.kind !== "word" || page.pack.grammar.stops.has(next.lower) || isAdverb(page, verb.to)) return false;
  const opens = before === undefined || page.pack.grammar.determiners.has(before.lower) || page.pack.grammar.prepositions.has(before.lower) && !lowerAt(page, verb.from).endsWith("ing") || page.pack.forces.modifiers.has(before.lower) || before.kind === "number" || page.pack.numbers.small.has(before.lower);
  return opens;
}

// "the deployed forces", "a stay": after an article a base form is a noun.
function isNounUse(scene: Scene, i: number): boolean {
  const { page } = scene;
  const before = lowerAt(page, i - 1);
  if (page.tokens[i]?.capital === true && i > scene.sentence.from && scene.sentence.part === "body") return true;
  return (page.pack.grammar.determiners.has(before) || before === "of" && !lowerAt(page, i).endsWith("ing")) && !/(ed|en)$/.test(lowerAt(page, i));
}

function eventsOf(scene: Scene, sense: EventSense, verb: TokenRange, group: VerbGroup, clause: TokenRange): Draft[] {
  const scope = scopeOfGroup(group);
  if (scope === null || (sense.notAdjective === true && hasAdjective(scene, verb.to)) || scene.page.pack.grammar.prepositions.has(lowerAt(scene.page, verb.from))) return [];
  if (sense.polarity === "denied") scope.polarity = scope.polarity === "denied" ? "affirmed" : "denied";
  const object = objectOf(scene, group, clause);
  const total = sense.totals === true ? totalBehind(scene, group) : null;
  if (total !== null) return [draft("strength/total", "strength", verb, clause, PRIORITY.verb, { ...scope, theme: object?.force ?? null, agent: subjectsOf(scene, group, clause).at(-1) ?? null, quantity: total, group })];
  // "is moving 4,000 soldiers": a force right behind the verb is what moves.
  if (sense.kind === "movement" && sense.theme === "subject" && !group.passive && sense.placeObject !== true && object?.force?.value.kind === "group") return [];
  if (sense.strict === true && !standsBeside(scene, sense, group, clause, object)) return [];
  const subjects = subjectsOf(scene, group, clause);
  const roles = castRoles(scene, sense, group, subjects, object);
  if (roles === null) return [];
  if (sense.placeObject === true && !group.passive && hasOtherObject(scene, sense, verb)) return [];
  const behind = sense.leavesBehind === true && object !== null && object.force?.value.unit !== "site" && (object.quantity !== null || object.force?.value.kind === "group");
  if (behind && diesBehind(scene, clause)) return [];
  if (sense.reality !== undefined && group.passive && object === null && subjects.every((mention) => mention.value.quantity === null) && byAgent(scene, group) === null) return [];
  if (sense.reality !== undefined && scope.reality === "actual") scope.reality = sense.reality;
  if (scope.reality === "actual" && isAboutTo(scene, sense, group)) scope.reality = "planned";
  return (behind ? [{ theme: object, agent: subjects.at(-1) ?? null }] : roles.cast).filter(({ theme }) => sense.needsAmount !== true || theme.quantity !== null || amountBehind(scene, group) !== null).map(({ theme, agent }) =>
    draft(sense.id, behind ? "strength" : kindOf(scene, sense, group, verb, theme.force), verb, clause, PRIORITY.verb, {
      polarity: scope.polarity, certainty: scope.certainty, reality: scope.reality, hearsay: scope.hearsay, theme: theme.force, agent, quantity: theme.quantity ?? (sense.needsAmount === true ? amountBehind(scene, group) : null), group, direction: sense.direction ?? null, size: sense.size ?? null,
      placeObject: sense.placeObject === true && !behind, placeWithin: placeWithin(scene, sense, group, verb),
    }),
  );
}

// "bringing its contingent in Sierra Leone to 1,300": the amount that the number comes to.
function totalBehind(scene: Scene, group: VerbGroup): QuantityMention | null {
  const { page } = scene;
  const total = scene.quantities.find((quantity) => quantity.from > group.to && quantity.from - group.to <= TOTAL_REACH && page.pack.grammar.to.has(lowerAt(page, quantity.from - 1)));
  if (total === undefined || total.value.bounds.modifier === "share") return null;
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
  const place = scene.places.some((mention) => mention.from >= verb.to && mention.from - at <= 4);
  if (sense.needsPlace === true) return !place;
  const token = page.tokens[at];
  if (token === undefined || at >= scene.sentence.to || token.kind === "mark" || page.pack.grammar.prepositions.has(token.lower) || page.pack.grammar.coordinators.has(token.lower)) return false;
  if (place || scene.times.some((time) => time.from === at) || page.pack.events.noObjects.has(token.lower)) return false;
  return !scene.forces.some((mention) => mention.from <= at && at < mention.to) && !scene.quantities.some((quantity) => quantity.from <= at && at < quantity.to) && (sense.leavesBehind !== true || page.pack.grammar.determiners.has(token.lower) || token.kind === "word" && !page.pack.grammar.subordinators.at(page.tokens, at));
}

// "is sending a frigate", "were leaving": the progressive of setting out looks ahead.
function isAboutTo(scene: Scene, sense: EventSense, group: VerbGroup): boolean {
  if (group.passive || !/ing$/.test(lowerAt(scene.page, group.verb)) || group.shape !== "finite") return false;
  return (sense.kind === "arrival" && sense.theme === "object") || sense.setsOut === true;
}

// How near a verb its place has to stand for a claim, in characters; null where none is asked for.
function placeWithin(scene: Scene, sense: EventSense, group: VerbGroup, verb: TokenRange): number | null {
  if (sense.needsPlace !== true || (sense.returns === true && kindOf(scene, sense, group, verb, null) === "departure")) return null;
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
  for (let i = clause.from; i < group.core - 2; i++) {
    if (!scene.page.pack.numbers.sizes.has(lowerAt(scene.page, i)) || !scene.page.pack.grammar.of.has(lowerAt(scene.page, i + 1))) continue;
    return scene.forces.some((mention) => mention.from >= i + 2 && mention.from - i <= 4 && mention.to <= group.core && mention.value.kind !== "pronoun");
  }
  return false;
}

// Verbs that news uses of everything count only with the force right beside them.
function standsBeside(scene: Scene, sense: EventSense, group: VerbGroup, clause: TokenRange, object: Theme | null): boolean {
  if (sense.theme === "either" && object !== null && object.force !== null && object.force.value.kind === "group") return true;
  if (sense.kind === "change" && countsForce(scene, group, clause)) return true;
  let at = group.from;
  while (at > scene.sentence.from && isAdverb(scene.page, at - 1)) at--;
  if (scene.page.pack.grammar.relatives.has(lowerAt(scene.page, at - 1))) at--;
  if (lowerAt(scene.page, at - 1) === ",") {
    at--;
    while (at > scene.sentence.from && isAdverb(scene.page, at - 1)) at--;
    if (lowerAt(scene.page, at - 1) === ",") at--;
  }
  const subject = scene.forces.find((mention) => mention.to === at && mention.from >= Math.min(clause.from, at - 12));
  if (subject === undefined || (sense.ownSubject === true && isPrepositional(scene, subject))) return false;
  if (sense.placeObject === true || sense.kind === "involvement") return subject.value.kind !== "pronoun";
  return subject.value.kind === "group" || subject.value.kind === "name" && !subject.value.civil || subject.value.kind === "people" && subject.value.quantity !== null;
}

interface Theme {
  force: ForceMention | null;
  quantity: QuantityMention | null;
}

// Which of subject and object is the force.
function castRoles(scene: Scene, sense: EventSense, group: VerbGroup, subjects: ForceMention[], object: Theme | null): { cast: { theme: Theme; agent: ForceMention | null }[] } | null {
  const subject = subjects.at(-1) ?? null;
  const moved = (forces: ForceMention[], agent: ForceMention | null): { cast: { theme: Theme; agent: ForceMention | null }[] } => ({ cast: forces.map((force) => ({ theme: { force, quantity: force.value.quantity }, agent })) });
  const loose = (): { cast: { theme: Theme; agent: ForceMention | null }[] } | null => {
    const amount = looseAmount(scene, group);
    return amount === null ? null : { cast: [{ theme: { force: null, quantity: amount }, agent: null }] };
  };
  const adjacent = adjacentAmount(scene, group);
  if (adjacent !== null && (group.passive || sense.theme !== "object")) {
    const holder = scene.forces.findLast((mention) => mention.to <= adjacent.from && mention.value.kind !== "pronoun" && mention.value.owner !== null && !(mention.value.kind === "actor" && isPrepositional(scene, mention))) ?? null;
    return { cast: [{ theme: { force: null, quantity: adjacent }, agent: holder }] };
  }
  if (sense.theme === "subject" || (sense.theme === "either" && object === null && !group.passive) || (group.passive && sense.theme !== "object" && sense.placeObject !== true)) {
    const able = subjects.filter((mention) => canMove(scene, sense, mention, group));
    // "some 80 tanks and armoured vehicles": one number for both.
    const numbered = able.findIndex((mention) => mention.value.quantity !== null);
    const themes = able.filter((mention, at) => numbered < 0 || at <= numbered || mention.value.quantity !== null || mention.value.owner !== null);
    if (themes.length > 0) return moved(themes, null);
    // "to Belarus will arrive 9 thousand servicemen": translations keep the subject behind its verb.
    if (subjects.length === 0 && object?.force != null && object.quantity !== null) return moved(coordinated(scene, object.force, scene.forces), null);
    return subject === null || looseAmount(scene, group) !== null ? loose() : null;
  }
  if (group.passive) {
    if (sense.placeObject === true) {
      const agent = byAgent(scene, group);
      return agent === null ? null : moved([agent], null);
    }
    const themes = subjects.filter((mention) => mention.value.kind !== "actor" && !(mention.value.kind === "pronoun" && scene.page.pack.forces.singular.has(mention.value.word)));
    const by = byAgent(scene, group);
    if (themes.length === 1 && by !== null && themes[0]?.value.owner === null) return { cast: coordinated(scene, by, scene.forces).flatMap((agent) => moved(themes, agent).cast) };
    if (themes.length === 0 && subjects.length === 0 && object?.force != null && object.quantity !== null) return moved(coordinated(scene, object.force, scene.forces), by);
    return themes.length > 0 ? moved(themes, by) : loose();
  }
  if (object === null) return null;
  // "500 soldiers, around 20 tanks and nearly 60 vehicles": each amount is a claim of its own.
  const listed = object.force === null ? [] : coordinated(scene, object.force, scene.forces);
  const members = sense.members === true ? listed : listed.filter((mention) => mention.value.quantity !== null);
  if (members.length > 1) return moved(members, subject);
  const agents = subjects.length > 1 && subjects.every((mention) => mention.value.owner !== null) ? subjects : [subject];
  return { cast: agents.map((agent) => ({ theme: object, agent })) };
}

// A state acts as a whole only where it takes or leaves a place; people and pronouns need a mover's verb.
function canMove(scene: Scene, sense: EventSense, mention: ForceMention, group: VerbGroup): boolean {
  if (mention.value.kind === "pronoun" && scene.page.pack.forces.idle.has(mention.value.word)) return sense.kind !== "strength" && isSpeakersIt(scene, mention);
  if (mention.value.kind === "actor") return (sense.placeObject === true || sense.kind === "involvement" || sense.theme === "either") && !group.passive;
  return true;
}

// "The ministry said it would withdraw from Syria": a body that speaks of itself.
function isSpeakersIt(scene: Scene, pronoun: ForceMention): boolean {
  if (scene.page.pack.sources.singular.get(pronoun.value.word) !== "body") return false;
  return scene.sayings.some(({ speaker, content }) => speaker !== null && speaker.source.person === null && speaker.source.organisation !== null && content.some((range) => inside(range, pronoun)));
}

const SUBJECT_GAP = 24;

// Force mentions that can be the subject: nearest before the verb group, with those coordinated to it.
function subjectsOf(scene: Scene, group: VerbGroup, clause: TokenRange): ForceMention[] {
  const floor = subjectFloor(scene, group, clause);
  const left = scene.forces.filter((mention) => mention.to <= group.core && mention.from >= floor && group.core - mention.to <= SUBJECT_GAP && !(mention.value.kind === "actor" && isPrepositional(scene, mention)));
  if (left.length === 0) return [];
  const parted = beforeParenthesis(scene, group.core);
  if (parted !== null) return coordinated(scene, parted, left);
  const scored = left.map((mention) => ({ mention, score: subjectScore(scene, mention, group) })).toSorted((a, b) => b.score - a.score);
  const best = scored[0]?.mention;
  if (best === undefined || (scored[0]?.score ?? -99) < -18) return [];
  return coordinated(scene, best, left.filter((mention) => !isPrepositional(scene, mention) || mention === best));
}

// "Some 300 soldiers, most of them paratroopers, landed": what stands between commas does not part subject and verb.
function beforeParenthesis(scene: Scene, core: number): ForceMention | null {
  const { page, sentence } = scene;
  if (lowerAt(page, core - 1) !== ",") return null;
  let open = core - 2;
  while (open > sentence.from && lowerAt(page, open) !== ",") open--;
  if (open <= sentence.from || core - open > PARENTHESIS_MAX) return null;
  return scene.forces.find((mention) => mention.to === open && mention.value.kind !== "pronoun" && !isPrepositional(scene, mention)) ?? null;
}
const PARENTHESIS_MAX = 20;

const isPrepositional = (scene: Scene, mention: ForceMention): boolean => scene.page.pack.grammar.prepositions.has(lowerAt(scene.page, mention.from - 1));

// A relative or coordinated clause takes its subject from the clause before it.
function subjectFloor(scene: Scene, group: VerbGroup, clause: TokenRange): number {
  const { page } = scene;
  const own = scene.forces.some((mention) => mention.from >= clause.from && mention.to <= group.core);
  if (own) return clause.from;
  const index = scene.clauses.indexOf(clause);
  return (scene.clauses[index - 1] ?? clause).from === clause.from ? Math.max(scene.sentence.from, clause.from - SUBJECT_GAP) : Math.max(scene.sentence.from, page.tokens.length > 0 ? (scene.clauses[index - 1]?.from ?? clause.from) : clause.from);
}

function subjectScore(scene: Scene, mention: ForceMention, group: VerbGroup): number {
  const { page } = scene;
  const before = lowerAt(page, mention.from - 1);
  const prepositional = page.pack.grammar.prepositions.has(before) && before !== "including" && before !== "like";
  const bonus = { group: 4, people: 3, name: 2, actor: 1, pronoun: 0 }[mention.value.kind];
  // "Pakistan, a key ally in the war on terror, has deployed": an apposition does not part subject and verb.
  const apposed = mention.from - scene.sentence.from <= 1 && lowerAt(page, mention.to) === "," && mention.value.owner !== null;
  return bonus - (apposed ? Math.min(4, group.core - mention.to) : group.core - mention.to) - (prepositional ? 9 : 0);
}

// "Greece, Italy and Romania", "three French, three Greeks and two Danes".
export function coordinated(scene: Scene, best: ForceMention, pool: readonly ForceMention[]): ForceMention[] {
  const { page } = scene;
  const chain = [best];
  const joins = (from: number, to: number): boolean => {
    if (to < from || to - from > 3) return false;
    for (let i = from; i < to; i++) if (!page.pack.forces.joiners.has(lowerAt(page, i))) return false;
    return to > from;
  };
  for (;;) {
    const first = chain[0] ?? best;
    const previous = pool.findLast((mention) => mention.to <= first.from && joins(mention.to, first.from) && mention.value.kind !== "pronoun");
    if (previous === undefined) break;
    chain.unshift(previous);
  }
  for (;;) {
    const last = chain.at(-1) ?? best;
    const next = pool.find((mention) => mention.from >= last.to && joins(last.to, mention.from) && mention.value.kind !== "pronoun");
    if (next === undefined) break;
    chain.push(next);
  }
  return chain;
}

// The object: a force or a bare amount right behind the verb.
function objectOf(scene: Scene, group: VerbGroup, clause: TokenRange): Theme | null {
  const { page } = scene;
  const limit = Math.max(clause.to, Math.min(scene.sentence.to, group.to + 14));
  let at = group.to;
  while (at < limit && (isAdverb(page, at) || page.pack.events.particles.has(lowerAt(page, at)) && !page.pack.places.locatives.has(lowerAt(page, at)))) at++;
  // "elements of the 76th Division".
  if (page.pack.forces.portions.has(lowerAt(page, at)) && page.pack.places.locatives.has(lowerAt(page, at + 1)) && scene.forces.some((mention) => mention.to <= group.from)) return { force: null, quantity: null };
  if (page.pack.forces.portions.has(lowerAt(page, at)) && page.pack.grammar.of.has(lowerAt(page, at + 1))) at += 2;
  const slack = page.pack.grammar.determiners.has(lowerAt(page, at)) ? 1 : 0;
  const amount = scene.quantities.find((quantity) => quantity.from >= group.to && quantity.from - at <= slack && quantity.from < limit) ?? null;
  const force = scene.forces.find((mention) => mention.from >= group.to && mention.from - at <= slack && mention.from < limit) ?? null;
  if (force !== null && (amount === null || meets(force, { from: amount.from, to: (amount.value.head ?? amount.to) + 1 }))) {
    return force.value.kind === "actor" || force.value.kind === "pronoun" && force.value.word !== "them" ? null : { force, quantity: force.value.quantity };
  }
  const numbered = force === null ? afterNumberOf(scene, at) : null;
  if (numbered !== null) return { force: numbered, quantity: numbered.value.quantity };
  if (force === null && amount === null && (page.pack.numbers.remainders.has(lowerAt(page, at)) || page.pack.numbers.more.has(lowerAt(page, at))) && endsGroup(scene, at + 1)) return { force: null, quantity: null };
  if (amount !== null && amount.value.head === null && amount.value.bounds.modifier !== "share") return { force: null, quantity: amount };
  if (amount !== null && amount.value.head !== null) {
    const counted = scene.forces.find((mention) => mention.from <= (amount.value.head ?? -1) && (amount.value.head ?? -1) < mention.to);
    if (counted !== undefined) return { force: counted, quantity: amount };
  }
  return null;
}

// "increase the number of its troops".
function afterNumberOf(scene: Scene, from: number): ForceMention | null {
  const { page } = scene;
  const at = page.pack.grammar.determiners.has(lowerAt(page, from)) ? from + 1 : from;
  if (!page.pack.numbers.sizes.has(lowerAt(page, at)) || !page.pack.grammar.of.has(lowerAt(page, at + 1))) return null;
  return scene.forces.find((mention) => mention.from >= at + 2 && mention.from - at <= 3 && mention.value.kind === "group") ?? null;
}

// "no plans to send any", "we are not sending more": the noun is left out.
function endsGroup(scene: Scene, at: number): boolean {
  const token = scene.page.tokens[at];
  return token === undefined || at >= scene.sentence.to || token.kind === "mark" || scene.page.pack.grammar.prepositions.has(token.lower) || scene.page.pack.grammar.coordinators.has(token.lower);
}

function byAgent(scene: Scene, group: VerbGroup): ForceMention | null {
  const { page } = scene;
  if (!page.pack.grammar.agent.has(lowerAt(page, group.to))) return null;
  return scene.forces.find((mention) => mention.from >= group.to + 1 && mention.from - group.to <= 3) ?? null;
}

// "but most were withdrawn": an amount right before the verb, with no noun of its own.
function adjacentAmount(scene: Scene, group: VerbGroup): QuantityMention | null {
  let at = group.from;
  while (at > scene.sentence.from && (isAdverb(scene.page, at - 1) || scene.page.pack.numbers.more.has(lowerAt(scene.page, at - 1)))) at--;
  return scene.quantities.find((quantity) => quantity.to === at && quantity.value.head === null && !scene.forces.some((mention) => mention.value.quantity === quantity)) ?? null;
}

// "Another 500 have come": an amount alone as the subject.
function looseAmount(scene: Scene, group: VerbGroup): QuantityMention | null {
  return scene.quantities.findLast((quantity) => quantity.to <= group.from && group.from - quantity.to <= 3 && quantity.value.head === null) ?? null;
}

/** Things that are seldom anywhere for long. */
export const MOBILE: ReadonlySet<Unit> = new Set(["aircraft", "helicopter", "ship"]);

// "is deployed in" is a strength, "was deployed to" and "will be deployed" an arrival.
function kindOf(scene: Scene, sense: EventSense, group: VerbGroup, verb: TokenRange, theme: ForceMention | null): Draft["kind"] {
  const { page } = scene;
  const next = lowerAt(page, verb.to);
  if (sense.kind === "arrival" && sense.theme === "object" && goesHome(scene, group)) return "departure";
  const deployed = lowerAt(page, verb.to - 1) === "deployed";
  const standing = group.passive && (group.tense === "present" || group.tense === "past") && group.shape === "finite" && next !== "to";
  if (deployed && (sense.kind === "strength" || (sense.kind === "arrival" && (standing || isReduced(scene, group))))) {
    if (next === "to" || group.tense === "future" || group.shape === "infinitive" || lowerAt(page, verb.from) === "be") return "arrival";
    return "strength";
  }
  // Ships and aircraft that operate somewhere are on the move.
  if (sense.kind === "strength" && sense.strict === true && sense.needsPlace === true && sense.placeObject !== true && theme !== null && MOBILE.has(theme.value.unit)) return "movement";
  if (sense.returns === true) return returnKind(scene, verb);
  return sense.kind;
}

// "bring US troops home", "calls his soldiers back".
function goesHome(scene: Scene, group: VerbGroup): boolean {
  const object = scene.forces.find((mention) => mention.from >= group.to && mention.from - group.to <= 2);
  return object !== undefined && scene.page.pack.events.homeward.has(lowerAt(scene.page, object.to));
}

// A participle right behind its noun: "troops deployed in Iraq", "soldiers already deployed in the capital".
export function isReduced(scene: Scene, group: VerbGroup): boolean {
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
