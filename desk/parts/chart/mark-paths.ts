import type { Scene } from "../../../src/brief/chart/scene.ts";
import { STEPS_OF_SYMBOLS } from "./shapes.ts";
import { zoomOf, type View, type Zoom } from "./view.ts";

type Mark = Scene["marks"][number];

/** All marks of one source as a few paths: a browser draws five paths at once, and five hundred elements not. */
export interface MarkPaths {
  style: number;
  /** The days that a mark may mean. */
  days: string;
  /** Arrows and ranges. */
  stems: string;
  solid: string;
  hollow: string;
}

/** Pixels beside the plot within which a mark still shows. */
const BESIDE = 10;

/** Whether any of a mark shows in a view. */
export function isInView({ x, days }: Mark, { at }: Zoom, { left, right }: Scene["plot"]): boolean {
  return at(days?.right ?? x) >= left - BESIDE && at(days?.left ?? x) <= right + BESIDE;
}

/** The marks that show in a view, source by source in the order of their styles. */
export function markPathsOf(scene: Scene, view: View): MarkPaths[] {
  const zoom = zoomOf(scene, view);
  const found = new Map<number, MarkPaths>();
  for (const mark of scene.marks) {
    if (!isInView(mark, zoom, scene.plot)) continue;
    const paths = found.get(mark.style) ?? { style: mark.style, days: "", stems: "", solid: "", hollow: "" };
    found.set(mark.style, paths);
    const [x, y] = [round(zoom.at(mark.x)), round(mark.y)];
    if (mark.days !== null) paths.days += `M${round(zoom.at(mark.days.left))},${y}H${round(zoom.at(mark.days.right))}`;
    if (mark.range !== null) paths.stems += `M${x - 4},${mark.range.top}h8M${x},${mark.range.top}V${mark.range.bottom}M${x - 4},${mark.range.bottom}h8`;
    if (mark.arrow !== null) paths.stems += `M${x},${y}${ARROWS[mark.arrow]}`;
    paths[mark.isHollow ? "hollow" : "solid"] += `M${x},${y}${STEPS_OF_SYMBOLS[mark.style]}`;
  }
  return [...found.values()].sort((a, b) => a.style - b.style);
}

const round = (place: number): number => Math.round(place * 10) / 10;

/** From a mark's middle: a stem that begins at its edge, and its tip. */
const ARROWS = { up: "m0,-5v-15m-3.5,5l3.5,-5l3.5,5", down: "m0,5v15m-3.5,-5l3.5,5l3.5,-5" } as const;
