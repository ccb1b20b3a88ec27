import type { QueryClient } from "@tanstack/react-query";

/** An entry as the server tells it to those who listen. */
export interface ToldEntry {
  seq: number;
  time: string;
  actor: string;
  kind: string;
  summary: string;
  about: { claim?: string; document?: string };
}

export interface LiveState {
  isConnected: boolean;
  /** Entries in the ledger; null before the server has said so. */
  size: number | null;
  /** The last entries that were told, the newest last. */
  told: readonly ToldEntry[];
}

const MOST_KEPT = 50;
/** Milliseconds in which several changes are taken for one. */
const TOGETHER_MS = 60;

let state: LiveState = { isConnected: false, size: null, told: [] };
const listeners = new Set<() => void>();

function set(change: Partial<LiveState>): void {
  state = { ...state, ...change };
  for (const listener of listeners) listener();
}

export const liveState = (): LiveState => state;

export function onLive(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Hears of every change of the ledger, whoever made it, and has all that is shown asked for anew. @returns what ends it */
export function listenToServer(client: QueryClient): () => void {
  const source = new EventSource("/api/events");
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refresh = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void client.invalidateQueries(), TOGETHER_MS);
  };
  source.addEventListener("open", () => set({ isConnected: true }));
  source.addEventListener("error", () => set({ isConnected: false }));
  source.addEventListener("head", (event: MessageEvent<string>) => {
    const { size } = JSON.parse(event.data) as { size: number };
    if (state.size !== null && state.size !== size) refresh();
    set({ size });
  });
  source.addEventListener("entries", (event: MessageEvent<string>) => set({ told: [...state.told, ...(JSON.parse(event.data) as ToldEntry[])].slice(-MOST_KEPT) }));
  return () => {
    clearTimeout(timer);
    source.close();
  };
}
