import type { Claim, Kind, Polarity, Quantity } from "../claims/index.ts";
import { whenText } from "./when.ts";

/** What is not said. */
export const NOTHING = "–";

/** What the force did, in a word or two, affirmed and denied. */
const DEEDS: Readonly<Record<Kind, Readonly<Record<Polarity, string>>>> = {
  strength: { affirmed: "there", denied: "not there" },
  arrival: { affirmed: "came", denied: "did not come" },
  departure: { affirmed: "left", denied: "did not leave" },
  rotation: { affirmed: "rotated", denied: "not rotated" },
  movement: { affirmed: "moved", denied: "did not move" },
  change: { affirmed: "changed", denied: "unchanged" },
  threat: { affirmed: "a threat", denied: "no threat" },
  involvement: { affirmed: "involved", denied: "not involved" },
};
const DIRECTED: Readonly<Record<string, string>> = { up: "grew", down: "fell", mixed: "varied" };

function deed(claim: Claim): string {
  const directed = claim.kind === "change" && claim.polarity === "affirmed" ? DIRECTED[claim.direction ?? ""] : undefined;
  return directed ?? DEEDS[claim.kind as Kind][claim.polarity as Polarity];
}

/** The words of the text; the unit is added where it is not people and the words do not name it. */
function amount(quantity: Quantity): string {
  const words = quantity.words.replace(/ of$/, "");
  const named = quantity.unit === "personnel" || words.toLowerCase().includes(String(quantity.unit));
  return named ? words : `${words} (${quantity.unit})`;
}

function howMany(claim: Claim): string {
  const size = claim.size === null || claim.size === "none" ? null : String(claim.size);
  const words = claim.quantity === null ? size : amount(claim.quantity);
  const unknown = claim.certainty === "unknown" && words === null && claim.kind === "strength" ? "number unknown" : null;
  return [words ?? unknown, deed(claim)].filter((part) => part !== null).join(", ");
}

const UNNAMED: Readonly<Record<string, string>> = { hearsay: "not named (hearsay)", voice: "the report itself" };

function who({ source, via, attribution }: Claim): string {
  const named = source === null ? [] : [source.person, source.role, source.organisation].filter((part) => part !== null);
  const origin = named.length > 0 ? named.join(", ") : (UNNAMED[attribution as string] ?? "not named");
  return via.length === 0 ? origin : `${origin}, via ${via.join(", ")}`;
}

const howSure = ({ certainty, reality }: Claim): string => (reality === "actual" ? String(certainty) : `${certainty}, ${reality}`);

function where({ place, otherPlace, kind }: Claim): string {
  if (otherPlace === null) return place ?? NOTHING;
  const other = kind === "arrival" ? `from ${otherPlace}` : `to ${otherPlace}`;
  return place === null ? other : `${place} (${other})`;
}

const ofWhom = ({ force, unitName }: Claim): string => [force, unitName].filter((part) => part !== null).join(", ") || NOTHING;

/** A claim as a sentence in columns: who said it, how many, of whom, where, as of when, how sure. */
export const COLUMNS: readonly { head: string; weight: number; least: number; cell: (claim: Claim) => string }[] = [
  { head: "WHO SAID IT", weight: 26, least: 8, cell: who },
  { head: "HOW MANY", weight: 20, least: 7, cell: howMany },
  { head: "OF WHOM", weight: 14, least: 6, cell: ofWhom },
  { head: "WHERE", weight: 16, least: 6, cell: where },
  { head: "AS OF", weight: 11, least: 10, cell: ({ asOf }) => (asOf === null ? NOTHING : whenText(asOf)) },
  { head: "HOW SURE", weight: 15, least: 9, cell: howSure },
];
