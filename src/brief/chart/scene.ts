import type { Brief, ChartMark } from "../../claims/index.ts";
import { writeMen } from "../numbers.ts";
import { writeDate } from "../dates.ts";
import { bandsOf, changesOf, type BandShape, type ChangeRange } from "./bands.ts";
import { labelMarks } from "./labels.ts";
import { layoutOf, WIDE, type Layout } from "./layout.ts";
import { laneMarks, levelMarks, type Lane, type PlacedMark } from "./marks.ts";
import { scalesOf, type AxisX, type AxisY, type ScaleKind } from "./scales.ts";
import { seriesOf, type Series } from "./series.ts";

/** Everything that the chart draws, in pixels of the drawing's own width and height; nothing in it depends on who draws. */
export interface Scene {
  width: number;
  height: number;
  title: string;
  subtitle: string;
  /** The chart in a sentence or two, for those who do not see it. */
  description: string;
  x: AxisX;
  y: AxisY;
  /** The outer band first, so that it lies beneath. */
  bands: BandShape[];
  /** SVG path of the median; null where there is no estimate. */
  median: string | null;
  /** What the estimate ends at. */
  end: { x: number; y: number; label: string; range: string } | null;
  changes: ChangeRange[];
  lanes: Lane[];
  marks: PlacedMark[];
  series: Series[];
  plot: Layout["plot"];
  legend: Layout["legend"];
  key: Layout["key"];
}

export interface SceneOptions {
  /** Pixels, 280 or more. */
  width: number;
  scale: ScaleKind;
}

const titleOf = ({ situation: { force, place } }: Brief): string => `${force}${place === null ? "" : ` in ${place}`}`;

function subtitleOf({ asOf, estimate }: Brief, { scale, width }: SceneOptions): string {
  const what = width < WIDE ? "Personnel" : estimate === null ? "Personnel as reported" : "Personnel: estimate and reports";
  return `${what}, to ${writeDate(asOf)}${scale === "log" ? "; log scale" : ""}`;
}

function descriptionOf({ estimate, marks, asOf }: Brief, series: readonly Series[]): string {
  const told = `${marks.length} ${marks.length === 1 ? "statement" : "statements"} of ${series.length} ${series.length === 1 ? "source" : "sources"}`;
  const last = estimate?.days.at(-1);
  if (last === undefined) return `${told}; no estimate.`;
  return `The estimate stands at about ${writeMen(last.median)} on ${writeDate(asOf)}, between ${writeMen(last.p05)} and ${writeMen(last.p95)} with a probability of 90 %. Shown with it: ${told}. The same as tables: below.`;
}

const isLevel = ({ kind }: ChartMark): boolean => kind === "level" || kind === "part";

/**
 * The chart of a brief, laid out: bands, median, every statement, changes, axes and legend. Pure; `toSvg` makes a picture of it,
 * and a page may draw it live.
 */
export function sceneOf(brief: Brief, { width, scale }: SceneOptions): Scene {
  const { estimate, marks } = brief;
  const series = seriesOf(marks);
  const lanes = { moves: marks.filter(({ kind }) => kind === "up" || kind === "down"), announced: marks.filter(({ kind }) => kind === "announced") };
  const layout = layoutOf(Math.max(280, width), series, { moves: lanes.moves.length > 0, announced: lanes.announced.length > 0, estimate: estimate !== null });
  const levels = marks.filter((mark) => isLevel(mark) && mark.quantity !== null);
  const { x, y, axisX, axisY } = scalesOf(brief, levels, layout, scale);
  const placed = [
    ...levelMarks(levels, series, x, y),
    ...laneMarks(lanes.moves, series, x, layout.lanes.moves), ...laneMarks(lanes.announced, series, x, layout.lanes.announced),
  ];
  const last = estimate?.days.at(-1);
  return {
    width: layout.width, height: layout.height, title: titleOf(brief), subtitle: subtitleOf(brief, { scale, width }), description: descriptionOf(brief, series),
    x: axisX, y: axisY, ...bandsOf(estimate, x, y),
    end: last === undefined ? null : { x: x(last.date), y: y(last.median), label: `about ${writeMen(last.median)}`, range: `${writeMen(last.p05)}–${writeMen(last.p95)}` },
    changes: changesOf(estimate, x, layout.plot), lanes: [layout.lanes.moves, layout.lanes.announced].filter((lane) => lane !== null),
    marks: labelMarks(placed, layout.plot), series, plot: layout.plot, legend: layout.legend, key: layout.key,
  };
}
