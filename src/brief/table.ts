import {
  formatDay, fromDayNumber, nameKey, type Certainty, type ChartMark, type Days, type Estimate, type Row, type Segment, type SourceEstimate, type SourceRecord,
} from "../claims/index.ts";
import { newestFirst, type Case } from "./case.ts";
import { directionOf } from "./relations.ts";
import { count, percent, plain, say } from "./segments.ts";
import { isLevel, menOf, sourceName, type Told } from "./told.ts";
import { predicate } from "./wording.ts";

/** How firmly a source speaks; not the words of ICD 203, which are for what we think. */
const FIRMNESS: Readonly<Record<Certainty, string>> = { certain: "as fact", probable: "hedged", possible: "tentatively", unknown: "as not known" };

function useOf({ estimate }: Case, { id, claim, influence }: Told): string {
  if (claim.reality !== "actual") return "kept apart: not so yet";
  if (influence !== null) return influence.information < 0.005 ? "counted, changes nothing" : "counted";
  const unused = estimate?.unused.find(({ statement }) => statement === id)?.reason;
  return unused === undefined ? "not counted" : `not counted: ${unused}`;
}

/** Every statement as a row, those that hold of the latest days first. */
export function tableOf(one: Case): Row[] {
  return newestFirst(one.told).map((told): Row => {
    const { claim, claims, heard, reference } = told;
    const { reliability, credibility, why } = one.gradeOf(told);
    const reports = [...new Set(claims.map(({ document }) => document.sha256))];
    return {
      statement: told.id, claim: claims[0]?.id ?? told.id, source: sourceName(told), says: predicate(told), certainty: FIRMNESS[claim.certainty as Certainty],
      asOf: claim.asOf, said: heard.edtf, place: claim.place, reliability, credibility, why, reports, reference: reference.number, use: useOf(one, told),
    };
  });
}

/** Below this many powers of ten a source leans no way that could be told. */
const LEAST_LEAN = 0.04;
/** Figures of a source that the estimate must know before it speaks of its record. */
const LEAST_FIGURES = 2;

/** How a source's figures have stood to the estimate so far: a hint for whoever grades it. */
function recordOf(estimate: Estimate | null, statements: readonly Told[]): Segment[] {
  const ids = statements.map(({ id }) => id);
  const figures = statements.filter((told) => told.influence?.surprise !== undefined);
  const off = figures.filter(({ influence }) => (influence?.surprise ?? 0) > 0.5);
  const found = estimate?.influence.find(({ statement }) => ids.includes(statement as string));
  const at = estimate?.sources.findIndex(({ source }) => source === found?.source) ?? -1;
  const source: SourceEstimate | undefined = estimate?.sources[at];
  if (figures.length < LEAST_FIGURES || source === undefined) return say`too few figures to tell`;
  const lean = Math.abs(source.bias) < LEAST_LEAN || Math.abs(source.bias) < source.biasSd ? say`no lean that can be told`
    : say`about ${percent(Math.abs(10 ** source.bias - 1), `/sources/${at}/bias`)} ${source.bias > 0 ? "above" : "below"} the rest`;
  return say`${count(figures.map(({ id }) => id))} figures, ${lean}${off.length === 0 ? "" : say`; ${count(off.map(({ id }) => id))} hard to believe`}`;
}

/** Each source with its grade and, beside it, its record. */
export function sourcesOf(one: Case): SourceRecord[] {
  const groups = new Map<string, Told[]>();
  for (const told of one.told) {
    const key = nameKey(sourceName(told));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [told]);
    else group.push(told);
  }
  return [...groups.values()].map((told): SourceRecord => {
    const [first] = told as [Told];
    const { reliability, isGraded } = one.gradeOf(first);
    return { source: sourceName(first), reliability, isGraded, statements: told.map(({ id }) => id), record: recordOf(one.estimate, told) };
  }).sort((a, b) => b.statements.length - a.statements.length || (a.source < b.source ? -1 : 1));
}

const dayOf = (day: number): string => formatDay(fromDayNumber(day));

function markKind(told: Told): ChartMark["kind"] | null {
  const { claim, extent } = told;
  if (claim.reality !== "actual") return "announced";
  if (isLevel(told)) return "level";
  if (claim.kind === "strength" && claim.polarity === "affirmed" && extent === "part" && menOf(claim.quantity) !== null) return "part";
  return claim.polarity === "affirmed" ? directionOf(told) : null;
}

/** Where a mark stands: the days it may mean, within those of the estimate; an open end is its other one. */
function span(days: Days, { estimate, asOf }: Case): { from: string; to: string } {
  const [from, to] = [Number.isFinite(days.from) ? days.from : days.to, Number.isFinite(days.to) ? days.to : days.from].map(dayOf) as [string, string];
  const [first, last] = [estimate?.from ?? from, asOf];
  return { from: from < first ? first : from, to: to > last && from <= last ? last : to };
}

/** What the chart shows of each statement; what has no date or cannot be drawn is left to the table. */
export function marksOf(one: Case): ChartMark[] {
  return one.told.flatMap((told): ChartMark[] => {
    const kind = markKind(told);
    const { claim, heard, holds, reference, id } = told;
    const days = kind === "announced" ? (heard.days ?? holds) : (holds ?? heard.days);
    if (kind === null || days === null || !(Number.isFinite(days.from) || Number.isFinite(days.to))) return [];
    const { quantity } = claim;
    return [{
      statement: id, source: sourceName(told), reference: reference.number, label: plain(predicate(told)), kind, ...span(days, one),
      quantity: quantity === null || menOf(quantity) === null ? null : { low: quantity.low, high: quantity.high, point: quantity.point, words: quantity.words },
    }];
  });
}
