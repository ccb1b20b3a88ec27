import type { Change, Confidence, DayEstimate, Estimate, Segment, Sentence } from "../../claims/index.ts";
import { dayIndex, isWithin, type Case } from "../case.ts";
import { capital, confidence, count, date, days, itIs, likelihood, men, name, number, percent, say } from "../segments.ts";
import { oneForEach } from "../credibility.ts";
import { isLevel, type Told } from "../told.ts";
import { forceAtStart, named } from "../wording.ts";
import { conflictsOf, isOfFigures, type Disagreement } from "./conflicts.ts";

/** Below this the lower end says nothing: "fewer than so many". */
const LEAST_LOWER_END = 50;
/** Days before the brief's in which a source must have spoken to count for its confidence. */
const RECENT_DAYS = 90;
/** Upper through lower end of the 90 % band, each with 50 added as in the estimate's scale. */
const SPREAD = { narrow: 3, wide: 10 } as const;

const inPlace = ({ situation: { place } }: Case): Segment[] => (place === null ? [] : say` in ${name(place)}`);

/** The number as an interval with the word for the chance that it holds: 90 % between the ends, 95 % below the upper one. */
export function intervalSentence(one: Case, estimate: Estimate): Sentence {
  const at = estimate.days.length - 1;
  const { p05, p95 } = estimate.days[at] as DayEstimate;
  const [low, high] = [men(p05, `/days/${at}/p05`), men(p95, `/days/${at}/p95`)];
  const range = p05 < LEAST_LOWER_END ? say`fewer than ${high}` : say`between ${low} and ${high}`;
  return say`${forceAtStart(one.situation.force)} ${likelihood(p05 < LEAST_LOWER_END ? 0.95 : 0.9, null)} had ${range} personnel${inPlace(one)} on ${date(one.asOf)}.`;
}

/** Words of ICD 203 that also stand before a verb. */
const ADVERBS: ReadonlySet<string> = new Set(["likely", "very likely"]);

/** A change between two days with the medians on both. */
export function changeSentence({ year }: Case, estimate: Estimate, at: number): Sentence {
  const change = estimate.changes[at] as Change;
  const [from, to] = [dayIndex(estimate, change.from), dayIndex(estimate, change.to)];
  const ends = from === null || to === null ? [] : say`, from about ${men((estimate.days[from] as DayEstimate).median, `/days/${from}/median`)} to about ${men((estimate.days[to] as DayEstimate).median, `/days/${to}/median`)}`;
  const verb = change.direction === "up" ? "rose" : "fell";
  const when = say` ${verb} between ${date(change.from, year)} and ${date(change.to, year)}${ends}.`;
  const word = likelihood(change.probability, `/changes/${at}/probability`);
  // "The number likely fell", but "it is almost certain that the number fell".
  return ADVERBS.has((word as { text: string }).text) ? say`The number ${word}${when}` : capital(say`${itIs(change.probability, `/changes/${at}/probability`)} the number${when}`);
}

/** The last change since the day from which changes are told, or that there was none. */
function lastChange(one: Case, estimate: Estimate): Sentence {
  const at = estimate.changes.findLastIndex(({ to }) => to >= one.since);
  if (at >= 0) return changeSentence(one, estimate, at);
  const { days, factor, up, down, alarm } = estimate.recent;
  const by = percent(factor - 1, "/recent/factor");
  const before = say`in the ${number(String(days), { kind: "estimate", path: "/recent/days" })} days before`;
  if (alarm < 0.45) return capital(say`${itIs(alarm, "/recent/alarm")} the number changed by ${by} or more ${before}.`);
  const [verb, path] = up > down ? (["rose", "/recent/up"] as const) : (["fell", "/recent/down"] as const);
  return capital(say`${itIs(Math.max(up, down), path)} the number ${verb} by ${by} or more ${before}.`);
}

/** Whether those who gave figures lately disagree, with each other or with what another says. */
function quarrelOf(recent: readonly Told[], conflicts: readonly Disagreement[]): string {
  const mouths = new Set(recent.map(({ mouth }) => mouth));
  const spoke = conflicts.filter(isOfFigures).map((sides) => sides.filter((told) => isLevel(told) && mouths.has(told.mouth)).length);
  if (spoke.includes(2)) return ", and they do not agree";
  return spoke.some((of) => of > 0) ? ", and what else was said does not agree" : "";
}

/** How good what the judgement rests on is, and why: sources that spoke lately, conflicts, the width of the band. */
function confidenceSentence(one: Case, estimate: Estimate): Sentence {
  const recent = oneForEach(one.told.filter((told) => isLevel(told) && told.independent && isWithin(one, told, RECENT_DAYS)));
  const quarrel = quarrelOf(recent, conflictsOf(one));
  const { p05, p95 } = estimate.days.at(-1) as DayEstimate;
  const spread = (p95 + 50) / (p05 + 50);
  const level: Confidence = recent.length < 2 || spread > SPREAD.wide ? "low" : recent.length > 2 && quarrel === "" && spread < SPREAD.narrow ? "high" : "moderate";
  const ids = recent.map(({ id }) => id);
  const rests = recent.length === 0 ? say`no named source has given a figure lately` : recent.length === 1 ? say`the latest figures rest on ${named(recent[0] as Told)} alone` : say`${count(ids)} independent sources have given figures lately`;
  const wide = recent.length > 1 && quarrel === "" && spread > SPREAD.wide ? ", but they leave a wide range" : "";
  return say`Confidence in this judgement is ${confidence(level)}: ${rests}${quarrel}${wide}.`;
}

/** Where it is quiet, that is the first thing to know. */
function silence({ unclear }: Estimate, asOf: string): Sentence[] {
  const at = unclear.findIndex(({ kind, to }) => kind === "silence" && to === asOf);
  return at < 0 ? [] : [say`Nothing new has been said for ${days(unclear[at]?.days ?? 0, `/unclear/${at}/days`)} days.`];
}

/** What a reader who has ten seconds takes away. */
export function headlineOf(one: Case): Sentence[] {
  if (one.estimate === null) return [say`How many personnel ${name(one.situation.force)} had${inPlace(one)} on ${date(one.asOf)} cannot be told: no report gives a number.`];
  return [intervalSentence(one, one.estimate), lastChange(one, one.estimate), ...silence(one.estimate, one.asOf), confidenceSentence(one, one.estimate)];
}
