import type { EventSense } from "../lang/pack.ts";
import type { TokenRange } from "../text/sentences.ts";
import type { Scene } from "./drafts.ts";
import { LEADER } from "./force-names.ts";
import type { ForceMention } from "./forces.ts";
import { leastOf } from "./order.ts";
import type { Page } from "./page.ts";
import { inside, lowerAt, meets } from "./page.ts";
import type { PlaceMention } from "./places.ts";
import type { QuantityMention } from "./quantities.ts";
import { isPrepositional } from "./subjects.ts";
import { isAdverb } from "./verb-groups.ts";
import type { VerbGroup } from "./verb-groups.ts";

/** The force that an event is about, and how many of it. */
export interface Theme {
  force: ForceMention | null;
  quantity: QuantityMention | null;
}

/** The themes of an event, each with who moves it. */
interface Roles {
  cast: { theme: Theme; agent: ForceMention | null }[];
}

// Which of subject and object is the force.
export function castRoles(scene: Scene, sense: EventSense, group: VerbGroup, subjects: ForceMention[], object: Theme | null): Roles | null {
  const subject = subjects.at(-1) ?? null;
  if (sense.backs === true) {
    const by = group.passive ? byAgent(scene, group) : null;
    return by !== null ? moved(coordinated(scene, by, scene.forces), null) : subject === null ? null : moved([subject], null);
  }
  // "Gao was retaken by the Malian army", "positions vacated by Syrian troops": who does it stands behind.
  if (group.passive && sense.placeObject === true && sense.theme === "subject") {
    const by = byAgent(scene, group);
    const people = subject !== null && subject.value.kind !== "actor" && subject.value.unit === "personnel" && takenPlace(scene, group) === null;
    if (by !== null && by.value.kind !== "pronoun") return people ? null : moved([by], null);
  }
  const adjacent = adjacentAmount(scene, group);
  if (adjacent !== null && (group.passive || sense.theme !== "object")) {
    const holder = scene.forces.findLast((mention) => mention.to <= adjacent.from && mention.value.kind !== "pronoun" && mention.value.owner !== null && !(mention.value.kind === "actor" && isPrepositional(scene, mention))) ?? null;
    return { cast: [{ theme: { force: null, quantity: adjacent }, agent: holder }] };
  }
  // "Behind them came 4,000 regulars", "on the hills stood 60 tanks": what a preposition holds is no subject.
  if (sense.theme === "subject" && !group.passive && isInverted(scene, group, object)) return moved(coordinated(scene, object?.force as ForceMention, scene.forces), null);
  if (sense.theme === "subject" || (sense.theme === "either" && object === null && !group.passive) || (group.passive && sense.theme !== "object" && sense.placeObject !== true)) {
    // "Chad cut its ties": what a state cuts, where it is no force, is none of ours.
    if (sense.kind === "change" && sense.theme === "either" && subject?.value.kind === "actor" && !group.passive) return null;
    const able = subjects.filter((mention) => canMove(scene, sense, mention, group));
    // "some 80 tanks and armoured vehicles": one number for both.
    const numbered = able.findIndex((mention) => mention.value.quantity !== null);
    const themes = able.filter((mention, at) => numbered < 0 || at <= numbered || mention.value.quantity !== null || mention.value.owner !== null);
    if (themes.length > 0) return moved(themes, null);
    // "to Belarus will arrive 9 thousand servicemen": translations keep the subject behind its verb.
    if (subjects.length === 0 && object?.force != null && object.quantity !== null) return moved(coordinated(scene, object.force, scene.forces), null);
    return subject === null || looseAmount(scene, group) !== null ? loose(scene, group) : null;
  }
  if (group.passive) {
    if (sense.placeObject === true) {
      const agent = byAgent(scene, group);
      return agent === null ? null : moved([agent], null);
    }
    const themes = subjects.filter((mention) => mention.value.kind !== "actor" && !(mention.value.kind === "pronoun" && scene.page.pack.forces.singular.has(mention.value.word)));
    const by = byAgent(scene, group);
    if (themes.length === 1 && by !== null && themes[0]?.value.owner === null) return { cast: coordinated(scene, by, scene.forces).flatMap((agent) => moved(themes, agent).cast) };
    if (themes.length === 0 && subjects.length === 0 && object?.force != null && object.quantity !== null) return moved(coordinated(scene, object.force, scene.forces).filter((mention) => mention.value.quantity !== null), by);
    return themes.length > 0 ? moved(themes, by) : loose(scene, group);
  }
  if (object === null) return null;
  // "500 soldiers, around 20 tanks and nearly 60 vehicles": each amount is a claim of its own.
  const listed = object.force === null ? [] : coordinated(scene, object.force, scene.forces);
  const members = sense.members === true ? listed : listed.filter((mention) => mention.value.quantity !== null);
  if (members.length > 1) return moved(members, subject);
  const agents = subjects.length > 1 && subjects.every((mention) => mention.value.owner !== null) ? subjects : [subject];
  return { cast: agents.map((agent) => ({ theme: object, agent })) };
}

/** The place that stands right before a passive as its subject: "Gao was retaken". */
export function takenPlace(scene: Scene, group: VerbGroup): PlaceMention | null {
  const place = scene.places.find((mention) => mention.to === group.from && mention.value.name !== null && mention.value.kind !== "border");
  return place === undefined || scene.page.pack.grammar.prepositions.has(lowerAt(scene.page, place.from - 1 - Number(scene.page.pack.grammar.determiners.has(lowerAt(scene.page, place.from - 1))))) ? null : place;
}

/** The subject, a force with an amount, stands behind its verb, and before it only what a preposition holds. */
export function isInverted(scene: Scene, group: VerbGroup, object: Theme | null): boolean {
  const { page } = scene;
  if (object?.force == null || object.quantity === null || object.force.value.kind !== "group" || Math.min(object.force.from, object.quantity.from) - group.to > 1) return false;
  let at = group.from - 1;
  for (let step = 0; at >= scene.sentence.from && step < INVERTED_REACH; step++, at--) {
    if (page.pack.grammar.prepositions.has(lowerAt(page, at)) && lowerAt(page, at) !== "of") return true;
    if (scene.forces.some((mention) => mention.to === at + 1 && !isPrepositional(scene, mention))) return false;
    if (page.tokens[at]?.kind !== "mark") continue;
    // "Behind them, UN experts say, came 4,000 regulars".
    const open = page.pack.sources.verbs.has(lowerAt(page, at - 1)) ? commaBefore(page, at - 1, scene.sentence.from) : null;
    if (open === null) return false;
    at = open;
  }
  return false;
}
const INVERTED_REACH = 10;

function commaBefore(page: Page, from: number, floor: number): number | null {
  for (let at = from; at > Math.max(floor, from - SAYING_MAX); at--) if (lowerAt(page, at) === ",") return at;
  return null;
}
const SAYING_MAX = 8;

const moved = (forces: readonly ForceMention[], agent: ForceMention | null): Roles => ({ cast: forces.map((force) => ({ theme: { force, quantity: force.value.quantity }, agent })) });

function loose(scene: Scene, group: VerbGroup): Roles | null {
  const amount = looseAmount(scene, group);
  return amount === null ? null : { cast: [{ theme: { force: null, quantity: amount }, agent: null }] };
}

// A state acts as a whole only where it takes or leaves a place; people and pronouns need a mover's verb.
function canMove(scene: Scene, sense: EventSense, mention: ForceMention, group: VerbGroup): boolean {
  if (mention.value.kind === "pronoun" && scene.page.pack.forces.idle.has(mention.value.word)) return sense.kind !== "strength" && isSpeakersIt(scene, mention);
  if (sense.civilians === true && mention.value.owner === null && scene.page.pack.forces.anyone.has(mention.value.word)) return false;
  if (mention.rule === LEADER) return false;
  if (mention.value.kind === "actor") return (sense.placeObject === true || sense.kind === "involvement" || sense.theme === "either" || sense.missions === true || sense.notAdjective === true && (scene.military || scene.places.some((place) => place.from > group.to && place.from - group.to <= 2))) && !group.passive;
  return true;
}

// "The ministry said it would withdraw from Syria": a body that speaks of itself.
function isSpeakersIt(scene: Scene, pronoun: ForceMention): boolean {
  if (scene.page.pack.sources.singular.get(pronoun.value.word) !== "body") return false;
  return scene.sayings.some(({ speaker, content }) => speaker !== null && speaker.source.person === null && speaker.source.organisation !== null && content.some((range) => inside(range, pronoun)));
}

const SUBJECT_GAP = 24;

// Force mentions that can be the subject: nearest before the verb group, with those coordinated to it.
export function subjectsOf(scene: Scene, group: VerbGroup, clause: TokenRange): ForceMention[] {
  const floor = subjectFloor(scene, group, clause);
  const left = scene.forces.filter((mention) => mention.to <= group.core && mention.from >= floor && group.core - mention.to <= SUBJECT_GAP && !(mention.value.kind === "actor" && isPrepositional(scene, mention)));
  if (left.length === 0) return [];
  const parted = beforeParenthesis(scene, group.core) ?? (group.from < group.core ? beforeParenthesis(scene, group.from) : null);
  if (parted !== null) return coordinated(scene, parted, left);
  const scored = left.map((mention) => ({ mention, score: subjectScore(scene, mention, group) }));
  const { mention: best, score } = leastOf(scored, (a, b) => b.score - a.score) ?? {};
  if (best === undefined || (score ?? -99) < -18) return [];
  return coordinated(scene, best, left.filter((mention) => !isPrepositional(scene, mention) || mention === best));
}

// "Some 300 soldiers, most of them paratroopers, landed": what stands between commas does not part subject and verb.
function beforeParenthesis(scene: Scene, core: number): ForceMention | null {
  const { page, sentence } = scene;
  let end = core - 1;
  while (end > sentence.from && isAdverb(page, end)) end--;
  const mark = lowerAt(page, end);
  if (!ASIDES.has(mark)) return null;
  let open = end - 1;
  while (open > sentence.from && lowerAt(page, open) !== mark) open--;
  if (open <= sentence.from || core - open > PARENTHESIS_MAX) return null;
  return scene.forces.find((mention) => mention.to === open && mention.value.kind !== "pronoun" && !isPrepositional(scene, mention)) ?? null;
}
const PARENTHESIS_MAX = 20;
const ASIDES: ReadonlySet<string> = new Set([",", "–", "—"]);

// A relative or coordinated clause takes its subject from the last clause before it that has one.
function subjectFloor(scene: Scene, group: VerbGroup, clause: TokenRange): number {
  const has = (from: number): boolean => scene.forces.some((mention) => mention.from >= from && mention.to <= group.core && !(mention.value.kind === "actor" && isPrepositional(scene, mention)));
  const limit = Math.max(scene.sentence.from, clause.from - SUBJECT_GAP);
  let index = scene.clauses.indexOf(clause);
  let from = clause.from;
  while (!has(from) && index > 0 && from > limit) from = scene.clauses[--index]?.from ?? limit;
  return Math.max(from, limit);
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
function coordinated(scene: Scene, best: ForceMention, pool: readonly ForceMention[]): ForceMention[] {
  const { page } = scene;
  const chain = [best];
  for (;;) {
    const first = chain[0] ?? best;
    const previous = pool.findLast((mention) => mention.to <= first.from && isJoined(page, mention.to, first.from) && mention.value.kind !== "pronoun");
    if (previous === undefined) break;
    chain.unshift(previous);
  }
  for (;;) {
    const last = chain.at(-1) ?? best;
    const next = pool.find((mention) => mention.from >= last.to && isJoined(page, last.to, mention.from) && mention.value.kind !== "pronoun");
    if (next === undefined) break;
    chain.push(next);
  }
  // "Since the invasion of oil-rich Kuwait, Egypt has sent soldiers": states without an "and" are no list.
  const [first, second] = chain;
  const parted = chain.length === 2 && chain.every(({ value }) => value.kind === "actor") && first !== undefined && second !== undefined && second.from - first.to === 1 && lowerAt(page, first.to) === ",";
  return parted ? [best] : chain;
}

// Whether only what joins a list stands between two tokens.
function isJoined(page: Page, from: number, to: number): boolean {
  if (to <= from || to - from > 3) return false;
  for (let i = from; i < to; i++) if (!page.pack.forces.joiners.has(lowerAt(page, i))) return false;
  return true;
}

// The object: a force or a bare amount right behind the verb.
export function objectOf(scene: Scene, group: VerbGroup, clause: TokenRange): Theme | null {
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

export function byAgent(scene: Scene, group: VerbGroup): ForceMention | null {
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
