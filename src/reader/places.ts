import type { Unit } from "../claims/index.ts";
import type { PlaceEntry } from "../lang/common/places.ts";
import type { TokenRange } from "../text/sentences.ts";
import { isAdjectival } from "./adjectival.ts";
import { borderAt, sideOfBorderAt } from "./border-names.ts";
import { OPENS } from "./openings.ts";
import type { Mention, Page } from "./page.ts";
import { isStop, lowerAt, meets, opens, wordsAt } from "./page.ts";

export interface PlaceValue {
  /** Canonical English name; null for words that only point ("there"). */
  name: string | null;
  country: string | null;
  kind: "country" | "region" | "site" | "city" | "water" | "world" | "border" | "unknown" | "here" | "there" | "anaphor";
  /** The states on either side of a border. */
  sides?: { name: string; code: string | null }[];
  /** For "the country": what sort of place is meant. */
  wants?: "country" | "place";
}

export type PlaceMention = Mention<PlaceValue>;

const LONGEST = 6;

/** Places by name, with what extends a name, and the words that point to one. */
export function placesOf(page: Page, taken: readonly TokenRange[]): PlaceMention[] {
  const found: PlaceMention[] = [];
  let next = 0;
  for (let i = 0; i < page.tokens.length; i++) {
    if (!opens(page, i, OPENS.place)) continue;
    while (next < taken.length && (taken[next]?.to ?? 0) <= i) next++;
    const time = taken[next];
    if (time !== undefined && meets(time, { from: i, to: i + 1 })) continue;
    const mention = placeAt(page, i) ?? listedAt(page, i, found.at(-1));
    if (mention === null) continue;
    found.push(mention);
    i = mention.to - 1;
  }
  return found;
}

// "withdrawn from Magwi, Palutaka and Tibika": an unknown name that goes on with a list of places.
function listedAt(page: Page, i: number, before: PlaceMention | undefined): PlaceMention | null {
  if (before === undefined || before.to !== i - 1 || !["country", "city", "region", "site", "unknown"].includes(before.value.kind)) return null;
  if (!(lowerAt(page, i - 1) === "," || page.pack.grammar.and.has(lowerAt(page, i - 1))) || page.tokens[i]?.capital !== true || page.pack.forces.named.at(page.tokens, i) !== null) return null;
  let to = i;
  while (to < page.tokens.length && page.tokens[to]?.capital === true && to - i < 3) to++;
  const next = lowerAt(page, to);
  if (to - i > 1 || isPersonOrBody(page, i, to) || page.surnames.has(lowerAt(page, to - 1)) || !(page.pack.places.listEnds.has(next))) return null;
  return { from: i, to, rule: "place/listed-name", value: { name: wordsAt(page, { from: i, to }), country: null, kind: "unknown" } };
}

function placeAt(page: Page, i: number): PlaceMention | null {
  const start = page.pack.grammar.definite.has(lowerAt(page, i)) ? i + 1 : i;
  return (opens(page, start, OPENS.state) ? sideOfBorderAt(page, i, start) : null) ?? borderAt(page, i) ?? (opens(page, i, OPENS.direction) ? offAt(page, i) : null) ??
    (opens(page, start, OPENS.site) ? sitedAt(page, i, start) : null) ?? (opens(page, start, OPENS.direction) ? directedAt(page, i) : null) ?? describedCountryAt(page, i) ?? namedAt(page, i) ?? pointerAt(page, i);
}

// "the West African nation", "the Baltic republic": the country spoken of, by what it is like.
function describedCountryAt(page: Page, i: number): PlaceMention | null {
  const { grammar, places } = page.pack;
  if (!grammar.definite.has(lowerAt(page, i))) return null;
  let at = i + 1;
  while (at - i <= DESCRIBED && (page.tokens[at]?.capital === true || lowerAt(page, at) === "-" || places.describing.has(lowerAt(page, at)) || places.directions.has(lowerAt(page, at))) && !places.countryNouns.has(lowerAt(page, at))) at++;
  const noun = page.tokens[at];
  if (at === i + 1 || noun === undefined || noun.capital || !places.countryNouns.has(noun.lower) || !endsPlace(page, at + 1)) return null;
  return { from: i, to: at + 1, rule: "place/described-country", value: { name: null, country: null, kind: "anaphor", wants: "country" } };
}

// "here", "there", "the country".
function pointerAt(page: Page, i: number): PlaceMention | null {
  const { places, grammar } = page.pack;
  const anaphor = places.anaphors.at(page.tokens, i);
  if (anaphor !== null && !page.pack.grammar.of.has(lowerAt(page, anaphor.to)) && !places.border.has(lowerAt(page, anaphor.to))) {
    return { from: i, to: anaphor.to, rule: "place/anaphor", value: { name: null, country: null, kind: "anaphor", wants: anaphor.value } };
  }
  const common = places.common.at(page.tokens, i);
  if (common !== null && endsPlace(page, common.to)) return { from: i, to: common.to, rule: "place/common", value: { ...common.value, country: null } };
  const word = lowerAt(page, i);
  if (places.here.has(word)) return { from: i, to: i + 1, rule: "place/here", value: { name: null, country: null, kind: "here" } };
  // "there are" only fills the subject's place.
  if (!places.there.has(word)) return null;
  const next = lowerAt(page, i + 1);
  if (grammar.auxiliaries.has(next) || grammar.modals.has(next) || page.tokens[i]?.capital === true) return null;
  return { from: i, to: i + 1, rule: "place/there", value: { name: null, country: null, kind: "there" } };
}

// "in the gulf", but not "the gulf war", "the gulf between them", "the world's".
function endsPlace(page: Page, at: number): boolean {
  const { grammar } = page.pack;
  const word = lowerAt(page, at);
  if (grammar.of.has(word) || grammar.possessive.has(word) || word === "between") return false;
  return page.tokens[at]?.kind !== "word" || isStop(page, at);
}

// "north of Jowhar", "20 kilometres east of Kharkiv": near that place, and no part of it.
function offAt(page: Page, i: number): PlaceMention | null {
  const { places, grammar } = page.pack;
  if (!places.directions.has(lowerAt(page, i)) || !grammar.of.has(lowerAt(page, i + 1)) || grammar.definite.has(lowerAt(page, i - 1))) return null;
  const named = nameAt(page, grammar.definite.has(lowerAt(page, i + 2)) ? i + 3 : i + 2);
  return named === null || named.value.kind !== "city" ? null : { ...named, from: i, rule: "place/off" };
}

// "Camp Castor", "Fort Hood", "Airbase 101": a word for a site, with a name or a number behind it.
function sitedAt(page: Page, i: number, start: number): PlaceMention | null {
  const { places } = page.pack;
  if (page.tokens[start]?.capital !== true || !places.sitePrefixes.has(lowerAt(page, start))) return null;
  let to = start + 1;
  while (to - start < 4 && page.tokens[to]?.gap === true && page.tokens[to]?.kind === "word" && page.tokens[to]?.capital === true && !isStop(page, to)) to++;
  if (to === start + 1 && page.tokens[to]?.kind === "number") to++;
  return to === start + 1 ? null : { from: i, to, rule: "place/sited", value: { name: wordsAt(page, { from: start, to }), country: null, kind: "site" } };
}

// "southern Albania", "the northern part of Afghanistan", "the south of Lebanon", "central Beirut".
function directedAt(page: Page, i: number): PlaceMention | null {
  const { directions } = page.pack.places;
  let at = page.pack.grammar.definite.has(lowerAt(page, i)) ? i + 1 : i;
  if (!directions.has(lowerAt(page, at))) return null;
  const direction = lowerAt(page, at++);
  if (page.pack.grammar.and.has(lowerAt(page, at)) && directions.has(lowerAt(page, at + 1))) at += 2;
  else if (lowerAt(page, at) === "-" && directions.has(lowerAt(page, at + 1))) at += 2;
  if (page.pack.places.parts.has(lowerAt(page, at))) at++;
  const part = page.pack.grammar.of.has(lowerAt(page, at)) ? at + 1 : at;
  const start = page.pack.grammar.definite.has(lowerAt(page, part)) ? part + 1 : part;
  const adjective = page.pack.states.adjectives.at(page.tokens, start);
  // "South Korea", "North Carolina" are names of their own.
  if (page.tokens[at - 1]?.capital === true && nameAt(page, at - 1) !== null) return null;
  const inner = nameAt(page, start) ?? null;
  // "the northern Gaza town of Beit Hanoun".
  const town = inner === null || page.pack.places.suffixes.at(page.tokens, inner.to)?.value !== "city" ? null : typedAfter(page, i, inner.to);
  if (town !== null) return town;
  if (inner !== null) {
    const name = `${adjectival(direction)} ${inner.value.name ?? ""}`;
    return { from: i, to: inner.to, rule: "place/directed", value: { ...inner.value, name, kind: "region" } };
  }
  // "the southern Iraqi town of Nassiriya": the town is what is named.
  if (adjective !== null && page.tokens[start]?.capital === true) return typedAfter(page, i, adjective.to);
  if (start !== at || !page.pack.grammar.definite.has(lowerAt(page, i)) || at - i > 2) return null;
  // "the south", "the north": of the place at hand.
  const next = page.tokens[at];
  const bare = next === undefined || next.kind === "mark" || page.pack.grammar.stops.has(next.lower);
  return bare ? { from: i, to: at, rule: "place/side", value: { name: adjectival(direction), country: null, kind: "anaphor", wants: "country" } } : null;
}

const adjectival = (direction: string): string => (direction.endsWith("ern") || direction === "central" || direction === "upper" || direction === "lower" ? direction : `${direction}ern`);

// "... town of Nassiriya", "... city of Basra", "port of Durres".
function typedAfter(page: Page, from: number, at: number): PlaceMention | null {
  const suffix = page.pack.places.suffixes.at(page.tokens, at);
  const start = suffix === null ? at : page.pack.grammar.of.has(lowerAt(page, suffix.to)) ? suffix.to + 1 : suffix.to;
  const named = nameAt(page, start);
  return named === null ? null : { ...named, from, rule: "place/typed" };
}

/** A name of the tables or the gazetteer, with the words that extend it. */
function namedAt(page: Page, i: number): PlaceMention | null {
  const start = page.pack.grammar.definite.has(lowerAt(page, i)) ? i + 1 : i;
  const token = page.tokens[start];
  if (token === undefined || !token.capital) return null;
  const state = page.pack.states.adjectives.at(page.tokens, start);
  const named = nameAt(page, start);
  if (named !== null && named.value.kind === "country" && page.pack.grammar.possessive.has(lowerAt(page, named.to))) {
    // "Russia's Kursk region": the place inside the country.
    const inner = ownedAt(page, named.to + 1);
    if (inner !== null && inner.value.kind !== "country" && inner.value.kind !== "unknown") return extended(page, i, { ...inner, value: { ...inner.value, country: inner.value.country ?? named.value.country } });
  }
  if (named !== null && (state === null || named.to >= state.to)) return extended(page, i, named);
  if (state !== null) return soilAt(page, i, state.to, state.value) ?? (page.pack.places.suffixes.at(page.tokens, state.to) === null ? null : typedAfter(page, i, state.to));
  return unknownAt(page, i, start);
}

// "Georgia's breakaway Abkhazia region", "Iraq's restive southern city of Basra": the place, over what describes it.
function ownedAt(page: Page, from: number): PlaceMention | null {
  let at = from;
  while (at - from < DESCRIBED && (page.pack.places.describing.has(lowerAt(page, at)) || page.pack.places.directions.has(lowerAt(page, at)) || lowerAt(page, at) === "-")) at++;
  return nameAt(page, at) ?? unknownAt(page, at, at) ?? (page.pack.places.suffixes.at(page.tokens, at) === null ? null : typedAfter(page, at, at));
}
const DESCRIBED = 5;

// "Albanian soil", "Ukrainian territory", "the Libyan coast".
function soilAt(page: Page, i: number, at: number, state: { name: string; code: string | null }): PlaceMention | null {
  if (!page.pack.places.soils.has(lowerAt(page, at)) || page.pack.forces.heads.at(page.tokens, at + 1) !== null) return null;
  return { from: i, to: at + 1, rule: "place/soil", value: { name: state.name, country: state.code, kind: "country" } };
}

// "Shek Kong Barracks", "Yaha district", "the Losvido range": an unknown name with a place word behind it.
function unknownAt(page: Page, from: number, start: number): PlaceMention | null {
  const { suffixes, locatives } = page.pack.places;
  if (isStop(page, start)) return null;
  let to = start;
  while (to < page.tokens.length && to - start < 5 && (page.tokens[to]?.capital === true || (page.pack.places.nameLinks.has(lowerAt(page, to)) && page.tokens[to + 1]?.kind === "word" && to > start) || (lowerAt(page, to) === "-" && page.tokens[to]?.gap === false && page.tokens[to + 1]?.kind === "word"))) {
    const suffix = suffixes.at(page.tokens, to);
    if (suffix !== null && to > start) break;
    to++;
  }
  const suffix = suffixes.at(page.tokens, to);
  const before = lowerAt(page, from - 1);
  // "the district of Bakwa": the word before says what it is.
  const typed = page.pack.grammar.of.has(before) ? suffixes.endingAt(page.tokens, from - 2) : null;
  if (typed !== null && suffix === null && to > start && !isPersonOrBody(page, start, to)) return { from, to, rule: "place/typed-name", value: { name: wordsAt(page, { from: start, to }), country: null, kind: typed.value } };
  if (suffix !== null && to > start) {
    // "the Kurdish city of Irbil": the city is what is named.
    const named = page.pack.grammar.of.has(lowerAt(page, suffix.to)) ? nameAt(page, suffix.to + 1) : null;
    if (named !== null) return { ...named, from, rule: "place/typed" };
    const whole = { from: start, to: suffix.to };
    const name = suffix.value === "city" ? wordsAt(page, { from: start, to }) : wordsAt(page, whole);
    const kind = suffix.value;
    if (page.pack.forces.heads.at(page.tokens, suffix.to) !== null) return null;
    return { from, to: suffix.to, rule: "place/typed-name", value: { name, country: null, kind } };
  }
  // "Russian forces seized Basivka": what is taken or left is a place.
  const taken = from === start && isTaking(page, from - 1) && page.pack.forces.named.at(page.tokens, start) === null;
  if (!taken && (!isPlacePreposition(before) || !locatives.has(before)) || to === start || page.pack.places.attached.has(lowerAt(page, from - 2))) return null;
  if (isPersonOrBody(page, start, to)) return null;
  return { from, to, rule: "place/unknown-name", value: { name: wordsAt(page, { from: start, to }), country: null, kind: "unknown" } };
}

// A verb right before, whose object is a place.
const isTaking = (page: Page, i: number): boolean => page.pack.events.verbs.endingAt(page.tokens, i, Math.max(0, i - 3))?.value.senses.some((sense) => sense.placeObject === true && sense.kind !== "strength" && sense.strict !== true && sense.leavesBehind !== true) === true;

const isPlacePreposition = (word: string): boolean => ["in", "at", "near", "around", "outside", "from", "to", "into", "towards", "toward"].includes(word);

function isPersonOrBody(page: Page, from: number, to: number): boolean {
  const { sources, forces, states, times } = page.pack;
  for (let i = from; i < to; i++) {
    const word = lowerAt(page, i);
    if (sources.titles.has(word) || sources.organisationHeads.has(word) || forces.nameHeads.has(word) || times.months.has(word) || times.weekdays.has(word)) return true;
    if (sources.roles.at(page.tokens, i) !== null || sources.organisations.at(page.tokens, i) !== null || forces.named.at(page.tokens, i) !== null || forces.heads.at(page.tokens, i) !== null) return true;
    if (states.adjectives.at(page.tokens, i) !== null || states.people.at(page.tokens, i) !== null || page.tokens[i]?.shouted === true && /^\p{Lu}+$/u.test(page.text.slice(page.tokens[i]?.start ?? 0, page.tokens[i]?.end ?? 0))) return true;
  }
  // "NATO Troops to Arrive in Lithuania": a headline's verb.
  if (page.pack.grammar.to.has(lowerAt(page, from - 1)) && page.pack.events.verbs.at(page.tokens, from)?.value.forms.has("base") === true) return true;
  // "to Bush", "from Annan": a surname that a report has cited is no place; told apart by the source layer.
  return isStop(page, from);
}

// Words that go on with a name: "Tirana airport", "Helmand province", "Basra area".
function extended(page: Page, from: number, named: PlaceMention): PlaceMention {
  const { suffixes } = page.pack.places;
  const suffix = suffixes.at(page.tokens, named.to);
  if (suffix === null || named.value.kind === "country" || page.pack.forces.heads.at(page.tokens, suffix.to) !== null) return { ...named, from };
  const to = suffix.to;
  if (suffix.value === "city") return { ...named, from, to };
  const keep = suffix.value === "region" && named.value.kind === "region";
  const name = keep || lowerAt(page, named.to) === "area" ? named.value.name : `${named.value.name ?? ""} ${wordsAt(page, { from: suffix.from, to: suffix.to })}`;
  return { from, to, rule: "place/extended", value: { ...named.value, name, kind: suffix.value } };
}

// Where the longest name that begins with this word would end at the latest.
function furthest(page: Page, i: number): number {
  const end = Math.min(i + LONGEST, page.tokens.length);
  // "Al-Tanf", "Kyiv's": the name's first word goes on.
  if (page.tokens[i + 1]?.gap === false) return end;
  let left = page.pack.places.index.longest(wordsAt(page, { from: i, to: i + 1 }));
  for (let to = i + 1; to < end; to++) if (page.tokens[to]?.gap === true && page.tokens[to]?.kind !== "mark" && --left < 1) return to;
  return end;
}

// The longest run of words that the tables know, unless it is only a piece of a longer name.
function nameAt(page: Page, i: number): PlaceMention | null {
  const first = page.tokens[i];
  if (first === undefined || first.kind !== "word" || !first.capital) return null;
  const state = opens(page, i, OPENS.state) ? page.pack.states.names.at(page.tokens, i) : null;
  for (let to = furthest(page, i); to > (state?.to ?? i); to--) {
    if (!isNameEnd(page, i, to)) continue;
    const entry = likeliest(page, i, to);
    if (entry === null || goesOn(page, to) || (entry.kind === "city" && to === i + 1 && page.surnames.has(first.lower))) continue;
    if (entry.kind === "city" && (isPieceOfName(page, i, to) || isThing(page, i, to) || isMake(page, to))) continue;
    if ((entry.kind === "city" || entry.kind === "region") && isShip(page, i)) continue;
    const kind = entry.kind === "line" ? "border" : entry.kind === "sea" ? "water" : entry.kind;
    return { from: i, to, rule: `place/${entry.kind}`, value: { name: entry.name, country: entry.country, kind } };
  }
  if (state === null || goesOn(page, state.to) || isAdjectival(page, i, state.to) || isPieceOfName(page, i, state.to, true)) return null;
  return { from: i, to: state.to, rule: "place/country", value: { name: state.value.name, country: state.value.code, kind: "country" } };
}

// "at the Freeport": no town has an article, unless a noun of its own follows ("the Gomel airport").
function isThing(page: Page, from: number, to: number): boolean {
  const next = page.tokens[to];
  return page.pack.grammar.definite.has(lowerAt(page, from - 1)) && page.tokens[from - 1]?.capital !== true && (next === undefined || next.kind === "mark" || page.pack.grammar.stops.has(next.lower));
}

// "in Hummer armoured vehicles": what they are called, not where.
function isMake(page: Page, to: number): boolean {
  const at = page.pack.forces.modifiers.has(lowerAt(page, to)) ? to + 1 : to;
  const head = page.pack.forces.heads.at(page.tokens, at);
  return head !== null && MACHINES.has(head.value.unit);
}
const MACHINES: ReadonlySet<Unit> = new Set<Unit>(["vehicle", "tank", "aircraft"]);

// "the carrier Shandong", "the carrier group of the Shandong": a ship that bears the name of a place.
function isShip(page: Page, from: number): boolean {
  const { forces, grammar } = page.pack;
  let at = from - 1;
  if (grammar.definite.has(lowerAt(page, at))) at--;
  if (at < from - 1 && grammar.of.has(lowerAt(page, at))) at--;
  else if (at < from - 1) return false;
  const head = forces.heads.endingAt(page.tokens, at);
  return head !== null && head.value.unit === "ship" && (at === from - 1 || head.to <= from) && page.tokens[from - 1]?.gap === true;
}

const KNOWN_SIZE = 100_000;
// Behind "in", "to" or "entered" a name is a place's sooner.
const LOCATED_SIZE = 15_000;

// "the town of Bunia": the words before a name that say what sort of place it is.
function typeBefore(page: Page, i: number): TokenRange | null {
  const { places, grammar } = page.pack;
  return places.suffixes.endingAt(page.tokens, grammar.of.has(lowerAt(page, i - 1)) ? i - 2 : i - 1);
}

// How large an unknown place has to be to be meant.
function leastSize(page: Page, i: number): number {
  const entered = page.pack.events.verbs.endingAt(page.tokens, i - 1)?.value.senses.some((sense) => sense.placeObject === true) === true;
  const out = page.pack.grammar.of.has(lowerAt(page, i - 1)) && page.pack.places.away.has(lowerAt(page, i - 2));
  return entered || out || isPlacePreposition(lowerAt(page, i - 1)) ? LOCATED_SIZE : KNOWN_SIZE;
}

// Of several places of one name, the one in a country that the text names; a small one elsewhere is none of ours.
function likeliest(page: Page, from: number, to: number): PlaceEntry | null {
  const words = wordsAt(page, { from, to });
  const candidates = page.pack.places.index.candidates(words);
  const first = candidates[0];
  if (first === undefined || (first.kind !== "city" && first.kind !== "region")) return first ?? null;
  // "the Congolese town of Bunia" is one in Congo, "the town of Bunia" is a place whatever its size; but by that name, not by another that it goes by.
  const typed = typeBefore(page, from);
  const country = typed === null ? null : page.pack.states.adjectives.endingAt(page.tokens, typed.from - 1)?.value.code ?? null;
  const near = (country === null ? undefined : candidates.find((entry) => entry.country === country)) ?? candidates.find((entry) => entry.country !== null && page.countries.has(entry.country));
  if (near !== undefined) return near;
  return first.kind === "region" || page.countries.size === 0 || typed !== null && (first.population >= LOCATED_SIZE || first.name.toLowerCase() === words.toLowerCase()) || first.population >= leastSize(page, from) ? first : null;
}

// "U.S.-led", "Switzerland-sized", "San Vicente del Caguan": the name is only the beginning of a word or a longer name.
function goesOn(page: Page, to: number): boolean {
  const [next, after] = [page.tokens[to], page.tokens[to + 1]];
  if (next === undefined || after === undefined) return false;
  if (next.lower === "-" && !next.gap && !after.gap && after.kind === "word" && !after.capital) return true;
  return page.pack.places.nameTails.has(next.lower) && (after.capital || page.tokens[to + 2]?.capital === true);
}

// A name ends in a capitalised word and holds no full stop or comma.
function isNameEnd(page: Page, from: number, to: number): boolean {
  const last = page.tokens[to - 1];
  if (last === undefined || last.kind !== "word" || (to - from > 1 && !last.capital && !/^\p{Ll}/u.test(last.lower))) return false;
  for (let i = from + 1; i < to; i++) {
    const token = page.tokens[i];
    if (token === undefined || (token.kind === "mark" && !(token.lower === "-" || token.lower === "'" || token.lower === "’"))) return false;
  }
  return last.capital || to - from > 1;
}

// "Washington" in "Washington Post" or "Denzel Washington"; a country's name is a piece only of what follows it.
function isPieceOfName(page: Page, from: number, to: number, country = false): boolean {
  const [before, after] = [from === 0 ? undefined : page.tokens[from - 1], page.tokens[to]];
  const { states, sources, places, times, forces } = page.pack;
  if (after !== undefined && after.capital && after.kind === "word" && after.gap) {
    const known = places.suffixes.at(page.tokens, to) !== null || states.names.at(page.tokens, to) !== null || times.weekdays.has(after.lower) || times.months.has(after.lower) || forces.heads.at(page.tokens, to) !== null;
    if (!known && (!country || sources.media.has(after.lower))) return true;
  }
  if (country || before === undefined || !before.capital || before.kind !== "word" || page.tokens[from]?.gap !== true) return false;
  if (sentenceStart(page, from - 1) && page.pack.grammar.stops.has(before.lower)) return false;
  const known = places.directions.has(before.lower) || states.adjectives.endingAt(page.tokens, from - 1) !== null || page.pack.grammar.stops.has(before.lower) || times.weekdays.has(before.lower) || times.months.has(before.lower) || places.suffixes.endingAt(page.tokens, from - 1) !== null;
  return !known;
}

const sentenceStart = (page: Page, i: number): boolean => i === 0 || page.tokens[i - 1]?.kind === "mark";
