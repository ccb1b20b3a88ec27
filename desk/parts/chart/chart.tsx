import { useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import type { Scene } from "../../../src/brief/chart/scene.ts";
import { Axes, Estimate, Marks } from "./plot.tsx";
import { SYMBOLS } from "./shapes.ts";
import { isShown, useGestures } from "./use-gestures.ts";
import { bounded, isWhole, timeAt, dayOf, wholeOf, zoomOf, type View } from "./view.ts";
import styles from "./chart.module.css";

interface ChartProps {
  scene: Scene;
  view: View;
  onView: (view: View) => void;
  /** Place of the mark that is pinned in the scene's list; null for none. */
  pinned: number | null;
  onPin: (mark: number | null) => void;
  onPoint: (mark: number | null) => void;
  /** The source whose marks stand out; null for all. */
  only: number | null;
}

const ABOVE = 18;

/**
 * The chart, drawn from a scene. Pointing shows a statement's words, a click or a tap pins them, a drag zooms to the span that it brushes,
 * two fingers zoom and move, a double click shows everything; with the keyboard the arrow keys go from statement to statement, Enter pins,
 * + and - zoom, 0 shows everything.
 */
export function Chart({ scene, view, onView, pinned, onPin, onPoint, only }: ChartProps) {
  const id = useId().replaceAll(/[^\w-]/g, "");
  const svg = useRef<SVGSVGElement>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const order = useMemo(() => scene.marks.map((_, i) => i).sort((a, b) => (scene.marks[a]?.x ?? 0) - (scene.marks[b]?.x ?? 0)), [scene]);
  const { plot, lanes, width } = scene;
  const bottom = lanes.length === 0 ? plot.bottom + 40 : Math.max(...lanes.map((lane) => lane.bottom)) + 6;
  const top = plot.top - ABOVE;
  const zoom = zoomOf(scene, view);

  const point = (mark: number | null): void => {
    if (mark === pointed) return;
    setPointed(mark);
    onPoint(mark);
  };
  const placeOf = (event: PointerEvent): { x: number; y: number } => {
    const box = svg.current?.getBoundingClientRect();
    if (box === undefined) return { x: 0, y: 0 };
    const ratio = width / box.width;
    return { x: (event.clientX - box.left) * ratio, y: (event.clientY - box.top) * ratio + top };
  };
  const { brush, listeners } = useGestures({ scene, view, placeOf, onView, onPoint: point, onTap: onPin });
  const onKeyDown = (event: KeyboardEvent): void => {
    const act = keysOf({ scene, view, order, pointed, point, onPin, onView })[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  };

  const shown = [pinned, pointed].filter((mark): mark is number => mark !== null && scene.marks[mark] !== undefined);
  return (
    // A chart is neither a picture nor a list: it takes the keys itself and says what it points at.
    // oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions
    <svg
      ref={svg} className={styles["chart"]} viewBox={`0 ${top} ${width} ${bottom - top}`} role="group" aria-roledescription="chart" tabIndex={0} data-only={only ?? undefined} aria-label={`${scene.title}. ${scene.description} Arrow keys go from statement to statement.`}
      {...listeners} onKeyDown={onKeyDown} onDoubleClick={() => onView(wholeOf(scene))}
    >
      <defs><clipPath id={`${id}-plot`}><rect x={plot.left} y={top} width={plot.right - plot.left} height={bottom - top} /></clipPath><clipPath id={`${id}-marks`}><rect x={plot.left - 10} y={top} width={plot.right - plot.left + 20} height={bottom - top} /></clipPath></defs>
      <Estimate scene={scene} view={view} clip={`${id}-plot`} />
      <Axes scene={scene} view={view} />
      <Marks scene={scene} view={view} clip={`${id}-marks`} />
      <End scene={scene} view={view} />
      {shown.map((i) => {
        const mark = scene.marks[i];
        return mark === undefined || !isShown(view, mark.x) ? null : <path key={i} className={styles["pointed"]} data-style={mark.style} transform={`translate(${zoom.at(mark.x)},${mark.y}) scale(1.5)`} d={SYMBOLS[mark.style]} />;
      })}
      {brush === null ? null : <rect className={styles["brush"]} x={brush.left} y={plot.top} width={brush.right - brush.left} height={bottom - plot.top} />}
    </svg>
  );
}

/** What the estimate ends at, beside the plot. */
function End({ scene, view }: { scene: Scene; view: View }) {
  const { end, plot, width } = scene;
  if (end === null || !isShown(view, end.x)) return null;
  const x = zoomOf(scene, view).at(end.x);
  const y = Math.min(plot.bottom - 18, Math.max(plot.top + 14, end.y));
  return (
    <g aria-hidden="true">
      <circle className={styles["end"]} cx={x} cy={end.y} r={3.5} />
      {width - plot.right > 60 ? <><text className={styles["final"]} x={x + 10} y={y - 2}>{end.label}</text><text className={styles["tick"]} x={x + 10} y={y + 13}>{end.range}</text></> : null}
    </g>
  );
}

interface Keyed extends Pick<ChartProps, "scene" | "view" | "onPin" | "onView"> {
  order: readonly number[];
  pointed: number | null;
  point: (mark: number | null) => void;
}

function keysOf({ scene, view, order, pointed, point, onPin, onView }: Keyed): Record<string, () => void> {
  const step = (by: number): void => {
    const at = pointed === null ? (by > 0 ? -1 : order.length) : order.indexOf(pointed);
    const next = order[Math.min(Math.max(at + by, 0), order.length - 1)];
    if (next === undefined) return;
    point(next);
    const place = scene.marks[next]?.x ?? 0;
    if (!isShown(view, place)) onView(bounded(scene, place - (view.right - view.left) / 2, place + (view.right - view.left) / 2));
  };
  const zoomBy = (factor: number): void => {
    const middle = pointed === null ? (view.left + view.right) / 2 : (scene.marks[pointed]?.x ?? 0);
    const half = ((view.right - view.left) / 2) * factor;
    onView(bounded(scene, middle - half, middle + half));
  };
  return {
    "ArrowRight": () => step(1), "ArrowLeft": () => step(-1), "Enter": () => onPin(pointed), " ": () => onPin(pointed),
    "Escape": () => {
      onPin(null);
      point(null);
    },
    "+": () => zoomBy(0.5), "=": () => zoomBy(0.5), "-": () => zoomBy(2), "0": () => onView(wholeOf(scene)),
  };
}

/** The view's first and last day; nothing where it shows everything. */
export const daysOf = (scene: Scene, view: View): { from?: string; to?: string } => (isWhole(scene, view) ? {} : { from: dayOf(timeAt(scene, view.left)), to: dayOf(timeAt(scene, view.right)) });
