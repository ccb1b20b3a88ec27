import type { Brief } from "../../api/schema.ts";
import { SentenceView } from "../../parts/brief/sentence.tsx";
import { Scroll } from "../../parts/scroll.tsx";
import { Words } from "../../parts/words/words.tsx";
import styles from "./tables.module.css";

/** Who is quoted, how they are graded, and what their record hints at. */
export const SourcesTable = ({ brief: { sources } }: { brief: Brief }) => (
  sources.length === 0 ? null : (
    <Scroll label="Sources">
      <table className={styles["table"]}>
        <caption>Sources</caption>
        <thead><tr><th scope="col">Source</th><th scope="col">Reliability</th><th scope="col" className={styles["figure"]}>Statements</th><th scope="col">Record: a hint, no grade</th></tr></thead>
        <tbody>{sources.map(({ source, reliability, isGraded, statements, record }) => <tr key={source}><th scope="row"><Words text={source} /></th><td>{reliability}{isGraded ? "" : ", not graded"}</td><td className={styles["figure"]}>{statements.length}</td><td className={styles["wide"]}><SentenceView sentence={record} /></td></tr>)}</tbody>
      </table>
    </Scroll>
  )
);
