import { useInfiniteQuery, useMutation } from "@tanstack/react-query";
import { ask } from "../../api/client.ts";
import { entriesQuery } from "../../api/queries.ts";
import type { EntryItem } from "../../api/schema.ts";
import { Button } from "../../parts/button.tsx";
import { Page } from "../../parts/page.tsx";
import { Empty, Failed, Loading } from "../../parts/states.tsx";
import { Downloads } from "./downloads.tsx";
import { EntryRow } from "./entry-row.tsx";
import { VerifyPanel } from "./verify-panel.tsx";
import styles from "./ledger.module.css";

const DAY = new Intl.DateTimeFormat("en-GB", { dateStyle: "full" });

/** Everything that has happened, the last first; how to take it back, and how to prove that nothing was altered. */
export const LedgerPage = () => (
  <Page title="Ledger">
    <div className={styles["page"]}>
      <History />
      <aside className={styles["side"]} aria-label="Proof"><VerifyPanel /><Downloads /></aside>
    </div>
  </Page>
);

function History() {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(entriesQuery());
  const undo = useMutation({ mutationFn: (seq: number) => ask("POST /api/entries/undo", { body: { entries: [seq] } }) });
  if (data === undefined) return error === null ? <Loading what="the history" lines={12} /> : <Failed error={error} retry={() => void refetch()} />;
  const days = byDay(data.pages.flatMap(({ items }) => items));
  if (days.length === 0) return <Empty title="Nothing has happened yet"><p>Every document that comes in, every review and every undo becomes an entry here. Entries are never changed.</p></Empty>;
  return (
    <div className={styles["history"]}>
      {undo.error === null ? null : <Failed error={undo.error} />}
      {days.map(([day, entries]) => (
        <section key={day} aria-label={day}>
          <h2>{day}</h2>
          <ol>{entries.map((entry) => <EntryRow key={entry.seq} entry={entry} isUndoing={undo.isPending} onUndo={() => undo.mutate(entry.seq)} />)}</ol>
        </section>
      ))}
      {hasNextPage ? <Button isDisabled={isFetchingNextPage} onPress={() => void fetchNextPage()}>Show older entries</Button> : null}
    </div>
  );
}

function byDay(entries: readonly EntryItem[]): [string, EntryItem[]][] {
  const days = new Map<string, EntryItem[]>();
  for (const entry of entries) {
    const day = DAY.format(new Date(entry.time));
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}
