import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { documentQuery } from "../../api/queries.ts";
import type { DocumentItem, WholeDocument } from "../../api/schema.ts";
import { Page } from "../../parts/page.tsx";
import { Failed, Loading } from "../../parts/states.tsx";
import { wordsOfEdtf } from "../../parts/words/dates.ts";
import { Words } from "../../parts/words/words.tsx";
import { ReviewDesk } from "./review-desk.tsx";
import styles from "./document.module.css";

const route = getRouteApi("/documents/$sha256");

/** One report: its text with the evidence marked, and its claims beside it. */
export function DocumentPage() {
  const { sha256 } = route.useParams();
  const { data, error, refetch } = useQuery(documentQuery(sha256));
  const above = <Link to="/documents">Documents</Link>;
  if (data === undefined) {
    return <Page title="Document" above={above}>{error === null ? <Loading what="the document" lines={12} /> : <Failed error={error} retry={() => void refetch()} />}</Page>;
  }
  const title = titleOf(data);
  return (
    <Page title={title} heading={<Words text={title} />} above={<>{above} · {aboutOf(data)}</>}>
      <State item={data.document} />
      <Digest item={data.document} />
      {data.text === null ? <p className={styles["gone"]}>Its text was erased. Its hash stays: <code>{sha256}</code></p> : <ReviewDesk key={data.document.sha256} whole={data} text={data.text} />}
    </Page>
  );
}

const titleOf = ({ document: { document, sha256 }, text }: WholeDocument): string => document?.title ?? text?.split("\n").find((line) => line.trim() !== "")?.trim().slice(0, 120) ?? document?.id ?? sha256.slice(0, 16);

function aboutOf({ document: { document } }: WholeDocument) {
  if (document === null) return "erased";
  const parts = [document.outlet, document.author, document.published === null ? "no date of publication" : wordsOfEdtf(document.published)].filter((part) => part !== null);
  return <>{parts.join(" · ")}{isWebAddress(document.url) ? <> · <a href={document.url} rel="noreferrer noopener" target="_blank">original</a></> : null}</>;
}

// An address comes from the document; any other scheme could run something.
const isWebAddress = (url: string | null): url is string => url !== null && /^https?:\/\//i.test(url) && URL.canParse(url);

/** A digest's words are a desk's own, which nobody must take for those of the outlet. */
const Digest = ({ item: { document } }: { item: DocumentItem }) =>
  document?.kind !== "digest" ? null : (
    <p className={styles["digest"]}>A digest: these words are a desk’s summary of {isWebAddress(document.summarises ?? null) ? <a href={document.summarises} rel="noreferrer noopener" target="_blank">a report</a> : (document.summarises ?? "a report")}, and not the outlet’s.</p>
  );

const STATES: Record<Exclude<DocumentItem["status"], "kept">, string> = {
  replaced: "A newer version has taken its place; its claims no longer count.", withdrawn: "It was withdrawn; its claims no longer count.", erased: "It was erased for good.",
  stopped: "Its reading was stopped; its claims do not count.",
};

const State = ({ item: { status, replacedBy } }: { item: DocumentItem }) =>
  status === "kept" ? null : (
    <p className={styles["state"]}>{STATES[status]} {replacedBy === null ? null : <Link to="/documents/$sha256" params={{ sha256: replacedBy }}>The newer one</Link>}</p>
  );
