import { Link } from "@tanstack/react-router";
import type { EntryItem } from "../../api/schema.ts";
import { Button } from "../../parts/button.tsx";
import { Words } from "../../parts/words/words.tsx";
import styles from "./ledger.module.css";

const CLOCK = new Intl.DateTimeFormat("en-GB", { timeStyle: "short" });

/** Kinds whose entries begin with the claim or the document that they are about. */
const OF_CLAIM = /^claim /;
const OF_DOCUMENT = /^document |^claims read|^reader /;

/** One entry: who did what when and why, and whether it was taken back. */
export const EntryRow = ({ entry, isUndoing, onUndo }: { entry: EntryItem; isUndoing: boolean; onUndo: () => void }) => (
  <li className={styles["entry"]} data-undone={entry.undoneBy !== null || undefined} id={`entry-${entry.seq}`}>
    <span className={styles["seq"]}>{entry.seq}</span>
    <div className={styles["what"]}>
      <p><strong>{entry.kind}</strong> <Summary entry={entry} /></p>
      {entry.why === null ? null : <p className={styles["why"]}>“<Words text={entry.why} />”</p>}
    </div>
    <span className={styles["who"]}>{entry.actor} · <time dateTime={entry.time}>{CLOCK.format(new Date(entry.time))}</time></span>
    <span className={styles["undo"]}>
      {entry.undoneBy === null
        ? entry.kind === "document erased" ? null : <Button look="plain" size="s" isDisabled={isUndoing} aria-label={`Undo entry ${entry.seq}`} onPress={onUndo}>Undo</Button>
        : <a href={`#entry-${entry.undoneBy}`}>undone by {entry.undoneBy}</a>}
    </span>
  </li>
);

function Summary({ entry: { kind, summary } }: { entry: EntryItem }) {
  const claim = OF_CLAIM.test(kind) ? /^[0-9a-f]{16}/.exec(summary)?.[0] : undefined;
  if (claim !== undefined) return <><Link to="/claims/$id" params={{ id: claim }}>{claim.slice(0, 8)}</Link><Words text={summary.slice(claim.length)} /></>;
  const document = OF_DOCUMENT.test(kind) ? /\b[0-9a-f]{16}\b/.exec(summary) : null;
  if (document === null) return <Words text={summary} />;
  return <><Words text={summary.slice(0, document.index)} /><Link to="/documents/$sha256" params={{ sha256: document[0] }}>{document[0].slice(0, 8)}</Link><Words text={summary.slice(document.index + document[0].length)} /></>;
}
