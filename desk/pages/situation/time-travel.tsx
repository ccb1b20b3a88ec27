import { getRouteApi } from "@tanstack/react-router";
import type { Brief } from "../../api/schema.ts";
import { Button } from "../../parts/button.tsx";
import { wordsOfEdtf } from "../../parts/words/dates.ts";
import styles from "./time-travel.module.css";

const route = getRouteApi("/situations/$name");

/** As of which day of the world, and as known at the end of which day: two clocks that are easily confused, each with its words. */
export function TimeTravel({ brief }: { brief: Brief | undefined }) {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const set = (change: { asOf?: string; asKnown?: string }): void => void navigate({ search: { ...search, ...change, from: undefined, to: undefined }, replace: true });
  const isAway = search.asOf !== undefined || search.asKnown !== undefined;
  return (
    <div className={styles["travel"]} data-away={isAway || undefined}>
      <label htmlFor="as-of" title="The state of the world on this day, from what had been published by then">As of <DayInput id="as-of" value={search.asOf ?? brief?.asOf} onDay={(asOf) => set({ asOf })} /></label>
      <label htmlFor="as-known" title="What this ledger held at the end of this day">As known on <DayInput id="as-known" value={search.asKnown} onDay={(asKnown) => set({ asKnown })} /></label>
      {isAway ? <Button size="s" onPress={() => set({ asOf: undefined, asKnown: undefined })}>Back to now</Button> : null}
      {search.asKnown === undefined ? null : <p role="status">What the ledger held at the end of {wordsOfEdtf(search.asKnown)}; later entries are left out.</p>}
    </div>
  );
}

/** Tells only of whole days: while a date is typed, most of what stands there is none. */
function DayInput({ id, value, onDay }: { id: string; value: string | undefined; onDay: (day: string | undefined) => void }) {
  return <input id={id} type="date" key={value} defaultValue={value} min="1900-01-01" max="2200-01-01" onBlur={({ target }) => target.value !== (value ?? "") && onDay(target.value === "" ? undefined : target.value)} onKeyDown={({ key, currentTarget }) => key === "Enter" && currentTarget.blur()} />;
}
