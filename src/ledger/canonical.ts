import { LedgerError } from "./error.ts";

const SURROGATE = /\p{Cs}/u;

/** Whether a text can be kept: no half of a surrogate pair (there is no UTF-8 for it), no U+0000 (at which databases end a text). */
export const isKeepable = (text: string): boolean => !SURROGATE.test(text) && !text.includes("\u0000");

interface Member {
  key: string;
  /** The key as JSON writes it before a value. */
  label: string;
}

/** By the keys of an object as it has them, the same in the order of UTF-16: claims by the thousand are of a few shapes. */
const shapes = new Map<string, readonly Member[]>();
const MOST_SHAPES = 1_000;
const SEPARATOR = "\u0000";

function membersOf(value: object): readonly Member[] {
  const keys = Object.keys(value);
  const shape = keys.join(SEPARATOR);
  const known = shapes.get(shape);
  // Keys that hold the separator are never known, and are fewer than the known ones that join to the same.
  if (known?.length === keys.length) return known;
  const members = keys.sort().map((key) => ({ key, label: `${JSON.stringify(key)}:` }));
  if (shapes.size < MOST_SHAPES && !keys.some((key) => key.includes(SEPARATOR))) shapes.set(shape, members);
  return members;
}

// Numbers and strings are written as ECMAScript does, which RFC 8785 takes over (3.2.2); keys in the order of UTF-16 (3.2.3).
function spell(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number") {
    if (Number.isFinite(value)) return `${value}`;
    throw new LedgerError("BAD_TEXT", `holds ${value}, which JSON has no word for; mend it`);
  }
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value)) return `[${value.map(spell).join(",")}]`;
  let members = "";
  for (const { key, label } of membersOf(value)) {
    const member = (value as Record<string, unknown>)[key];
    if (member === undefined) continue;
    if (members !== "") members += ",";
    members += label;
    members += spell(member);
  }
  return `{${members}}`;
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
export function canonicalJson(value: unknown): string {
  const json = spell(value);
  if (isKept(json)) return json;
  throw new LedgerError("BAD_TEXT", "holds half a surrogate pair or U+0000, which cannot be kept; mend it");
}
