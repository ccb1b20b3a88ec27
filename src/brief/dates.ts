const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"] as const;
const SEASONS: Readonly<Record<string, string>> = { "21": "spring", "22": "summer", "23": "autumn", "24": "winter" };
const POINT = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T[^~?%]*)?([~?%]?)$/;

/** One day, month, season or year; what is none stays as it is. */
function point(text: string, year: string): string {
  const [, y, m, d, about] = POINT.exec(text) ?? [];
  if (y === undefined) return text;
  const month = m === undefined ? undefined : (SEASONS[m] ?? MONTHS[Number(m) - 1]);
  const parts = [d === undefined ? undefined : String(Number(d)), month, m !== undefined && y === year ? undefined : y];
  const words = parts.filter((part) => part !== undefined).join(" ");
  return about ? `about ${words}` : words;
}

/**
 * An EDTF date in words.
 *
 * @param year  a year that need not be said again
 * @example writeDate("2023-10-31")             // "31 October 2023"
 * @example writeDate("2023-10-31", "2023")     // "31 October"
 * @example writeDate("../2023-03")             // "by March 2023"
 */
export function writeDate(edtf: string, year = ""): string {
  const [start = "", end] = edtf.split("/");
  if (end === undefined) return point(start, year);
  if (start === "..") return `by ${point(end, year)}`;
  return end === ".." ? `since ${point(start, year)}` : `${point(start, year)} to ${point(end, year)}`;
}

/** "on 31 October", "in October", "by March": the date with the word that goes before it. */
export function prepositionOf(edtf: string): string {
  if (edtf.includes("/")) return edtf.startsWith("..") || edtf.endsWith("..") ? "" : "from";
  return /^\d{4}-\d\d-\d\d/.test(edtf) ? "on" : "in";
}
