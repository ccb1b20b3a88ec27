import type { ChartMark } from "../../claims/index.ts";
import type { X, Y } from "./scales.ts";
import { styleOf, type Series } from "./series.ts";

/** A strip below the plot for what has a day and no place on the scale of numbers. */
export interface Lane {
  id: "moves" | "announced";
  label: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** A statement in its place. */
export interface PlacedMark {
  statement: string;
  reference: number;
  source: string;
  /** Colour and shape, as in {@link Series}. */
  style: number;
  kind: ChartMark["kind"];
  x: number;
  y: number;
  /** Days that the statement may mean, where they are more than a few pixels wide. */
  days: { left: number; right: number } | null;
  /** A range of numbers. */
  range: { top: number; bottom: number } | null;
  /** A bound, or the direction of a movement. */
  arrow: "up" | "down" | null;
  /** Outline only: a part of the force, or what is only announced. */
  isHollow: boolean;
  /** What it says, for a tip and for those who do not see it. */
  title: string;
  /** The number of its reference, where there is room for it; and where it is anchored. */
  label: { x: number; y: number; text: string; anchor: "start" | "end" } | null;
}

/** Days narrower than this are one day. */
const LEAST_DAYS = 9;

const common = (mark: ChartMark, series: readonly Series[], x: X): Pick<PlacedMark, "statement" | "reference" | "source" | "style" | "kind" | "title" | "label"> & { left: number; right: number } => ({
  statement: mark.statement, reference: mark.reference, source: mark.source, style: styleOf(series, mark.source), kind: mark.kind,
  title: `${mark.source} ${mark.label} [${mark.reference}]`, label: null, left: x(mark.from), right: x(mark.to),
});

/** Where a figure stands on the scale, and which way it is open. */
function standing({ low, high, point }: NonNullable<ChartMark["quantity"]>): { at: number; arrow: "up" | "down" | null; range: [number, number] | null } {
  if (high === null) return { at: point ?? low ?? 0, arrow: "up", range: null };
  if (low === null || low === 0) return { at: point ?? high, arrow: high === 0 ? null : "down", range: null };
  if (low === high) return { at: low, arrow: null, range: null };
  return { at: point ?? (low + high) / 2, arrow: null, range: [low, high] };
}

/** Figures on the scale of numbers. A part of the force bounds the whole from below, and is told by its outline. */
export function levelMarks(marks: readonly ChartMark[], series: readonly Series[], x: X, y: Y): PlacedMark[] {
  return marks.flatMap((mark): PlacedMark[] => {
    if (mark.quantity === null) return [];
    const { left, right, ...rest } = common(mark, series, x);
    const { at, arrow, range } = standing(mark.quantity);
    return [{
      ...rest, x: (left + right) / 2, y: y(at), days: right - left < LEAST_DAYS ? null : { left, right },
      range: range === null ? null : { top: y(range[1]), bottom: y(range[0]) }, arrow, isHollow: mark.kind === "part",
    }];
  });
}

/** Marks of a lane keep this far apart, else one steps down a row. */
const STEP = 13;
const ROWS = 2;
/** Pixels from the top of the lane. */
const LANE_ROWS = { first: 14, step: 14 } as const;

export function laneMarks(marks: readonly ChartMark[], series: readonly Series[], x: X, lane: Lane | null): PlacedMark[] {
  if (lane === null) return [];
  const lastOfRow = Array.from({ length: ROWS }, () => -Infinity);
  const sorted = marks.map((mark) => ({ mark, ...common(mark, series, x) })).sort((a, b) => a.right - b.right || a.reference - b.reference);
  return sorted.map(({ mark, left, right, ...rest }): PlacedMark => {
    const wanted = (left + right) / 2;
    const free = lastOfRow.findIndex((last) => wanted - last >= STEP);
    const row = free < 0 ? lastOfRow.indexOf(Math.min(...lastOfRow)) : free;
    // Where both rows are taken a mark stands a little late rather than upon another.
    const at = Math.min(Math.max(wanted, (lastOfRow[row] as number) + STEP), Math.max(wanted, lane.right));
    lastOfRow[row] = at;
    const isAnnounced = mark.kind === "announced";
    return {
      ...rest, x: at, y: lane.top + LANE_ROWS.first + row * LANE_ROWS.step, days: isAnnounced || right - left < LEAST_DAYS ? null : { left, right }, range: null,
      arrow: isAnnounced ? null : (mark.kind as "up" | "down"), isHollow: isAnnounced,
    };
  });
}
