import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { sceneQuery } from "../../api/queries.ts";
import type { Brief } from "../../api/schema.ts";
import { ReferenceView } from "../../parts/brief/citations.tsx";
import { Button } from "../../parts/button.tsx";
import { Chart, daysOf } from "../../parts/chart/chart.tsx";
import { Key, Legend } from "../../parts/chart/legend.tsx";
import { bounded, isWhole, viewOf, wholeOf, type View } from "../../parts/chart/view.ts";
import { Failed, Loading } from "../../parts/states.tsx";
import { useWidth } from "../../parts/use-width.ts";
import { ClaimsTable } from "./claims-table.tsx";
import styles from "./chart-panel.module.css";

const route = getRouteApi("/situations/$name");

/** Milliseconds after which a view is taken for the one that was wanted. */
const SETTLED_MS = 300;

/** The chart with its sources, its scales and the words behind whatever is pointed at; or the same as tables. */
export function ChartPanel({ brief, name }: { brief: Brief; name: string }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const at = useRef<HTMLDivElement>(null);
  const width = useWidth(at);
  // Onto what stands in the address then: a zoom comes into it a little late, when something else may have changed there.
  const set = (change: Partial<typeof search>): void => void navigate({ search: (now) => ({ ...now, ...change }), replace: true, resetScroll: false });
  return (
    <section className={styles["panel"]} aria-label="Course">
      <div className={styles["bar"]}>
        <Choice label="Show as" options={{ chart: "Chart", table: "Table" }} value={search.view ?? "chart"} onChoose={(view) => set({ view: view === "table" ? "table" : undefined })} />
        {search.view === "table" ? null : <Choice label="Scale" options={{ linear: "Linear", log: "Log" }} value={search.scale ?? "linear"} onChoose={(scale) => set({ scale: scale === "log" ? "log" : undefined })} />}
      </div>
      <div ref={at}>{search.view === "table" ? <ClaimsTable brief={brief} /> : width === null ? null : <Drawing key={`${width} ${search.asOf} ${search.asKnown}`} brief={brief} name={name} width={width} onDays={(days) => set({ from: undefined, to: undefined, ...days })} />}</div>
    </section>
  );
}

function Drawing({ brief, name, width, onDays }: { brief: Brief; name: string; width: number; onDays: (days: { from?: string; to?: string }) => void }) {
  const { asOf, asKnown, scale = "linear", from, to } = route.useSearch();
  const { data: scene, error, refetch } = useQuery(sceneQuery(name, { asOf, asKnown }, { width, scale }));
  const [pinned, setPinned] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const [only, setOnly] = useState<number | null>(null);
  // The view is drawn at once and stands in the address once it rests.
  const [zoomed, setZoomed] = useState<View | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (scene === undefined) return error === null ? <Loading what="the chart" lines={10} /> : <Failed error={error} retry={() => void refetch()} />;
  const view = zoomed ?? viewOf(scene, from, to);
  const show = (next: View): void => {
    setZoomed(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onDays(daysOf(scene, next)), SETTLED_MS);
  };
  const zoom = (factor: number): void => {
    const [middle, half] = [(view.left + view.right) / 2, ((view.right - view.left) / 2) * factor];
    show(bounded(scene, middle - half, middle + half));
  };
  const statementOf = (i: number | null): string | null => (i === null ? null : (scene.marks[i]?.statement ?? null));
  const mark = scene.marks.find(({ statement }) => statement === (pointed ?? pinned));
  const at = scene.marks.findIndex(({ statement }) => statement === pinned);
  return (
    <div className={styles["drawing"]}>
      <div className={styles["top"]}>
        <Legend scene={scene} only={only} onOnly={setOnly} />
        <div className={styles["zoom"]} role="group" aria-label="Zoom">
          <Button size="s" look="plain" aria-label="Zoom in" onPress={() => zoom(0.5)}>+</Button><Button size="s" look="plain" aria-label="Zoom out" isDisabled={isWhole(scene, view)} onPress={() => zoom(2)}>−</Button>
          <Button size="s" look="plain" isDisabled={isWhole(scene, view)} onPress={() => show(wholeOf(scene))}>All</Button>
        </div>
      </div>
      <Chart scene={scene} view={view} onView={show} pinned={at < 0 ? null : at} onPin={(i) => setPinned(statementOf(i))} onPoint={(i) => setPointed(statementOf(i))} only={only} />
      <Key scene={scene} />
      <div className={styles["words"]} aria-live="polite">
        {mark === undefined ? <Hint /> : <MarkWords brief={brief} mark={mark} />}
      </div>
    </div>
  );
}

/** What can be done with the chart, by those who point and by those who touch. */
const Hint = () => (
  <p className={styles["hint"]}>
    <span className={styles["by-pointing"]}>Point at a mark to see its words, click it to keep them, drag across the chart to zoom; a double click shows everything again.</span>
    <span className={styles["by-touch"]}>Tap a mark to see its words, draw a finger across the chart or spread two to zoom; a double tap shows everything again.</span>
  </p>
);

function MarkWords({ brief, mark: { title, style, reference } }: { brief: Brief; mark: { title: string; style: number; reference: number } }) {
  const found = brief.references.find(({ number }) => number === reference);
  return (
    <>
      <p className={styles["says"]} data-style={style}>{title}</p>
      {found === undefined ? null : <ReferenceView reference={found} />}
    </>
  );
}

function Choice<K extends string>({ label, options, value, onChoose }: { label: string; options: Record<K, string>; value: K; onChoose: (value: K) => void }) {
  return (
    <div className={styles["choice"]} role="group" aria-label={label}>
      {(Object.entries(options) as [K, string][]).map(([key, words]) => <button key={key} type="button" aria-pressed={key === value} onClick={() => onChoose(key)}>{words}</button>)}
    </div>
  );
}
