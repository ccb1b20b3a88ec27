import "./style/base.css";
import "./style/tokens.css";
import "./style/fonts.css";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ProblemError } from "./api/client.ts";
import { listenToServer } from "./api/live.ts";
import { applyTheme, theme } from "./parts/theme.ts";
import { createDeskRouter } from "./routes.tsx";

/** Tries of a question that the server did not answer; what it refuses is not asked again. */
const MOST_TRIES = 2;

const client = new QueryClient({
  defaultOptions: {
    // The server says when something has changed, so that nothing grows stale by itself.
    queries: { staleTime: Infinity, refetchOnWindowFocus: false, retry: (count, error) => count < MOST_TRIES && error instanceof ProblemError && (error.status === 0 || error.status === 503) },
  },
});
const router = createDeskRouter();

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

applyTheme(theme());
listenToServer(client);
const root = document.getElementById("desk");
if (root === null) throw new RangeError("the page has no #desk");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
