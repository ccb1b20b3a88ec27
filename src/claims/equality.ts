import type { Quantity } from "./quantity.ts";
import type { Source } from "./claim.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Words that two names of one body may differ in: articles, and what armies, ministries and agencies are called everywhere. */
const GENERIC = words(
  "the of and for a an in to on at state service services republic national general ministry minister department armed forces force army military group mission government command council troops soldiers movement organization organisation s",
);
/** Words that make another name of a name: "Korea" is not "North Korea". */
const DISTINGUISHING = words("north south east west northern southern eastern western new democratic upper lower central");
/** Adjectives, short forms and spellings, and the word each stands for. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  russian: "russia", ukrainian: "ukraine", belarusian: "belarus", belarussian: "belarus", belaruski: "belarus",
  american: "united states", us: "united states", usa: "united states", british: "united kingdom", uk: "united kingdom", un: "united nations",
  french: "france", german: "germany", italian: "italy", ethiopian: "ethiopia", turkish: "turkey", israeli: "israel", iraqi: "iraq",
  iranian: "iran", indonesian: "indonesia", albanian: "albania", greek: "greece", danish: "denmark", chinese: "china", japanese: "japan",
  polish: "poland", syrian: "syria", somali: "somalia", somalian: "somalia", rwandan: "rwanda", eritrean: "eritrea", korean: "korea",
  dprk: "north korea", lebanese: "lebanon", afghan: "afghanistan", pakistani: "pakistan", bulgarian: "bulgaria", romanian: "romania",
  defense: "defence", intl: "international", islamist: "islamic", islamists: "islamic",
};
const UNLETTERED = words("the of and for in");
/** How much of the longer name the shorter one must cover. */
const LEAST_SHARE = 0.34;

/** Names whose words are remembered: each of a ledger's few hundred names is compared with every other, many times. */
const MOST_REMEMBERED = 4_096;

/** The same for the same name; remembers the last few thousand answers. */
function remembered(fold: (name: string) => readonly string[]): (name: string) => readonly string[] {
  const answers = new Map<string, readonly string[]>();
  return (name) => {
    const known = answers.get(name);
    if (known !== undefined) return known;
    if (answers.size >= MOST_REMEMBERED) answers.clear();
    const words = fold(name);
    answers.set(name, words);
    return words;
  };
}

/** Words of a name in lower case, without accents, points of short forms or possessives; Latin and Cyrillic letters only. */
const wordsOf = remembered((name) =>
  name
    .normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase()
    .replace(/\bu\.\s?s\.(a\.)?/g, "us").replace(/\bu\.\s?n\./g, "un").replace(/\bu\.\s?k\./g, "uk")
    .replace(/'s\b/g, "")
    .split(/[^a-z0-9\u0400-\u04ff]+/)
    .filter((word) => word !== ""));

/** What an adjective, short form or spelling stands for ("russian" for "russia", "us" for "united states"); other words are themselves. */
export const standsFor = (word: string): string => (Object.hasOwn(STANDS_FOR, word) ? (STANDS_FOR[word] as string) : word);

const canonicalWords = remembered((name) => wordsOf(name).flatMap((word) => standsFor(word).split(" ")));

/**
 * A key under which names of one thing are found together: its folded words less the generic ones, in alphabetical order.
 * Names with one key are one name by {@link sameName}; an acronym and a longer form have keys of their own.
 *
 * @example nameKey("Russian Armed Forces")  // "russia"
 */
export function nameKey(name: string): string {
  const words = canonicalWords(name);
  const telling = words.filter((word) => !GENERIC.has(word));
  return [...new Set(telling.length > 0 ? telling : words)].sort().join(" ");
}

/** Whether `short` is written as an acronym and `long` spells it out: "MONUC", "ISAF". */
function isAcronymOf(short: string, long: string): boolean {
  if (!/^[A-Za-z]{3,7}$/.test(short.trim())) return false;
  const spelled = wordsOf(long);
  const initials = spelled.filter((word) => !UNLETTERED.has(word)).map((word) => word.charAt(0));
  return spelled.length > 2 && initials.join("") === short.trim().toLowerCase();
}

/** Whether one name is the other with generic words added, and no word that makes it another name. */
function isShorterForm(a: readonly string[], b: readonly string[]): boolean {
  const [x, y] = [a, b].map((name) => new Set(name.filter((word) => !GENERIC.has(word)))) as [Set<string>, Set<string>];
  const [small, big] = x.size <= y.size ? [x, y] : [y, x];
  if (small.size === 0 || ![...small].every((word) => big.has(word))) return false;
  const added = [...big].filter((word) => !small.has(word));
  return small.size / big.size >= LEAST_SHARE && !added.some((word) => DISTINGUISHING.has(word));
}

/**
 * Whether two names mean one thing: equal after folding case, accents, demonyms and spellings; one the acronym of the
 * other; or one the other less generic words. Two absent names are the same, one absent name is not.
 *
 * @example
 * sameName("Russian Armed Forces", "Russia")  // true
 * sameName("Sudan", "South Sudan")            // false
 */
export function sameName(a: string | null | undefined, b: string | null | undefined): boolean {
  if (!a || !b) return !a && !b;
  const [x, y] = [canonicalWords(a), canonicalWords(b)];
  if (x.join(" ") === y.join(" ")) return true;
  return isAcronymOf(a, b) || isAcronymOf(b, a) || isShorterForm(x, y);
}

type MaybeSource = Partial<Source> | null | undefined;

const partsOf = (source: MaybeSource): string => [source?.person, source?.role, source?.organisation].filter(Boolean).join(" ");

/**
 * Whether two sources are one: by surname where both name a person, else by organisation where both name one, else by
 * all their words together. A source with nothing in it is the same as none.
 */
export function sameSource(a: MaybeSource, b: MaybeSource): boolean {
  const [allA, allB] = [partsOf(a), partsOf(b)];
  if (allA === "" || allB === "") return allA === allB;
  if (a?.person && b?.person) return wordsOf(a.person).at(-1) === wordsOf(b.person).at(-1);
  if (a?.organisation && b?.organisation) return sameName(a.organisation, b.organisation);
  return sameName(allA, allB);
}

/** A quantity from outside may leave out what is null. */
export type MaybeQuantity = Partial<Quantity> | null | undefined;

/** Percentage points by which the ends of two shares may differ. */
const SHARE_TOLERANCE = 10;

/** On which side of the named number the bounds lie: at it, under it or over it. */
function sideOf({ low = null, high = null, point = null }: Partial<Quantity>): "at" | "under" | "over" {
  if (point === null || (low === point && high === point)) return "at";
  if (high !== null && high <= point && low !== point) return "under";
  if (low !== null && low >= point && high !== point) return "over";
  return "at";
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= SHARE_TOLERANCE;

/**
 * Whether two quantities say the same: one unit, and for shares both ends within ten points; for named numbers the same
 * number bounded on the same side ("about 2,000" is "2,000", "over 2,000" is not); otherwise equal bounds.
 */
export function sameQuantity(a: MaybeQuantity, b: MaybeQuantity): boolean {
  if (!a || !b) return !a && !b;
  if (a.unit !== b.unit) return false;
  if (a.modifier === "share" || b.modifier === "share") {
    return a.modifier === b.modifier && near(a.low ?? 0, b.low ?? 0) && near(a.high ?? 100, b.high ?? 100);
  }
  if ((a.point ?? null) !== null && (b.point ?? null) !== null) return a.point === b.point && sideOf(a) === sideOf(b);
  return (a.low ?? null) === (b.low ?? null) && (a.high ?? null) === (b.high ?? null);
}

/** The first plain date in an EDTF date or interval, without its qualifiers; seasons are months 21 to 24. */
const firstDate = (edtf: string): string | undefined =>
  edtf.replace(/[~?%]/g, "").split("/").find((end) => /^\d{4}(-\d\d(-\d\d)?)?$/.test(end));

/**
 * Whether two EDTF dates agree: the first known end of each, equal at the coarser precision, which may be one step
 * coarser (a day and its month; not a day and its year). Two absent dates are the same.
 */
export function sameDate(a: string | null | undefined, b: string | null | undefined): boolean {
  if (!a && !b) return true;
  const [x, y] = [firstDate(a ?? ""), firstDate(b ?? "")];
  if (x === undefined || y === undefined) return false;
  const length = Math.min(x.length, y.length);
  return Math.abs(x.split("-").length - y.split("-").length) <= 1 && x.slice(0, length) === y.slice(0, length);
}
