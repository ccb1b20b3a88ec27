import type { Claim } from "../../api/schema.ts";
import { wordsOfEdtf } from "../../parts/words/dates.ts";
import { formatCount } from "../../parts/words/numbers.ts";
import { sourceOf } from "../../parts/words/claim.ts";

export type Field = Exclude<keyof Claim, "evidence" | "reader" | "spans">;
type Choices<F extends Field> = Record<NonNullable<Claim[F]> & string, string>;

const KINDS: Choices<"kind"> = {
  strength: "strength: how many are there", arrival: "arrival: came or was sent", departure: "departure: left or was pulled out", rotation: "rotation: swapped or replaced",
  movement: "movement: neither in nor out", change: "change: grew, fell or varied", threat: "threat: danger, or none", involvement: "involvement: takes part",
};
const POLARITIES: Choices<"polarity"> = { affirmed: "affirmed", denied: "denied" };
const REALITIES: Choices<"reality"> = { actual: "happened, or is so", planned: "announced or ordered", hypothetical: "supposed or feared" };
const CERTAINTIES: Choices<"certainty"> = { certain: "certain", probable: "probable", possible: "possible", unknown: "not known" };
const SIZES: Choices<"size"> = { none: "none", limited: "limited", significant: "significant", large: "large" };
const DIRECTIONS: Choices<"direction"> = { up: "up", down: "down", mixed: "mixed" };
const SCOPES: Choices<"scope"> = { whole: "all of the force", part: "part of the force or place" };
const BASES: Choices<"basis"> = { observed: "seen by eye", imagery: "pictures", intelligence: "intelligence", official: "own official count", unnamed: "unnamed persons" };
const ATTRIBUTIONS: Choices<"attribution"> = { quote: "quoted", paraphrase: "reported", hearsay: "hearsay", voice: "the outlet's own voice" };

export type Editor =
  | { kind: "choice"; choices: Record<string, string>; isOptional: boolean }
  | { kind: "text" }
  | { kind: "date" }
  | { kind: "list" }
  | { kind: "quantity" }
  | { kind: "source" };

export interface FieldInfo {
  field: Field;
  label: string;
  editor: Editor;
  /** The value in words; null where there is none. */
  show: (claim: Claim) => string | null;
}

const choice = (field: Field, label: string, choices: Record<string, string>, isOptional = false): FieldInfo => ({
  field, label, editor: { kind: "choice", choices, isOptional }, show: (claim) => (typeof claim[field] === "string" ? (choices[claim[field]] ?? claim[field]) : null),
});
const words = (field: Field, label: string): FieldInfo => ({ field, label, editor: { kind: "text" }, show: (claim) => (typeof claim[field] === "string" ? claim[field] : null) });
const date = (field: "said" | "asOf", label: string): FieldInfo => ({ field, label, editor: { kind: "date" }, show: ({ [field]: value }) => (value === null ? null : wordsOfEdtf(value)) });

/** Every field of a claim that can be corrected, in the order in which one asks: what, how many, of whom, where, when, who says so. */
export const FIELDS: readonly FieldInfo[] = [
  choice("kind", "Kind", KINDS),
  { field: "quantity", label: "How many", editor: { kind: "quantity" }, show: quantityText },
  choice("size", "Size", SIZES, true),
  choice("direction", "Direction", DIRECTIONS, true),
  words("force", "Force"),
  words("unitName", "Formation"),
  words("place", "Place"),
  words("otherPlace", "Other place"),
  words("country", "Country"),
  choice("scope", "Scope", SCOPES, true),
  date("asOf", "As of"),
  { field: "source", label: "Source", editor: { kind: "source" }, show: (claim) => (claim.source === null ? null : sourceOf(claim)) },
  date("said", "Said"),
  { field: "via", label: "Relayed by", editor: { kind: "list" }, show: ({ via }) => (via.length === 0 ? null : via.join(", ")) },
  choice("attribution", "Attribution", ATTRIBUTIONS),
  choice("certainty", "Certainty", CERTAINTIES),
  choice("polarity", "Polarity", POLARITIES),
  choice("reality", "Reality", REALITIES),
  choice("basis", "Rests on", BASES, true),
];

/** The words, and what they allow: fewer than 1,000 (0 to 999 personnel). */
function quantityText({ quantity }: Claim): string | null {
  if (quantity === null) return null;
  const { low, high, modifier, unit, words: said } = quantity;
  const count = (bound: number | null): string => (bound === null ? "open" : formatCount(bound));
  const bounds = low === high && low !== null ? count(low) : `${count(low)} to ${count(high)}`;
  return `${said} (${bounds} ${modifier === "share" ? "percent of " : ""}${unit})`;
}
