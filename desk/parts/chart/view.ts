import type { Scene } from "../../../src/brief/chart/scene.ts";

/** The part of time that a chart shows, as a stretch of its scene's pixels. */
export interface View {
  left: number;
  right: number;
}

const DAY_MS = 86_400_000;

const timeOf = (day: string): number => Date.parse(`${day}T00:00:00Z`);
export const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** The time at a place of a scene; its scale of time is linear. */
export function timeAt({ x: { domain, range } }: Scene, at: number): number {
  const [from, to] = domain.map(timeOf) as [number, number];
  return from + ((at - range[0]) / (range[1] - range[0])) * (to - from);
}

export function placeOf({ x: { domain, range } }: Scene, time: number): number {
  const [from, to] = domain.map(timeOf) as [number, number];
  return range[0] + ((time - from) / (to - from)) * (range[1] - range[0]);
}

/** Days shown at least. */
const LEAST_DAYS = 14;

/** The view from one day to another, as far as the scene has them; all of it where nothing is given. */
export function viewOf(scene: Scene, from: string | undefined, to: string | undefined): View {
  const [first, last] = scene.x.range;
  return bounded(scene, from === undefined ? first : placeOf(scene, timeOf(from)), to === undefined ? last : placeOf(scene, timeOf(to)));
}

/** The nearest view that lies in the scene and is not too narrow. */
export function bounded(scene: Scene, left: number, right: number): View {
  const [first, last] = scene.x.range;
  const perDay = (placeOf(scene, DAY_MS) - placeOf(scene, 0));
  const width = Math.min(Math.max(right - left, LEAST_DAYS * perDay), last - first);
  const start = Math.min(Math.max((left + right - width) / 2, first), last - width);
  return { left: start, right: start + width };
}

export const isWhole = ({ x: { range } }: Scene, { left, right }: View): boolean => left <= range[0] + 0.5 && right >= range[1] - 0.5;

export const wholeOf = ({ x: { range: [left, right] } }: Scene): View => ({ left, right });

/** How a place of the scene is shown in a view. */
export interface Zoom {
  scale: number;
  shift: number;
  /** From a place of the scene to where it shows, and back. */
  at: (place: number) => number;
  back: (place: number) => number;
}

export function zoomOf({ x: { range } }: Scene, { left, right }: View): Zoom {
  const scale = (range[1] - range[0]) / (right - left);
  const shift = range[0] - left * scale;
  return { scale, shift, at: (place) => place * scale + shift, back: (place) => (place - shift) / scale };
}

const STEPS: readonly (readonly [unit: "day" | "month", count: number, days: number])[] = [
  ["day", 1, 1], ["day", 2, 2], ["day", 7, 7], ["day", 14, 14], ["month", 1, 30], ["month", 2, 61], ["month", 3, 91], ["month", 6, 183], ["month", 12, 365], ["month", 24, 730], ["month", 60, 1826],
];
const LABEL = { day: new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" }), month: new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" }) };

export interface TimeTick {
  at: number;
  label: string;
  /** A second line: the year where one begins. */
  below: string | null;
}

/** Pixels that a label needs. */
const ROOM = 64;

/** Ticks for a part of the scene's time, which the scene has none for. */
export function ticksOf(scene: Scene, view: View): TimeTick[] {
  if (isWhole(scene, view)) return scene.x.ticks;
  const [from, to] = [timeAt(scene, view.left), timeAt(scene, view.right)];
  const most = Math.max(2, Math.floor((scene.x.range[1] - scene.x.range[0]) / ROOM));
  const [unit, count] = STEPS.find(([, , days]) => (to - from) / DAY_MS / days <= most) ?? ["month" as const, 120];
  let year = "";
  return datesBetween(from, to, unit, count).map((time) => {
    const own = dayOf(time).slice(0, 4);
    const below = own === year ? null : own;
    year = own;
    return { at: placeOf(scene, time), label: LABEL[unit].format(time), below };
  });
}

function datesBetween(from: number, to: number, unit: "day" | "month", count: number): number[] {
  const dates: number[] = [];
  if (unit === "day") {
    for (let time = Math.ceil(from / DAY_MS / count) * count * DAY_MS; time <= to; time += count * DAY_MS) dates.push(time);
    return dates;
  }
  const start = new Date(from);
  for (let month = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / count) * count; ; month += count) {
    const time = Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (time > to) return dates;
    if (time >= from) dates.push(time);
  }
}
