import { hasVerb } from "./clauses.ts";
import type { Draft, Scene } from "./drafts.ts";
import { clauseAt, draft, PRIORITY } from "./drafts.ts";
import type { ForceMention } from "./forces.ts";
import { fromNation, nationAt, ofNation } from "./nations.ts";
import { lowerAt } from "./page.ts";
import type { QuantityMention } from "./quantities.ts";
import { scopeOfGroup } from "./scope.ts";
import { isAdverb, verbGroupAt } from "./verb-groups.ts";

/** Amounts that lean on another claim of their sentence: what a change ends or began at, who is among those, what they bring along. */
export function levels(scene: Scene, events: readonly Draft[]): Draft[] {
  const drafts: Draft[] = [];
  for (const quantity of scene.quantities) {
    if (quantity.value.bounds.modifier === "share") continue;
    const own = fromNation(scene, quantity, drafts);
    if (own === null && [...events, ...drafts].some((event) => event.quantity === quantity)) continue;
    const found = own ?? ofNation(scene, quantity, events) ?? changedTo(scene, quantity, events) ?? turnedFrom(scene, quantity, [...events, ...drafts]) ?? ofWhom(scene, quantity, [...events, ...drafts]) ?? member(scene, quantity, events, drafts) ?? continued(scene, quantity, [...events, ...drafts]) ?? gapped(scene, quantity, [...events, ...drafts]) ?? contributor(scene, quantity) ?? broughtAlong(scene, quantity, events);
    if (found !== null) drafts.push(found);
  }
  return drafts;
}

/** Shares that lean on a claim of their sentence: "most of them from Pakistan". */
export const shares = (scene: Scene, events: readonly Draft[]): Draft[] =>
  scene.quantities.flatMap((quantity) => (quantity.value.bounds.modifier === "share" ? ofNation(scene, quantity, events) ?? someOf(scene, quantity, events) ?? [] : []));

const CHANGE_REACH = 14;

// "rose to 1,200 from 800", "cut the number to 1,500": a change that names its ends.
function changedTo(scene: Scene, quantity: QuantityMention, events: readonly Draft[]): Draft | null {
  const { page } = scene;
  const at = linkBefore(scene, quantity.from);
  const link = lowerAt(page, at);
  const after = page.pack.grammar.to.has(link);
  if (!after && !page.pack.numbers.began.has(link)) return null;
  const change = events.findLast((event) => event.kind === "change" && event.trigger.to <= quantity.from);
  if (change === undefined || quantity.from - change.trigger.to > CHANGE_REACH || namesPlace(scene, change.trigger.to, at)) return null;
  return lean(change, quantity, after ? "strength/changed-to" : "strength/changed-from", after ? {} : { reality: "actual", polarity: "affirmed" });
}

// "from the current 100", "to a new total of 300": over what says which level it is.
function linkBefore(scene: Scene, from: number): number {
  const { page } = scene;
  let at = from - 1;
  for (let step = 0; step < LEVEL_WORDS && (page.pack.numbers.levels.has(lowerAt(page, at)) || page.pack.grammar.of.has(lowerAt(page, at)) && (page.pack.numbers.levels.has(lowerAt(page, at - 1)) || page.pack.numbers.peaks.has(lowerAt(page, at - 1))) || page.pack.numbers.peaks.has(lowerAt(page, at))); step++) at--;
  return at;
}
const LEVEL_WORDS = 4;

// Between a change and its end stand the force and the place, not another "to".
function namesPlace(scene: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (scene.page.tokens[i]?.kind === "mark" && lowerAt(scene.page, i) !== "-") return true;
  return false;
}

// "36,000 troops, up from 9,500 on Saturday"; "they are down to about 200".
function turnedFrom(scene: Scene, quantity: QuantityMention, events: readonly Draft[]): Draft | null {
  const { page } = scene;
  // "down from a peak of 168,000".
  const from = page.pack.grammar.of.has(lowerAt(page, quantity.from - 1)) && page.pack.numbers.peaks.has(lowerAt(page, quantity.from - 2)) ? quantity.from - 3 : quantity.from;
  const [turn, link] = [lowerAt(page, from - 2), lowerAt(page, from - 1)];
  if (!page.pack.numbers.turns.has(turn)) return null;
  if (page.pack.numbers.began.has(link)) {
    const level = events.findLast((event) => event.quantity !== null && event.quantity.to <= from - 2);
    return level === undefined ? null : lean(level, quantity, "strength/turned-from", { reality: "actual", polarity: "affirmed" });
  }
  if (!page.pack.grammar.to.has(link) || page.pack.grammar.auxiliaries.get(lowerAt(page, from - 3)) !== "be") return null;
  const theme = scene.forces.findLast((mention) => mention.to <= from - 3 && mention.value.kind !== "actor") ?? null;
  return draft("strength/turned-to", "strength", { from: from - 2, to: quantity.to }, clauseAt(scene, quantity.from), PRIORITY.count, { theme, quantity });
}

// "900 troops, of whom 200 are at al-Tanf", "of these, about 60 are officers": some of those just counted.
function ofWhom(scene: Scene, quantity: QuantityMention, events: readonly Draft[]): Draft | null {
  const { page } = scene;
  const behind = page.pack.grammar.of.has(lowerAt(page, quantity.to)) && page.pack.numbers.those.has(lowerAt(page, quantity.to + 1));
  let at = quantity.from - 1;
  while (!behind && at > scene.sentence.from && (lowerAt(page, at) === "," || isAdverb(page, at))) at--;
  const from = behind ? quantity.from : at - 1;
  if (!behind && !(page.pack.numbers.those.has(lowerAt(page, at)) && page.pack.grammar.of.has(lowerAt(page, from)))) return null;
  const whole = events.findLast((event) => event.quantity !== null && event.quantity.to <= from && event.kind !== "change");
  if (whole === undefined) return null;
  const theme = counted(scene, quantity);
  const clause = clauseAt(scene, quantity.from);
  const range = { from: Math.max(clause.from, from), to: clause.to };
  return draft("strength/of-whom", "strength", quantity, range, PRIORITY.list, { theme: theme ?? whole.theme, agent: whole.agent ?? whole.theme, quantity, reality: whole.reality, certainty: whole.certainty, words: range });
}

// "3,000 peacekeepers, among them 1,800 Pakistanis and 400 Kenyans".
function member(scene: Scene, quantity: QuantityMention, events: readonly Draft[], before: readonly Draft[]): Draft | null {
  const { page } = scene;
  const cue = page.pack.numbers.members.endingAt(page.tokens, quantity.from - 1, scene.sentence.from, 3);
  const last = before.at(-1);
  const listed = last?.rule === "strength/member" && quantity.from - (last.quantity?.value.head ?? quantity.from) <= 2 && page.pack.grammar.coordinators.has(lowerAt(page, quantity.from - 1));
  const theme = counted(scene, quantity);
  if ((cue === null && !listed) || theme === null || !(scene.military || events.length > 0)) return null;
  // "12,000 troops, including four brigades, are to be sent": as planned as the whole.
  const whole = events.find((event) => event.quantity !== null && event.quantity.to <= quantity.from);
  return draft("strength/member", "strength", quantity, { from: cue?.from ?? quantity.from, to: Math.max(theme.to, quantity.to) }, PRIORITY.list, { theme, quantity, reality: whole?.reality ?? "actual", certainty: whole?.certainty ?? "certain", member: { from: cue?.from ?? quantity.from, to: Math.max(theme.to, quantity.to) } });
}

// "1,800 soldiers, most of them from Pakistan", "two thirds of them British": a share of those just counted.
function someOf(scene: Scene, quantity: QuantityMention, events: readonly Draft[]): Draft | null {
  const { page } = scene;
  const open = lowerAt(page, quantity.from - 1);
  const pronoun = scene.forces.find((mention) => mention.value.kind === "pronoun" && mention.from >= quantity.from && mention.to - quantity.to <= 2 && page.pack.grammar.of.has(lowerAt(page, mention.to - 2)));
  if (!APART.has(open) || quantity.value.bounds.low === 100 || pronoun === undefined || events.some((event) => event.quantity === quantity)) return null;
  const whole = events.findLast((event) => event.quantity !== null && event.quantity.to <= quantity.from && event.kind !== "change") ?? events.findLast((event) => event.trigger.to <= quantity.from);
  const clause = clauseAt(scene, quantity.from);
  // A share with a verb of its own is that verb's.
  if (whole === undefined || page.pack.grammar.auxiliaries.has(lowerAt(page, pronoun.to)) || page.pack.events.verbs.at(page.tokens, pronoun.to) !== null) return null;
  let to = pronoun.to;
  while (to < clause.to && page.tokens[to]?.kind !== "mark") to++;
  const owner = scene.forces.find((mention) => mention.from >= pronoun.to && mention.to <= to && mention.value.owner !== null && mention.from - pronoun.to <= 2 && !page.pack.places.locatives.has(lowerAt(page, mention.from - 1))) ?? nationAt(scene, pronoun.to);
  return draft("strength/some-of", "strength", quantity, { from: quantity.from, to }, PRIORITY.list, { theme: owner === null ? whole.theme : null, agent: owner ?? whole.agent, quantity, reality: whole.reality, certainty: whole.certainty, member: { from: quantity.from, to } });
}
const APART = new Set([",", "-", "–", "—", "("]);

const LISTED_GAP = 14;

// "There were 52 militia vessels around the island and a lone frigate": the event before it goes on with another force.
function continued(scene: Scene, quantity: QuantityMention, events: readonly Draft[]): Draft | null {
  const { page } = scene;
  const theme = counted(scene, quantity);
  if (theme === null || theme.value.definite || page.pack.grammar.definite.has(lowerAt(page, Math.min(theme.from, quantity.from) - 1)) || !page.pack.forces.joiners.has(lowerAt(page, theme.from - 1))) return null;
  const before = events.findLast((event) => event.quantity !== null && event.quantity.to <= quantity.from && event.kind !== "change" && event.polarity === "affirmed");
  // "5,500 soldiers, along with 5,000 border guards": among soldiers those are no civilians.
  if (!theme.value.strong && theme.value.owner === null && !(before?.theme?.value.strong === true && theme.value.unit === "personnel")) return null;
  if (before === undefined || theme.from - (before.theme?.to ?? before.quantity?.to ?? 0) > LISTED_GAP || hasPredicate(scene, Math.max(before.theme?.to ?? 0, before.quantity?.to ?? 0), theme.from) || hasPredicate(scene, theme.to, theme.to + 2)) return null;
  return { ...before, rule: "amount/continued", trigger: quantity, clause: { from: theme.from, to: clauseAt(scene, quantity.from).to }, words: null, member: theme, priority: PRIORITY.list, theme, agent: theme.value.owner === null ? before.agent ?? before.theme : null, quantity, placeWithin: null };
}

// "Italy has 1,200 troops in Lebanon, Spain 650 and France 700": only the state and the number are said again.
function gapped(scene: Scene, quantity: QuantityMention, events: readonly Draft[]): Draft | null {
  const state = scene.forces.find((mention) => mention.value.kind === "actor" && mention.value.owner !== null && (mention.to === quantity.from || mention.to === quantity.from - 1 && GAP.has(lowerAt(scene.page, mention.to))));
  if (state === undefined || quantity.value.head !== null && counted(scene, quantity)?.value.owner != null) return null;
  const before = events.findLast((event) => event.quantity !== null && event.quantity.to <= state.from && event.kind !== "change" && event.rule !== "strength/number-is" && (event.agent !== null || event.theme?.value.owner != null));
  if (before === undefined) return listedContributor(scene, state, quantity);
  if (hasPredicate(scene, before.quantity?.to ?? 0, state.from)) return null;
  const place = scene.places.findLast((mention) => mention.from >= (before.quantity?.to ?? 0) && mention.to <= state.from && mention.value.name !== null) ?? before.place;
  return { ...before, place, rule: "amount/gapped", trigger: quantity, clause: { from: state.from, to: Math.max(quantity.to, quantity.value.head ?? 0) }, words: null, member: { from: state.from, to: quantity.to }, priority: PRIORITY.count, theme: null, agent: state, quantity, placeWithin: null };
}
// "Contributors include Pakistan (3,500), Bangladesh (2,900) and Ethiopia (2,300)".
function listedContributor(scene: Scene, state: ForceMention, quantity: QuantityMention): Draft | null {
  const { page, sentence } = scene;
  if (state.to === quantity.from || !scene.military && scene.quantities.length < LISTED_LEAST) return null;
  for (let i = sentence.from; i < state.from; i++) if (page.pack.numbers.contributors.has(lowerAt(page, i))) return draft("strength/contributor", "strength", quantity, { from: state.from, to: quantity.to }, PRIORITY.count, { agent: state, quantity, member: { from: state.from, to: quantity.to } });
  return null;
}
const LISTED_LEAST = 2;

const GAP = new Set([",", ":", "(", "with", "-"]);

const hasPredicate = (scene: Scene, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) {
    const word = lowerAt(scene.page, i);
    if (scene.page.pack.grammar.auxiliaries.has(word) || scene.page.pack.grammar.modals.has(word) || scene.page.pack.events.verbs.at(scene.page.tokens, i) !== null || scene.page.pack.sources.verbs.has(word)) return true;
  }
  return false;
};

// How far behind its group a size may stand: "the battlegroup at Cincu in Romania, with some 1,500 soldiers".
const BEHIND_GROUP = 8;

// "Italy with around 2,500 men", "Germany, with 1,100 soldiers in Rajlovac,": a state and those whom it has there.
function contributor(scene: Scene, quantity: QuantityMention): Draft | null {
  const { page } = scene;
  if (!page.pack.numbers.along.has(lowerAt(page, quantity.from - 1))) return null;
  const end = lowerAt(page, quantity.from - 2) === "," ? quantity.from - 2 : quantity.from - 1;
  const state = scene.forces.find((mention) => mention.to === end && mention.value.kind === "actor");
  const theme = counted(scene, quantity);
  if (state === undefined || theme === null || theme.value.owner !== null || theme.value.unit !== "personnel") return null;
  const clause = clauseAt(scene, quantity.from);
  if (page.pack.grammar.prepositions.has(lowerAt(page, state.from - 1))) {
    const group = scene.forces.findLast((mention) => mention.to < state.from && end - mention.to <= BEHIND_GROUP && mention.value.kind === "group" && mention.value.quantity === null && !hasVerb(page, mention.to, end, false));
    return group === undefined ? null : draft("strength/contributor", "strength", quantity, { from: group.from, to: quantity.to }, PRIORITY.count, { theme: group, quantity });
  }
  // "will be Italy with 2,500 men".
  const scope = scopeOfGroup(verbGroupAt(page, { from: state.from - 1, to: state.from }, new Set(["base", "past"]), clause.from));
  return draft("strength/contributor", "strength", quantity, { from: state.from, to: clause.to }, PRIORITY.count, { ...scope, theme, agent: state, quantity });
}

// "re-entered the Gaza Strip with about 80 tanks", "a ship carrying 500 marines": what comes along.
function broughtAlong(scene: Scene, quantity: QuantityMention, events: readonly Draft[]): Draft | null {
  const { page } = scene;
  const theme = counted(scene, quantity);
  // "with her three destroyers".
  const before = Math.min(quantity.from, theme?.from ?? quantity.from) - 1;
  if (!page.pack.numbers.along.has(lowerAt(page, before))) return null;
  const clause = clauseAt(scene, quantity.from);
  const event = events.findLast((one) => one.trigger.to <= quantity.from && one.clause.from === clause.from && (one.kind === "arrival" || one.kind === "departure" || one.kind === "movement"));
  if (event === undefined || theme === null || !theme.value.strong && theme.value.unit === "personnel" || (theme.value.owner !== null && event.theme?.value.owner != null && theme.value.owner !== event.theme.value.owner)) return null;
  const { rule: _rule, trigger: _trigger, priority: _priority, ...rest } = event;
  return { ...rest, rule: "amount/along", trigger: quantity, priority: PRIORITY.list, theme, agent: theme.value.owner === null ? event.theme ?? event.agent : event.agent, quantity };
}

const counted = (scene: Scene, quantity: QuantityMention): ForceMention | null => scene.forces.find((mention) => mention.value.quantity === quantity) ?? null;

// The same force, at another number.
const lean = (event: Draft, quantity: QuantityMention, rule: string, rest: Partial<Draft>): Draft => ({
  ...event, rule, kind: "strength", trigger: quantity, clause: { from: event.clause.from, to: Math.max(event.clause.to, quantity.to) }, priority: PRIORITY.count, direction: null, size: null, quantity, placeObject: false, placeWithin: null, ...rest,
});
