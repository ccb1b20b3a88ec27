import type { TokenRange } from "../text/sentences.ts";
import { tokenise } from "../text/tokens.ts";
import type { Owner as ForceOwner } from "./force-owner.ts";
import type { ForceMention } from "./forces.ts";
import type { Page } from "./page.ts";
import { among, holdersOf, lowerAt } from "./page.ts";
import { openingsOf } from "./openings.ts";
import type { PlaceMention, PlaceValue } from "./places.ts";
import { placesOf } from "./places.ts";

export interface Owner extends ForceOwner {
  irregular: boolean;
  unitName: string | null;
}

/** Whose a mention says the force is; null where only context can tell. */
export const ownerIn = ({ value }: ForceMention): Owner | null =>
  value.owner === null || value.sort === null ? null : { name: value.owner, sort: value.sort, irregular: value.irregular, unitName: null };

/** A state's own regular force. */
export const ofState = (name: string): Owner => ({ name, sort: "state", irregular: false, unitName: null });

export interface Site {
  name: string;
  country: string | null;
  kind: PlaceValue["kind"];
}

const HEADLINE_WEIGHT = 3;
const GROUP_WEIGHT = 4;
const HOME_WEIGHT = 0.6;
// A force that is named in passing does not take the place of the one at home.
const TWICE_NAMED = 2 * GROUP_WEIGHT;

function weightOf(page: Page, range: TokenRange): number {
  const paragraph = page.paragraphs[page.paragraphAt[range.from] ?? 0];
  return paragraph?.part === "headline" || paragraph?.part === "standfirst" ? HEADLINE_WEIGHT : 1;
}

/** An owner, and how much of the text is about its forces. */
interface Ranked {
  score: number;
  owner: Owner;
}

/** Whose forces a text is about, most of all first. */
export function rankForces(page: Page, forces: readonly ForceMention[]): Ranked[] {
  const scores = new Map<string, Ranked>();
  for (const mention of forces) {
    const owner = ownerIn(mention);
    if (owner === null || mention.value.kind === "pronoun") continue;
    const entry = scores.get(owner.name) ?? { score: 0, owner };
    // "In Iraq", "to Kuwait": where something is, and nobody's force.
    if (mention.value.kind === "actor" && page.pack.places.locatives.has(lowerAt(page, mention.from - 1)) && !page.pack.grammar.agent.has(lowerAt(page, mention.from - 1)) && owner.sort === "state") continue;
    if (inDateline(page, mention.to)) continue;
    entry.score += weightOf(page, mention) * (mention.value.kind === "group" ? GROUP_WEIGHT : mention.value.kind === "name" && owner.sort !== "state" ? 2 : 0.5);
    scores.set(owner.name, entry);
  }
  return [...scores.values()].toSorted((a, b) => b.score - a.score);
}

/**
 * The same once it is known where the text is set: troops abroad make the news rather than those at home.
 *
 * @param home  ISO code of the country that the text is about, or null
 */
export function abroadFirst(page: Page, ranked: readonly Ranked[], home: string | null): Owner[] {
  const local = home === null ? undefined : ranked.find(({ owner }) => owner.sort === "state" && page.pack.states.codeOf.get(owner.name) === home);
  if (local === undefined || !ranked.some((entry) => entry !== local && entry.score >= TWICE_NAMED)) return ranked.map(({ owner }) => owner);
  const weighed = ({ score, owner }: Ranked): number => (owner === local.owner ? score * HOME_WEIGHT : score);
  return ranked.toSorted((a, b) => weighed(b) - weighed(a)).map(({ owner }) => owner);
}

/** Where a text is set, most of all first; a country stands for the places in it. */
export function rankPlaces(page: Page, places: readonly PlaceMention[], forces: readonly ForceMention[], force: Owner | null): Site[] {
  const scores = new Map<string, { score: number; site: Site; sentence: number; most: number; filed?: boolean }>();
  for (const { value } of titlePlaces(page)) {
    if (value.name === null || value.country === null || value.kind === "border") continue;
    const entry = scores.get(value.country) ?? { score: 0, site: { name: value.name, country: value.country, kind: value.kind }, sentence: -1, most: 0 };
    entry.score += HEADLINE_WEIGHT * (force !== null && page.pack.states.nameOf.get(value.country) === force.name ? 0.25 : 1);
    scores.set(value.country, entry);
  }
  const military = page.sentences.map((sentence) => among(forces, sentence).some((mention) => mention.value.kind === "group" && mention.value.strong));
  const groupAt = holdersOf(page.tokens.length, forces.filter((mention) => mention.value.kind === "group"));
  const inGroup = (i: number): boolean => (groupAt[i] ?? -1) >= 0;
  let at = 0;
  for (const { value, from, to } of places) {
    while (at < page.sentences.length - 1 && (page.sentences[at]?.to ?? 0) <= from) at++;
    if (value.name === null || value.kind === "anaphor" || value.kind === "border") continue;
    // A state's name in front of its own force says whose it is, not where.
    if (inGroup(from) && inGroup(to - 1)) continue;
    const key = value.country ?? value.name;
    const entry = scores.get(key) ?? { score: 0, site: { name: value.name, country: value.country, kind: value.kind }, sentence: -1, most: 0 };
    if (value.kind === "water" || value.kind === "world") continue;
    const own = force !== null && (value.name === force.name || inDateline(page, to) && page.pack.states.nameOf.get(value.country ?? "") === force.name) ? 0.25 : 1;
    const located = inDateline(page, to) ? DATELINE_WEIGHT : locationWeight(page, from, value.kind) * (military[at] === true ? 2 : 1);
    // "Off Split, in Croatia": however often a sentence names a country, it is one sentence.
    const weight = weightOf(page, { from, to }) * own * located;
    const already = entry.sentence === at ? entry.most : 0;
    entry.score += Math.max(0, weight - already);
    [entry.sentence, entry.most] = [at, Math.max(weight, already)];
    // A report filed at home is about where the force is in that country, not about its capital.
    const filed = own < 1 && inDateline(page, to);
    if (entry.filed === true && !filed) entry.site = { name: value.name, country: value.country, kind: value.kind };
    entry.filed = filed && (entry.filed ?? entry.score === 0);
    if (value.kind === "country" && entry.site.kind !== "country") entry.site = { name: value.name, country: value.country, kind: value.kind };
    scores.set(key, entry);
  }
  return [...scores.values()].toSorted((a, b) => Number(a.site.country === null) - Number(b.site.country === null) || b.score - a.score).map((entry) => entry.site);
}

// A title that the text does not repeat is read by itself, unless a dateline says where it was filed.
function titlePlaces(page: Page): PlaceMention[] {
  const { title } = page.document;
  if (title === null || title.length > TITLE_MAX || page.paragraphs.some(({ part, dateline }) => part === "headline" || dateline !== null)) return [];
  const tokens = tokenise(title, { start: 0, end: title.length }, page.pack.tokens, []);
  return placesOf({ ...page, text: title, tokens, opens: openingsOf(tokens, page.pack) }, []);
}
const TITLE_MAX = 300;

const inDateline = (page: Page, to: number): boolean => to <= (page.paragraphs[page.paragraphAt[to - 1] ?? 0]?.dateline?.to ?? 0);
// A report is about where it was filed more often than not, unless that is where the force is at home.
const DATELINE_WEIGHT = 3;

// "In France" is a place, "France said" an actor.
function locationWeight(page: Page, from: number, kind: PlaceValue["kind"]): number {
  const before = lowerAt(page, from - 1);
  if (page.pack.places.away.has(before)) return 1;
  if (page.pack.places.locatives.has(before) || page.pack.places.toward.has(before)) return 2;
  return kind === "country" ? ACTOR_WEIGHT : 1;
}
const ACTOR_WEIGHT = 0.25;

/** "Kiev –": where "here" is. */
export function datelinePlace(page: Page, places: readonly PlaceMention[]): Site | null {
  for (const paragraph of page.paragraphs) {
    const dateline = paragraph.dateline;
    if (dateline === null) continue;
    const place = places.find((mention) => mention.from >= dateline.from && mention.to <= dateline.to && mention.value.name !== null);
    if (place?.value.name != null) return { name: place.value.name, country: place.value.country, kind: place.value.kind };
  }
  return null;
}
