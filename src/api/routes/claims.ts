import { Type } from "typebox";
import { concerns } from "../../app/history.ts";
import { documentSubject } from "../../ledger/entry-kinds.ts";
import { isKind } from "../../ledger/entry.ts";
import { findClaim } from "../../ledger/find.ts";
import { undoingEntries } from "../../ledger/undo.ts";
import { toEntryItem } from "../entries.ts";
import type { ClaimRow, Review as ReviewOf } from "../../ledger/rows.ts";
import { actorOf } from "../actor.ts";
import { etagOf, listOf, statesAfter, toClaimItem, toDocumentItems } from "../claims.ts";
import { fromCursor, toCursor } from "../cursor.ts";
import { OF_DOCUMENTS } from "../answers.ts";
import { ApiError } from "../problem.ts";
import { ClaimItem, DocumentItem, EntryItem, EntryRef, orNull, pageOf, PageQuery, problems, Review, Why } from "../schemas.ts";
import type { Api, RouteContext } from "../server.ts";

const tags = ["Claims"];
const ById = Type.Object({ id: Type.String({ pattern: "^[0-9a-f]{4,16}$", description: "A claim's id, or its first digits." }) });
const Filter = {
  force: Type.Optional(Type.String({ maxLength: 200 })),
  place: Type.Optional(Type.String({ maxLength: 200 })),
  review: Type.Optional(Review),
};

const HistoryItem = Type.Object(
  { ...EntryItem.properties, changes: Type.Array(Type.Object({ field: Type.String(), old: Type.Unknown(), new: Type.Unknown() })) },
  { title: "HistoryItem", description: "An entry about a claim; `changes` are those of a correction." },
);

const Reviewed = Type.Object(
  { ...EntryRef.properties, etag: orNull(Type.String({ description: "The claim's as this entry left it, though somebody else may have changed it since; null where it no longer counts." })) },
  { title: "Reviewed" },
);

const Verdict = Type.Object(
  {
    verdict: Type.Enum(["accept", "correct", "reject", "restore"]),
    corrections: Type.Optional(Type.Array(Type.String({ minLength: 1, maxLength: 2_000 }), {
      maxItems: 100, description: "For correct: field=value, the value as text or JSON.", examples: [["place=Minsk", "quantity.low=500"]],
    })),
    why: Why,
  },
  { additionalProperties: false },
);

/** Refuses a change of what is no longer as the caller saw it. @throws ApiError 412 */
function checkSeen(row: ClaimRow, seen: string | undefined): void {
  if (seen === undefined || seen === "*" || seen === etagOf(row)) return;
  throw new ApiError(412, "changed-meanwhile", "somebody has changed this claim since you saw it; look at it again, then decide");
}

/** What the documents claim, and what people make of it. */
export function claimRoutes(app: Api, { desk, defaultActor }: RouteContext): void {
  app.get("/claims", {
    config: OF_DOCUMENTS,
    schema: { tags, summary: "Claims that count, by day", querystring: Type.Object({ ...PageQuery, ...Filter }, { additionalProperties: false }), response: { 200: pageOf(ClaimItem), ...problems() } },
  }, async ({ query: { limit = 50, cursor, ...filter } }) => {
    const [day, document, position] = cursor === undefined ? [] : fromCursor(cursor, 3);
    const after = cursor === undefined ? {} : { after: { day: String(day), document: String(document), position: Number(position) } };
    const rows = await listOf(desk.store.claims({ ...filter as { review?: ReviewOf }, ...after, limit }));
    const last = rows.at(-1);
    return { items: rows.map(toClaimItem), next: last === undefined || rows.length < limit ? null : toCursor([last.day, last.document, last.position]) };
  });

  app.get("/claims/:id", { config: OF_DOCUMENTS, schema: { tags, summary: "A claim as it stands", params: ById, response: { 200: ClaimItem, 304: Type.Null({ description: "As If-None-Match has it." }), ...problems(404) } } }, async ({ params, headers }, reply) => {
    const item = toClaimItem(await findClaim(desk.store, params.id));
    reply.header("etag", item.etag);
    if (headers["if-none-match"] === item.etag) return reply.code(304).send(null);
    return item;
  });

  app.post("/claims/:id/reviews", {
    schema: {
      tags, summary: "Accept, correct, reject or restore a claim",
      description: "With If-Match (the claim's etag) it is written only if the claim is still as you saw it; otherwise 412.",
      params: ById, headers: Type.Object({ "if-match": Type.Optional(Type.String({ maxLength: 100 })) }), body: Verdict, response: { 200: Reviewed, ...problems(404, 412, 422) },
    },
  }, async (request) => {
    const { params: { id }, body: { verdict, corrections = [], why = null } } = request;
    const seen = request.headers["if-match"];
    const { seq, body } = await desk.write(actorOf(request, defaultActor), (ledger) => ledger.review(id, verdict, corrections, why, (row) => checkSeen(row, seen)));
    const [state] = await statesAfter(desk.store, [body], seq);
    return { entry: seq, etag: state?.etag ?? null };
  });

  app.get("/claims/:id/history", { config: OF_DOCUMENTS, schema: { tags, summary: "What was done to a claim, from its reading on", params: ById, response: { 200: Type.Array(HistoryItem), ...problems(404) } } }, async ({ params }) => {
    const { id, document } = await findClaim(desk.store, params.id);
    const undoing = await undoingEntries(desk.store);
    const entries = (await desk.store.entriesAbout(documentSubject(document))).filter((entry) => concerns(entry, id));
    return entries.map((entry) => ({ ...toEntryItem(entry, undoing.get(entry.seq) ?? null), changes: isKind(entry, "claim corrected") ? entry.body?.changes ?? [] : [] }));
  });

  app.get("/search", {
    config: { isCostly: true, follows: OF_DOCUMENTS.follows }, schema: {
      tags: [...tags, "Documents"], summary: "Documents and claims that hold words",
      querystring: Type.Object({ q: Type.String({ minLength: 2, maxLength: 200 }), limit: PageQuery.limit }, { additionalProperties: false }),
      response: { 200: Type.Object({ documents: Type.Array(DocumentItem), claims: Type.Array(ClaimItem) }), ...problems() },
    },
  }, async ({ query: { q, limit = 20 } }) => {
    const found = await desk.shelf.search(q, limit);
    const claims = (await Promise.all(found.claims.map((id) => desk.store.claimsLike(id, 1)))).flat();
    const documents = (await desk.store.documentsOf(found.documents)).sort((a, b) => b.seq - a.seq);
    return { documents: await toDocumentItems(desk.store, documents), claims: claims.map(toClaimItem) };
  });
}
