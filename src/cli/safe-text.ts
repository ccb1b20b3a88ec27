/**
 * Text from outside, made harmless for a terminal: control characters (escape sequences begin with one), line ends and
 * marks that turn the direction of writing become spaces; halves of surrogate pairs become U+FFFD. JSON output needs
 * none of this: JSON.stringify escapes them.
 */
export function safe(text: string): string {
  return text
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/gu, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** At most `length` UTF-16 units, cut between characters, with an ellipsis where something is missing. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, "")}…`;
}
