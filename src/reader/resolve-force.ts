import type { Derivation } from "../claims/index.ts";
import type { Discourse, Owner } from "./discourse.ts";
import type { Draft, Scene } from "./drafts.ts";
import type { ForceMention } from "./forces.ts";
import { lowerAt, spanOf } from "./page.ts";
import type { Saying } from "./saying.ts";

/** A value with where it was read and by which rule. */
export interface Read<T> {
  value: T;
  origin: Derivation;
}

const known = (scene: Scene, rule: string, mention: ForceMention | null): Derivation => ({ rule, span: mention === null ? null : spanOf(scene.page, mention), status: "known" });
const implied = (scene: Scene, rule: string, mention: ForceMention | null): Derivation => ({ rule, span: mention === null ? null : spanOf(scene.page, mention), status: "implied" });

/** Whose force a draft is about: by its own words, its mover, its possessor, the speaker, or what went before. */
export function resolveForce(scene: Scene, draft: Draft, saying: Saying | null, discourse: Discourse): Read<Owner> | null {
  const { theme } = draft;
  if (theme !== null && theme.value.owner !== null) {
    const { owner, state, irregular, unitName, kind } = theme.value;
    return { value: { name: owner, state, irregular, unitName }, origin: known(scene, kind === "actor" ? "force/actor" : theme.rule, theme) };
  }
  const first = theme !== null && theme.value.possessive === "first";
  if (first) return speakersOwn(scene, theme, saying, discourse);
  if (draft.agent?.value.possessive === "first" && draft.agent.value.kind === "pronoun") return speakersOwn(scene, draft.agent, saying, discourse);
  const it = draft.agent !== null && draft.agent.value.kind === "pronoun" && draft.agent.value.owner === null ? pronounAgent(scene, draft.agent, discourse) : null;
  if (it !== null && theme?.value.irregular !== true) return it;
  const agent = agentOwner(draft.agent);
  if (agent !== null && theme?.value.irregular !== true) return { value: agent, origin: known(scene, "force/agent", draft.agent) };
  const possessor = theme !== null && theme.value.possessive === "third" && theme.value.kind !== "pronoun" ? possessorBefore(scene, theme, discourse) : null;
  if (possessor !== null) return possessor;
  return anaphor(scene, draft, theme, saying, discourse);
}

// "France said it was sending 1,000": the actor named before the pronoun, else the topic of the sentence before.
function pronounAgent(scene: Scene, agent: ForceMention, discourse: Discourse): Read<Owner> | null {
  const before = scene.forces.find((mention) => mention.to <= agent.from && mention.value.owner !== null && !inPhrase(scene, mention));
  if (before !== undefined && before.value.owner !== null) return { value: { name: before.value.owner, state: before.value.state, irregular: before.value.irregular, unitName: null }, origin: known(scene, "force/pronoun-agent", before) };
  const topic = discourse.topic();
  return topic === null ? null : { value: topic, origin: implied(scene, "force/pronoun-agent", agent) };
}

function agentOwner(agent: ForceMention | null): Owner | null {
  if (agent === null || agent.value.owner === null) return null;
  return { name: agent.value.owner, state: agent.value.state, irregular: agent.value.irregular, unitName: null };
}

// "our troops", "we": the speaker's own state, or the force that the text is about.
function speakersOwn(scene: Scene, theme: ForceMention, saying: Saying | null, discourse: Discourse): Read<Owner> | null {
  const state = saying?.speaker?.state ?? null;
  if (state !== null) return { value: { name: state, state: true, irregular: false, unitName: null }, origin: implied(scene, "force/speaker", theme) };
  const last = discourse.focusForce;
  return last === null ? null : { value: last, origin: implied(scene, "force/speaker-unknown", theme) };
}

// "Italy currently has only 60 of its troops": the nearest owner before the possessive.
function possessorBefore(scene: Scene, theme: ForceMention, discourse: Discourse): Read<Owner> | null {
  const before = scene.forces.findLast((mention) => mention.to <= theme.from && mention.value.owner !== null);
  if (before === undefined || before.value.owner === null) {
    const topic = discourse.topic();
    return topic === null ? null : { value: topic, origin: implied(scene, "force/possessor-before", theme) };
  }
  return { value: { name: before.value.owner, state: before.value.state, irregular: before.value.irregular, unitName: null }, origin: known(scene, "force/possessor", before) };
}

function anaphor(scene: Scene, draft: Draft, theme: ForceMention | null, saying: Saying | null, discourse: Discourse): Read<Owner> | null {
  const irregular = theme === null || theme.value.kind === "pronoun" ? null : theme.value.irregular;
  if (irregular === true) {
    const named = localRebels(scene, theme, discourse);
    if (named !== null) return named;
  }
  // A bare "troops" beside its state in the same clause: "Russia ... troops".
  const near = scene.forces.findLast((mention) => mention.to <= draft.trigger.from && mention.from >= draft.clause.from && mention.value.owner !== null && (mention.value.kind === "actor" || mention.value.kind === "name") && !inPhrase(scene, mention));
  if (near !== undefined && near.value.owner !== null && irregular !== true && theme?.value.kind !== "pronoun") {
    return { value: { name: near.value.owner, state: near.value.state, irregular: near.value.irregular, unitName: null }, origin: implied(scene, "force/clause-owner", near) };
  }
  // A minister's "the soldiers", a general's "most of the contingent" are his own country's.
  const state = saying?.speaker?.state ?? null;
  if (theme !== null && theme.value.definite && irregular !== true && theme.value.kind === "group" && !pointsBack(scene, theme) && state !== null && (discourse.hasTroops(state) || discourse.focusForce === null || discourse.focusForce.name === state)) return { value: { name: state, state: true, irregular: false, unitName: null }, origin: implied(scene, "force/speakers-own", theme) };
  // "The army", "the navy": of the state the text speaks of, not of the force it told about last.
  const arm = theme !== null && scene.page.pack.forces.arms.has(theme.value.word) && theme.value.definite;
  const topic = discourse.topic();
  if (arm && topic !== null && topic.state) return { value: topic, origin: implied(scene, "force/arm-of-topic", theme) };
  const far = scene.index - discourse.lastSentence() > 2 && theme?.value.kind === "group" && irregular !== true;
  const last = (far ? discourse.focusForce : null) ?? discourse.lastForce(irregular);
  return last === null ? null : { value: last, origin: implied(scene, theme?.value.kind === "pronoun" ? "force/pronoun" : "force/anaphor", theme) };
}

// "these units", "this remaining group": the ones just spoken of, whoever speaks.
function pointsBack(scene: Scene, theme: ForceMention): boolean {
  for (let i = theme.from; i < theme.to; i++) if (scene.page.pack.grammar.demonstratives.has(lowerAt(scene.page, i))) return true;
  return false;
}

const inPhrase = (scene: Scene, mention: ForceMention): boolean => scene.page.pack.grammar.prepositions.has(lowerAt(scene.page, mention.from - 1));

// "rebels" of a country that no name is known for: "Albanian rebels" by where they are.
function localRebels(scene: Scene, theme: ForceMention | null, discourse: Discourse): Read<Owner> | null {
  const last = discourse.lastForce(true);
  if (last !== null && (last.irregular || !last.state)) return { value: last, origin: implied(scene, "force/anaphor", theme) };
  const band = discourse.band();
  if (band !== null) return { value: band, origin: implied(scene, "force/band", theme) };
  const country = discourse.countryBesides([]);
  const adjective = country === null ? undefined : scene.page.pack.states.adjectiveOf.get(country.name);
  if (adjective === undefined || theme === null || !scene.page.pack.forces.locals.has(theme.value.word)) return null;
  return { value: { name: `${adjective} ${theme.value.word}`, state: false, irregular: true, unitName: null }, origin: implied(scene, "force/local-rebels", theme) };
}
