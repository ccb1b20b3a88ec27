import { memo } from "react";
import type { Scene } from "../../../src/brief/chart/scene.ts";
import { SYMBOLS } from "./shapes.ts";
import { ticksOf, zoomOf, type View } from "./view.ts";
import styles from "./chart.module.css";

interface PlotProps {
  scene: Scene;
  view: View;
}

type Mark = Scene["marks"][number];

/** Grid, axes and the names of the lanes. */
export const Axes = memo(({ scene, view }: PlotProps) => {
  const { at } = zoomOf(scene, view);
  const { plot, y, lanes } = scene;
  return (
    <g aria-hidden="true">
      {lanes.map(({ id, label, left, right, top, bottom }) => <g key={id}><rect className={styles["lane"]} x={left} y={top} width={right - left} height={bottom - top} /><text className={styles["tick"]} x={left} y={top - 5}>{label}</text></g>)}
      {y.ticks.map(({ at: height, label }) => <g key={label}><line className={label === "0" ? styles["axis"] : styles["grid"]} x1={plot.left} x2={plot.right} y1={height} y2={height} /><text className={styles["tick"]} x={plot.left - 8} y={height + 4} textAnchor="end">{label}</text></g>)}
      {ticksOf(scene, view).map(({ at: place, label, below }) => (
        <g key={place} transform={`translate(${at(place)},${plot.bottom})`}>
          <line className={styles["axis"]} y2={5} /><text className={styles["tick"]} y={18} textAnchor="middle">{label}</text>{below === null ? null : <text className={styles["year"]} y={32} textAnchor="middle">{below}</text>}
        </g>
      ))}
    </g>
  );
});

/** The estimate: when it changed, its bands and its middle. */
export const Estimate = memo(({ scene, view, clip }: PlotProps & { clip: string }) => {
  const { scale, shift, at } = zoomOf(scene, view);
  return (
    <g clipPath={`url(#${clip})`} aria-hidden="true">
      {scene.changes.map(({ change, left, right, top, bottom, direction }) => (
        <g key={change} className={styles["change"]}>
          <rect x={at(left)} y={top} width={(right - left) * scale} height={bottom - top} />
          <text x={at((left + right) / 2)} y={top + 13} textAnchor="middle">{direction === "up" ? "↑" : "↓"}</text>
        </g>
      ))}
      <g transform={`translate(${shift},0) scale(${scale},1)`}>
        {scene.bands.map(({ level, path }) => <path key={level} className={level === 90 ? styles["band90"] : styles["band50"]} d={path} />)}
        {scene.median === null ? null : <path className={styles["median"]} d={scene.median} vectorEffect="non-scaling-stroke" />}
      </g>
    </g>
  );
});

/** Every statement in its place. Which one is pointed at is not drawn here, so that a move of the pointer draws none of them anew. */
export const Marks = memo(({ scene, view, clip }: PlotProps & { clip: string }) => {
  const { at, scale } = zoomOf(scene, view);
  return (
    <g clipPath={`url(#${clip})`} aria-hidden="true">
      {scene.marks.map((mark, i) => <MarkView key={mark.statement} mark={mark} index={i} x={at(mark.x)} scale={scale} />)}
    </g>
  );
});

function MarkView({ mark: { x: place, y, days, range, style, isHollow, label, arrow }, index, x, scale }: { mark: Mark; index: number; x: number; scale: number }) {
  return (
    <g className={styles["mark"]} data-mark={index} data-style={style} transform={`translate(${x},${y})`}>
      {days === null ? null : <line className={styles["days"]} x1={(days.left - place) * scale} x2={(days.right - place) * scale} />}
      {range === null ? null : <path className={styles["stem"]} d={`M-4,${range.top - y}h8M0,${range.top - y}V${range.bottom - y}M-4,${range.bottom - y}h8`} />}
      {arrow === null ? null : <path className={styles["stem"]} d={arrowPath(arrow)} />}
      <path className={isHollow ? styles["hollow"] : styles["sign"]} d={SYMBOLS[style]} />
      {label === null ? null : <text className={styles["ref"]} x={label.x - place} y={label.y - y} textAnchor={label.anchor}>{label.text}</text>}
    </g>
  );
}

/** Length of an arrow beyond its mark. */
const ARROW = 20;

function arrowPath(way: "up" | "down"): string {
  const sign = way === "up" ? -1 : 1;
  const tip = sign * ARROW;
  return `M0,${sign * 5}V${tip}M-3.5,${tip - sign * 5}L0,${tip}L3.5,${tip - sign * 5}`;
}
