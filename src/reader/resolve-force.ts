import type { Derivation } from "../claims/index.ts";
import type { TokenRange } from "../text/sentences.ts";
import type { Discourse } from "./discourse.ts";
import type { Owner } from "./focus.ts";
import { ofState, ownerIn } from "./focus.ts";
import type { Draft, Scene } from "./drafts.ts";
import { LEADER } from "./force-names.ts";
import type { ForceMention } from "./forces.ts";
import { missionOf } from "./force-owner.ts";
import { OPENS } from "./openings.ts";
import { inside, lowerAt, meets, opens, spanOf } from "./page.ts";
import type { Saying } from "./saying.ts";
import { isPrepositional } from "./subjects.ts";

/** A value with where it was read and by which rule. */
export interface Read<T> {
  value: T;
  origin: Derivation;
}

const known = (scene: Scene, rule: string, mention: ForceMention | null): Derivation => ({ rule, span: mention === null ? null : spanOf(scene.page, mention), status: "known" });
const implied = (scene: Scene, rule: string, mention: ForceMention | null): Derivation => ({ rule, span: mention === null ? null : spanOf(scene.page, mention), status: "implied" });

/** Whose force a draft is about: by its own words, its mover, its possessor, the speaker, or what went before. */
export function resolveForce(scene: Scene, draft: Draft, saying: Saying | null, discourse: Discourse): Read<Owner> | null {
  const { theme, agent } = draft;
  const own = theme === null ? null : ownerIn(theme);
  if (theme !== null && own !== null) return { value: { ...own, unitName: theme.value.unitName }, origin: known(scene, theme.value.kind === "actor" ? "force/actor" : theme.rule, theme) };
  if (theme?.value.possessive === "first") return speakersOwn(scene, theme, saying, discourse);
  if (agent?.value.possessive === "first" && agent.value.kind === "pronoun") return speakersOwn(scene, agent, saying, discourse);
  const spoken = theme?.value.kind === "pronoun" && theme.value.quantity !== null ? spokenOf(scene, theme) : null;
  if (spoken !== null) return spoken;
  const fighter = theme?.value.kind === "pronoun" || agent?.value.kind === "pronoun" ? speakingForce(scene, saying, discourse) : null;
  if (fighter !== null) return fighter;
  const irregular = theme?.value.irregular === true;
  const pronoun = agent ?? (theme !== null && scene.page.pack.forces.singular.has(theme.value.word) ? theme : null);
  const it = pronoun !== null && pronoun.value.kind === "pronoun" && pronoun.value.owner === null && !irregular ? pronounAgent(scene, pronoun, saying, discourse) : null;
  if (it !== null) return it;
  const mover = agent === null || (irregular && agent.value.sort !== "group") ? null : ownerIn(agent);
  if (mover !== null) return { value: mover, origin: known(scene, "force/agent", agent) };
  // "The army has pulled back its artillery": its own.
  const arm = agent !== null && isArm(scene, agent) ? armOf(scene, agent, discourse) : null;
  if (arm !== null) return arm;
  // "Cairo has pledged 1,100 soldiers": one who promises sends their own.
  const promised = saying?.manner === "promise" && agent === null && theme?.value.kind !== "pronoun" ? saying.speaker?.state ?? null : null;
  if (promised !== null && !irregular) return { value: ofState(promised), origin: implied(scene, "force/promised", theme) };
  const owned = theme !== null && theme.value.possessive === "third" && theme.value.kind !== "pronoun";
  const possessor = owned ? speakingForce(scene, saying, discourse) ?? possessorBefore(scene, theme, discourse) : null;
  return possessor ?? anaphor(scene, draft, theme, saying, discourse);
}

// "The Americans come and train, four hundred of them went home": a part of those whom the sentence has just named.
function spokenOf(scene: Scene, pronoun: ForceMention): Read<Owner> | null {
  const before = scene.forces.findLast((mention) => mention.to <= pronoun.from && mention.value.kind !== "pronoun" && mention.value.kind !== "actor");
  const owner = before === undefined ? null : ownerIn(before);
  return before === undefined || owner === null ? null : { value: owner, origin: known(scene, "force/part-of", before) };
}

// "The Taliban said they had taken Kunduz", "the rebels say they control the north": fighters who speak of themselves.
function speakingForce(scene: Scene, saying: Saying | null, discourse: Discourse): Read<Owner> | null {
  const range = saying?.speaker?.range;
  if (range === undefined || saying?.speaker?.source.person != null) return null;
  const speaker = scene.forces.find((mention) => meets(mention, range) && (mention.value.sort === "group" || (mention.value.irregular && mention.value.kind === "group")));
  if (speaker === undefined) return null;
  const owner = ownerIn(speaker);
  return owner === null ? localRebels(scene, speaker, discourse) : { value: owner, origin: known(scene, "force/speaking", speaker) };
}

// "France said it was sending 1,000": a state that speaks of itself; else the actor named before the pronoun, else the topic.
function pronounAgent(scene: Scene, agent: ForceMention, saying: Saying | null, discourse: Discourse): Read<Owner> | null {
  const speaker = saying?.speaker;
  const body = speaker != null && speaker.source.person === null && speaker.source.role === null;
  const state = body ? scene.forces.find((mention) => mention.value.sort === "state" && mention.value.kind === "actor" && inside(speaker.range, mention)) : undefined;
  if (body && state === undefined && speaker.state !== null) return { value: ofState(speaker.state), origin: implied(scene, "force/pronoun-agent", agent) };
  const before = state ?? scene.forces.find((mention) => mention.to <= agent.from && mention.value.owner !== null && !isPrepositional(scene, mention));
  const owner = before === undefined ? null : ownerIn(before);
  if (before !== undefined && owner !== null) return { value: owner, origin: known(scene, "force/pronoun-agent", before) };
  const topic = discourse.topic();
  return topic === null ? null : { value: topic, origin: implied(scene, "force/pronoun-agent", agent) };
}

// "our troops", "we": the speaker's own state, or the force that the text is about.
function speakersOwn(scene: Scene, theme: ForceMention, saying: Saying | null, discourse: Discourse): Read<Owner> | null {
  const state = saying?.speaker?.state ?? null;
  if (state !== null) return { value: ofState(state), origin: implied(scene, "force/speaker", theme) };
  const last = discourse.focusForce;
  return last === null ? null : { value: last, origin: implied(scene, "force/speaker-unknown", theme) };
}

// "Italy currently has only 60 of its troops": the nearest owner before the possessive.
function possessorBefore(scene: Scene, theme: ForceMention, discourse: Discourse): Read<Owner> | null {
  const named = scene.forces.filter((mention) => mention.to <= theme.from && mention.value.owner !== null);
  const before = named.findLast((mention) => mention.value.kind !== "actor" || !isPrepositional(scene, mention)) ?? named.at(-1);
  const owner = before === undefined ? null : ownerIn(before);
  if (before !== undefined && owner !== null) return { value: owner, origin: known(scene, "force/possessor", before) };
  const body = before === undefined ? bodyBefore(scene, theme) : null;
  if (body !== null) return { value: ofState(body), origin: implied(scene, "force/possessor-body", theme) };
  const topic = discourse.topic();
  return topic === null ? null : { value: topic, origin: implied(scene, "force/possessor-before", theme) };
}

// "The South Korean parliament voted to extend the deployment of its 3,200 soldiers": the state of the body that the sentence opens with.
function bodyBefore(scene: Scene, theme: ForceMention): string | null {
  const { page, sentence } = scene;
  for (let i = sentence.from; i < theme.from; i++) {
    const state = opens(page, i, OPENS.state) && page.tokens[i]?.capital === true ? page.pack.states.adjectives.at(page.tokens, i) : null;
    if (state !== null && (page.pack.sources.organisationHeads.has(lowerAt(page, state.to)) || page.pack.sources.roles.at(page.tokens, state.to) !== null)) return state.value.name;
  }
  return null;
}

function anaphor(scene: Scene, draft: Draft, theme: ForceMention | null, saying: Saying | null, discourse: Discourse): Read<Owner> | null {
  const irregular = theme === null || theme.value.kind === "pronoun" ? null : theme.value.irregular;
  if (irregular === true) {
    const named = localRebels(scene, theme, discourse);
    if (named !== null) return named;
  }
  if (theme !== null && isForeign(scene, theme)) return outsiders(scene, theme, discourse);
  const side = theme?.value.kind === "group" || theme === null ? sideOf(scene, draft) : null;
  if (side !== null) return side;
  const governments = theme !== null && irregular !== true && isGovernments(scene, theme) ? armOf(scene, theme, discourse) : null;
  if (governments !== null) return governments;
  const mission = theme !== null && isMissions(scene, theme) ? discourse.missionBefore(theme.from) : null;
  if (mission !== null) return { value: mission, origin: implied(scene, "force/mission", theme) };
  const beside = apposedTo(scene, draft) ?? subjectBehind(scene, draft);
  if (beside !== null) return beside;
  const relative = theme === null || !theme.value.definite || theme.value.kind === "pronoun" ? antecedent(scene, draft) : null;
  if (relative !== null) return relative;
  const near = clauseOwner(scene, draft);
  if (near !== null && irregular !== true && theme?.value.kind !== "pronoun") return near;
  const speakers = theme !== null && irregular !== true ? speakersTroops(scene, theme, saying, discourse) : null;
  if (speakers !== null) return speakers;
  const arm = theme !== null && isArm(scene, theme) ? armOf(scene, theme, discourse) : null;
  if (arm !== null) return arm;
  // "The Marines", "the legionnaires": those whom the text has called so.
  const named = theme === null || theme.value.kind !== "group" ? null : discourse.ownerOfWord(theme.value.word);
  if (named !== null) return { value: named, origin: implied(scene, "force/same-word", theme) };
  const opener = theme?.value.kind === "pronoun" || irregular === true ? null : discourse.openerOf(scene.sentence.paragraph);
  if (opener !== null && opener.sort === "state" && !statesLeft(scene, draft).has(opener.name)) return { value: opener, origin: implied(scene, "force/opener", theme) };
  // Before anything is claimed, soldiers are those of the state that acts: "Poland has stepped up patrols. Some 5,500 soldiers ...".
  const topic = discourse.lastSentence() < 0 && theme !== null && theme.value.kind === "group" && irregular !== true ? discourse.topic() : null;
  if (topic !== null && topic.sort === "state" && !statesLeft(scene, draft).has(topic.name) && discourse.focusForce?.sort === "state") return { value: topic, origin: implied(scene, "force/topic", theme) };
  const far = scene.index - discourse.lastSentence() > 2 && theme?.value.kind === "group" && irregular !== true;
  // "Those units", "they": whoever was spoken of, and be it that they go home.
  const barred = theme !== null && (theme.value.kind === "pronoun" || pointsBack(scene, theme)) ? NOBODY : statesLeft(scene, draft);
  const focus = far && discourse.focusForce !== null && !barred.has(discourse.focusForce.name) ? discourse.focusForce : null;
  const last = focus ?? discourse.lastForce(irregular, barred);
  // "Soldiers blocked the road": no armed group's, whoever was spoken of.
  const local = last?.sort === "group" && irregular === false && theme?.value.kind === "group" && scene.page.pack.forces.soldierly.has(theme.value.word) ? discourse.nameOf(discourse.lastCountry() ?? "") : undefined;
  if (local !== undefined) return { value: ofState(local), origin: implied(scene, "force/local", theme) };
  // "A U.S. military spokesman said 3,000 more troops had arrived": where the text names no force, the speaker's.
  const speaking = last === null && irregular !== true ? saying?.speaker?.state ?? null : null;
  if (speaking !== null && !barred.has(speaking)) return { value: ofState(speaking), origin: implied(scene, "force/speakers-state", theme) };
  return last === null ? null : { value: last, origin: implied(scene, theme?.value.kind === "pronoun" ? "force/pronoun" : "force/anaphor", theme) };
}

// "French troops, 1,500 at their peak, were gone": a bare amount in apposition counts the force right before it.
function apposedTo(scene: Scene, { quantity, theme, rule }: Draft): Read<Owner> | null {
  if (quantity === null || theme !== null || !rule.startsWith("strength/") || lowerAt(scene.page, quantity.from - 1) !== ",") return null;
  const before = scene.forces.find((mention) => mention.value.kind === "group" && mention.value.owner !== null && (mention.to === quantity.from - 1 || mention.to === quantity.from - 2 && scene.page.pack.grammar.adverbs.has(lowerAt(scene.page, quantity.from - 1))));
  const owner = before === undefined ? null : ownerIn(before);
  return before === undefined || owner === null ? null : { value: owner, origin: known(scene, "force/apposed", before) };
}

// "With the departure from South Kivu, MONUSCO remains in two provinces": what leads in is told of the subject behind its comma.
function subjectBehind(scene: Scene, { theme, group, trigger }: Draft): Read<Owner> | null {
  const { page, sentence } = scene;
  if (theme !== null || group !== null || !page.pack.grammar.prepositions.has(lowerAt(page, sentence.from))) return null;
  const subject = scene.forces.find((mention) => mention.from >= trigger.to);
  if (subject === undefined || subject.value.kind !== "name" && subject.value.kind !== "actor" || lowerAt(page, subject.from - 1 - Number(page.pack.grammar.determiners.has(lowerAt(page, subject.from - 1)))) !== ",") return null;
  const owner = ownerIn(subject);
  return owner === null ? null : { value: owner, origin: implied(scene, "force/subject-behind", subject) };
}

// "MONUSCO, whose ceiling stands at 11,500", "soldiers, of whom 900 are there": what stands right before the relative.
function antecedent(scene: Scene, draft: Draft): Read<Owner> | null {
  const { page } = scene;
  for (let i = draft.clause.from; i <= Math.min(draft.clause.from + RELATIVE_DEPTH, draft.trigger.from); i++) {
    if (!opens(page, i, OPENS.clause) || page.pack.grammar.subordinators.at(page.tokens, i)?.value !== "relative" || page.pack.grammar.placeRelatives.has(lowerAt(page, i))) continue;
    const before = scene.forces.findLast((mention) => mention.to <= i && i - mention.to <= RELATIVE_GAP && mention.value.owner !== null);
    const owner = before === undefined ? null : ownerIn(before);
    return before === undefined || owner === null ? null : { value: owner, origin: known(scene, "force/antecedent", before) };
  }
  return null;
}
// "Of the majority of whom": how far into its clause a relative may stand, and how far behind what it means.
const RELATIVE_DEPTH = 4;
const RELATIVE_GAP = 12;

const isArm = (scene: Scene, mention: ForceMention): boolean => mention.value.owner === null && mention.value.definite && scene.page.pack.forces.arms.has(mention.value.word);

// "The army", "the navy": of the state that the text speaks of, not of the force it told about last.
function armOf(scene: Scene, mention: ForceMention, discourse: Discourse): Read<Owner> | null {
  const topic = discourse.topic();
  // "In Macedonia the army has pulled back": that of the place, where it opens the clause.
  const set = scene.places.find((place) => place.to <= mention.from && mention.from - place.to <= 2 && place.value.kind === "country");
  if (set?.value.name != null) return { value: ofState(set.value.name), origin: implied(scene, "force/arm-of-place", mention) };
  if (topic?.sort === "state") return { value: topic, origin: implied(scene, "force/arm-of-topic", mention) };
  const local = topic === null ? undefined : discourse.nameOf(discourse.lastCountry() ?? "");
  return local === undefined ? null : { value: ofState(local), origin: implied(scene, "force/arm-of-country", mention) };
}

// "the mission", "most of the troops in the operation".
function isMissions(scene: Scene, theme: ForceMention): boolean {
  const { forces, grammar } = scene.page.pack;
  if (theme.value.definite && forces.missionNouns.has(theme.value.word) || forces.missionTroops.has(theme.value.word)) return true;
  const behind = theme.value.head + 1;
  return grammar.prepositions.has(lowerAt(scene.page, behind)) && grammar.definite.has(lowerAt(scene.page, behind + 1)) && (forces.missionNouns.has(lowerAt(scene.page, behind + 2)) || forces.operations.has(lowerAt(scene.page, behind + 2)));
}

const NOBODY: ReadonlySet<string> = new Set();

// Troops that come to a country or leave it are seldom its own.
function statesLeft(scene: Scene, draft: Draft): ReadonlySet<string> {
  if (draft.kind !== "departure" && draft.kind !== "arrival") return new Set();
  const end = draft.kind === "departure" ? scene.page.pack.places.toward : scene.page.pack.places.away;
  return new Set(scene.places.filter((place) => place.value.kind === "country" && meets(place, draft.clause) && !leadsTo(scene, place, end)).flatMap((place) => place.value.name ?? []));
}

// "to the territory of Russia": home is where they go to.
function leadsTo(scene: Scene, place: TokenRange, words: ReadonlySet<string>): boolean {
  for (let i = place.from - 1; i >= place.from - 4; i--) if (words.has(lowerAt(scene.page, i))) return true;
  return false;
}

// A bare "troops" beside its state in the same clause: "Russia ... troops".
function clauseOwner(scene: Scene, draft: Draft): Read<Owner> | null {
  const near = scene.forces.findLast((mention) => mention.to <= draft.trigger.from && mention.from >= draft.clause.from && (mention.value.kind === "actor" && mention.rule !== LEADER || mention.value.kind === "name") && !isPrepositional(scene, mention) && !scene.places.some((place) => place.from < mention.from && mention.to <= place.to));
  const owner = near === undefined ? null : ownerIn(near);
  return near === undefined || owner === null ? null : { value: owner, origin: implied(scene, "force/clause-owner", near) };
}

// A minister's "the soldiers", a general's "most of the contingent" are his own country's.
function speakersTroops(scene: Scene, theme: ForceMention, saying: Saying | null, discourse: Discourse): Read<Owner> | null {
  const state = saying?.speaker?.state ?? null;
  if (state === null || !theme.value.definite || theme.value.kind !== "group" || pointsBack(scene, theme)) return null;
  const others = discourse.focusForce !== null && discourse.focusForce.name !== state && discourse.hasTroops(discourse.focusForce.name);
  if (!discourse.hasTroops(state) && others) return null;
  return { value: ofState(state), origin: implied(scene, "force/speakers-own", theme) };
}

// "On the Chinese side", "on Russia's side of the border".
function sideOf(scene: Scene, draft: Draft): Read<Owner> | null {
  const { page } = scene;
  for (let i = scene.sentence.from; i < draft.trigger.from; i++) {
    if (!page.pack.forces.sides.has(lowerAt(page, i))) continue;
    const end = page.pack.grammar.possessive.has(lowerAt(page, i - 1)) ? i - 2 : i - 1;
    const state = page.pack.states.adjectives.endingAt(page.tokens, end) ?? page.pack.states.names.endingAt(page.tokens, end);
    if (state !== null && page.tokens[state.from]?.capital === true) return { value: ofState(state.value.name), origin: { rule: "force/side", span: spanOf(page, { from: state.from, to: i + 1 }), status: "known" } };
  }
  return null;
}

// "Government troops", "army units": of the state, by what stands before the head.
function isGovernments(scene: Scene, theme: ForceMention): boolean {
  const { page, sentence } = scene;
  for (let i = theme.from; i < theme.value.head; i++) {
    // "Navy engineers" with a capital are those of the writer's own state.
    const isCommon = page.tokens[i]?.capital !== true || i === sentence.from;
    if (isCommon && page.pack.forces.governing.has(lowerAt(page, i)) && lowerAt(page, i - 1) !== "-") return true;
  }
  return false;
}

const isForeign = (scene: Scene, theme: ForceMention): boolean => {
  for (let i = theme.from; i < theme.to; i++) if (scene.page.pack.forces.outside.has(lowerAt(scene.page, i))) return true;
  return false;
};

// "Foreign troops" are never those of the country that they are in.
function outsiders(scene: Scene, theme: ForceMention, discourse: Discourse): Read<Owner> | null {
  const mission = missionOf(scene.page);
  if (mission !== null) return { value: { name: mission, sort: "mission", irregular: false, unitName: null }, origin: implied(scene, "force/outsiders", theme) };
  const last = [discourse.lastForce(false), discourse.focusForce].find((owner) => owner !== null && (owner.sort !== "state" || discourse.codeOf(owner.name) !== discourse.focusPlace?.country));
  if (last == null && theme.value.irregular) return { value: { name: `foreign ${theme.value.word}`, sort: "group", irregular: true, unitName: null }, origin: implied(scene, "force/outsiders", theme) };
  return last == null ? null : { value: last, origin: implied(scene, "force/outsiders", theme) };
}

// "these units", "this remaining group": the ones just spoken of, whoever speaks.
function pointsBack(scene: Scene, theme: ForceMention): boolean {
  for (let i = theme.from; i < theme.to; i++) if (scene.page.pack.grammar.demonstratives.has(lowerAt(scene.page, i))) return true;
  return false;
}

// "rebels" of a country that no name is known for: "Albanian rebels" by where they are.
function localRebels(scene: Scene, theme: ForceMention | null, discourse: Discourse): Read<Owner> | null {
  const last = discourse.lastForce(true);
  if (last !== null && (last.irregular || last.sort === "group")) return { value: last, origin: implied(scene, "force/anaphor", theme) };
  const band = discourse.band();
  if (band !== null) return { value: band, origin: implied(scene, "force/band", theme) };
  const country = discourse.countryBesides([]);
  const adjective = country === null ? undefined : scene.page.pack.states.adjectiveOf.get(country.name);
  if (adjective === undefined || theme === null || !scene.page.pack.forces.locals.has(theme.value.word)) return null;
  const word = scene.page.pack.forces.bands.get(theme.value.word) ?? theme.value.word;
  return { value: { name: `${adjective} ${word}`, sort: "group", irregular: true, unitName: null }, origin: implied(scene, "force/local-rebels", theme) };
}
