import type { SituationAnswer } from "../api/schema.ts";
import styles from "./sparkline.module.css";

const WIDTH = 240;
const HEIGHT = 48;
const PAD = 2;
/** Days drawn at most; more than there are pixels only cost. */
const MOST_POINTS = 120;

type Day = Pick<SituationAnswer["days"][number], "date" | "median" | "p05" | "p95">;

/** Median and 90 % band over time, without axes: the shape at a glance. What it shows stands in words beside it. */
export function Sparkline({ days, label }: { days: readonly Day[]; label: string }) {
  const points = thin(days);
  const most = Math.max(1, ...points.map(({ p95 }) => p95));
  const x = (i: number): number => (points.length < 2 ? WIDTH / 2 : (i / (points.length - 1)) * WIDTH);
  const y = (men: number): number => HEIGHT - PAD - (men / most) * (HEIGHT - 2 * PAD);
  const line = (of: (day: Day) => number, list = points.map((day, i) => [day, i] as const)): string => list.map(([day, i]) => `${x(i).toFixed(1)},${y(of(day)).toFixed(1)}`).join("L");
  const back = points.map((day, i) => [day, i] as const).toReversed();
  return (
    <svg className={styles["sparkline"]} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
      <path className={styles["band"]} d={`M${line(({ p95 }) => p95)}L${line(({ p05 }) => p05, back)}Z`} />
      <path className={styles["line"]} d={`M${line(({ median }) => median)}`} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

function thin(days: readonly Day[]): readonly Day[] {
  const step = Math.ceil(days.length / MOST_POINTS);
  return step <= 1 ? days : days.filter((_, i) => i % step === 0 || i === days.length - 1);
}
