import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { LedgerError } from "./error.ts";

/** SHA-256 of bytes, or of a text as UTF-8, in lower-case hexadecimal. */
export const sha256Hex = (data: Uint8Array | string): string => createHash("sha256").update(data).digest("hex");

const SURROGATE = /\p{Cs}/u;

/** Whether a text can be kept: no half of a surrogate pair (there is no UTF-8 for it), no U+0000 (at which databases end a text). */
export const isKeepable = (text: string): boolean => !SURROGATE.test(text) && !text.includes("\u0000");

// Whether some text in the JSON holds U+0000; the escape may also be a backslash that is followed by "u0000".
function holdsNul(json: string): boolean {
  let found = false;
  if (json.includes("\\u0000")) {
    JSON.parse(json, (key, value) => {
      found ||= [key, value].some((text) => typeof text === "string" && text.includes("\u0000"));
      return null;
    });
  }
  return found;
}

/**
 * The one spelling of a JSON value (RFC 8785): keys sorted, no white space, numbers as JavaScript writes them.
 *
 * @param value  what JSON can hold; `undefined` members are left out
 * @throws LedgerError BAD_TEXT for NaN, an infinity, half a surrogate pair (there is no UTF-8 for it) or U+0000 (at which
 *   databases end a text)
 * @example canonicalJson({ b: 1, a: [true, null] })  // '{"a":[true,null],"b":1}'
 */
export function canonicalJson(value: unknown): string {
  let json: string | undefined;
  try {
    json = canonicalize(value);
  } catch (error) {
    throw new LedgerError("BAD_TEXT", `holds what cannot be kept (${(error as Error).message}); mend it`, { cause: error });
  }
  if (json === undefined) throw new LedgerError("BAD_TEXT", "is nothing that JSON can hold; mend it");
  if (holdsNul(json)) throw new LedgerError("BAD_TEXT", "holds a character that cannot be kept (U+0000); mend it");
  return json;
}
