import type { Brief } from "../../api/schema.ts";
import { Reference, SentenceView } from "../../parts/brief/sentence.tsx";
import { wordsOfEdtf } from "../../parts/words/dates.ts";
import { formatRough } from "../../parts/words/numbers.ts";
import { Scroll } from "../../parts/scroll.tsx";
import { Words } from "../../parts/words/words.tsx";
import styles from "./tables.module.css";

/** What the chart shows, as two tables: the statements, and the estimate. */
export const ClaimsTable = ({ brief }: { brief: Brief }) => (
  <div className={styles["tables"]}>
    <Statements brief={brief} />
    {brief.estimate === null ? null : <EstimateTable days={brief.estimate.days} />}
  </div>
);

const Statements = ({ brief }: { brief: Brief }) => (
  <Scroll label="Statements">
    <table className={styles["table"]}>
      <caption>Statements</caption>
      <thead><tr><th scope="col">When</th><th scope="col">Source</th><th scope="col">Says</th><th scope="col">Where</th><th scope="col">Grade</th><th scope="col">Reports</th><th scope="col">In the estimate</th></tr></thead>
      <tbody>
        {brief.table.map(({ statement, asOf, said, source, says, place, reliability, credibility, reports, reference, use }) => (
          <tr key={statement}>
            <td>{wordsOfEdtf(asOf ?? said ?? "") || "–"}</td><th scope="row"><Words text={source} /></th><td className={styles["wide"]}><SentenceView sentence={says} /><Reference number={reference} /></td>
            <td>{place ?? "–"}</td><td>{reliability}{credibility}</td><td className={styles["figure"]}>{reports.length}</td><td className={styles["wide"]}>{use}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);

type Days = NonNullable<Brief["estimate"]>["days"];

/** The first day of each month, and the last there is. */
const shownOf = (days: Days): Days => days.filter(({ date }, i) => i === 0 || i === days.length - 1 || date.endsWith("-01"));

const EstimateTable = ({ days }: { days: Days }) => (
  <Scroll label="Estimate">
    <table className={styles["table"]}>
      <caption>Estimate, by month</caption>
      <thead><tr><th scope="col">Day</th><th scope="col" className={styles["figure"]}>Middle</th><th scope="col" className={styles["figure"]}>50 % band</th><th scope="col" className={styles["figure"]}>90 % band</th></tr></thead>
      <tbody>
        {shownOf(days).toReversed().map(({ date, median, p05, p25, p75, p95 }) => (
          <tr key={date}><th scope="row">{wordsOfEdtf(date)}</th><td className={styles["figure"]}>{formatRough(median)}</td><td className={styles["figure"]}>{formatRough(p25)}–{formatRough(p75)}</td><td className={styles["figure"]}>{formatRough(p05)}–{formatRough(p95)}</td></tr>
        ))}
      </tbody>
    </table>
  </Scroll>
);
