import { memo } from "react";
import type { Scene } from "../../../src/brief/chart/scene.ts";
import { isInView, markPathsOf } from "./mark-paths.ts";
import { ticksOf, zoomOf, type View } from "./view.ts";
import styles from "./chart.module.css";

interface PlotProps {
  scene: Scene;
  view: View;
}

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
export const Marks = memo(({ scene, view, clip }: PlotProps & { clip: string }) => (
  <g clipPath={`url(#${clip})`} aria-hidden="true">
    {markPathsOf(scene, view).map(({ style, days, stems, solid, hollow }) => (
      <g key={style} className={styles["mark"]} data-style={style}>
        <path className={styles["days"]} d={days} /><path className={styles["stem"]} d={stems} /><path className={styles["sign"]} d={solid} /><path className={styles["hollow"]} d={hollow} />
      </g>
    ))}
    <Numbers scene={scene} view={view} />
  </g>
));

/** The numbers of the references beside the marks. */
function Numbers({ scene, view }: PlotProps) {
  const zoom = zoomOf(scene, view);
  return scene.marks.map((mark) => {
    const { label, statement, style, x } = mark;
    if (label === null || !isInView(mark, zoom, scene.plot)) return null;
    return <text key={statement} className={`${styles["mark"]} ${styles["ref"]}`} data-style={style} x={zoom.at(x) + label.x - x} y={label.y} textAnchor={label.anchor}>{label.text}</text>;
  });
}
