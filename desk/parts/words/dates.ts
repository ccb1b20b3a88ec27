const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const SEASONS: Record<string, string> = { 21: "spring", 22: "summer", 23: "autumn", 24: "winter" };

/** A single EDTF date in words: `2023-10-31` is 31 October 2023, `2023-22` summer 2023, `2023-10-16~` about 16 October 2023. */
function wordsOfDate(edtf: string): string {
  const parts = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?([~?%])?$/.exec(edtf);
  if (parts === null) return edtf;
  const [, year = "", month, date, mark] = parts;
  const name = month === undefined ? "" : (SEASONS[month] ?? MONTHS[Number(month) - 1] ?? month);
  const words = [date === undefined ? "" : String(Number(date)), name, year].filter((part) => part !== "").join(" ");
  return mark === undefined ? words : `about ${words}`;
}

/** An EDTF date or interval (ISO 8601-2) in words; `../2023-03` is until March 2023. */
export function wordsOfEdtf(edtf: string): string {
  const [from = "", to] = edtf.split("/");
  if (to === undefined) return wordsOfDate(from);
  if (from === ".." || from === "") return `by ${wordsOfDate(to)}`;
  if (to === ".." || to === "") return `since ${wordsOfDate(from)}`;
  return `${wordsOfDate(from)} to ${wordsOfDate(to)}`;
}

const TIME = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

/** A moment as this browser's clock has it. */
export const wordsOfTime = (iso: string): string => TIME.format(new Date(iso));
