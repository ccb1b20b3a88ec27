import type { SituationAnswer } from "../../api/schema.ts";
import { wordsOfEdtf } from "./dates.ts";
import { formatRough, plural } from "./numbers.ts";

/** Where a situation stands on a day, in a sentence. */
export function estimateLine(last: Pick<SituationAnswer["days"][number], "date" | "median" | "p05" | "p95"> | null): string {
  if (last === null) return "Nothing tells a number yet.";
  return `Between ${formatRough(last.p05)} and ${formatRough(last.p95)} on ${wordsOfEdtf(last.date)} (90 % band); as likely above as below ${formatRough(last.median)}.`;
}

/** The last change, in a few words. */
export const changeLine = ({ direction, from, to, likelihood }: SituationAnswer["changes"][number]): string =>
  `${direction === "up" ? "rose" : "fell"} ${from.slice(0, 7) === to.slice(0, 7) ? `in ${wordsOfEdtf(to.slice(0, 7))}` : `from ${wordsOfEdtf(from.slice(0, 7))} to ${wordsOfEdtf(to.slice(0, 7))}`} (${likelihood})`;

type Unclear = SituationAnswer["unclear"][number];

const UNCLEAR: Record<Unclear["kind"], (unclear: Unclear) => string> = {
  "wide": () => "band wider than tenfold",
  "silence": ({ days }) => (days === undefined ? "nothing new for long" : `nothing new for ${plural(days, "day")}`),
  "conflict": () => "sources disagree",
  "surprise": () => "a statement that is more likely wrong than right",
  "unknown": ({ source }) => (source === undefined ? "a source says nobody knows" : `${source} says that it is not known`),
  "no-magnitude": () => "a movement without a number",
  "two-answers": () => "two separate answers are possible",
  "one-source": ({ source }) => (source === undefined ? "rests on one source" : `rests on ${source}`),
};

/** What is unclear, each kind once, in a few words. */
export const unclearLines = (unclear: readonly Unclear[]): string[] => [...new Set(unclear.filter(({ kind }) => kind !== "conflict").map((one) => UNCLEAR[one.kind](one)))];
