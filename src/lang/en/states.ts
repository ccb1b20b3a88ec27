import type { State, StateLexicon } from "../pack.ts";
import { PhraseTable } from "../phrases.ts";
import { COUNTRIES } from "./countries.ts";

// Short codes that reports do use; the others would be words ("CAR") or somebody's name ("SADR").
const CODES = new Set(["US", "USA", "UK", "UAE", "DRC", "DPRK", "ROK", "PRC", "USSR", "GDR", "RF", "KSA"]);
const isCode = (name: string): boolean => /^[A-Z]{2,6}$/.test(name) && !CODES.has(name);

/** States by name, adjective, people and seat of government. */
export const states: StateLexicon = {
  names: tableOf((country) => [country.name, ...country.names]),
  adjectives: tableOf((country) => country.adjectives),
  people: tableOf((country) => country.people),
  metonyms: tableOf((country) => country.metonyms),
  adjectiveOf: new Map(COUNTRIES.flatMap((country) => (country.adjectives[0] === undefined ? [] : [[country.name, country.adjectives[0]] as const]))),
  codeOf: new Map(COUNTRIES.flatMap((country) => (country.code === null ? [] : [[country.name, country.code] as const]))),
  nameOf: new Map(COUNTRIES.flatMap((country) => (country.code === null ? [] : [[country.code, country.name] as const]))),
  since: [{ code: "SS", since: "2011-07-09", before: "SD" }],
};

function tableOf(pick: (country: (typeof COUNTRIES)[number]) => readonly string[]): PhraseTable<State> {
  return new PhraseTable(COUNTRIES.flatMap((country) => pick(country).filter((name) => !isCode(name)).map((name) => [name, { name: country.name, code: country.code }] as const)));
}
