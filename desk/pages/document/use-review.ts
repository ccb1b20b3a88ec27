import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ask, ProblemError } from "../../api/client.ts";
import { documentQuery } from "../../api/queries.ts";
import type { ClaimItem, WholeDocument } from "../../api/schema.ts";

/** What a person says of a claim that they saw in a certain state. */
export interface Verdict {
  /** The claim as it was seen. */
  seen: ClaimItem;
  verdict: "accept" | "correct" | "reject" | "restore";
  corrections?: string[];
  why?: string;
}

const AFTER = { accept: "accepted", correct: "corrected", reject: "rejected", restore: "unreviewed" } as const;

export interface Reviewing {
  review: (verdict: Verdict) => void;
  /** Takes back the last thing that was done here. */
  undo: () => void;
  canUndo: boolean;
  isPending: boolean;
  error: Error | null;
  /** A verdict that was not written, since somebody else changed the claim first. */
  clash: Verdict | null;
  settleClash: (how: "mine" | "theirs") => void;
}

/** Reviews of the claims of one document: shown at once, written only if the claim is still as it was seen, and taken back in order. */
export function useReview(sha256: string, onUndone: (claim: string) => void): Reviewing {
  const client = useQueryClient();
  const [done, setDone] = useState<readonly { claim: string; entry: number }[]>([]);
  const [clash, setClash] = useState<Verdict | null>(null);
  const { queryKey } = documentQuery(sha256);
  const refresh = (): Promise<void> => client.invalidateQueries({ queryKey });
  const show = (id: string, change: Partial<ClaimItem>): void => {
    client.setQueryData<WholeDocument>(queryKey, (known) => known && { ...known, claims: known.claims.map((item) => (item.id === id ? { ...item, ...change } : item)) });
  };

  const reviewing = useMutation({
    mutationFn: ({ seen, verdict, corrections, why }: Verdict) => ask("POST /api/claims/{id}/reviews", { path: { id: seen.id }, body: { verdict, corrections, why } }, { ifMatch: seen.etag }),
    onMutate: async ({ seen, verdict }) => {
      await client.cancelQueries({ queryKey });
      if (verdict === "accept" || verdict === "reject") show(seen.id, { review: AFTER[verdict] });
    },
    onSuccess: ({ entry }, { seen }) => setDone((known) => [...known, { claim: seen.id, entry }]),
    onError: (error, verdict) => {
      if (error instanceof ProblemError && error.code === "changed-meanwhile") setClash(verdict);
    },
    onSettled: refresh,
  });

  const undoing = useMutation({
    mutationFn: ({ entry }: { claim: string; entry: number }) => ask("POST /api/entries/undo", { body: { entries: [entry] } }),
    onSuccess: (_, { claim, entry }) => {
      setDone((known) => known.filter((one) => one.entry !== entry));
      onUndone(claim);
    },
    onSettled: refresh,
  });

  const settleClash = (how: "mine" | "theirs"): void => {
    setClash(null);
    reviewing.reset();
    const now = client.getQueryData<WholeDocument>(queryKey)?.claims.find(({ id }) => id === clash?.seen.id);
    if (how === "mine" && clash !== null && now !== undefined) reviewing.mutate({ ...clash, seen: now });
  };

  const last = done.at(-1);
  return {
    review: reviewing.mutate,
    undo: () => last !== undefined && !undoing.isPending && undoing.mutate(last),
    canUndo: last !== undefined,
    isPending: reviewing.isPending || undoing.isPending,
    error: clash === null ? (reviewing.error ?? undoing.error) : null,
    clash,
    settleClash,
  };
}
