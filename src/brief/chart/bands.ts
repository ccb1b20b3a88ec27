import { area, line } from "d3-shape";
import type { DayEstimate, Estimate } from "../../claims/index.ts";
import type { Box } from "./layout.ts";
import type { X, Y } from "./scales.ts";

export interface BandShape {
  /** Percent that it holds. */
  level: 50 | 90;
  /** SVG path. */
  path: string;
}

export interface ChangeRange {
  /** Place in the estimate's list of changes. */
  change: number;
  direction: "up" | "down";
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Days that are drawn: more of them than pixels would draw nothing more. */
function thinned(days: readonly DayEstimate[], width: number): DayEstimate[] {
  const step = Math.max(1, Math.floor((1.5 * days.length) / Math.max(1, width)));
  return days.filter((_, i) => i % step === 0 || i === days.length - 1);
}

export function bandsOf(estimate: Estimate | null, x: X, y: Y): { bands: BandShape[]; median: string | null } {
  if (estimate === null) return { bands: [], median: null };
  const [first, last] = [estimate.days[0], estimate.days.at(-1)] as [DayEstimate, DayEstimate];
  const days = thinned(estimate.days, x(last.date) - x(first.date));
  const band = (low: "p05" | "p25", high: "p75" | "p95") => area<DayEstimate>().x(({ date }) => x(date)).y0((day) => y(day[low])).y1((day) => y(day[high])).digits(1)(days) ?? "";
  return {
    bands: [{ level: 90, path: band("p05", "p95") }, { level: 50, path: band("p25", "p75") }],
    median: line<DayEstimate>().x(({ date }) => x(date)).y(({ median }) => y(median)).digits(1)(days),
  };
}

/** Least width at which a change can be seen. */
const LEAST_WIDTH = 3;

export function changesOf(estimate: Estimate | null, x: X, { top, bottom }: Box): ChangeRange[] {
  return (estimate?.changes ?? []).map(({ from, to, direction }, change) => {
    const [left, right] = [x(from), x(to)];
    return { change, direction: direction as "up" | "down", left, right: Math.max(right, left + LEAST_WIDTH), top, bottom };
  });
}
