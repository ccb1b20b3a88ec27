import type { ChartMark } from "../../claims/index.ts";

/** One source, by a colour and a shape of its own; both are numbers into the tables of whoever draws. */
export interface Series {
  source: string;
  /** 0 to {@link MOST_SERIES} - 1; the last stands for all other sources. */
  style: number;
  marks: number;
}

/** Colours and shapes that can be told apart; more sources than that share the last one. */
export const MOST_SERIES = 7;
export const OTHERS = "Other sources";

/** A figure in the plot wants a colour of its own more than a mark in a lane, whatever their number. */
const weightOf = ({ kind }: ChartMark): number => (kind === "level" ? 1_000 : kind === "announced" ? 1 : 10);

/** Sources with the most figures first. */
export function seriesOf(marks: readonly ChartMark[]): Series[] {
  const counts = new Map<string, number>();
  const weights = new Map<string, number>();
  for (const mark of marks) {
    counts.set(mark.source, (counts.get(mark.source) ?? 0) + 1);
    weights.set(mark.source, (weights.get(mark.source) ?? 0) + weightOf(mark));
  }
  const sorted = [...counts].sort(([a], [b]) => (weights.get(b) as number) - (weights.get(a) as number) || (a < b ? -1 : 1));
  const own = sorted.length <= MOST_SERIES ? sorted : sorted.slice(0, MOST_SERIES - 1);
  const rest = sorted.slice(own.length).reduce((sum, [, count]) => sum + count, 0);
  const series = own.map(([source, count], style) => ({ source, style, marks: count }));
  return rest === 0 ? series : [...series, { source: OTHERS, style: MOST_SERIES - 1, marks: rest }];
}

/** The style of a source. */
export const styleOf = (series: readonly Series[], source: string): number => series.find((one) => one.source === source)?.style ?? MOST_SERIES - 1;
