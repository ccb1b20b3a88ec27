import { LedgerError } from "./error.ts";

/** Whether a text can be kept: no half of a surrogate pair (there is no UTF-8 for it), no U+0000 (at which databases end a text). */
export const isKeepable = (text: string): boolean => text.isWellFormed() && !text.includes("\u0000");

/** The keys of an object as it has them, and the same in the order of UTF-16. */
interface Shape {
  keys: readonly string[];
  members: readonly Member[];
}

interface Member {
  key: string;
  /** The key as JSON writes it before a value. */
  label: string;
  below: Place;
}

/** Where in a value something stands ("the source of a claim"), and the shape of what stood there last: most often the next has the same. */
export interface Place {
  shape: Shape | null;
}

/** Claims by the thousand are of a few shapes. */
const shapes = new Map<string, Shape>();
const MOST_SHAPES = 1_000;
const SEPARATOR = "\u0000";
const ROOT: Place = { shape: null };

function areSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
}

function shapeOf(keys: readonly string[]): Shape {
  const name = keys.join(SEPARATOR);
  const known = shapes.get(name);
  // Keys that hold the separator may join to the same.
  if (known !== undefined && areSame(known.keys, keys)) return known;
  const shape = { keys, members: keys.toSorted().map((key) => ({ key, label: `${JSON.stringify(key)}:`, below: { shape: null } })) };
  if (shapes.size < MOST_SHAPES) shapes.set(name, shape);
  return shape;
}

/** Names of rules, kinds and places come again and again. */
const words = new Map<string, string>();
const MOST_WORDS = 5_000;
const LONGEST_WORD = 40;

/** What JSON writes as it stands: no quotation mark, backslash, control character or half of a surrogate pair. */
const PLAIN = /^[^"\\\p{Cc}\p{Cs}]*$/u;

function spellText(text: string): string {
  if (text.length > LONGEST_WORD) return PLAIN.test(text) ? `"${text}"` : JSON.stringify(text);
  const known = words.get(text);
  if (known !== undefined) return known;
  const spelt = JSON.stringify(text);
  if (words.size < MOST_WORDS) words.set(text, spelt);
  return spelt;
}

/**
 * A part of a value as canonical JSON; the whole that is put together of such parts has to pass {@link kept}.
 *
 * Numbers and strings are written as ECMAScript does, which RFC 8785 takes over (3.2.2); keys in the order of UTF-16 (3.2.3).
 */
export function spell(value: unknown, place: Place): string {
  if (typeof value === "string") return spellText(value);
  if (value === null) return "null";
  if (typeof value === "number") {
    if (Number.isFinite(value)) return `${value}`;
    throw new LedgerError("BAD_TEXT", `holds ${value}, which JSON has no word for; mend it`);
  }
  if (typeof value !== "object") return JSON.stringify(value) ?? "null";
  return Array.isArray(value) ? spellList(value, place) : spellObject(value as Record<string, unknown>, place);
}

function spellList(list: readonly unknown[], place: Place): string {
  let json = "[";
  for (let i = 0; i < list.length; i += 1) {
    if (i > 0) json += ",";
    json += spell(list[i], place);
  }
  return `${json}]`;
}

function spellObject(value: Record<string, unknown>, place: Place): string {
  const keys = Object.keys(value);
  if (place.shape === null || !areSame(place.shape.keys, keys)) place.shape = shapeOf(keys);
  let json = "";
  for (const { key, label, below } of place.shape.members) {
    const member = value[key];
    if (member === undefined) continue;
    json += json === "" ? "{" : ",";
    json += label;
    json += spell(member, below);
  }
  return json === "" ? "{}" : `${json}}`;
}

// These escapes stand for what cannot be kept, unless the backslash is itself the text's own.
function isKept(json: string): boolean {
  if (!json.includes("\\ud") && !json.includes("\\u0000")) return true;
  let kept = true;
  JSON.parse(json, (key, value) => {
    kept &&= isKeepable(key) && (typeof value !== "string" || isKeepable(value));
    return null;
  });
  return kept;
}

/**
 * The one spelling of a JSON value (RFC 8785): keys sorted, no white space, numbers as JavaScript writes them.
 *
 * @param value  what JSON can hold; members that are `undefined` are left out
 * @throws LedgerError BAD_TEXT for NaN, an infinity, half a surrogate pair or U+0000, which no ledger can keep
 * @example canonicalJson({ b: 1, a: [true, null] })  // '{"a":[true,null],"b":1}'
 */
export const canonicalJson = (value: unknown): string => kept(spell(value, ROOT));

/** The same JSON, which can be kept. @throws LedgerError BAD_TEXT */
export function kept(json: string): string {
  if (isKept(json)) return json;
  throw new LedgerError("BAD_TEXT", "holds half a surrogate pair or U+0000, which cannot be kept; mend it");
}
