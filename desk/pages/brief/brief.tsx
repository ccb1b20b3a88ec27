import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { ask, addressOf } from "../../api/client.ts";
import { briefQuery, sceneQuery } from "../../api/queries.ts";
import type { Brief } from "../../api/schema.ts";
import { Blocks } from "../../parts/brief/blocks.tsx";
import { CitationsProvider } from "../../parts/brief/citations.tsx";
import { Sentences } from "../../parts/brief/sentence.tsx";
import { Button, buttonClass } from "../../parts/button.tsx";
import { Chart } from "../../parts/chart/chart.tsx";
import { Key, Legend } from "../../parts/chart/legend.tsx";
import { CopyButton } from "../../parts/copy-button.tsx";
import { Page } from "../../parts/page.tsx";
import { Failed, Loading } from "../../parts/states.tsx";
import { wordsOfEdtf } from "../../parts/words/dates.ts";
import { References } from "./references.tsx";
import styles from "./brief.module.css";

const route = getRouteApi("/situations/$name/brief");
/** Pixels of the chart of a page of text. */
const WIDTH = 760;

/** The brief as it will be published; to be copied, taken along and printed. */
export function BriefPage() {
  const { name } = route.useParams();
  const when = route.useSearch();
  const { data, error, refetch } = useQuery(briefQuery(name, when));
  const about = { path: { name }, query: when };
  const title = data === undefined ? name : data.situation.place === null ? data.situation.force : `${data.situation.force} in ${data.situation.place}`;
  const actions = (
    <>
      <CopyButton label="Copy as Markdown" make={() => ask("GET /api/situations/{name}/brief.md", about)} />
      <a className={buttonClass()} href={addressOf("GET /api/situations/{name}/brief.html", about)} download={`${name}.html`}>Download HTML</a>
      <Button onPress={() => window.print()}>Print</Button>
    </>
  );
  return (
    <Page title={`Brief: ${title}`} heading={title} width="text" above={<span className={styles["path"]}><Link to="/">Situations</Link> · <Link to="/situations/$name" params={{ name }} search={when}>{title}</Link> · Brief</span>} actions={actions}>
      {error !== null ? <Failed error={error} retry={() => void refetch()} /> : data === undefined ? <Loading what="the brief" lines={14} /> : <CitationsProvider references={data.references}><Body brief={data} name={name} /></CitationsProvider>}
    </Page>
  );
}

function Body({ brief, name }: { brief: Brief; name: string }) {
  const when = route.useSearch();
  const { asOf, asKnown, headline, notes, sections, references, leanedOn } = brief;
  return (
    <article className={styles["brief"]}>
      <p className={styles["lead"]}><Sentences sentences={headline.slice(0, 1)} /></p>
      <p><Sentences sentences={headline.slice(1)} /></p>
      <p className={styles["meta"]}>As of {wordsOfEdtf(asOf)}, from what had been published by then{asKnown === null ? "" : ` and was in the ledger on ${wordsOfEdtf(asKnown)}`}.</p>
      {notes.length === 0 ? null : <p className={styles["note"]}><Sentences sentences={notes} /></p>}
      <Picture name={name} when={when} />
      {sections.map(({ id, title, blocks }) => <section key={id} aria-labelledby={`brief-${id}`}><h2 id={`brief-${id}`}>{title}</h2><Blocks blocks={blocks} /></section>)}
      <References references={references} />
      <p className={styles["meta"]}>Leans on {leanedOn.documents.length} documents of a ledger with {leanedOn.ledger.size} entries; root <code>{leanedOn.ledger.root}</code>.</p>
    </article>
  );
}

function Picture({ name, when }: { name: string; when: { asOf?: string; asKnown?: string } }) {
  const { data: scene } = useQuery(sceneQuery(name, when, { width: WIDTH, scale: "linear" }));
  if (scene === undefined) return <Loading what="the chart" lines={8} />;
  const [left, right] = scene.x.range;
  return <figure className={styles["picture"]}><Legend scene={scene} only={null} onOnly={() => {}} /><Chart scene={scene} view={{ left, right }} onView={() => {}} pinned={null} onPin={() => {}} onPoint={() => {}} only={null} /><Key scene={scene} /></figure>;
}
