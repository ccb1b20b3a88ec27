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

/** Sources with the most marks first. */
export function seriesOf(marks: readonly ChartMark[]): Series[] {
  const counts = new Map<string, number>();
  for (const { source } of marks) counts.set(source, (counts.get(source) ?? 0) + 1);
  const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const own = sorted.length <= MOST_SERIES ? sorted : sorted.slice(0, MOST_SERIES - 1);
  const rest = sorted.slice(own.length).reduce((sum, [, count]) => sum + count, 0);
  const series = own.map(([source, count], style) => ({ source, style, marks: count }));
  return rest === 0 ? series : [...series, { source: OTHERS, style: MOST_SERIES - 1, marks: rest }];
}

/** The style of a source. */
export const styleOf = (series: readonly Series[], source: string): number => series.find((one) => one.source === source)?.style ?? MOST_SERIES - 1;
