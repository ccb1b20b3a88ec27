import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { NotFound } from "./parts/not-found.tsx";
import { Shell } from "./parts/shell/shell.tsx";
import { Situations } from "./pages/situations/situations.tsx";
import { day, text } from "./parts/search-params.ts";

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

const situations = createRoute({ getParentRoute: () => root, path: "/", component: Situations });

const documents = createRoute({
  getParentRoute: () => root, path: "/documents", component: lazyRouteComponent(() => import("./pages/documents/documents.tsx"), "Documents"),
});

interface DocumentSearch {
  claim?: string;
  words?: string;
}

/** `claim` is the claim that is looked at; `words` the stretch of text that a link points to, as two offsets. */
const documentRoute = createRoute({
  getParentRoute: () => root, path: "/documents/$sha256",
  validateSearch: (search: Record<string, unknown>): DocumentSearch => ({ claim: text(search["claim"]), words: text(search["words"]) }),
  component: lazyRouteComponent(() => import("./pages/document/document.tsx"), "DocumentPage"),
});

interface SituationSearch {
  asOf?: string;
  asKnown?: string;
}

interface ChartSearch extends SituationSearch {
  scale?: "log";
  view?: "table";
  /** The part of time that is looked at. */
  from?: string;
  to?: string;
}

/** `asOf` is the day of the world that is looked at, `asKnown` the day at whose end one stands. */
const situation = createRoute({
  getParentRoute: () => root, path: "/situations/$name",
  validateSearch: (search: Record<string, unknown>): ChartSearch => ({
    asOf: day(search["asOf"]), asKnown: day(search["asKnown"]), scale: search["scale"] === "log" ? "log" : undefined, view: search["view"] === "table" ? "table" : undefined, from: day(search["from"]), to: day(search["to"]),
  }),
  component: lazyRouteComponent(() => import("./pages/situation/situation.tsx"), "SituationPage"),
});

const brief = createRoute({
  getParentRoute: () => root, path: "/situations/$name/brief",
  validateSearch: (search: Record<string, unknown>): SituationSearch => ({ asOf: day(search["asOf"]), asKnown: day(search["asKnown"]) }),
  component: lazyRouteComponent(() => import("./pages/brief/brief.tsx"), "BriefPage"),
});

const claim = createRoute({ getParentRoute: () => root, path: "/claims/$id", component: lazyRouteComponent(() => import("./pages/claim.tsx"), "ClaimPage") });

interface StatementsSearch {
  situation?: string;
  id?: string;
}

/** `id` is a statement's, or that of a claim that carries it. */
const statements = createRoute({
  getParentRoute: () => root, path: "/statements",
  validateSearch: (search: Record<string, unknown>): StatementsSearch => ({ situation: text(search["situation"]), id: text(search["id"]) }),
  component: lazyRouteComponent(() => import("./pages/statements/statements.tsx"), "Statements"),
});

const ledger = createRoute({ getParentRoute: () => root, path: "/ledger", component: lazyRouteComponent(() => import("./pages/ledger/ledger.tsx"), "LedgerPage") });

const search = createRoute({
  getParentRoute: () => root, path: "/search", validateSearch: (given: Record<string, unknown>): { q?: string } => ({ q: text(given["q"]) }),
  component: lazyRouteComponent(() => import("./pages/search/search.tsx"), "Search"),
});

const tree = root.addChildren([situations, situation, brief, documents, documentRoute, claim, statements, ledger, search]);

export const createDeskRouter = () => createRouter({ routeTree: tree, defaultPreload: "intent", scrollRestoration: true });
