import { foldPlace, withoutArticle } from "./fold-place.ts";
import type { Gazetteer, GazetteerPlace } from "./gazetteer.ts";
import type { PlaceTables } from "./place-tables.ts";

/** A place that some words name. */
export interface PlaceEntry {
  /** Canonical name in the language of the tables. */
  readonly name: string;
  /** ISO 3166-1 alpha-2; null where the place lies in no one country. A line gives its first side, unless it parts more than two. */
  readonly country: string | null;
  readonly kind: "country" | "region" | "site" | "line" | "sea" | "city" | "world";
  /** People, for a city of which it is known; else 0. */
  readonly population: number;
  /** Degrees, WGS 84; null but for a city of the gazetteer. */
  readonly position: { readonly latitude: number; readonly longitude: number } | null;
}

/** Finds places by name. Answers are remembered, so asking twice costs a map look-up. */
export interface PlaceIndex {
  /** The likeliest place of exactly that name (case, accents, apostrophes, hyphens and a leading article apart), or null. */
  find(words: string): PlaceEntry | null;
  /** All places of that name, likeliest first: those of the hand tables, then cities and divisions by size. */
  candidates(words: string): readonly PlaceEntry[];
}

const ABBREVIATION = /^[A-Z]{2,6}$/;
const DOTS = /\./g;
const LEADING_THE = /^[Tt]he /;
const POSSESSIVE = /['’]s$/;
const CAPITAL = /\p{Lu}/u;
const NONE: readonly PlaceEntry[] = [];
// Remembered answers are dropped all at once beyond this, so that endless input cannot fill the memory.
const MOST_REMEMBERED = 20_000;

/**
 * Joins the hand tables of a language with a gazetteer.
 *
 * @param gazetteer null leaves the hand tables alone to answer
 */
export function createPlaceIndex(tables: PlaceTables, gazetteer: Gazetteer | null): PlaceIndex {
  const byHand = indexTables(tables);
  const remembered = new Map<string, readonly PlaceEntry[]>();
  const candidates = (words: string): readonly PlaceEntry[] => {
    const known = remembered.get(words);
    if (known !== undefined) return known;
    const found = lookUp(words, byHand, gazetteer);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(words, found);
    return found;
  };
  return { candidates, find: (words) => candidates(words)[0] ?? null };
}

function lookUp(phrase: string, byHand: HandIndex, gazetteer: Gazetteer | null): readonly PlaceEntry[] {
  const words = phrase.replace(POSSESSIVE, "");
  const short = byHand.abbreviations.get(words.replace(LEADING_THE, "").replace(DOTS, ""));
  if (short !== undefined) return short;
  const folded = foldPlace(words);
  const isWritten = CAPITAL.test(words);
  if (folded === "" || !(isWritten || folded.includes(" "))) return NONE;
  const hand = byHand.names.get(folded) ?? byHand.names.get(withoutArticle(folded)) ?? NONE;
  const listed = isWritten ? (gazetteer?.find(words) ?? []).map(toEntry) : NONE;
  // A division of a country is often in both; the hand table's name is the better one.
  const others = listed.filter((entry) => !hand.some((one) => one.country === entry.country && one.kind === entry.kind));
  if (hand.length + others.length === 0) return NONE;
  const town = others.find((entry) => foldPlace(entry.name) === folded && byHand.yieldingTo.get(folded) === entry.country);
  return town === undefined ? [...hand, ...others] : [town, ...hand, ...others.filter((entry) => entry !== town)];
}

function toEntry({ name, country, kind, population, latitude, longitude }: GazetteerPlace): PlaceEntry {
  const position = latitude === null || longitude === null ? null : { latitude, longitude };
  return { name, country, kind, population, position };
}

interface NamedRow {
  readonly name: string;
  readonly names: readonly string[];
}

// Abbreviations are kept apart with their case: "us", "car" and "roc" are words, US, CAR and ROC are countries.
interface HandIndex {
  readonly names: Map<string, PlaceEntry[]>;
  readonly abbreviations: Map<string, PlaceEntry[]>;
  /**
   * Short names of sites that a town of that country has too: "Deveselu" alone is the town, "Deveselu base" is not.
   * Airfields keep their short names, since news means the airfield by "Bagram".
   */
  readonly yieldingTo: Map<string, string>;
}

// Countries come first, so that a name shared with a region or a site means the country.
function indexTables({ countries, regions, sites, lines }: PlaceTables): HandIndex {
  const index: HandIndex = { names: new Map(), abbreviations: new Map(), yieldingTo: new Map() };
  for (const row of countries) addRow(index, row, row.code, "country");
  for (const row of regions) addRow(index, row, row.country, row.kind);
  for (const row of sites) {
    addRow(index, row, row.country, "site");
    if (row.kind !== "airbase") for (const name of row.names) index.yieldingTo.set(foldPlace(name), row.country);
  }
  for (const row of lines) addRow(index, row, row.sides.length > 2 ? null : row.sides[0] ?? null, "line");
  return index;
}

function addRow(index: HandIndex, row: NamedRow, country: string | null, kind: PlaceEntry["kind"]): void {
  const entry: PlaceEntry = { name: row.name, country, kind, population: 0, position: null };
  const all = [row.name, ...row.names];
  const short = all.map((name) => name.replace(DOTS, "")).filter((name) => ABBREVIATION.test(name));
  const long = all.filter((name) => !ABBREVIATION.test(name.replace(DOTS, "")));
  for (const key of new Set(short)) index.abbreviations.set(key, [...(index.abbreviations.get(key) ?? []), entry]);
  for (const key of new Set(long.map(foldPlace))) index.names.set(key, [...(index.names.get(key) ?? []), entry]);
}
