import type { Leaning, Source, SourceLeaning, StatedClaim } from "../claims/index.ts";

/** Name under which claims in an outlet's own voice, or with no one named, are kept together. */
const UNNAMED = { voice: "the report itself", other: "not named" } as const;

const fold = (name: string): string => name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/** An article, a preposition or a possessive s, in most languages that have them. */
const SMALL_WORD = /^\p{Ll}{1,3}$/u;

/**
 * A text that is the same for "State Border Guard Service of Ukraine" and "Ukraine's State Border Guard Service": neither
 * the order of words nor small words tell names apart, but in a name written all small ("us army") any word may matter.
 */
function keyOf(name: string): string {
  const words = name.split(/[^\p{L}\p{M}\p{N}]+/u);
  const telling = name === name.toLowerCase() ? words : words.filter((word) => !SMALL_WORD.test(word));
  return telling.map(fold).filter((word) => word !== "").sort().join(" ");
}

/** A source as the model knows it: one bias, one name. */
export interface NamedSource {
  key: string;
  name: string;
  /** False for "not named" and an outlet's own voice, which are no one source. */
  isNamed: boolean;
}

/**
 * Who speaks for whom: a bias belongs to the body that somebody speaks for, and a spokesman whose body is not named
 * this time is known from another claim, if he was seen with one body only.
 */
export function nameSources(claims: readonly StatedClaim[]): (claim: StatedClaim) => NamedSource {
  const keys = new Map<string, string>();
  const keyOnce = (name: string): string => {
    const key = keys.get(name) ?? keyOf(name);
    keys.set(name, key);
    return key;
  };
  const bodies = new Map<string, Map<string, string>>();
  const names = new Map<string, string>();
  for (const { source } of claims) {
    if (source?.person && source.organisation) {
      const known = bodies.get(keyOnce(source.person)) ?? new Map<string, string>();
      bodies.set(keyOnce(source.person), known.set(keyOnce(source.organisation), least(known.get(keyOnce(source.organisation)), source.organisation)));
    }
    const name = ownName(source);
    if (name !== null) names.set(keyOnce(name), least(names.get(keyOnce(name)), name));
  }
  return (claim) => {
    const own = ownName(claim.source);
    if (own === null) return unnamed(claim);
    const body = claim.source?.person && !claim.source.organisation ? bodies.get(keyOnce(claim.source.person)) : undefined;
    const name = body?.size === 1 ? ([...body.values()][0] as string) : own;
    return { key: keyOnce(name), name: names.get(keyOnce(name)) ?? name, isNamed: true };
  };
}

// The first in the alphabet of several spellings, so that the order of claims does not matter.
const least = (known: string | undefined, name: string): string => (known === undefined || name < known ? name : known);

const ownName = (source: Source | null): string | null => source?.organisation ?? source?.person ?? source?.role ?? null;

function unnamed({ attribution }: StatedClaim): NamedSource {
  const name = attribution === "voice" ? UNNAMED.voice : UNNAMED.other;
  // A key that no name folds to.
  return { key: `(${name})`, name, isNamed: false };
}

const isOwnVoice = ({ source, attribution }: StatedClaim): boolean => ownName(source) === null && attribution === "voice";

/** Leanings by name; a source's is that given for its organisation, its person or its role, in this order. */
export function leaningsBy(given: readonly SourceLeaning[]): (claim: StatedClaim) => Leaning {
  const known = new Map(given.map(({ name, leaning }) => [keyOf(name), leaning as Leaning]));
  return (claim) => {
    const { source } = claim;
    for (const name of [source?.organisation, source?.person, source?.role]) {
      const leaning = name ? known.get(keyOf(name)) : undefined;
      if (leaning !== undefined) return leaning;
    }
    return isOwnVoice(claim) ? "media" : "unknown";
  };
}
