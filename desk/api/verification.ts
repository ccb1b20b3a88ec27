/** What came out of recomputing the ledger, as the server tells it. */
export interface Verdict {
  origin: string;
  size: number;
  root: string;
  documents: number;
  findings: { seq: number | null; what: string }[];
  signedHeads: { size: number; fingerprint: string }[];
  anchoredTo: number | null;
  fingerprint: string;
}

export type Verification =
  | { kind: "idle" }
  | { kind: "running"; done: number }
  | { kind: "verdict"; verdict: Verdict }
  | { kind: "failed"; detail: string };

/** Has the server recompute everything. @param tell  called with each step @returns what ends it */
export function verify(tell: (state: Verification) => void): () => void {
  const source = new EventSource("/api/verification");
  const end = (state: Verification): void => {
    source.close();
    tell(state);
  };
  tell({ kind: "running", done: 0 });
  source.addEventListener("progress", ({ data }: MessageEvent<string>) => tell({ kind: "running", done: (JSON.parse(data) as { done: number }).done }));
  source.addEventListener("verdict", ({ data }: MessageEvent<string>) => end({ kind: "verdict", verdict: JSON.parse(data) as Verdict }));
  source.addEventListener("failed", ({ data }: MessageEvent<string>) => end({ kind: "failed", detail: (JSON.parse(data) as { detail: string }).detail }));
  source.addEventListener("error", () => end({ kind: "failed", detail: "the server ended the check before it was done; try again" }));
  return () => source.close();
}
