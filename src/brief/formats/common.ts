import type { Brief, DayEstimate } from "../../claims/index.ts";
import { sceneOf, type Scene } from "../chart/scene.ts";
import { LIKELIHOOD_WORDS } from "../../estimate/likelihood-words.ts";
import { writeDate } from "../dates.ts";
import { writeMen } from "../numbers.ts";

/** "Russia in Belarus". */
export const titleOf = ({ situation: { force, place } }: Brief): string => (place === null ? force : `${force} in ${place}`);

export const subtitleOf = ({ asOf, asKnown, since }: Brief): string =>
  `As of ${writeDate(asOf)}, from what had been published by then${asKnown === null ? "" : ` and was in the ledger on ${writeDate(asKnown)}`}. Changes since ${writeDate(since, asOf.slice(0, 4))}.`;

const likelihoods = LIKELIHOOD_WORDS.map(({ word, most }, i) => `${word} ${LIKELIHOOD_WORDS[i - 1]?.most ?? 1}–${most === 100 ? 99 : most} %`).join(", ");

/** Who published it and when, as references name it. */
export const outletAndDate = ({ outlet, published }: { outlet: string | null; published: string | null }): string =>
  [outlet ?? "outlet not known", published === null ? "no date" : writeDate(published)].join(", ");

/** The date of a row of the table of claims. */
export const rowDate = ({ asOf, said }: { asOf: string | null; said: string | null }): string => writeDate(asOf ?? said ?? "") || "–";

const MOST_DAYS = 24;

/** Some days of the estimate as a table, spread evenly, the first and the last among them: day, middle, 50 % and 90 % band. */
export function estimateRows({ estimate }: Pick<Brief, "estimate">): string[][] {
  const days = estimate?.days ?? [];
  const count = Math.min(days.length, MOST_DAYS);
  return Array.from({ length: count }, (_, i) => {
    const { date, median, p25, p75, p05, p95 } = days[count === 1 ? 0 : Math.round((i * (days.length - 1)) / (count - 1))] as DayEstimate;
    return [writeDate(date), writeMen(median), `${writeMen(p25)}–${writeMen(p75)}`, `${writeMen(p05)}–${writeMen(p95)}`];
  });
}

/** How a reader is to take words, letters and bands; the same under every brief. */
export const LEGEND: readonly string[] = [
  `Likelihood, after ICD 203: ${likelihoods}. Confidence (low, moderate, high) says how good the grounds are, and is another thing.`,
  "Grade, after the Admiralty code: reliability of the source (A completely reliable, B usually, C fairly, D not usually, E unreliable, F cannot be judged), given by a person, F until then; and credibility of what it says (1 confirmed by other independent sources, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged), worked out from independent statements and the estimate.",
  "The interval holds the number with a probability of 90 %, the inner band with 50 %, if the sources err as sources are expected to. Numbers of the estimate are rounded to two digits.",
  "However many reports repeat it, what one source said once is one statement.",
];

/** The charts of a page: for a screen and for a telephone, on either scale. */
export const CHARTS = [
  { name: "wide", width: 760, scale: "linear" }, { name: "narrow", width: 360, scale: "linear" }, { name: "wide", width: 760, scale: "log" }, { name: "narrow", width: 360, scale: "log" },
] as const;
export const scenesOf = (brief: Brief): Scene[] => CHARTS.map((options) => sceneOf(brief, options));
