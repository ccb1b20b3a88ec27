import { sameName, type StatedClaim } from "../claims/index.ts";

/** One force in one place, watched over time. */
export interface Situation {
  force: string;
  /** Null for wherever it is. */
  place: string | null;
  /** ISO 3166-1 alpha-2 of the place, where it lies in one country. */
  country: string | null;
}

/** A place as a claim names it. */
export interface NamedPlace {
  name: string;
  country: string | null;
}

/** Whether one place lies within another; null when it is not known. */
export type Within = (inner: NamedPlace, outer: NamedPlace) => boolean | null;

/** What a claim says something about: the situation as a whole, a part of it, or more than it. */
export type Extent = "whole" | "part" | "wider";

/** What a place index knows of a name. */
export interface KnownPlace {
  kind: "country" | "region" | "site" | "line" | "sea" | "city" | "world";
  country: string | null;
}

/**
 * Containment out of what an index of places knows: the world holds all, a country holds what lies in it, and a town or
 * a site holds no country. Whether a region holds a town is not known.
 */
export function createWithin(find: (name: string) => KnownPlace | null): Within {
  return (inner, outer) => {
    const [a, b] = [find(inner.name), find(outer.name)];
    if (b?.kind === "world") return true;
    if (a?.kind === "world") return false;
    const [inCountry, ofCountry] = [a?.country ?? inner.country, b?.country ?? outer.country];
    if (b?.kind === "country" && inCountry !== null) return a?.kind !== "country" && inCountry === ofCountry;
    if (a?.kind === "country") return false;
    if (inCountry !== null && ofCountry !== null && inCountry !== ofCountry) return false;
    return null;
  };
}

/** Containment from the claims alone: a name is a country's when claims in several places of it say so. See {@link createWithin}. */
export const withinByName: Within = (inner, outer) => createWithin((name) => countryNamed(name))(inner, outer);

function readCountryCodes(): Map<string, string> {
  const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
  const codes = Array.from({ length: 26 * 26 }, (_, i) => String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26)));
  return new Map(codes.flatMap((code) => {
    const name = names.of(code);
    return name === undefined ? [] : [[name, code] as const];
  }));
}

/** Made when first asked for, since it takes a while and most runs bring an index of places of their own. */
let countryCodes: Map<string, string> | null = null;

function countryNamed(name: string): KnownPlace | null {
  countryCodes ??= readCountryCodes();
  const country = countryCodes.get(name);
  return country === undefined ? null : { kind: "country", country };
}

function extentOfPlace(claim: StatedClaim, situation: Situation, within: Within): Extent | null {
  // A claim that names no place speaks of the one under discussion.
  if (claim.place === null || situation.place === null || sameName(claim.place, situation.place)) return "whole";
  const [own, its] = [{ name: claim.place, country: claim.country }, { name: situation.place, country: situation.country }];
  if (within(own, its) === true) return "part";
  return within(its, own) === true ? "wider" : null;
}

/**
 * What a claim has to do with a situation; null when it is about another force or another place.
 *
 * @example extentOf(claimOn("Obuz-Lesnovsky", "BY"), { force: "Russia", place: "Belarus", country: "BY" }, within)  // "part"
 */
export function extentOf(claim: StatedClaim, situation: Situation, within: Within): Extent | null {
  if (claim.force !== null && !sameName(claim.force, situation.force)) return null;
  const place = extentOfPlace(claim, situation, within);
  const isPartOfForce = claim.unitName !== null || (claim.scope === "part" && claim.quantity?.modifier !== "share");
  return place === "whole" && isPartOfForce ? "part" : place === "wider" && isPartOfForce ? null : place;
}

const mostCommon = (values: Iterable<string>): string | null => {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? null;
};

/**
 * The situation that most claims are about: the force named most, and the place of it that holds most of the others.
 *
 * @returns null when no claim names a force
 */
export function suggestSituation(claims: readonly StatedClaim[], within: Within): Situation | null {
  const force = mostCommon(claims.flatMap((claim) => claim.force ?? []));
  if (force === null) return null;
  const places = new Map<string, { place: NamedPlace; count: number }>();
  for (const { place, country } of claims.filter((claim) => claim.force === force)) {
    if (place === null) continue;
    const known = places.get(place) ?? { place: { name: place, country }, count: 0 };
    places.set(place, { place: { name: place, country: known.place.country ?? country }, count: known.count + 1 });
  }
  const all = [...places.values()];
  const scored = all.map((one) => ({
    ...one,
    held: all.reduce((sum, other) => sum + (one === other || within(other.place, one.place) === true ? other.count : 0), 0),
  }));
  // The world and the like hold everything; a place must itself be spoken of as often as any in it.
  const best = scored.filter(({ count }) => count * 4 >= Math.max(...all.map((one) => one.count)))
    .sort((a, b) => b.held - a.held || b.count - a.count || (a.place.name < b.place.name ? -1 : 1))[0];
  return { force, place: best?.place.name ?? null, country: best?.place.country ?? null };
}
