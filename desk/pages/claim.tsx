import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Navigate } from "@tanstack/react-router";
import { claimQuery } from "../api/queries.ts";
import { Page } from "../parts/page.tsx";
import { Failed, Loading } from "../parts/states.tsx";

const route = getRouteApi("/claims/$id");

/** A claim by its id, wherever it stands: leads to it in its document. */
export function ClaimPage() {
  const { id } = route.useParams();
  const { data, error, refetch } = useQuery(claimQuery(id));
  if (data !== undefined) return <Navigate to="/documents/$sha256" params={{ sha256: data.document }} search={{ claim: data.id }} replace />;
  return <Page title="Claim">{error === null ? <Loading what="the claim" /> : <Failed error={error} retry={() => void refetch()} />}</Page>;
}
