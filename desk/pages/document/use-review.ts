import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
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
  error: Error | null;
  /** A verdict that was not written, since somebody else changed the claim first. */
  clash: Verdict | null;
  settleClash: (how: "mine" | "theirs") => void;
}

interface Done {
  claim: string;
  entry: number;
}

/** Reviews of the claims of one document, one after the other: shown at once, written only if the claim is still as it was seen, and taken back in order. */
export function useReview(sha256: string, onUndone: (claim: string) => void): Reviewing {
  const client = useQueryClient();
  const own = useRef(new OwnChanges());
  const done = useRef<readonly Done[]>([]);
  const [canUndo, setCanUndo] = useState(false);
  const [clash, setClash] = useState<Verdict | null>(null);
  const { queryKey } = documentQuery(sha256);
  const setDone = (list: readonly Done[]): void => {
    done.current = list;
    setCanUndo(list.length > 0);
  };
  const show = (id: string, change: Partial<ClaimItem>): void => {
    client.setQueryData<WholeDocument>(queryKey, (known) => known && { ...known, claims: known.claims.map((item) => (item.id === id ? { ...item, ...change } : item)) });
  };
  /** What became of a claim that one has changed oneself, as the answer to the change has it: what somebody else does right after is theirs. */
  const keep = async (id: string, before: string, now: string | null | undefined): Promise<void> => {
    if (now != null) own.current.add(id, before, now);
    await client.invalidateQueries({ queryKey });
  };
  // Both in one scope: what is pressed fast is done in the order in which it was pressed.
  const scope = { id: `review ${sha256}` };

  const reviewing = useMutation({
    scope,
    mutationFn: async ({ seen, verdict, corrections, why }: Verdict) => {
      const etag = own.current.etagOf(seen);
      const { entry, etag: now } = await ask("POST /api/claims/{id}/reviews", { path: { id: seen.id }, body: { verdict, corrections, why } }, { ifMatch: etag });
      setDone([...done.current, { claim: seen.id, entry }]);
      await keep(seen.id, etag, now);
    },
    onMutate: async ({ seen, verdict }) => {
      await client.cancelQueries({ queryKey });
      if (verdict === "accept" || verdict === "reject") show(seen.id, { review: AFTER[verdict] });
    },
    onError: async (error, verdict) => {
      await client.invalidateQueries({ queryKey });
      if (error instanceof ProblemError && error.code === "changed-meanwhile") setClash(verdict);
    },
  });

  const undoing = useMutation({
    scope,
    mutationFn: async () => {
      const last = done.current.at(-1);
      if (last === undefined) return;
      // Off the list whatever comes of it: what cannot be undone would stand in the way of what can.
      setDone(done.current.slice(0, -1));
      const before = client.getQueryData<WholeDocument>(queryKey)?.claims.find(({ id }) => id === last.claim)?.etag ?? "";
      const { claims } = await ask("POST /api/entries/undo", { body: { entries: [last.entry] } });
      await keep(last.claim, before, claims.find(({ id }) => id === last.claim)?.etag);
      onUndone(last.claim);
    },
  });

  const settleClash = (how: "mine" | "theirs"): void => {
    setClash(null);
    reviewing.reset();
    const now = client.getQueryData<WholeDocument>(queryKey)?.claims.find(({ id }) => id === clash?.seen.id);
    if (how === "mine" && clash !== null && now !== undefined) reviewing.mutate({ ...clash, seen: now });
  };

  return {
    review: reviewing.mutate,
    undo: () => undoing.mutate(),
    canUndo: canUndo || reviewing.isPending,
    error: clash === null ? (reviewing.error ?? undoing.error) : null,
    clash,
    settleClash,
  };
}

/** The states of claims through which one has come by one's own doing: to be faster than the page is no clash with anybody. */
class OwnChanges {
  private readonly claims = new Map<string, { known: Set<string>; now: string }>();

  add(claim: string, before: string, now: string): void {
    const known = this.claims.get(claim)?.known ?? new Set();
    this.claims.set(claim, { known: known.add(before).add(now), now });
  }

  etagOf({ id, etag }: ClaimItem): string {
    const own = this.claims.get(id);
    return own?.known.has(etag) === true ? own.now : etag;
  }
}
