import { useQuery } from "@tanstack/react-query";
import { situationsQuery } from "../../api/queries.ts";
import { Page } from "../../parts/page.tsx";
import { Empty, Failed, Loading } from "../../parts/states.tsx";
import { IntakeBox } from "./intake-box.tsx";
import { SituationRow } from "./situation-row.tsx";
import { Suggestions } from "./suggestions.tsx";
import styles from "./situations.module.css";

/** The first page: what is watched and where it stands, and where reports come in. */
export const Situations = () => (
  <Page title="Situations">
    <div className={styles["page"]}>
      <div className={styles["list"]}><List /><Suggestions /></div>
      <aside className={styles["intake"]} aria-label="Add reports"><IntakeBox /></aside>
    </div>
  </Page>
);

function List() {
  const { data, error, refetch } = useQuery(situationsQuery());
  if (error !== null && data === undefined) return <Failed error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading what="situations" lines={6} />;
  if (data.length === 0) {
    return (
      <Empty title="Nothing is watched yet">
        <p>A situation is one force in one place over time, such as Russia in Belarus. Add a few reports; what they speak of most is then offered here, and one click watches it.</p>
      </Empty>
    );
  }
  return <ul className={styles["rows"]}>{data.map((situation) => <SituationRow key={situation.name} situation={situation} />)}</ul>;
}
