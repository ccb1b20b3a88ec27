import { nameKey } from "../claims/index.ts";
import { isCountryKey } from "./countries.ts";
import { romanise, soundOf } from "./romanise.ts";
import { WEIGHTS } from "./weights.ts";

export interface PlaceView {
  /** Folded name; empty where none is given. */
  name: string;
  /** Sounds of its longer words, so that Asipovichy is Osipovichi. */
  sounds: readonly string[];
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Whether the name is that of the whole country. */
  whole: boolean;
}

export function placeView(place: string | null | undefined, country: string | null | undefined): PlaceView {
  const name = place ? nameKey(romanise(place)) : "";
  const code = /^[A-Z]{2}$/.test(country ?? "") ? (country as string) : "";
  const sounds = name.split(" ").filter((word) => word.length > 2 && !GROUNDS.has(word)).map(soundOf);
  return { name, sounds, country: code, whole: name === "" || isCountryKey(name) };
}

/** What many places are called besides their names. */
const GROUNDS: ReadonlySet<string> = new Set(["training", "ground", "grounds", "airfield", "airfields", "base", "bases", "camp", "camps", "region", "oblast", "district", "border", "near", "around", "area", "village", "city", "town"]);

export interface PlaceFinding {
  rule: "place/same" | "place/spot" | "place/wider" | "place/other" | "place/unknown";
  weight: number;
}

/** How two places speak for one statement; null where they are in two countries. */
export function comparePlaces(a: PlaceView, b: PlaceView): PlaceFinding | null {
  if (a.country !== "" && b.country !== "" && a.country !== b.country) return null;
  if (a.name === "" || b.name === "") return { rule: "place/unknown", weight: 0 };
  if (a.name === b.name) return a.whole ? { rule: "place/same", weight: WEIGHTS.samePlace } : { rule: "place/spot", weight: WEIGHTS.sameSpot };
  if (a.whole || b.whole) return { rule: "place/wider", weight: WEIGHTS.widerPlace };
  return a.sounds.some((sound) => b.sounds.includes(sound)) ? { rule: "place/same", weight: WEIGHTS.samePlace } : { rule: "place/other", weight: WEIGHTS.otherPlace };
}
