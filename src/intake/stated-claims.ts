import {
  ATTRIBUTIONS, BASES, CERTAINTIES, DIRECTIONS, isEdtf, KINDS, MODIFIERS, POLARITIES, REALITIES, SCOPES, SIZES, UNITS,
  type Quantity, type Source, type StatedClaim,
} from "../claims/index.ts";
import { IntakeError } from "./issue.ts";
import { parsePublished } from "./published.ts";
import { isRecord } from "./record.ts";

type Fields = Record<string, unknown>;

/** Lists of values that a field takes, and what it means when it is left out; null where it must not be. */
const CHOICES: readonly [keyof StatedClaim, readonly string[], string | null | undefined][] = [
  ["kind", KINDS, undefined], ["polarity", POLARITIES, "affirmed"], ["certainty", CERTAINTIES, "certain"], ["reality", REALITIES, "actual"],
  ["attribution", ATTRIBUTIONS, "voice"], ["scope", SCOPES, null], ["basis", BASES, null], ["size", SIZES, null], ["direction", DIRECTIONS, null],
];
const TEXTS = ["force", "unitName", "place", "country", "id", "statement"] as const;
const DATES = ["said", "asOf"] as const;
const SOURCE_PARTS = ["person", "role", "organisation"] as const;
/** Men or percent; beyond it nothing is a count of anything. */
const MOST = 1e9;

const shown = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 40);
const wrong = (field: string, value: unknown, wanted: string): IntakeError => new IntakeError("BAD_FIELD", `"${field}" is ${shown(value)}; give ${wanted}`);
const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;

function choice(fields: Fields, field: string, choices: readonly string[], absent: string | null | undefined): string | null {
  const value = fields[field];
  if (isAbsent(value) && absent !== undefined) return absent;
  if (typeof value === "string" && choices.includes(value)) return value;
  throw wrong(field, value, `one of ${choices.join(", ")}`);
}

function text(fields: Fields, field: string): string | null {
  const value = fields[field];
  if (isAbsent(value) || value === "") return null;
  if (typeof value === "string") return value;
  throw wrong(field, value, "a text or null");
}

function edtf(fields: Fields, field: string): string | null {
  const value = text(fields, field);
  if (value === null || isEdtf(value)) return value;
  throw wrong(field, value, "a date such as 2023-10-31, 2023-10 or 2023-07/2023-08");
}

function published(fields: Fields): string | null {
  const value = text(fields, "published");
  const date = value === null ? null : parsePublished(value);
  if (value !== null && date === null) throw wrong("published", value, "a date such as 2023-10-31");
  return date;
}

function number(fields: Fields, field: string): number | null {
  const value = fields[field];
  if (isAbsent(value)) return null;
  if (typeof value === "number" && value >= 0 && value <= MOST) return value;
  throw wrong(`quantity.${field}`, value, "a number from 0 to a billion, or null");
}

function quantityOf(value: unknown): Quantity | null {
  if (isAbsent(value)) return null;
  if (!isRecord(value)) throw wrong("quantity", value, "{low, high, point, modifier, unit, words} or null");
  return {
    low: number(value, "low"), high: number(value, "high"), point: number(value, "point"),
    modifier: choice(value, "modifier", MODIFIERS, undefined), unit: choice(value, "unit", UNITS, "personnel"), words: text(value, "words") ?? "",
  } as Quantity;
}

function sourceOf(value: unknown): Source | null {
  if (isAbsent(value)) return null;
  if (!isRecord(value)) throw wrong("source", value, "{person, role, organisation} or null");
  const [person, role, organisation] = SOURCE_PARTS.map((part) => text(value, part)) as [string | null, string | null, string | null];
  return person === null && role === null && organisation === null ? null : { person, role, organisation };
}

/**
 * A claim as the estimate takes it; what is left out means what it means in a claim that says nothing of it, and
 * fields that the estimate does not need are passed over.
 *
 * @throws IntakeError BAD_FIELD
 */
function statedClaimOf(fields: Fields): StatedClaim {
  const claim: Fields = { quantity: quantityOf(fields["quantity"]), source: sourceOf(fields["source"]), published: published(fields) };
  for (const [field, choices, absent] of CHOICES) claim[field] = choice(fields, field, choices, absent);
  for (const field of TEXTS) claim[field] = text(fields, field);
  for (const field of DATES) claim[field] = edtf(fields, field);
  // One that is silent on it tells of its day. Null from our reader (whose claims bear `spans`) is a finding: the words leave the time open;
  // from elsewhere it is the same as silence, since many programs write out every field that they have no value for.
  if ((fields["asOf"] ?? null) === null && fields["spans"] === undefined) claim["asOf"] = claim["said"] ?? claim["published"];
  return claim as StatedClaim;
}

/**
 * The claims of one line: a claim, or a document with its `claims` as `muster read --format jsonl` prints it, whose date
 * of publication then is theirs.
 *
 * @throws IntakeError BAD_FIELD
 */
export function statedClaimsOf(value: unknown): StatedClaim[] {
  if (!isRecord(value)) throw new IntakeError("BAD_FIELD", "is no claim; give an object with a kind on each line");
  const claims = value["claims"];
  if (claims === undefined) return [statedClaimOf(value)];
  if (!Array.isArray(claims)) throw wrong("claims", claims, "a list of claims");
  const document = isRecord(value["document"]) ? value["document"] : value;
  return claims.map((claim: unknown, i) => {
    if (!isRecord(claim)) throw wrong(`claims[${i}]`, claim, "a claim");
    const id = text(document, "id");
    return statedClaimOf({ id: id === null ? null : `${id}#${i + 1}`, published: document["published"], ...claim });
  });
}
