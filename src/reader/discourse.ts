import type { TokenRange } from "../text/sentences.ts";
import type { Owner as ForceOwner } from "./force-owner.ts";
import type { ForceMention } from "./forces.ts";
import type { Page } from "./page.ts";
import { among, holdersOf, lowerAt } from "./page.ts";
import type { PlaceMention, PlaceValue } from "./places.ts";

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

/** What the text has been about so far: the forces and places that pronouns, "there" and bare nouns fall back on. */
export class Discourse {
  readonly focusForce: Owner | null;
  readonly focusPlace: Site | null;
  readonly #rankedPlaces: readonly Site[];
  readonly home: Site | null;
  #topic: Owner | null = null;
  #named: Site[] = [];
  readonly #band: Owner | null;
  readonly #owners: ReadonlySet<string | null>;
  readonly #rankedForces: readonly Owner[];
  readonly #missions: readonly ForceMention[];
  #forces: { owner: Owner; sentence: number }[] = [];
  #places: { site: Site; owner: string | null; sentence: number }[] = [];

  readonly #page: Page;

  constructor(page: Page, forces: readonly ForceMention[], places: readonly PlaceMention[]) {
    this.#page = page;
    const band = forces.find((mention) => (mention.value.kind === "name" || mention.value.kind === "group") && mention.value.sort === "group")?.value.owner ?? null;
    this.#band = band === null ? null : { name: band, sort: "group", irregular: true, unitName: null };
    this.#owners = new Set(forces.filter((mention) => mention.value.kind === "group").map((mention) => mention.value.owner));
    this.#missions = forces.filter((mention) => mention.value.sort === "mission");
    this.#rankedForces = rankForces(page, forces);
    this.home = datelinePlace(page, places);
    const first = this.#rankedForces[0] ?? null;
    this.#rankedPlaces = rankPlaces(page, places, forces, first);
    this.focusPlace = this.#rankedPlaces[0] ?? null;
    // An alliance that is only spoken of ("the NATO summit") has no troops in the text: those are the country's own.
    const idle = first?.sort === "mission" && !forces.some((mention) => mention.value.owner === first.name && mention.value.kind !== "actor");
    const home = idle && this.focusPlace?.country != null ? page.pack.states.nameOf.get(this.focusPlace.country) : undefined;
    this.focusForce = home === undefined ? first : ofState(home);
  }

  /** The first state or force that a sentence names as an actor: what "it", "its" and "the army" of the next one mean. */
  noteTopic(owner: Owner | null): void {
    this.#topic = owner ?? this.#topic;
  }

  /** The armed group that the text names first: whose "the mercenaries" are while no claim has told. */
  band(): Owner | null {
    return this.#band;
  }

  /** The last place that the text has named, whatever it said of it. */
  noteNamed(site: Site | null): void {
    if (site !== null) this.#named.push(site);
  }

  /** The last place named, other than the state whose force is there. */
  lastNamed(owner: string | null): Site | null {
    return this.#named.findLast((site) => site.kind !== "country" || site.name !== owner) ?? this.#named.at(-1) ?? null;
  }

  /** Whether the text speaks of that state's own troops anywhere. */
  hasTroops(state: string): boolean {
    return this.#owners.has(state);
  }

  topic(): Owner | null {
    return this.#topic;
  }

  noteForce(owner: Owner, sentence: number): void {
    this.#forces.push({ owner, sentence });
  }

  /** @param owner whose force was said to be there */
  notePlace(site: Site, owner: string | null, sentence: number): void {
    this.#places.push({ site, owner, sentence });
  }

  /** Where that force was last said to be, however long ago. */
  lastPlaceOf(owner: string | null): Site | null {
    return this.#places.findLast((entry) => entry.owner === owner)?.site ?? null;
  }

  /** The force last spoken of, of the same sort where that is known; else the one the text is about. */
  lastForce(irregular: boolean | null, barred: ReadonlySet<string> = NONE): Owner | null {
    const open = (owner: Owner): boolean => !barred.has(owner.name);
    const fits = (owner: Owner): boolean => open(owner) && (irregular === null || (irregular ? owner.irregular || owner.sort === "group" : !owner.irregular && owner.sort !== "group"));
    const spoken = this.#forces.map((entry) => entry.owner);
    const focus = this.focusForce !== null && fits(this.focusForce) ? this.focusForce : null;
    return spoken.findLast(fits) ?? focus ?? spoken.findLast(open) ?? this.#rankedForces.find(open) ?? null;
  }

  /** The mission or alliance named last before a token, missions first: what "the mission" means there. */
  missionBefore(token: number): Owner | null {
    const before = this.#missions.filter((mention) => mention.to <= token);
    const last = before.findLast((mention) => !mention.value.civil) ?? before.at(-1);
    return last === undefined ? null : ownerIn(last);
  }

  /** Sentence of the last claim, or -1: pronouns do not reach far. */
  lastSentence(): number {
    return this.#forces.at(-1)?.sentence ?? -1;
  }

  /** Where that force was last said to be, if that was not long ago. */
  placeOf(owner: string | null, sentence: number): Site | null {
    return this.#places.findLast((entry) => entry.owner === owner && sentence - entry.sentence <= PLACE_REACH)?.site ?? null;
  }

  nameOf(code: string): string | undefined {
    return this.#page.pack.states.nameOf.get(code);
  }

  codeOf(name: string): string | null {
    return this.#page.pack.states.codeOf.get(name) ?? null;
  }

  /** The state that the text is most about, other than those. */
  countryBesides(names: readonly string[]): Site | null {
    for (const { country } of this.#rankedPlaces) {
      const name = country === null ? undefined : this.nameOf(country);
      if (name !== undefined && !names.includes(name)) return { name, country, kind: "country" };
    }
    return null;
  }

  lastPlace(): Site | null {
    return this.#places.at(-1)?.site ?? this.focusPlace;
  }

  /** The country last spoken of, or that of the last place. */
  lastCountry(): string | null {
    return this.#places.findLast((entry) => entry.site.country !== null)?.site.country ?? this.focusPlace?.country ?? null;
  }

  lastOfKind(kinds: readonly PlaceValue["kind"][]): Site | null {
    return this.#places.findLast((entry) => kinds.includes(entry.site.kind))?.site ?? (this.focusPlace !== null && kinds.includes(this.focusPlace.kind) ? this.focusPlace : null);
  }
}

const NONE: ReadonlySet<string> = new Set();
// How many sentences a place is remembered for a force that is spoken of again.
const PLACE_REACH = 3;
const HEADLINE_WEIGHT = 3;

function weightOf(page: Page, range: TokenRange): number {
  const paragraph = page.paragraphs[page.paragraphAt[range.from] ?? 0];
  if (paragraph?.dateline != null && range.to <= paragraph.dateline.to) return 0;
  return paragraph?.part === "headline" || paragraph?.part === "standfirst" ? HEADLINE_WEIGHT : 1;
}

function rankForces(page: Page, forces: readonly ForceMention[]): Owner[] {
  const scores = new Map<string, { score: number; owner: Owner }>();
  for (const mention of forces) {
    const owner = ownerIn(mention);
    if (owner === null || mention.value.kind === "pronoun") continue;
    const entry = scores.get(owner.name) ?? { score: 0, owner };
    entry.score += weightOf(page, mention) * (mention.value.kind === "group" ? 4 : mention.value.kind === "name" && owner.sort !== "state" ? 2 : 0.5);
    scores.set(owner.name, entry);
  }
  return [...scores.values()].toSorted((a, b) => b.score - a.score).map((entry) => entry.owner);
}

function rankPlaces(page: Page, places: readonly PlaceMention[], forces: readonly ForceMention[], force: Owner | null): Site[] {
  const scores = new Map<string, { score: number; site: Site }>();
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
    const entry = scores.get(key) ?? { score: 0, site: { name: value.name, country: value.country, kind: value.kind } };
    if (value.kind === "water" || value.kind === "world") continue;
    const own = force !== null && value.name === force.name ? 0.25 : 1;
    const located = locationWeight(page, from, value.kind);
    entry.score += weightOf(page, { from, to }) * own * located * (military[at] === true ? 2 : 1);
    if (value.kind === "country" && entry.site.kind !== "country") entry.site = { name: value.name, country: value.country, kind: value.kind };
    scores.set(key, entry);
  }
  return [...scores.values()].toSorted((a, b) => Number(a.site.country === null) - Number(b.site.country === null) || b.score - a.score).map((entry) => entry.site);
}

// "In France" is a place, "France said" an actor.
function locationWeight(page: Page, from: number, kind: PlaceValue["kind"]): number {
  const before = lowerAt(page, from - 1);
  if (page.pack.places.locatives.has(before) || page.pack.places.toward.has(before) || page.pack.places.away.has(before)) return 2;
  return kind === "country" ? ACTOR_WEIGHT : 1;
}
const ACTOR_WEIGHT = 0.25;

// "Kiev –": where "here" is.
function datelinePlace(page: Page, places: readonly PlaceMention[]): Site | null {
  for (const paragraph of page.paragraphs) {
    const dateline = paragraph.dateline;
    if (dateline === null) continue;
    const place = places.find((mention) => mention.from >= dateline.from && mention.to <= dateline.to && mention.value.name !== null);
    if (place?.value.name != null) return { name: place.value.name, country: place.value.country, kind: place.value.kind };
  }
  return null;
}
