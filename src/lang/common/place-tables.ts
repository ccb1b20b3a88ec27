// The shapes of the hand-written place tables of a language. Names are canonical in that language.

/** A state or territory and the words that reports use for it, its people and its government. */
export interface Country {
  /** ISO 3166-1 alpha-2; XK for Kosovo (user-assigned, as the European Union does); null for a state that is gone. */
  readonly code: string | null;
  /** The short name that news uses. */
  readonly name: string;
  /** Other names and abbreviations. */
  readonly names: readonly string[];
  readonly adjectives: readonly string[];
  /** Nouns for its people: singular, then plural; one word where both are alike. */
  readonly people: readonly string[];
  readonly capital: string | null;
  /** Cities and buildings that stand for the government. */
  readonly metonyms: readonly string[];
}

/** A part of a country, a part of the world, or a stretch of water. */
export interface Region {
  readonly name: string;
  readonly names: readonly string[];
  /** Alpha-2 of the one country where it lies; null where it lies in several, in none, or where that is not settled. */
  readonly country: string | null;
  readonly kind: "region" | "sea" | "world";
}

/** A base, airfield, training area or other place that armed forces use. */
export interface MilitarySite {
  readonly name: string;
  readonly names: readonly string[];
  /** Alpha-2 of the country where it lies, whoever uses it. */
  readonly country: string;
  readonly kind: "base" | "airbase" | "naval base" | "range" | "crossing";
  /** A public page about the place. */
  readonly source: string;
}

/** A border, front or line that reports name. */
export interface Line {
  readonly name: string;
  readonly names: readonly string[];
  /** Alpha-2 of the countries it parts, or through which it runs. */
  readonly sides: readonly string[];
}

/** What a language knows about places. */
export interface PlaceTables {
  readonly countries: readonly Country[];
  readonly regions: readonly Region[];
  readonly sites: readonly MilitarySite[];
  readonly lines: readonly Line[];
}
