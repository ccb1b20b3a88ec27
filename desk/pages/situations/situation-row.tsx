import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { answerQuery } from "../../api/queries.ts";
import type { SituationAnswer, SituationItem } from "../../api/schema.ts";
import { Sparkline } from "../../parts/sparkline.tsx";
import { messageOf } from "../../parts/states.tsx";
import { changeLine, estimateLine, unclearLines } from "../../parts/words/estimate.ts";
import { plural } from "../../parts/words/numbers.ts";
import styles from "./situations.module.css";

/** One situation: where it stands in a sentence, its course, and what one should look into. */
export function SituationRow({ situation: { name, force, place, statements } }: { situation: SituationItem }) {
  const { data, error } = useQuery(answerQuery(name));
  return (
    <li className={styles["row"]}>
      <div className={styles["about"]}>
        <h2><Link to="/situations/$name" params={{ name }}>{force} <span>in {place}</span></Link></h2>
        <p className={styles["estimate"]}>{data !== undefined ? estimateLine(data) : error === null ? "Working it out…" : messageOf(error)}</p>
        <p className={styles["facts"]}>{[plural(statements, "statement"), ...(data === undefined ? [] : factsOf(data))].join(" · ")}</p>
      </div>
      <div className={styles["spark"]}>{data === undefined ? null : <Spark answer={data} />}</div>
      {data === undefined ? null : <Flags answer={data} />}
    </li>
  );
}

const factsOf = ({ changes }: SituationAnswer): string[] => {
  const last = changes.at(-1);
  return last === undefined ? ["no marked change"] : [changeLine(last)];
};

const Spark = ({ answer }: { answer: SituationAnswer }) => (
  <figure>
    <Sparkline days={answer.days} label={`From ${answer.from} to ${answer.to}: ${estimateLine(answer)}`} />
    <figcaption><span>{answer.from.slice(0, 7)}</span><span>{answer.to.slice(0, 7)}</span></figcaption>
  </figure>
);

const MOST_FLAGS = 3;

function Flags({ answer }: { answer: SituationAnswer }) {
  const unclear = unclearLines(answer.unclear);
  return (
    <ul className={styles["flags"]}>
      {answer.conflicts.length === 0 ? null : <li data-kind="conflict">{plural(answer.conflicts.length, "open conflict")}</li>}
      {unclear.slice(0, MOST_FLAGS).map((line) => <li key={line} data-kind="unclear">{line}</li>)}
      {unclear.length > MOST_FLAGS ? <li>and {unclear.length - MOST_FLAGS} more</li> : null}
    </ul>
  );
}
