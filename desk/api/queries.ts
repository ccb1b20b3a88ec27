import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Scene } from "../../src/brief/chart/scene.ts";
import { ask } from "./client.ts";

/** As of which day of the world, and as known at the end of which day; both left out for now. */
export interface When {
  asOf?: string;
  asKnown?: string;
}

export const situationsQuery = () => queryOptions({ queryKey: ["situations"], queryFn: ({ signal }) => ask("GET /api/situations", {}, { signal }) });

export const suggestionsQuery = () => queryOptions({ queryKey: ["suggestions"], queryFn: ({ signal }) => ask("GET /api/situations/suggestions", {}, { signal }) });

export const documentQuery = (sha256: string) =>
  queryOptions({ queryKey: ["document", sha256], queryFn: ({ signal }) => ask("GET /api/documents/{sha256}", { path: { sha256 } }, { signal }) });

export const documentsQuery = () =>
  infiniteQueryOptions({
    queryKey: ["documents"],
    queryFn: ({ signal, pageParam }) => ask("GET /api/documents", { query: { limit: 50, cursor: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

/** Claims that nobody has looked at yet, by day. */
export const queueQuery = () =>
  infiniteQueryOptions({
    queryKey: ["claims", "unreviewed"],
    queryFn: ({ signal, pageParam }) => ask("GET /api/claims", { query: { review: "unreviewed", limit: 100, cursor: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const claimQuery = (id: string) => queryOptions({ queryKey: ["claim", id], queryFn: ({ signal }) => ask("GET /api/claims/{id}", { path: { id } }, { signal }) });

export const statementsQuery = (situation?: string, asKnown?: string) =>
  infiniteQueryOptions({
    queryKey: ["statements", situation ?? null, asKnown ?? null],
    queryFn: ({ signal, pageParam }) => ask("GET /api/statements", { query: { situation, asKnown, limit: 100, cursor: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const statementQuery = (id: string) => queryOptions({ queryKey: ["statement", id], queryFn: ({ signal }) => ask("GET /api/statements/{id}", { path: { id } }, { signal }) });

export const entriesQuery = () =>
  infiniteQueryOptions({
    queryKey: ["entries"],
    queryFn: ({ signal, pageParam }) => ask("GET /api/entries", { query: { limit: 100, cursor: pageParam } }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const searchQuery = (q: string) =>
  queryOptions({ queryKey: ["search", q], queryFn: ({ signal }) => ask("GET /api/search", { query: { q, limit: 20 } }, { signal }), enabled: q.trim().length >= 2, placeholderData: keepPreviousData });

export const aboutQuery = () => queryOptions({ queryKey: ["about"], queryFn: ({ signal }) => ask("GET /api/about", {}, { signal }) });

export const mentionsQuery = (sha256: string) =>
  queryOptions({ queryKey: ["mentions", sha256], queryFn: ({ signal }) => ask("GET /api/documents/{sha256}/mentions", { path: { sha256 } }, { signal }) });

export const historyQuery = (id: string) => queryOptions({ queryKey: ["history", id], queryFn: ({ signal }) => ask("GET /api/claims/{id}/history", { path: { id } }, { signal }) });

export const briefQuery = (name: string, { asOf, asKnown }: When = {}) =>
  queryOptions({
    queryKey: ["brief", name, asOf ?? null, asKnown ?? null],
    queryFn: ({ signal }) => ask("GET /api/situations/{name}/brief", { path: { name }, query: { asOf, asKnown } }, { signal }),
    placeholderData: keepPreviousData,
  });

export interface Look {
  width: number;
  scale: "linear" | "log";
}

/** The chart, laid out for a width; its shape is that of the scene that every brief's chart is drawn from. */
export const sceneQuery = (name: string, { asOf, asKnown }: When, { width, scale }: Look) =>
  queryOptions({
    queryKey: ["scene", name, asOf ?? null, asKnown ?? null, width, scale],
    queryFn: async ({ signal }) => (await ask("GET /api/situations/{name}/chart", { path: { name }, query: { asOf, asKnown, width, scale } }, { signal })) as unknown as Scene,
    placeholderData: keepPreviousData,
  });
