import type { Claim, ClaimSaid } from "../../api/schema.ts";

type Kind = Claim["kind"];

/** What a claim says of the force, by kind: as it happened, and as it is denied. */
const SAYS: Record<Kind, readonly [affirmed: string, denied: string]> = {
  strength: ["there", "not there"],
  arrival: ["came", "did not come"],
  departure: ["left", "did not leave"],
  rotation: ["rotated", "not rotated"],
  movement: ["moved", "did not move"],
  change: ["changed", "did not change"],
  threat: ["a threat", "no threat"],
  involvement: ["takes part", "takes no part"],
};

const CHANGED: Record<NonNullable<Claim["direction"]>, string> = { up: "grew", down: "fell", mixed: "varied" };
const SIZES: Record<NonNullable<Claim["size"]>, string> = { none: "none", limited: "limited", significant: "significant", large: "large" };

/** How many, in the text's own words where it has any. */
export const amountOf = ({ quantity, size }: ClaimSaid): string | null => quantity?.words ?? (size === null ? null : SIZES[size]);

/** What is said of the force, in a word or two: came, left, there, grew. */
export function saysOf({ kind, polarity, reality, direction }: ClaimSaid): string {
  const [affirmed, denied] = SAYS[kind];
  const says = polarity === "denied" ? denied : kind === "change" && direction !== null ? CHANGED[direction] : affirmed;
  return reality === "actual" ? says : `${says} (${reality === "planned" ? "announced" : "supposed"})`;
}

/** Who says so; the outlet itself where nobody is named. */
export function sourceOf({ source }: Pick<Claim, "source">, outlet: string | null = null): string {
  const named = [source?.person, source?.role, source?.organisation].filter((part) => part !== null && part !== undefined);
  return named.length > 0 ? named.join(", ") : (outlet ?? "the report itself");
}

export const placeOf = ({ place, otherPlace, kind }: ClaimSaid): string | null => {
  if (place === null) return otherPlace;
  if (otherPlace === null) return place;
  return kind === "departure" ? `${place} → ${otherPlace}` : kind === "arrival" ? `${otherPlace} → ${place}` : `${place}, ${otherPlace}`;
};

/** A claim in a line: fewer than 1,000 · Russia · there, in Belarus. */
export const lineOf = (claim: ClaimSaid): string =>
  [amountOf(claim), claim.unitName ?? claim.force, [saysOf(claim), placeOf(claim)].filter((part) => part !== null).join(", ")].filter((part) => part !== null && part !== "").join(" · ");
