import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { briefQuery } from "../../api/queries.ts";
import type { Brief } from "../../api/schema.ts";
import { CitationsProvider } from "../../parts/brief/citations.tsx";
import { Sentences } from "../../parts/brief/sentence.tsx";
import { buttonClass } from "../../parts/button.tsx";
import { Page } from "../../parts/page.tsx";
import { Failed, Loading } from "../../parts/states.tsx";
import { ChartPanel } from "./chart-panel.tsx";
import { Panels } from "./panels.tsx";
import { SourcesTable } from "./sources-table.tsx";
import { TakeAway } from "./take-away.tsx";
import { TimeTravel } from "./time-travel.tsx";
import styles from "./situation.module.css";

const route = getRouteApi("/situations/$name");

/** One force in one place: where it stands, how it came there, and what speaks for and against it. */
export function SituationPage() {
  const { name } = route.useParams();
  const { asOf, asKnown } = route.useSearch();
  const { data, error, refetch, isPlaceholderData } = useQuery(briefQuery(name, { asOf, asKnown }));
  return (
    <Page title={data === undefined ? name : titleOf(data)} heading={data === undefined ? undefined : <Heading brief={data} />} above={<Link to="/">Situations</Link>} actions={<Actions name={name} when={{ asOf, asKnown }} />}>
      <TimeTravel brief={data} />
      {error !== null ? <Failed error={error} retry={() => void refetch()} /> : data === undefined ? <Loading what="the situation" lines={14} /> : (
        <CitationsProvider references={data.references}>
          <div className={styles["page"]} data-stale={isPlaceholderData || undefined}>
            <p className={styles["headline"]}><Sentences sentences={data.headline} /></p>
            {data.notes.length === 0 ? null : <p className={styles["notes"]}><Sentences sentences={data.notes} /></p>}
            <ChartPanel brief={data} name={name} />
            <Panels brief={data} />
            <SourcesTable brief={data} />
          </div>
        </CitationsProvider>
      )}
    </Page>
  );
}

const titleOf = ({ situation: { force, place } }: Brief): string => (place === null ? force : `${force} in ${place}`);

const Heading = ({ brief: { situation: { force, place } } }: { brief: Brief }) => <>{force}{place === null ? null : <span className={styles["place"]}> in {place}</span>}</>;

const Actions = ({ name, when }: { name: string; when: { asOf?: string; asKnown?: string } }) => (
  <>
    <Link to="/situations/$name/brief" params={{ name }} search={when} className={buttonClass()}>Brief</Link>
    <Link to="/statements" search={{ situation: name }} className={buttonClass()}>Statements</Link>
    <TakeAway name={name} when={when} />
  </>
);
