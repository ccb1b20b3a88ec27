import type { Claim, Modifier, Quantity } from "../../src/claims/index.ts";
import {
  ATTRIBUTIONS, CERTAINTIES, DIRECTIONS, KINDS, POLARITIES, REALITIES, SIZES, UNITS, boundsOf, rangeOf, sameDate, sameName, sameQuantity,
} from "../../src/claims/index.ts";

/** One thing that a row expects of a claim: the words it stands in the row as, and whether a claim fulfils it. */
export interface Expectation {
  field: keyof Claim;
  words: string;
  holds: (claim: Claim) => boolean;
}

/** What one row expects: these claims and no others, or these among others. */
export interface Expected {
  claims: Expectation[][];
  open: boolean;
}

const NOTHING = "–";
const fixed = (field: keyof Claim, words: string, value: unknown): Expectation => ({ field, words, holds: (claim) => claim[field] === value });

const CLOSED: readonly (readonly [keyof Claim, readonly string[], string])[] = [
  ["polarity", POLARITIES, ""],
  ["certainty", CERTAINTIES, ""],
  ["reality", REALITIES, ""],
  ["attribution", ATTRIBUTIONS, ""],
  ["direction", DIRECTIONS, ""],
  ["size", SIZES, "size "],
];

const SIDED = { about: "about", under: "under", "up to": "upto", over: "over", "at least": "atleast" } as const;
const QUANTITY = /^(?:(about|under|up to|over|at least|vague|share) ?)?(?:(\d[\d,]*)(?:(–)(\d[\d,]*)?)?)?(?: ?(%) of)? ?([a-z]+)$/;
const number = (words: string): number => Number(words.replaceAll(",", ""));

/** Reads "under 1,000 personnel", "10,000–12,000 personnel", "vague 24–99 tank", "51–99 % of personnel"; null when it is no quantity. */
export function parseQuantity(words: string): Quantity | null {
  const match = QUANTITY.exec(words);
  if (match === null) return null;
  const [, modifier, first, dash, second, percent] = match;
  const unit = UNITS.find((known) => known === match[6]);
  if (unit === undefined) return null;
  const low = first === undefined ? null : number(first);
  const high = second === undefined ? (dash === undefined ? low : null) : number(second);
  if (percent !== undefined) return { low, high, point: null, modifier: "share", unit, words };
  if (modifier === "vague") return { low, high, point: null, modifier: "vague", unit, words };
  if (low === null || modifier === "share") return null;
  if (dash !== undefined) return high === null ? null : { ...rangeOf(low, high), unit, words };
  const side = modifier === undefined ? "exact" : SIDED[modifier as keyof typeof SIDED];
  return { ...boundsOf(side, low), unit, words };
}

// Shares and named numbers agree as claims do; the row's own modifier must be the claim's as well.
const isQuantity = (expected: Quantity) => (claim: Claim) => claim.quantity?.modifier === expected.modifier && sameQuantity(expected, claim.quantity);

const surname = (name: string): string => name.toLowerCase().split(/[\s-]+/).at(-1) ?? "";

/** Each piece between commas names one part of the source: a person by surname, a role or an organisation. */
function isSource(words: string): (claim: Claim) => boolean {
  if (words === NOTHING) return (claim) => claim.source === null;
  return ({ source }) =>
    words.split(", ").every((piece) => {
      if (source === null) return false;
      return sameName(piece, source.role) || sameName(piece, source.organisation) || (source.person !== null && surname(source.person) === surname(piece));
    });
}

const isVia = (words: string) => (claim: Claim) => {
  const names = words === NOTHING ? [] : words.split(", ");
  return names.length === claim.via.length && names.every((name, i) => sameName(name, claim.via[i]));
};

const isName = (field: "force" | "place" | "otherPlace" | "unitName", words: string) => (claim: Claim) => (words === NOTHING ? claim[field] === null : sameName(words, claim[field]));
const isDate = (field: "said" | "asOf", words: string, exactly: boolean) => (claim: Claim) =>
  words === NOTHING ? claim[field] === null : exactly ? claim[field] === words : sameDate(words, claim[field]);

function labelled(words: string, exactDates: boolean): Expectation[] | null {
  const after = (label: string): string | null => (words.startsWith(`${label} `) ? words.slice(label.length + 1) : null);
  const one = (field: keyof Claim, holds: (claim: Claim) => boolean): Expectation[] => [{ field, words, holds }];
  for (const [field, values, prefix] of CLOSED) {
    const value = values.find((known) => `${prefix}${known}` === words);
    if (value !== undefined) return [fixed(field, words, value)];
  }
  if (words === "no number") return [fixed("quantity", words, null)];
  const quantity = parseQuantity(words);
  if (quantity !== null) return one("quantity", isQuantity(quantity));
  const [by, via, said, asOf, end, unit, country] = [after("by"), after("via"), after("said"), after("as of"), after("from") ?? after("to"), after("unit"), after("country")];
  if (by !== null) return one("source", isSource(by));
  if (via !== null) return one("via", isVia(via));
  if (said !== null) return one("said", isDate("said", said, exactDates));
  if (asOf !== null) return one("asOf", isDate("asOf", asOf, exactDates));
  if (end !== null) return one("otherPlace", isName("otherPlace", end));
  if (unit !== null) return one("unitName", isName("unitName", unit));
  if (country !== null) return [fixed("country", words, country === NOTHING ? null : country)];
  return null;
}

function parseClaim(text: string, exactDates: boolean): Expectation[] {
  const [kind = "", ...rest] = text.split(" · ").map((part) => part.trim());
  if (!(KINDS as readonly string[]).includes(kind)) throw new Error(`${JSON.stringify(text)} does not begin with a kind (${KINDS.join(", ")})`);
  const expectations = [fixed("kind", kind, kind)];
  const names: ("force" | "place")[] = ["force", "place"];
  for (const part of rest) {
    const known = labelled(part, exactDates);
    const field = known === null ? names.shift() : undefined;
    if (known !== null) expectations.push(...known);
    else if (field !== undefined) expectations.push({ field, words: part, holds: isName(field, part) });
    else throw new Error(`${JSON.stringify(part)} in ${JSON.stringify(text)} is neither a label, an amount nor one of the two names`);
  }
  return expectations;
}

/**
 * Reads the column "expected" of a row; how it is written stands in tables/README.md.
 *
 * @throws Error naming the words that cannot be read
 */
export function parseExpected(text: string, exactDates: boolean): Expected {
  if (text === "no claim") return { claims: [], open: false };
  const parts = text.split(" ;; ").map((part) => part.trim());
  const open = parts.at(-1) === "…";
  return { claims: (open ? parts.slice(0, -1) : parts).map((part) => parseClaim(part, exactDates)), open };
}

const holdsFor = (expected: readonly Expectation[], claim: Claim): number => expected.filter(({ holds }) => holds(claim)).length;

/** What keeps the claims from being the expected ones, in lines a person can read; empty when nothing does. */
export function differences(expected: Expected, claims: readonly Claim[]): string[] {
  const left = [...claims];
  const lines: string[] = [];
  // The most fulfilled pair first, so that a claim that misses one field is not set against the wrong row.
  const waiting = expected.claims.map((claim) => claim);
  while (waiting.length > 0 && left.length > 0) {
    const pairs = waiting.flatMap((want) => left.map((got) => ({ want, got, score: holdsFor(want, got) / want.length })));
    const best = pairs.reduce((a, b) => (b.score > a.score ? b : a));
    waiting.splice(waiting.indexOf(best.want), 1);
    left.splice(left.indexOf(best.got), 1);
    for (const { field, words, holds } of best.want) if (!holds(best.got)) lines.push(`${field}: expected ${words}, read ${showField(best.got, field)}   [${best.got.evidence.text}]`);
  }
  lines.push(...waiting.map((want) => `not read: ${want.map(({ words }) => words).join(" · ")}`));
  if (!expected.open) lines.push(...left.map((got) => `read beside it: ${showClaim(got)}`));
  return lines;
}

const SIGNS: Readonly<Record<Modifier, string>> = { exact: "", about: "about ", under: "under ", upto: "up to ", over: "over ", atleast: "at least ", range: "", vague: "vague ", share: "" };

function showQuantity({ low, high, point, modifier, unit }: Quantity): string {
  const bounds = point ?? (low === null && high === null ? "" : low === high ? low : `${low ?? ""}–${high ?? ""}`);
  return `${SIGNS[modifier]}${bounds}${modifier === "share" ? " % of" : ""} ${unit}`;
}

/** One field of a claim as a row would write it. */
function showField(claim: Claim, field: keyof Claim): string {
  const value = claim[field];
  if (value === null) return NOTHING;
  if (field === "quantity" && claim.quantity !== null) return showQuantity(claim.quantity);
  if (field === "source" && claim.source !== null) return [claim.source.person, claim.source.role, claim.source.organisation].filter((part) => part !== null).join(", ");
  if (field === "via") return claim.via.length === 0 ? NOTHING : claim.via.join(", ");
  return String(value);
}

/** A whole claim as a row would write it, less what is as in most claims. */
function showClaim(claim: Claim): string {
  const usual = new Set<unknown>(["affirmed", "certain", "actual", "voice"]);
  const parts = [claim.kind, showField(claim, "force"), showField(claim, "place")];
  if (claim.quantity !== null) parts.push(showQuantity(claim.quantity));
  for (const field of ["polarity", "certainty", "reality", "attribution"] as const) if (!usual.has(claim[field])) parts.push(claim[field]);
  if (claim.source !== null) parts.push(`by ${showField(claim, "source")}`);
  return `${parts.join(" · ")}   [${claim.evidence.text}]`;
}
