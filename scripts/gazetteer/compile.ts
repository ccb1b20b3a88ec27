import { foldPlace, withoutArticle } from "../../src/lang/common/fold-place.ts";
import type { GazetteerPlace } from "../../src/lang/common/gazetteer.ts";
import { PLACE_ALIASES } from "../../src/lang/en/place-aliases.ts";
import { chooseNames, likeness } from "./choose-names.ts";
import type { ChosenName } from "./choose-names.ts";
import { listDivisions } from "./divisions.ts";
import type { PlaceAlias } from "../../src/lang/en/place-aliases.ts";
import type { GazetteerContent } from "./encode.ts";
import { readGeoNames } from "./geonames.ts";
import type { GeoNamesRow } from "./geonames.ts";
import { createStop } from "./stop.ts";

// A name shared by more towns than this says nothing without its country, and the larger ones are enough.
const MOST_PLACES_A_NAME = 12;
// Another name of a place counts as this share of it, so that Tripoli in Libya comes before a namesake's alias.
const OTHER_NAME_WEIGHT = 0.25;
// A former or foreign name that is nothing like the present one: Chattogram was once called Islamabad.
const UNLIKE_NAME_WEIGHT = 0.02;
// A division ranks as a town of this size: above villages of its name, below the city it is named after.
const DIVISION_WEIGHT = 10_000;
// Parts of towns below this size are known locally only, and often bear a person's name.
const LEAST_PART_OF_TOWN = 20_000;
// Tiny places of peaceful, finely mapped countries are the bulk of the table and are never in such reports.
const LEAST_PEOPLE = 1_000;
const FINELY_MAPPED = new Set("AT AU BE BR CA CH CO CZ DE DK ES FR GB ID IE IT JP MX NL NZ PE PT SE SK US".split(" "));

interface Posting {
  readonly place: number;
  readonly score: number;
}

/** Chooses places and names from GeoNames and ISO 3166-2, ready to be encoded. */
export function compileGazetteer(): GazetteerContent {
  const isStopped = createStop();
  const rows = readGeoNames().filter(isWanted).sort((a, b) => b.population - a.population || a.id - b.id);
  const places: GazetteerPlace[] = [];
  const postings = new Map<string, Posting[]>();
  const add = (folded: string, score: number): void => {
    const list = postings.get(folded) ?? [];
    postings.set(folded, list);
    if (list.at(-1)?.place !== places.length) list.push({ place: places.length, score });
  };
  const aliases = new Map(PLACE_ALIASES);
  for (const row of rows) {
    const alias = takeAlias(aliases, row);
    const names = namesOf(row, alias).filter(({ folded }) => !isStopped(folded, row.population, row.country));
    for (const name of names) add(name.folded, (row.population + 1) * weightOf(name, row));
    if (names.length > 0) places.push(toPlace(row, alias));
  }
  if (aliases.size > 0) throw new Error(`no such town in GeoNames; mend place-aliases.ts: ${[...aliases.keys()].join(", ")}`);
  for (const { name, country } of listDivisions()) {
    const folded = foldPlace(name);
    if (!/^[a-z0-9 ]{3,}$/.test(folded) || isStopped(folded, 0, country)) continue;
    add(folded, DIVISION_WEIGHT);
    const bare = withoutArticle(folded);
    if (!isStopped(bare, 0, country)) add(bare, DIVISION_WEIGHT);
    places.push({ name, country, kind: "region", population: 0, id: 0, latitude: null, longitude: null });
  }
  return { places, keys: rank(postings) };
}

// Rows come with the most people first, so the largest town of a name takes the alias and namesakes get none.
function takeAlias(aliases: Map<string, PlaceAlias>, row: GeoNamesRow): PlaceAlias | undefined {
  const key = `${row.country} ${row.name}`;
  const alias = aliases.get(key);
  aliases.delete(key);
  return alias;
}

function namesOf(row: GeoNamesRow, alias: PlaceAlias | undefined): ChosenName[] {
  const spellings = (alias?.spellings ?? []).map((name) => ({ folded: foldPlace(name), isMain: true }));
  return [...spellings, ...chooseNames(row)];
}

function weightOf({ folded, isMain }: ChosenName, row: GeoNamesRow): number {
  if (isMain) return 1;
  return likeness(folded, foldPlace(row.name)) >= 0.4 ? OTHER_NAME_WEIGHT : UNLIKE_NAME_WEIGHT;
}

function isWanted(row: GeoNamesRow): boolean {
  if (row.featureCode === "PPLX") return row.population >= LEAST_PART_OF_TOWN;
  if (FINELY_MAPPED.has(row.country)) return row.population >= LEAST_PEOPLE;
  return row.featureCode !== "PPLH";
}

// In these countries the marks on GeoNames' names come from scholarly transliteration, not from the place.
const SCHOLARLY = new Set("AE AF AM BD BH BT BY DZ EG ER ET GE GR IL IN IQ IR JO JP KG KR KW KZ LB LK LY MA MM NP OM PK PS QA RU SA SD SO SY TJ TN UA YE".split(" "));

// An apostrophe for a soft sign or an ayn; inside Arabic names English keeps it ("Ma'rib").
const SOFT_SIGNS = /^['`]+|(?<=[b-df-hj-np-tv-z])['`](?=[a-z]|$)/g;

function toPlace(row: GeoNamesRow, alias: PlaceAlias | undefined): GazetteerPlace {
  const { country, population, id, latitude, longitude } = row;
  const name = alias?.name ?? (SCHOLARLY.has(country) ? row.asciiName.replace(SOFT_SIGNS, "") : row.name);
  return { name, country, kind: "city", population, id, latitude, longitude };
}

function rank(postings: ReadonlyMap<string, readonly Posting[]>): Map<string, number[]> {
  const keys = new Map<string, number[]>();
  for (const [folded, list] of postings) {
    const best = [...list].sort((a, b) => b.score - a.score || a.place - b.place).slice(0, MOST_PLACES_A_NAME);
    keys.set(folded, best.map(({ place }) => place));
  }
  return keys;
}
