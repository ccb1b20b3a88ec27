import { memo } from "react";
import type { Scene } from "../../../src/brief/chart/scene.ts";
import { SYMBOLS } from "./shapes.ts";
import styles from "./chart.module.css";

/** Sources by colour and shape; one of them can be made to stand out. */
export const Legend = memo(({ scene, only, onOnly }: { scene: Scene; only: number | null; onOnly: (style: number | null) => void }) => (
  <div className={styles["legend"]} role="group" aria-label="Sources">
    {scene.series.map(({ source, style, marks }) => (
      <button key={style} type="button" data-style={style} aria-pressed={only === style} title={`${marks} ${marks === 1 ? "statement" : "statements"}`} onClick={() => onOnly(only === style ? null : style)}>
        <svg viewBox="-8 -8 16 16" aria-hidden="true"><path className={styles["sign"]} d={SYMBOLS[style]} /></svg>{source}
      </button>
    ))}
  </div>
));

const SIGNS = { band90: "90 % band", band50: "50 % band", median: "middle of the estimate", change: "change" } as const;

/** What the signs mean. */
export const Key = memo(({ scene }: { scene: Scene }) => (
  <p className={styles["key"]}>
    {scene.median === null ? null : Object.entries(SIGNS).map(([sign, words]) => <span key={sign}><i data-sign={sign} />{words}</span>)}
    <span><b>↓</b> at most</span><span><b>↑</b> at least</span><span><b>○</b> part of the force, or only announced</span>
  </p>
));
