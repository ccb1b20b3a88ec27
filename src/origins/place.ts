import { nameKey } from "../claims/index.ts";
import { romanise } from "./romanise.ts";
import { WEIGHTS } from "./weights.ts";

export interface PlaceView {
  /** Folded name; empty where none is given. */
  name: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** Whether the name is that of the whole country. */
  whole: boolean;
}

const regions = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const COUNTRY_NAMES: ReadonlySet<string> = new Set(
  LETTERS.flatMap((a) => LETTERS.map((b) => regions.of(a + b))).filter((name) => name !== undefined).map(nameKey),
);

export function placeView(place: string | null | undefined, country: string | null | undefined): PlaceView {
  const name = place ? nameKey(romanise(place)) : "";
  const code = /^[A-Z]{2}$/.test(country ?? "") ? (country as string) : "";
  return { name, country: code, whole: name === "" || COUNTRY_NAMES.has(name) };
}

export interface PlaceFinding {
  rule: "place/same" | "place/spot" | "place/wider" | "place/other" | "place/unknown";
  weight: number;
}

const isPartOf = (a: string, b: string): boolean => {
  const [few, many] = [a.split(" "), b.split(" ")].sort((x, y) => x.length - y.length) as [string[], string[]];
  return few.some((word) => word.length > 2 && many.includes(word));
};

/** How two places speak for one statement; null where they are in two countries. */
export function comparePlaces(a: PlaceView, b: PlaceView): PlaceFinding | null {
  if (a.country !== "" && b.country !== "" && a.country !== b.country) return null;
  if (a.name === "" || b.name === "") return { rule: "place/unknown", weight: 0 };
  if (a.name === b.name) return a.whole ? { rule: "place/same", weight: WEIGHTS.samePlace } : { rule: "place/spot", weight: WEIGHTS.sameSpot };
  if (a.whole || b.whole) return { rule: "place/wider", weight: WEIGHTS.widerPlace };
  return isPartOf(a.name, b.name) ? { rule: "place/same", weight: WEIGHTS.samePlace } : { rule: "place/other", weight: WEIGHTS.otherPlace };
}
