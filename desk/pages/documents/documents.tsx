import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { documentsQuery, queueQuery } from "../../api/queries.ts";
import type { DocumentItem } from "../../api/schema.ts";
import { Button, buttonClass } from "../../parts/button.tsx";
import { Page } from "../../parts/page.tsx";
import { Scroll } from "../../parts/scroll.tsx";
import { Empty, Failed, Loading } from "../../parts/states.tsx";
import { wordsOfEdtf, wordsOfTime } from "../../parts/words/dates.ts";
import { formatCount } from "../../parts/words/numbers.ts";
import { Words } from "../../parts/words/words.tsx";
import styles from "./documents.module.css";

/** All reports that were taken in, and which of them hold claims that nobody has looked at. */
export function Documents() {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery(documentsQuery());
  const documents = data?.pages.flatMap(({ items }) => items);
  return (
    <Page title="Documents" actions={<NextInQueue />}>
      {error !== null && documents === undefined ? <Failed error={error} retry={() => void refetch()} /> : null}
      {documents === undefined ? (error === null ? <Loading what="documents" lines={8} /> : null) : documents.length === 0 ? (
        <Empty title="No documents yet"><p>Paste an article or drop files on the <Link to="/">first page</Link>. Each is kept as it came, with the claims that it makes.</p></Empty>
      ) : (
        <Scroll label="Documents">
          <table className={styles["table"]}>
            <caption className="hidden-text">Documents, the one added last first</caption>
            <thead><tr><th scope="col">Title</th><th scope="col">Outlet</th><th scope="col">Published</th><th scope="col">Added</th><th scope="col" className={styles["count"]}>Claims</th><th scope="col" className={styles["count"]}>To review</th></tr></thead>
            <tbody>{documents.map((item) => <Row key={item.sha256} item={item} />)}</tbody>
          </table>
        </Scroll>
      )}
      {hasNextPage ? <p className={styles["more"]}><Button isDisabled={isFetchingNextPage} onPress={() => void fetchNextPage()}>Show older ones</Button></p> : null}
    </Page>
  );
}

/** The way to the first claim that nobody has looked at. */
function NextInQueue() {
  const { data } = useInfiniteQuery(queueQuery());
  const first = data?.pages[0]?.items[0];
  if (first === undefined) return null;
  return <Link to="/documents/$sha256" params={{ sha256: first.document }} search={{ claim: first.id }} className={buttonClass("main")}>Review the next</Link>;
}

const Row = ({ item: { sha256, document, status, added, claims, unreviewed } }: { item: DocumentItem }) => (
  <tr data-status={status}>
    <th scope="row">
      <Link to="/documents/$sha256" params={{ sha256 }}><Words text={document?.title ?? document?.id ?? sha256.slice(0, 16)} /></Link>
      {status === "kept" ? null : <span className={styles["state"]}>{status}</span>}
    </th>
    <td>{document?.outlet ?? ""}</td>
    <td>{document?.published === null || document === null ? "" : wordsOfEdtf(document.published)}</td>
    <td>{wordsOfTime(added)}</td>
    <td className={styles["count"]}>{formatCount(claims)}</td>
    <td className={styles["count"]}>{unreviewed > 0 ? <strong>{formatCount(unreviewed)}</strong> : "–"}</td>
  </tr>
);
