import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { situationsQuery, statementsQuery } from "../../api/queries.ts";
import type { StatementItem } from "../../api/schema.ts";
import { Button } from "../../parts/button.tsx";
import { Page } from "../../parts/page.tsx";
import { Empty, Failed, Loading } from "../../parts/states.tsx";
import { lineOf, sourceOf } from "../../parts/words/claim.ts";
import { wordsOfEdtf } from "../../parts/words/dates.ts";
import { plural } from "../../parts/words/numbers.ts";
import { Words } from "../../parts/words/words.tsx";
import { StatementDetail } from "./statement-detail.tsx";
import styles from "./statements.module.css";

const route = getRouteApi("/statements");

/** What each source said once, with all who carried it: a list, and the one that is looked at. */
export function Statements() {
  const { situation, id } = route.useSearch();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(statementsQuery(situation));
  const statements = data?.pages.flatMap(({ items }) => items) ?? [];
  const selected = statements.find((one) => id !== undefined && (one.id === id || one.claims.includes(id))) ?? (id === undefined ? statements[0] : undefined);
  return (
    <Page title="Statements" actions={<SituationChoice chosen={situation} />}>
      {error !== null && data === undefined ? <Failed error={error} retry={() => void refetch()} /> : null}
      {data === undefined ? (error === null ? <Loading what="statements" lines={10} /> : null) : statements.length === 0 ? (
        <Empty title="No statements yet"><p>A statement is what one source said once, however many outlets carry it. As soon as <Link to="/">reports come in</Link>, their claims are put together here.</p></Empty>
      ) : (
        <div className={styles["page"]}>
          <nav className={styles["list"]} aria-label="Statements">
            <ol>{statements.map((statement) => <li key={statement.id}><Item statement={statement} situation={situation} isSelected={statement.id === selected?.id} /></li>)}</ol>
            {hasNextPage ? <Button isDisabled={isFetchingNextPage} onPress={() => void fetchNextPage()}>Show more</Button> : null}
          </nav>
          <StatementDetail key={selected?.id ?? id} id={selected?.id ?? id ?? ""} others={statements} />
        </div>
      )}
    </Page>
  );
}

function Item({ statement, situation, isSelected }: { statement: StatementItem; situation: string | undefined; isSelected: boolean }) {
  const { carrier } = statement;
  return (
    <Link to="/statements" search={{ situation, id: statement.id }} className={styles["item"] ?? ""} aria-current={isSelected ? "true" : undefined} resetScroll={false}>
      <span className={styles["line"]}><Words text={lineOf(carrier.claim)} /></span>
      <span className={styles["who"]}><Words text={sourceOf(statement, carrier.outlet)} />{statement.said === null ? "" : ` · ${wordsOfEdtf(statement.said)}`}</span>
      <span className={styles["count"]}>{statement.claims.length === 1 ? "" : plural(statement.claims.length - 1, "relay")}</span>
    </Link>
  );
}

function SituationChoice({ chosen }: { chosen: string | undefined }) {
  const { data = [] } = useQuery(situationsQuery());
  const navigate = route.useNavigate();
  return (
    <label className={styles["choice"]}>
      <span>On</span>
      <select value={chosen ?? ""} onChange={({ target }) => void navigate({ search: { situation: target.value === "" ? undefined : target.value } })}>
        <option value="">everything</option>
        {data.map(({ name, force, place }) => <option key={name} value={name}>{force} in {place}</option>)}
      </select>
    </label>
  );
}
