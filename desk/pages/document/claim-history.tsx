import { useQuery } from "@tanstack/react-query";
import { historyQuery } from "../../api/queries.ts";
import type { HistoryItem } from "../../api/schema.ts";
import { wordsOfTime } from "../../parts/words/dates.ts";
import { Words } from "../../parts/words/words.tsx";
import styles from "./claim-history.module.css";

const value = (of: unknown): string => (of === null ? "empty" : typeof of === "string" ? of : JSON.stringify(of));

/** Who did what to a claim, and what a correction changed. */
export function ClaimHistory({ id }: { id: string }) {
  const { data = [] } = useQuery(historyQuery(id));
  const done = data.filter(({ kind }) => kind.startsWith("claim "));
  if (done.length === 0) return null;
  return <ol className={styles["history"]} aria-label="What was done to it">{done.map((entry) => <Entry key={entry.seq} entry={entry} />)}</ol>;
}

const Entry = ({ entry: { kind, actor, time, why, changes, undoneBy } }: { entry: HistoryItem }) => (
  <li data-undone={undoneBy !== null || undefined}>
    <p>{kind.replace(/^claim /, "")} by {actor}, <time dateTime={time}>{wordsOfTime(time)}</time>{undoneBy === null ? "" : ", undone"}{why === null ? "" : `: ${why}`}</p>
    {changes.map(({ field, old, new: now }) => <p key={field}><span>{field}</span> <del><Words text={value(old)} /></del> → <Words text={value(now)} /></p>)}
  </li>
);
