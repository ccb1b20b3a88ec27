import type { Kind } from "../claims/index.ts";
import type { Told } from "./denials.ts";
import type { Owner, Site } from "./focus.ts";
import { abroadFirst, datelinePlace, ofState, ownerIn, rankForces, rankPlaces } from "./focus.ts";
import type { ForceMention } from "./forces.ts";
import type { Page } from "./page.ts";
import type { PlaceMention, PlaceValue } from "./places.ts";

/** What the text has been about so far: the forces and places that pronouns, "there" and bare nouns fall back on. */
export class Discourse {
  readonly focusForce: Owner | null;
  readonly focusPlace: Site | null;
  readonly #rankedPlaces: readonly Site[];
  readonly home: Site | null;
  #topic: Owner | null = null;
  #opener: { owner: Owner; sentence: number; paragraph: number } | null = null;
  #named: Site[] = [];
  readonly #band: Owner | null;
  readonly #owners: ReadonlySet<string | null>;
  readonly #byWord = new Map<string, Owner | null>();
  readonly #rankedForces: readonly Owner[];
  readonly #missions: readonly ForceMention[];
  #forces: { owner: Owner; sentence: number }[] = [];
  #places: { site: Site; owner: string | null; sentence: number }[] = [];

  #move: { kind: Kind; sentence: number } | null = null;
  /** What was claimed last. */
  told: Told | null = null;

  readonly #page: Page;

  constructor(page: Page, forces: readonly ForceMention[], places: readonly PlaceMention[]) {
    this.#page = page;
    const band = forces.find((mention) => (mention.value.kind === "name" || mention.value.kind === "group") && mention.value.sort === "group")?.value.owner ?? null;
    this.#band = band === null ? null : { name: band, sort: "group", irregular: true, unitName: null };
    this.#owners = new Set(forces.filter((mention) => mention.value.kind === "group").map((mention) => mention.value.owner));
    for (const mention of forces) this.#noteWord(mention);
    this.#missions = forces.filter((mention) => mention.value.sort === "mission");
    this.home = datelinePlace(page, places);
    const ranked = rankForces(page, forces);
    this.#rankedPlaces = rankPlaces(page, places, forces, ranked[0]?.owner ?? null);
    this.focusPlace = this.#rankedPlaces[0] ?? null;
    this.#rankedForces = abroadFirst(page, ranked, this.focusPlace?.country ?? null);
    const first = this.#rankedForces[0] ?? null;
    // An alliance that is only spoken of ("the NATO summit") has no troops in the text: those are the country's own.
    const idle = first?.sort === "mission" && !forces.some((mention) => mention.value.owner === first.name && mention.value.kind !== "actor");
    const home = idle && this.focusPlace?.country != null ? page.pack.states.nameOf.get(this.focusPlace.country) : undefined;
    this.focusForce = home === undefined ? first : ofState(home);
  }

  /** The first state or force that a sentence names as an actor: what "it", "its" and "the army" of the next one mean. */
  noteTopic(owner: Owner | null): void {
    this.#topic = owner ?? this.#topic;
  }

  /** @param paragraph  the paragraph that opens with that state or force, or whose question asks about it */
  noteOpener(owner: Owner, sentence: number, paragraph: number): void {
    this.#opener = { owner, sentence, paragraph };
  }

  /** Whom a paragraph has opened with, as long as nothing was claimed of a force since: "Brazil has been more open. ... the garrison". */
  openerOf(paragraph: number): Owner | null {
    const opener = this.#opener;
    return opener !== null && opener.paragraph === paragraph && this.lastSentence() < opener.sentence ? opener.owner : null;
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

  // Whose the forces are that go by a word of their own; null where they are several.
  #noteWord(mention: ForceMention): void {
    const owner = ownerIn(mention);
    const { kind, word } = mention.value;
    if (owner === null || kind !== "group" || this.#page.pack.forces.plain.has(word)) return;
    const known = this.#byWord.get(word);
    this.#byWord.set(word, known === undefined || known?.name === owner.name ? owner : null);
  }

  /** Whose the forces are that the text calls by that word, if they are of one owner and the word is not one for any. */
  ownerOfWord(word: string): Owner | null {
    return this.#byWord.get(word) ?? null;
  }

  topic(): Owner | null {
    return this.#topic;
  }

  /** @param kind what was said of it */
  noteForce(owner: Owner, sentence: number, kind: Kind): void {
    this.#forces.push({ owner, sentence });
    if (kind === "arrival" || kind === "departure") this.#move = { kind, sentence };
  }

  /** Whether those last told of a little before came or left. */
  moveBefore(sentence: number): Kind | null {
    return this.#move !== null && sentence - this.#move.sentence <= MOVE_REACH ? this.#move.kind : null;
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
    const spoken = (test: (owner: Owner) => boolean): Owner | undefined => this.#forces.findLast((entry) => test(entry.owner))?.owner;
    const focus = this.focusForce !== null && fits(this.focusForce) ? this.focusForce : null;
    return spoken(fits) ?? focus ?? spoken(open) ?? this.#rankedForces.find(open) ?? null;
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

  /** The place last spoken of, if that was in this sentence or just before it. */
  lastPlaceNear(sentence: number): Site | null {
    const last = this.#places.at(-1);
    return last !== undefined && sentence - last.sentence <= 1 ? last.site : null;
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

// How many sentences ago a move may be that "the others will follow" goes on with.
const MOVE_REACH = 3;
const NONE: ReadonlySet<string> = new Set();
// How many sentences a place is remembered for a force that is spoken of again.
const PLACE_REACH = 3;
