import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { useState } from "react";
import { searchQuery } from "../../api/queries.ts";
import type { ClaimItem, DocumentItem } from "../../api/schema.ts";
import { Page } from "../../parts/page.tsx";
import { Empty, Failed, Loading } from "../../parts/states.tsx";
import { lineOf, sourceOf } from "../../parts/words/claim.ts";
import { wordsOfEdtf } from "../../parts/words/dates.ts";
import { plural } from "../../parts/words/numbers.ts";
import { Words } from "../../parts/words/words.tsx";
import styles from "./search.module.css";

const route = getRouteApi("/search");

/** Finds documents and claims by words. */
export function Search() {
  const { q = "" } = route.useSearch();
  const navigate = route.useNavigate();
  const [words, setWords] = useState(q);
  const { data, error, refetch, isFetching } = useQuery(searchQuery(q));
  return (
    <Page title="Search" width="text">
      <search>
        <form className={styles["form"]} onSubmit={(event) => {
          event.preventDefault();
          void navigate({ search: { q: words.trim() === "" ? undefined : words.trim() } });
        }}>
          <label><span className="hidden-text">Words</span><input type="search" autoFocus value={words} maxLength={200} placeholder="A name, a place, words of a report" onChange={({ target }) => setWords(target.value)} /></label>
        </form>
      </search>
      {q.trim().length < 2 ? <p className={styles["hint"]}>Two letters or more; Enter searches titles, texts and claims.</p> : error !== null ? <Failed error={error} retry={() => void refetch()} /> : data === undefined || isFetching ? <Loading what="what was found" lines={6} /> : <Found q={q} {...data} />}
    </Page>
  );
}

const Found = ({ q, documents, claims }: { q: string; documents: readonly DocumentItem[]; claims: readonly ClaimItem[] }) => (
  documents.length + claims.length === 0 ? <Empty title={`Nothing holds “${q}”`}><p>Fewer or other words may help.</p></Empty> : (
    <div className={styles["found"]}>
      <section aria-labelledby="claims">
        <h2 id="claims">{plural(claims.length, "claim")}</h2>
        <ul>{claims.map(({ id, claim }) => (
          <li key={id}><Link to="/claims/$id" params={{ id }}><Words text={lineOf(claim)} /></Link><p>{sourceOf(claim)}{claim.asOf === null ? "" : ` · ${wordsOfEdtf(claim.asOf)}`}</p><blockquote><Words text={claim.evidence.text.slice(0, 300)} /></blockquote></li>
        ))}</ul>
      </section>
      <section aria-labelledby="documents">
        <h2 id="documents">{plural(documents.length, "document")}</h2>
        <ul>{documents.map(({ sha256, document }) => (
          <li key={sha256}><Link to="/documents/$sha256" params={{ sha256 }}><Words text={document?.title ?? document?.id ?? sha256.slice(0, 16)} /></Link><p>{[document?.outlet, document?.published === null || document === null ? null : wordsOfEdtf(document.published)].filter((part) => part != null).join(" · ")}</p></li>
        ))}</ul>
      </section>
    </div>
  )
);
