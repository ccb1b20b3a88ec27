import { Link } from "@tanstack/react-router";
import type { SituationItem, SituationSummary } from "../../api/schema.ts";
import { Sparkline } from "../../parts/sparkline.tsx";
import { changeLine, estimateLine, unclearLines } from "../../parts/words/estimate.ts";
import { plural } from "../../parts/words/numbers.ts";
import styles from "./situations.module.css";

/** One situation: where it stands in a sentence, its course, and what one should look into. */
export const SituationRow = ({ situation: { name, force, place, statements, summary } }: { situation: SituationItem }) => (
  <li className={styles["row"]}>
    <div className={styles["about"]}>
      <h2><Link to="/situations/$name" params={{ name }}>{force} <span>in {place}</span></Link></h2>
      <p className={styles["estimate"]}>{summary.problem ?? estimateLine(summary.last)}</p>
      <p className={styles["facts"]}>{[plural(statements, "statement"), ...(summary.problem === null ? [summary.lastChange === null ? "no marked change" : changeLine(summary.lastChange)] : [])].join(" · ")}</p>
    </div>
    <div className={styles["spark"]}><Spark summary={summary} /></div>
    <Flags summary={summary} />
  </li>
);

function Spark({ summary: { spark, last } }: { summary: SituationSummary }) {
  const [first] = spark;
  if (first === undefined || last === null) return null;
  return (
    <figure>
      <Sparkline days={spark} label={`From ${first.date} to ${last.date}: ${estimateLine(last)}`} />
      <figcaption><span>{first.date.slice(0, 7)}</span><span>{last.date.slice(0, 7)}</span></figcaption>
    </figure>
  );
}

const MOST_FLAGS = 3;

function Flags({ summary: { conflicts, unclear } }: { summary: SituationSummary }) {
  const lines = unclearLines(unclear);
  return (
    <ul className={styles["flags"]}>
      {conflicts === 0 ? null : <li data-kind="conflict">{plural(conflicts, "open conflict")}</li>}
      {lines.slice(0, MOST_FLAGS).map((line) => <li key={line} data-kind="unclear">{line}</li>)}
      {lines.length > MOST_FLAGS ? <li>and {lines.length - MOST_FLAGS} more</li> : null}
    </ul>
  );
}
