import { Type, type Static } from "typebox";
import { readMentions } from "../../app.ts";
import { Quantity, type Document } from "../../claims/index.ts";
import { makeDocument } from "../../intake/document.ts";
import { IntakeError } from "../../intake/issue.ts";
import { parsePublished } from "../../intake/published.ts";
import { readBytes } from "../../intake/read-input.ts";
import { findDocument } from "../../ledger/find.ts";
import { textOf } from "../../ledger/views.ts";
import { actorOf } from "../actor.ts";
import { OF_DOCUMENT, OF_DOCUMENTS } from "../answers.ts";
import { listOf, toClaimItem, toDocumentItems } from "../claims.ts";
import { fromCursor, toCursor } from "../cursor.ts";
import { ApiError } from "../problem.ts";
import { ClaimItem, DocumentItem, EntryRef, orNull, pageOf, PageQuery, problems } from "../schemas.ts";
import type { Api, RouteContext } from "../server.ts";
import { take, Taken } from "../taking.ts";

const tags = ["Documents"];
const Sha256 = Type.String({ pattern: "^[0-9a-f]{4,64}$", description: "A document's SHA-256, or its first digits." });
const BySha256 = Type.Object({ sha256: Sha256 });
const Reason = Type.Object({ why: Type.String({ minLength: 1, maxLength: 2_000 }) }, { additionalProperties: false });
export const MOST_FILES = 50;

export const Published = Type.Optional(Type.String({ maxLength: 40, description: "When it was published, 2023-10-31: the day to which \"on Tuesday\" and \"last month\" refer." }));

const Given = Type.Object(
  {
    text: Type.String({ minLength: 1, maxLength: 2_000_000, description: "The text as published; a headline, where there is one, as its first line." }),
    title: Type.Optional(Type.String({ maxLength: 1_000 })),
    outlet: Type.Optional(Type.String({ maxLength: 1_000 })),
    author: Type.Optional(Type.String({ maxLength: 1_000 })),
    url: Type.Optional(Type.String({ maxLength: 2_000 })),
    published: Published,
    lang: Type.Optional(Type.String({ maxLength: 35, description: "BCP 47 tag." })),
  },
  { additionalProperties: false, examples: [{ text: "Fewer than a thousand Russian soldiers remain in Belarus, a spokesman said on Tuesday.", published: "2023-11-01", outlet: "Example Post" }] },
);

const Whole = Type.Object(
  { document: DocumentItem, text: orNull(Type.String({ description: "Null once it was erased." })), claims: Type.Array(ClaimItem) },
  { title: "WholeDocument", description: "A document with its text and the claims that count. Offsets in claims are UTF-16 units into the text." },
);

const span = { start: Type.Integer(), end: Type.Integer() };
const Named = Type.Array(Type.Object({ ...span, value: Type.String() }));
const Mentions = Type.Object(
  { quantities: Type.Array(Type.Object({ ...span, value: Quantity })), times: Named, places: Named, forces: Named },
  { title: "Mentions", description: "Offsets are UTF-16 units into the text; times are EDTF, places and forces canonical English names." },
);
const isKnown = <T extends { value: string | null }>(mention: T): mention is T & { value: string } => mention.value !== null;

/** The day that a request gives; null for none. @throws IntakeError BAD_DATE */
export function dayOf(published: string | undefined): string | null {
  if (published === undefined || published === "") return null;
  const day = parsePublished(published);
  if (day === null) throw new IntakeError("BAD_DATE", `published is no date: ${JSON.stringify(published)}; write it as 2023-10-31`);
  return day;
}

function documentOf({ text, published, ...metadata }: { text: string; published?: string }): Document {
  return makeDocument(text, text, { ...metadata, published: dayOf(published) });
}

/** The reports that were taken in, each with its text and its claims. */
export function documentRoutes(app: Api, { desk, defaultActor }: RouteContext): void {
  app.get("/documents", {
    config: OF_DOCUMENTS,
    schema: { tags, summary: "Documents, the one added last first", querystring: Type.Object(PageQuery, { additionalProperties: false }), response: { 200: pageOf(DocumentItem), ...problems() } },
  }, async ({ query: { limit = 50, cursor } }) => {
    const [before] = cursor === undefined ? [null] : fromCursor(cursor, 1).map(Number);
    const rows = await desk.store.latestDocuments(before ?? null, limit);
    const last = rows.at(-1);
    return { items: await toDocumentItems(desk.store, rows), next: last === undefined || rows.length < limit ? null : toCursor([last.seq]) };
  });

  app.post("/documents", {
    schema: { tags, summary: "Take in a text and read it", body: Given, response: { 200: Taken, 201: Taken, ...problems(413, 422) } },
  }, async (request, reply) => {
    const document = documentOf(request.body);
    const taken = await take(desk, actorOf(request, defaultActor), { document, bytes: Buffer.from(document.text) });
    return reply.code(taken.outcome === "added" ? 201 : 200).header("location", `/api/documents/${taken.sha256}`).send(taken);
  });

  app.post("/documents/files", {
    schema: {
      tags, summary: "Take in files as they are (multipart/form-data): pages, texts, Markdown, JSON Lines",
      description: `At most ${MOST_FILES} files. What cannot be taken in is refused by itself; the others are kept.`, response: { 200: Type.Array(Taken), ...problems(413, 415) },
    },
  }, async (request) => {
    if (!request.isMultipart()) throw new ApiError(415, "no-files", "give files as multipart/form-data");
    const actor = actorOf(request, defaultActor);
    const results: Taken[] = [];
    for await (const file of request.files()) {
      const bytes = await file.toBuffer();
      for await (const item of readBytes(bytes, file.filename.slice(-200) || "file")) {
        if (item.kind === "issue") results.push({ name: item.issue.input, outcome: "refused", sha256: null, claims: 0, entry: null, why: item.issue.message });
        else results.push(await take(desk, actor, { document: item.document, bytes: item.bytes ?? Buffer.from(item.document.text), provenance: item.provenance }));
      }
    }
    return results;
  });

  app.get("/documents/:sha256", { config: OF_DOCUMENT, schema: { tags, summary: "A document, its text and its claims", params: BySha256, response: { 200: Whole, ...problems(404) } } }, async ({ params }) => {
    const row = await findDocument(desk.store, params.sha256);
    const claims = await listOf(desk.store.claims({ document: row.sha256 }));
    const [document] = await toDocumentItems(desk.store, [row]);
    return { document: document as Static<typeof DocumentItem>, text: await textOf(desk.store, row.sha256), claims: claims.sort((a, b) => a.position - b.position).map(toClaimItem) };
  });

  app.get("/documents/:sha256/mentions", {
    config: OF_DOCUMENT,
    schema: { tags, summary: "What words of a document can be picked for a field: amounts, times, places and forces, as the reader understands them", params: BySha256, response: { 200: Mentions, ...problems(404) } },
  }, async ({ params }) => {
    const { sha256, document } = await findDocument(desk.store, params.sha256);
    const text = await textOf(desk.store, sha256);
    if (document === null || text === null) throw new ApiError(404, "no-text", `document ${sha256.slice(0, 16)} has no text any more`);
    const { quantities, times, places, forces } = await readMentions({ ...document, text });
    return { quantities, times: times.filter(isKnown), places: places.filter(isKnown), forces: forces.filter(isKnown) };
  });

  app.post("/documents/:sha256/withdrawal", {
    schema: { tags, summary: "Take a document back: it stays readable, and its claims no longer count", params: BySha256, body: Reason, response: { 200: EntryRef, ...problems(404, 409) } },
  }, async (request) => ({ entry: (await desk.write(actorOf(request, defaultActor), (ledger) => ledger.withdraw(request.params.sha256, request.body.why))).seq }));

  app.post("/documents/:sha256/erasure", {
    schema: { tags, summary: "Erase a document for good: only its hash and your reason stay", params: BySha256, body: Reason, response: { 200: EntryRef, ...problems(404, 409) } },
  }, async (request) => ({ entry: (await desk.write(actorOf(request, defaultActor), (ledger) => ledger.erase(request.params.sha256, request.body.why))).seq }));
}
