import { summaryOf } from "../../app/entry-text.ts";
import { openEntry } from "../../ledger/entry.ts";
import { EventStream } from "../event-stream.ts";
import type { Api, RouteContext } from "../server.ts";

/** Entries told to one listener for one change; after more, it is told only where the ledger stands. */
const MOST_TOLD = 50;

/** What others do, as it happens. */
export function eventRoutes(app: Api, { desk, report }: RouteContext): void {
  app.get("/events", {
    schema: { tags: ["Ledger"], summary: "Server-sent events: `entries` with what was written since, `head` with the number of entries" },
  }, async (request, reply) => {
    const stream = new EventStream(request, reply);
    let told = (await desk.store.head()).size;
    stream.send("head", { size: told });
    const fail = (error: unknown): void => {
      report(error);
      stream.end();
    };
    const tell = async (size: number): Promise<void> => {
      const from = told + 1;
      told = size;
      const entries = [];
      if (size - from < MOST_TOLD) for await (const sealed of desk.store.entries(from, size)) entries.push(openEntry(sealed));
      if (entries.length > 0) stream.send("entries", entries.map((entry) => ({ seq: entry.seq, time: entry.time, actor: entry.actor, kind: entry.kind, summary: summaryOf(entry), about: aboutOf(entry.body) })));
      stream.send("head", { size });
    };
    stream.onEnd(await desk.listen((size) => void tell(size).catch(fail), fail));
  });
}

/** The claim or document that an entry is about, as far as one is. */
function aboutOf(body: object | null): { claim?: string; document?: string } {
  const { claim, document } = (body ?? {}) as { claim?: unknown; document?: unknown };
  return { ...(typeof claim === "string" ? { claim } : {}), ...(typeof document === "string" ? { document } : {}) };
}
