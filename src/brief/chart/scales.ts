import { scaleLinear, scaleSymlog, scaleUtc } from "d3-scale";
import { utcFormat } from "d3-time-format";
import type { Brief, ChartMark } from "../../claims/index.ts";
import { writeCount } from "../numbers.ts";
import type { Layout } from "./layout.ts";

export type ScaleKind = "linear" | "log";

export interface Tick {
  at: number;
  label: string;
  /** A second line: the year where one begins. */
  below: string | null;
}

export interface AxisX {
  /** First and last day. */
  domain: [string, string];
  range: [number, number];
  ticks: Tick[];
}

export interface AxisY {
  kind: ScaleKind;
  /** The logarithmic scale is that of the estimate, log10(number + 50), on which there is a place for nobody at all. */
  constant: number;
  domain: [number, number];
  range: [number, number];
  ticks: Tick[];
}

export type X = (day: string) => number;
export type Y = (men: number) => number;

const SYMLOG_CONSTANT = 50;
/** Room above the greatest figure, so that its mark is whole. */
const HEADROOM: Readonly<Record<ScaleKind, number>> = { linear: 1.06, log: 1.35 };
/** Pixels that a label needs. */
const ROOM = { x: 64, y: 44 } as const;

const toDate = (day: string): Date => new Date(`${day}T00:00:00Z`);
const round = (value: number): number => Math.round(value * 10) / 10;

const monthOf = utcFormat("%b");
const dayOf = utcFormat("%-d %b");
const yearOf = utcFormat("%Y");

function timeTicks(scale: ReturnType<typeof scaleUtc<number, number>>, width: number): Tick[] {
  const dates = scale.ticks(Math.max(2, Math.floor(width / ROOM.x)));
  const byMonth = dates.every((date) => date.getUTCDate() === 1);
  const byYear = byMonth && dates.every((date) => date.getUTCMonth() === 0);
  let year = "";
  return dates.map((date) => {
    const isNew = yearOf(date) !== year;
    year = yearOf(date);
    return { at: round(scale(date)), label: byYear ? year : byMonth ? monthOf(date) : dayOf(date), below: isNew && !byYear ? year : null };
  });
}

const LOG_STEPS = [1, 3] as const;

function logTicks(most: number): number[] {
  const ticks = [0];
  for (let power = 100; power <= most; power *= 10) for (const step of LOG_STEPS) if (power * step <= most) ticks.push(power * step);
  return ticks;
}

/** The greatest number that must have a place: figures, and the inner band; the outer band may be cut off. */
function mostOf({ estimate }: Brief, levels: readonly ChartMark[]): number {
  const figures = levels.flatMap(({ quantity }) => [quantity?.low, quantity?.high, quantity?.point].filter((value) => value != null));
  const days = estimate?.days ?? [];
  const inner = days.reduce((most, { p75 }) => Math.max(most, p75), 0);
  return Math.max(100, ...figures, inner, days.at(-1)?.p95 ?? 0);
}

const LEAST_DAYS = 30;

function firstDay({ estimate, marks, asOf }: Brief): string {
  const days = [...(estimate === null ? [] : [estimate.from]), ...marks.map(({ from }) => from)];
  // A chart of a few days has no shape.
  const latest = new Date(toDate(asOf).getTime() - LEAST_DAYS * 86_400_000).toISOString().slice(0, 10);
  return days.reduce((least, day) => (day < least ? day : least), latest);
}

export interface Scales {
  x: X;
  y: Y;
  axisX: AxisX;
  axisY: AxisY;
}

export function scalesOf(brief: Brief, levels: readonly ChartMark[], { plot }: Layout, kind: ScaleKind): Scales {
  const domain: [string, string] = [firstDay(brief), brief.asOf];
  const time = scaleUtc().domain(domain.map(toDate)).range([plot.left, plot.right]).clamp(true);
  const most = mostOf(brief, levels) * HEADROOM[kind];
  const base = kind === "log" ? scaleSymlog().constant(SYMLOG_CONSTANT) : scaleLinear();
  const scale = base.domain([0, most]).range([plot.bottom, plot.top]).clamp(true);
  const values = kind === "log" ? logTicks(most) : scale.ticks(Math.floor((plot.bottom - plot.top) / ROOM.y));
  return {
    x: (day) => round(time(toDate(day))), y: (men) => round(scale(men)),
    axisX: { domain, range: [plot.left, plot.right], ticks: timeTicks(time, plot.right - plot.left) },
    axisY: { kind, constant: SYMLOG_CONSTANT, domain: [0, most], range: [plot.bottom, plot.top], ticks: values.map((value) => ({ at: round(scale(value)), label: writeCount(value), below: null })) },
  };
}
