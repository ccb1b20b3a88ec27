import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { queueQuery } from "../../api/queries.ts";
import type { ClaimItem } from "../../api/schema.ts";

export interface Queue {
  /** Claims of this document that nobody has looked at. */
  waiting: number;
  /** The next of them after the one that is selected, if there is one. */
  nextHere: string | null;
  hasMore: boolean;
  /** Goes to the next claim that nobody has looked at, here or in another document. */
  goOn: () => void;
}

/** What is still to be looked at, from the selected claim on. */
export function useQueue(claims: readonly ClaimItem[], sha256: string, selected: string | null): Queue {
  const navigate = useNavigate();
  const { data } = useInfiniteQuery(queueQuery());
  const open = claims.filter(({ review }) => review === "unreviewed");
  const at = claims.findIndex(({ id }) => id === selected);
  const others = open.filter(({ id }) => id !== selected);
  const nextHere = (others.find(({ position }) => position > (claims[at]?.position ?? -1)) ?? others[0])?.id ?? null;
  const elsewhere = data?.pages.flatMap(({ items }) => items).find(({ document }) => document !== sha256);
  const next = nextHere === null ? elsewhere : { document: sha256, id: nextHere };
  return {
    waiting: open.length,
    nextHere,
    hasMore: next !== undefined,
    goOn: () => next !== undefined && void navigate({ to: "/documents/$sha256", params: { sha256: next.document }, search: { claim: next.id, words: undefined } }),
  };
}
