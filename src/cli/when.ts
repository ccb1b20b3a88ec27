const SEASONS: Readonly<Record<string, string>> = { "21": "spring", "22": "summer", "23": "autumn", "24": "winter" };

/** One day, month, season or year: `2023-22~` is "about summer 2023". */
function point(text: string): string {
  const [, date = text, about] = /^(.*?)([~?%]?)$/.exec(text) ?? [];
  const season = /^(\d{4})-(2[1-4])$/.exec(date);
  const words = season === null ? date : `${SEASONS[season[2] ?? ""]} ${season[1]}`;
  return about ? `about ${words}` : words;
}

/**
 * An EDTF date as a person would write it in a table; days stay in figures, which every country reads the same.
 *
 * @example whenText("../2023-03")       // "by 2023-03"
 * @example whenText("2023-07/2023-08")  // "2023-07 to 2023-08"
 */
export function whenText(edtf: string): string {
  const [start = "", end] = edtf.split("/");
  if (end === undefined) return point(start);
  if (start === "..") return `by ${point(end)}`;
  return end === ".." ? `since ${point(start)}` : `${point(start)} to ${point(end)}`;
}
