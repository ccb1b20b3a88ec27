import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { answerQuery } from "../../api/queries.ts";
import { Page } from "../../parts/page.tsx";
import { Failed, Loading } from "../../parts/states.tsx";
import { estimateLine } from "../../parts/words/estimate.ts";

const route = getRouteApi("/situations/$name");

/** One force in one place: where it stands, how it came there, and what speaks for and against it. */
export function SituationPage() {
  const { name } = route.useParams();
  const when = route.useSearch();
  const { data, error, refetch } = useQuery(answerQuery(name, when));
  const title = data === undefined ? name : `${data.situation.force} in ${data.situation.place ?? "any place"}`;
  return (
    <Page title={title} above={<Link to="/">Situations</Link>}>
      {data === undefined ? (error === null ? <Loading what="the situation" lines={10} /> : <Failed error={error} retry={() => void refetch()} />) : <p>{estimateLine(data.days.at(-1) ?? null)}</p>}
    </Page>
  );
}
