import type { Reason } from "../claims/index.ts";
import { compareAmounts, type AmountFinding } from "./amount.ts";
import { compareOccasions, type OccasionFinding } from "./occasion.ts";
import { comparePlaces, type PlaceFinding } from "./place.ts";
import { resemblance } from "./sketch.ts";
import { compareSources, type SourceFinding } from "./source.ts";
import type { Companion, Companions, View } from "./view.ts";
import { LATE_RELAY_DAYS, LEAST_SCORE, probabilityOf, WEIGHTS } from "./weights.ts";

export interface Comparison {
  /** Probability that both are one statement, in [0, 1]. */
  score: number;
  reasons: Reason[];
}

const differ = (a: string, b: string): boolean => a !== "" && b !== "" && a !== b;

const isSame = (x: Companion, y: Companion): boolean => x.theme === y.theme && compareAmounts(x.amount, y.amount) !== null;
const lacks = (companions: Companions, x: Companion): boolean => !companions.some((y) => isSame(x, y));

/** Whether each has a figure for one thing in one place that the other does not have: two answers to one question. */
const contradict = (a: Companions, b: Companions): boolean =>
  a.some((x) => lacks(b, x) && b.some((y) => y.theme === x.theme && y.place === x.place && lacks(a, y)));

/** A claim laid beside itself stands for a reprint of it, which is another document. */
const isOneDocument = (a: View, b: View): boolean => a !== b && a.home.document === b.home.document;

/** Other figures that both have from the source; in one document they are the same ones, and tell nothing. */
function commonCompanions(a: View, b: View): number {
  if (isOneDocument(a, b)) return 0;
  const common = a.companions.filter((x) => b.companions.some((y) => x.theme === y.theme && compareAmounts(x.amount, y.amount)?.rule === "quantity/figure"));
  return Math.min(2, common.length - (a.amount === null ? 0 : 1));
}

/** Whether both give figures, and one of them a figure that the other does not. */
const haveMissing = (a: Companions, b: Companions): boolean => a.length > 0 && b.length > 0 && (a.some((x) => lacks(b, x)) || b.some((y) => lacks(a, y)));

/** What a claim says, for which there are findings of its own. */
interface Findings {
  source: SourceFinding;
  amount: AmountFinding;
  place: PlaceFinding;
  occasion: OccasionFinding;
}

const NAMED_ALIKE: readonly string[] = ["source/person", "source/name", "source/body"];

/**
 * What speaks for and against one statement, or null where it is ruled out, whatever else speaks for it: another kind,
 * force, unit or country; two sources; quantities that exclude each other; days too far apart; two channels; or a
 * document each in which the source gives other figures for the same thing.
 */
function findingsOf(a: View, b: View): Findings | null {
  if (a.deed !== b.deed || a.force !== b.force || differ(a.unitName, b.unitName)) return null;
  const occasion = compareOccasions(a.occasion, b.occasion);
  const source = occasion && compareSources(a.source, b.source);
  const amount = source && compareAmounts(a.amount, b.amount, NAMED_ALIKE.includes(source.rule));
  const place = amount && comparePlaces(a.place, b.place);
  if (occasion === null || source === null || amount === null || place === null) return null;
  if (a.amount === null && b.amount === null && a.size !== b.size) return null;
  if (differ(a.channels.join(), b.channels.join()) || contradict(a.companions, b.companions)) return null;
  return { source, amount, place, occasion };
}

/** Days between two dates as of which something holds; an open beginning ("until recently") is another date than a day. */
function asOfDiffers(a: View["asOf"], b: View["asOf"]): boolean {
  if (a === null || b === null) return false;
  if ((a.from === -Infinity) !== (b.from === -Infinity)) return true;
  return Math.max(a.from, b.from) - Math.min(a.to, b.to) > LATE_RELAY_DAYS;
}

/** An old figure is repeated on every occasion: that two claims recall it does not make them one. */
const isRecall = ({ asOf, occasion }: View): boolean => asOf !== null && (asOf.from === -Infinity || asOf.to < occasion.from - LATE_RELAY_DAYS);

/** Shingles below which equal words may be chance. */
const TELLING_SHINGLES = 8;

/**
 * How far the words of the one are those of the other. Where the documents are near-copies, a short clause tells as much as
 * a long one; but a copy has many claims, of which each repeats one, so the documents alone say nothing. Two claims of one clause
 * are no copies of one another. Claims whose words are not known are compared by their documents.
 */
function copied(a: View, b: View): number {
  const isOne = isOneDocument(a, b);
  if (isOne && a.home.start < b.home.end && b.home.start < a.home.end) return 0;
  const documents = isOne ? 0 : resemblance(a.document, b.document);
  if (a.evidence.length === 0 || b.evidence.length === 0) return documents;
  const telling = Math.min(1, Math.min(a.evidence.length, b.evidence.length) / TELLING_SHINGLES);
  return resemblance(a.evidence, b.evidence) * Math.max(telling, documents);
}

const percent = (share: number): string => `${Math.round(share * 100)} % of the words`;

/**
 * Lays two claims side by side.
 *
 * @returns the findings and the probability that follows from them; null where one statement is ruled out
 */
export function compare(a: View, b: View): Comparison | null {
  const findings = findingsOf(a, b);
  if (findings === null) return null;
  const reasons: Reason[] = [{ rule: "prior", weight: WEIGHTS.prior }];
  const add = (rule: string, weight: number, words?: string): void => void reasons.push(words === undefined ? { rule, weight } : { rule, weight, words });
  for (const finding of Object.values(findings) as { rule: string; weight: number }[]) {
    if (finding.weight !== 0) add(finding.rule, finding.weight);
  }
  if (isOneDocument(a, b) && findings.source.rule === "source/unnamed") add("document/one-voice", -WEIGHTS.bothUnnamed);
  if (asOfDiffers(a.asOf, b.asOf)) add("as-of/other", WEIGHTS.otherAsOf);
  if (a.reality !== b.reality) add("reality/other", WEIGHTS.otherReality);
  if ((a.unitName === "") !== (b.unitName === "")) add("unit/one", WEIGHTS.oneUnit);
  if (a.via.some((name) => b.via.includes(name))) add("via/same", WEIGHTS.sameVia);
  const companions = commonCompanions(a, b);
  if (companions > 0) add("companions/common", companions * WEIGHTS.companion);
  if (haveMissing(a.companions, b.companions)) add("companions/missing", WEIGHTS.companionMissing);
  if (isRecall(a) && isRecall(b)) add("as-of/recalled", WEIGHTS.recalled);
  const share = copied(a, b);
  if (share > WEIGHTS.leastCopied) add("words/copied", (WEIGHTS.copiedWords * (share - WEIGHTS.leastCopied)) / (1 - WEIGHTS.leastCopied), percent(share));
  return { score: probabilityOf(reasons.reduce((sum, { weight }) => sum + weight, 0)), reasons };
}

const APART: readonly string[] = ["occasion/late", "occasion/next-day"];

/**
 * Whether two claims must not come together by way of a third: one statement is ruled out, or they are some days apart
 * and the rest does not make up for it. What has no date would else join an old statement with a new one.
 */
export function isKeptApart(a: View, b: View): boolean {
  const findings = findingsOf(a, b);
  return findings === null || (APART.includes(findings.occasion.rule) && (compare(a, b)?.score ?? 0) < LEAST_SCORE);
}
