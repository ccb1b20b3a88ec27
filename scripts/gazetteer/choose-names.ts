import { foldPlace, withoutArticle } from "../../src/lang/common/fold-place.ts";
import type { GeoNamesRow } from "./geonames.ts";

/** A folded name of a place, and whether it is the place's own name or another one. */
export interface ChosenName {
  readonly folded: string;
  readonly isMain: boolean;
}

// Where the country writes in Latin letters, English keeps its spelling, and other-language names of small
// towns only bring collisions. Elsewhere transliterations differ and are what reports use.
const TRANSLITERATED = new Set(
  ("AE AF AM AZ BA BD BG BH BT BY CN CY DJ DZ EG EH ER ET GE GR HK IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY " +
    "MA ME MD MK MM MN MO MR MV NP OM PK PS QA RS RU SA SD SO SS SY TD TH TJ TM TN TW UA UZ XK YE AL").split(" "),
);
// Renamed towns keep their former, unlike names in reports from here ("Artemivsk" for Bakhmut); elsewhere an unlike
// name of any but a large city is another language's, and more often a person's name in English.
const RENAMING = new Set("AL AM AZ BA BY GE IQ KG KZ MD ME MK RS RU SY TJ TM UA UZ XK".split(" "));
const LEAST_LIKENESS = 0.25;
const LARGE = 100_000;
const TOWN = 15_000;
const VERY_LARGE = 300_000;
// Names kept beside the main one. Large cities have many historic and foreign names that English uses.
const MOST_NAMES = { small: 8, transliterated: 14, large: 30 };
// Shorter ones are airport codes and other languages' abbreviations.
const SHORTEST_OTHER_NAME = 4;
const LATIN_NAME = /^[\p{Lu}‘’ʻʼ'`][\p{Script=Latin}\p{M} '’‘ʻʼʿʾ`.\-–()]*$/u;
const ALL_CAPITALS = /^[\p{Lu}\d\W]+$/u;
const FOLDED = /^[a-z0-9][a-z0-9 ]{0,59}$/;

/** The folded names under which a place is found, the main one first. */
export function chooseNames(row: GeoNamesRow): ChosenName[] {
  const main = [row.name, row.asciiName].map(foldPlace).filter(isIndexable);
  const chosen = new Map(main.map((folded) => [folded, true]));
  const first = main[0] ?? "";
  const others = otherNames(row)
    .map(foldPlace)
    .filter((folded) => isIndexable(folded) && folded.length >= SHORTEST_OTHER_NAME && !chosen.has(folded));
  const ranked = [...new Set(others)].sort((a, b) => likeness(b, first) - likeness(a, first) || (a < b ? -1 : 1));
  for (const folded of ranked.slice(0, mostNames(row))) chosen.set(folded, false);
  const names = Array.from(chosen, ([folded, isMain]) => ({ folded, isMain }));
  const bare = names
    .map(({ folded, isMain }) => ({ folded: withoutArticle(folded), isMain: isMain && TRANSLITERATED.has(row.country) }))
    .filter(({ folded }) => folded.length >= SHORTEST_OTHER_NAME && !chosen.has(folded));
  return [...names, ...bare];
}

function isIndexable(folded: string): boolean {
  return folded.length >= 2 && FOLDED.test(folded);
}

function otherNames(row: GeoNamesRow): string[] {
  const small = row.population < LARGE && !TRANSLITERATED.has(row.country) && row.featureCode !== "PPLC";
  if (small && row.population < TOWN) return [];
  if (row.population >= VERY_LARGE || RENAMING.has(row.country)) return row.alternateNames.filter(isPlausible);
  const main = foldPlace(row.name);
  return row.alternateNames.filter((name) => isPlausible(name) && likeness(foldPlace(name), main) >= LEAST_LIKENESS);
}

function isPlausible(name: string): boolean {
  return LATIN_NAME.test(name) && !ALL_CAPITALS.test(name);
}

function mostNames(row: GeoNamesRow): number {
  if (row.population >= LARGE || row.featureCode === "PPLC") return MOST_NAMES.large;
  return TRANSLITERATED.has(row.country) ? MOST_NAMES.transliterated : MOST_NAMES.small;
}

/** Dice coefficient of letter pairs, 0 to 1; spellings of one name share many. */
export function likeness(a: string, b: string): number {
  const pairs = letterPairs(a);
  const others = letterPairs(b);
  if (pairs.length + others.length === 0) return 0;
  const pool = new Set(others);
  return (2 * pairs.filter((pair) => pool.has(pair)).length) / (pairs.length + others.length);
}

function letterPairs(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2));
}
