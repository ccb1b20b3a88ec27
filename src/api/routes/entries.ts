import { Type } from "typebox";
import { openEntry } from "../../ledger/entry.ts";
import { undoingEntries } from "../../ledger/undo.ts";
import { actorOf } from "../actor.ts";
import { listOf, statesAfter } from "../claims.ts";
import { toEntryItem } from "../entries.ts";
import { fromCursor, toCursor } from "../cursor.ts";
import { ClaimState, EntryItem, EntryRef, pageOf, PageQuery, problems, Why } from "../schemas.ts";
import type { Api, RouteContext } from "../server.ts";

const tags = ["Ledger"];

/** Entries of one undoing whose claims are told. */
const MOST_STATES = 50;
const Undone = Type.Object(
  { ...EntryRef.properties, claims: Type.Array(ClaimState, { description: `The claims that the first ${MOST_STATES} of the entries were about, as they are now that these are taken back.` }) },
  { title: "Undone" },
);

/** What has happened, entry by entry, and how to take it back. */
export function entryRoutes(app: Api, { desk, defaultActor }: RouteContext): void {
  app.get("/entries", {
    schema: { tags, summary: "The ledger's entries, the last one first", querystring: Type.Object(PageQuery, { additionalProperties: false }), response: { 200: pageOf(EntryItem), ...problems() } },
  }, async ({ query: { limit = 50, cursor } }) => {
    const { size } = await desk.store.head();
    const last = cursor === undefined ? size : Number(fromCursor(cursor, 1)[0]);
    const first = Math.max(1, last - limit + 1);
    const undoing = await undoingEntries(desk.store);
    const entries = last < 1 ? [] : await listOf(desk.store.entries(first, last));
    return { items: entries.map((sealed) => openEntry(sealed)).map((entry) => toEntryItem(entry, undoing.get(entry.seq) ?? null)).toReversed(), next: first > 1 ? toCursor([first - 1]) : null };
  });

  app.post("/entries/undo", {
    schema: {
      tags, summary: "Take entries back by another entry, which can be taken back in its turn",
      body: Type.Object({ entries: Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: 10_000 }), why: Why }, { additionalProperties: false }), response: { 200: Undone, ...problems(404, 409) },
    },
  }, async (request) => {
    const { entries, why = null } = request.body;
    const { seq } = await desk.write(actorOf(request, defaultActor), (ledger) => ledger.undo(entries, why));
    const undone = [];
    for (const number of entries.slice(0, MOST_STATES)) for await (const sealed of desk.store.entries(number, number)) undone.push(openEntry(sealed).body);
    return { entry: seq, claims: await statesAfter(desk.store, undone, seq) };
  });
}
