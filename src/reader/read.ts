import type { Claim, Document } from "../claims/index.ts";
import { parseDay } from "../claims/index.ts";
import type { LanguagePack } from "../lang/pack.ts";
import type { TokenRange } from "../text/sentences.ts";
import { assessments } from "./assessments.ts";
import { assemble } from "./assemble.ts";
import { sayingsOf } from "./attributions.ts";
import type { Saying } from "./saying.ts";
import { clausesOf } from "./clauses.ts";
import type { Owner, Site } from "./focus.ts";
import { denials } from "./denials.ts";
import { Discourse } from "./discourse.ts";
import { ownerIn } from "./focus.ts";
import type { Draft, Scene } from "./drafts.ts";
import { forcesOf } from "./forces.ts";
import { passesGate } from "./gate.ts";
import { nounEvents } from "./noun-events.ts";
import type { Page } from "./page.ts";
import { among, endOf, lowerAt, meets, spanOf, startOf } from "./page.ts";
import { openPage } from "./parts.ts";
import { placesOf } from "./places.ts";
import { quantitiesOf } from "./quantities.ts";
import type { Layers, Loser, Reading } from "./reading.ts";
import { NO_LAYERS, READER_VERSION } from "./reading.ts";
import { applyClauseScope } from "./scope.ts";
import { settle } from "./settle.ts";
import { hasCasualties, strengths } from "./strengths.ts";
import { timesOf } from "./times.ts";
import { SpeechDays } from "./resolve-time.ts";
import { verbEvents } from "./verb-events.ts";

export interface ReadOptions {
  /** `YYYY-MM-DD`: the latest day a text without a publication date can be from. */
  today?: string;
}

/**
 * Reads one document, unless the gate stops it: then the reading is empty, and says so.
 * Pure: the same document, pack and options give the same reading.
 */
export function read(document: Document, pack: LanguagePack, options: ReadOptions = {}): Reading {
  return passesGate(document.text, pack) ? readWhole(document, pack, options) : { document, reader: readerOf(pack), gated: true, claims: [], losers: [], layers: NO_LAYERS };
}

const readerOf = (pack: LanguagePack): string => `muster/${READER_VERSION} ${pack.code}/${pack.version}`;

/** Reads one document whatever the gate says: a cascade of passes over its text, each adding to what the earlier ones found. */
export function readWhole(document: Document, pack: LanguagePack, options: ReadOptions = {}): Reading {
  const page = openPage(document, pack);
  const times = timesOf(page, options.today === undefined ? null : parseDay(options.today));
  const quantities = quantitiesOf(page, times);
  const places = placesOf(page, times);
  const forces = forcesOf(page, quantities, times);
  const sayings = sayingsOf(page, times);
  const bySentence = groupBySentence(sayings);
  const discourse = new Discourse(page, forces, places);
  const days = new SpeechDays();
  const reader = readerOf(pack);
  const claims: Claim[] = [];
  const losers: Loser[][] = [];
  page.sentences.forEach((sentence, index) => {
    if (sentence.part === "byline" || sentence.part === "furniture" || sentence.part === "correction") return;
    const own = bySentence.get(index) ?? [];
    const scene: Scene = {
      page, index, sentence, clauses: clausesOf(page, sentence, own), forces: among(forces, sentence), places: among(places, sentence),
      quantities: among(quantities, sentence), times: among(times, sentence), sayings: own, military: index - discourse.lastSentence() <= 1 && discourse.lastSentence() >= 0, move: discourse.moveBefore(index),
    };
    // A question claims nothing, but what it asks about is spoken of.
    const opener = openerOf(scene);
    if (isQuestion(page, sentence)) {
      if (opener !== null) discourse.noteOpener(opener, index, sentence.paragraph + Number(page.sentences[index + 1]?.paragraph !== sentence.paragraph));
      discourse.noteNamed(lastNamedOf(scene));
      return;
    }
    for (const saying of own) days.day(scene, saying);
    if (opener !== null) discourse.noteOpener(opener, index, sentence.paragraph);
    const found = claimsOf(scene, discourse, days, reader);
    discourse.noteTopic(topicOf(scene));
    discourse.noteNamed(lastNamedOf(scene));
    for (const { claim, losers: lost } of found) {
      claims.push(claim);
      losers.push(lost);
    }
  });
  let layers: Layers | null = null;
  return {
    document, reader, gated: false, claims, losers,
    // Few ask for them, and they are long to write out.
    get layers() {
      return (layers ??= layersOf(page, { times, quantities, places, forces, sayings }));
    },
  };
}

function claimsOf(scene: Scene, discourse: Discourse, days: SpeechDays, reader: string): { claim: Claim; losers: Loser[] }[] {
  const verbs = verbEvents(scene);
  const events = [...verbs, ...nounEvents(scene, verbs)];
  events.push(...strengths(scene, events));
  const living = events.filter((event) => !tellsOfDead(scene, event) && !isDemanded(scene, event));
  for (const event of living) applyClauseScope(scene, event);
  const { kept, lost } = settle([...living, ...assessments(scene, living)]);
  if (kept.length === 0) kept.push(...denials(scene, discourse.told));
  const last = kept.at(-1);
  if (last !== undefined) discourse.told = { draft: last, sentence: scene.index };
  return distinct(kept.flatMap((draft) =>
    assemble(scene, draft, discourse, days, reader).map(({ claim, losers }) => ({
      claim,
      losers: [...losers, ...(lost.get(draft) ?? []).map(({ draft: other, why }): Loser => ({ field: "kind", rule: other.rule, span: spanOf(scene.page, other.trigger), value: other.kind, lostTo: draft.rule, why }))],
    })),
  ));
}

// "French soldiers and aircraft are stationed there": where neither is counted, both are one claim in the same words.
function distinct<T extends { claim: Claim }>(read: readonly T[]): T[] {
  if (read.length < 2) return [...read];
  const seen = new Set<string>();
  return read.filter(({ claim: { kind, force, place, polarity, reality, direction, quantity, evidence } }) => {
    if (quantity !== null) return true;
    const key = JSON.stringify([kind, force, place, polarity, reality, direction, evidence.start, evidence.end]);
    return !seen.has(key) && seen.add(key);
  });
}

// "Indonesia has asked that all foreign troops leave", "its demand that they go": what somebody wants has not happened.
function isDemanded({ page, sentence }: Scene, { trigger, group }: Draft): boolean {
  if (group === null) return false;
  for (let i = group.from - 1; i >= Math.max(sentence.from + 1, group.from - DEMAND_REACH); i--) {
    if (!page.pack.sources.that.has(lowerAt(page, i))) continue;
    const { controls, controlNouns } = page.pack.events;
    return trigger.from > i && (controls.endingAt(page.tokens, i - 1, sentence.from, 3)?.value.control.drop === true || controlNouns.endingAt(page.tokens, i - 1, sentence.from, 3)?.value.drop === true);
  }
  return false;
}
const DEMAND_REACH = 14;

// "killed 12 soldiers", "12 of them died"; but "withdrew its 51 soldiers to save a kidnapped driver": words of loss count by the amount.
function tellsOfDead(scene: Scene, { kind, quantity, clause }: Draft): boolean {
  if (kind === "change") return hasCasualties(scene, clause);
  if (quantity === null) return false;
  const end = Math.max(quantity.to, (quantity.value.head ?? 0) + 1);
  return hasCasualties(scene, { from: Math.max(clause.from, quantity.from - LOSS_REACH), to: Math.min(clause.to, end + LOSS_REACH) });
}
const LOSS_REACH = 6;

// The first owner that a sentence names outside prepositional phrases and sources.
function topicOf(scene: Scene): Owner | null {
  const { page } = scene;
  const first = scene.forces.find((mention) => mention.value.owner !== null && mention.value.kind !== "people" && !page.pack.grammar.prepositions.has(lowerAt(page, mention.from - 1)));
  return first === undefined ? null : ownerIn(first);
}

// The state or force that the first sentence of a paragraph begins with, or that a question asks about.
function openerOf(scene: Scene): Owner | null {
  const { page, sentence, index } = scene;
  const isFirst = page.sentences[index - 1]?.paragraph !== sentence.paragraph;
  const reach = isQuestion(page, sentence) ? sentence.to : isFirst ? sentence.from + OPENER_REACH : 0;
  const first = scene.forces.find((mention) => mention.from < reach && mention.value.owner !== null && (mention.value.kind === "actor" || mention.value.kind === "name"));
  if (first === undefined || page.pack.grammar.prepositions.has(lowerAt(page, first.from - 1)) || page.pack.grammar.possessive.has(lowerAt(page, first.to))) return null;
  // Who vouches for a number is seldom whose force is counted.
  return scene.sayings.some(({ speaker }) => speaker !== null && meets(speaker.range, first)) ? null : ownerIn(first);
}
const OPENER_REACH = 2;

function lastNamedOf(scene: Scene): Site | null {
  const { page, places, forces, sayings } = scene;
  const { grammar } = page.pack;
  const last = places.findLast((place) => {
    if (place.value.name === null || place.value.kind === "border" || place.value.kind === "anaphor") return false;
    const before = lowerAt(page, place.from - 1);
    // "Romania wants to send 100, after information from Bucharest": who acts and where word comes from is not "there".
    if (page.pack.places.away.has(before) || !grammar.prepositions.has(before) && forces.some((mention) => mention.value.kind === "actor" && meets(mention, place))) return false;
    return !sayings.some((saying) => saying.speaker !== null && meets(saying.speaker.range, place));
  });
  return last?.value.name == null ? null : { name: last.value.name, country: last.value.country, kind: last.value.kind };
}

function isQuestion(page: Page, sentence: TokenRange): boolean {
  for (let i = sentence.to - 1; i >= Math.max(sentence.from, sentence.to - 2); i--) if (page.tokens[i]?.lower === "?") return true;
  return false;
}

function groupBySentence(sayings: readonly Saying[]): Map<number, Saying[]> {
  const groups = new Map<number, Saying[]>();
  for (const saying of sayings) groups.set(saying.sentence, [...(groups.get(saying.sentence) ?? []), saying]);
  return groups;
}

interface Found {
  times: ReturnType<typeof timesOf>;
  quantities: ReturnType<typeof quantitiesOf>;
  places: ReturnType<typeof placesOf>;
  forces: ReturnType<typeof forcesOf>;
  sayings: readonly Saying[];
}

function layersOf(page: Page, { times, quantities, places, forces, sayings }: Found): Layers {
  return {
    parts: page.paragraphs.map((paragraph) => ({ start: startOf(page, paragraph), end: endOf(page, paragraph), part: paragraph.part })),
    sentences: page.sentences.map((sentence) => spanOf(page, sentence)),
    quotations: page.quotations.map((quotation) => spanOf(page, quotation)),
    attributions: sayings.map(({ speaker, cue, content }) => ({ source: speaker === null ? null : spanOf(page, speaker.range), cue: cue === null ? null : spanOf(page, cue), content: content.map((range) => spanOf(page, range)) })),
    times: times.map((time) => ({ start: startOf(page, time), end: endOf(page, time), value: time.value.past })),
    quantities: quantities.map((quantity) => {
      const span = spanOf(page, quantity);
      return { ...span, value: { ...quantity.value.bounds, unit: quantity.value.unit ?? "personnel", words: page.text.slice(span.start, span.end) } };
    }),
    forces: forces.filter((force) => force.value.kind !== "pronoun").map((force) => ({ start: startOf(page, force), end: endOf(page, force), value: force.value.owner })),
    places: places.map((place) => ({ start: startOf(page, place), end: endOf(page, place), value: place.value.name })),
  };
}
