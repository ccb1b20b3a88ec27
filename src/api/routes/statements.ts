import { Type } from "typebox";
import { extentOf } from "../../estimate/situation.ts";
import { loadWithin } from "../../app.ts";
import { untilOf } from "../../app/kept-statements.ts";
import { statedClaims } from "../../origins/stated-claims.ts";
import { toSituation } from "../../app/situations.ts";
import { Claim, Statement } from "../../claims/index.ts";
import { actorOf } from "../actor.ts";
import { fromCursor, toCursor } from "../cursor.ts";
import type { Desk } from "../desk.ts";
import { ApiError } from "../problem.ts";
import { AsKnown, EntryRef, orNull, pageOf, PageQuery, problems, Why } from "../schemas.ts";
import type { Api, RouteContext } from "../server.ts";
import { findSituation } from "./situations.ts";

const tags = ["Statements"];

const Carrier = Type.Object(
  {
    id: Type.String({ description: "The claim's id." }), document: Type.String(), outlet: orNull(Type.String()), published: orNull(Type.String()), claim: Claim,
  },
  { title: "Carrier", description: "A claim that carries a statement, and where it stands." },
);
const StatementItem = Type.Object({ ...Statement.properties, carriers: Type.Array(Carrier, { description: "In the order of `claims`." }) }, { title: "StatementItem" });
const Decided = Type.Object({ claims: Type.Array(Type.String({ pattern: "^[0-9a-f]{16}$" }), { minItems: 2, maxItems: 1_000 }), why: Why }, { additionalProperties: false });

/** The claims that carry each statement. */
async function itemsOf(desk: Desk, until: number | null) {
  const kept = await desk.shelf.statements(until);
  const placed = new Map(kept.placed.map((one) => [one.id, one]));
  return kept.statements.map((statement) => ({
    ...statement,
    carriers: statement.claims.flatMap((id) => {
      const one = placed.get(id);
      return one === undefined ? [] : [{ id, document: one.document.id, outlet: one.document.outlet ?? null, published: one.document.published ?? null, claim: one.claim as Claim }];
    }),
  }));
}

/** Statements that say something of a situation. */
async function aboutSituation(desk: Desk, name: string, until: number | null): Promise<Set<string>> {
  const claims = statedClaims(await desk.shelf.statements(until));
  const situation = toSituation(await findSituation(desk, name, until), claims);
  const within = await loadWithin();
  return new Set(claims.flatMap((claim) => (typeof claim.statement === "string" && extentOf(claim, situation, within) !== null ? [claim.statement] : [])));
}

/** What one source said once, with all that carries it, and a person's word on it. */
export function statementRoutes(app: Api, { desk, defaultActor }: RouteContext): void {
  app.get("/statements", {
    schema: {
      tags, summary: "Statements, in the order in which they came up",
      querystring: Type.Object({ ...PageQuery, situation: Type.Optional(Type.String({ maxLength: 200 })), asKnown: AsKnown }, { additionalProperties: false }), response: { 200: pageOf(StatementItem), ...problems(404) },
    },
  }, async ({ query: { limit = 50, cursor, situation, asKnown } }) => {
    const until = await untilOf(desk.store, asKnown);
    const about = situation === undefined ? null : await aboutSituation(desk, situation, until);
    const items = (await itemsOf(desk, until)).filter(({ id }) => about === null || about.has(id));
    const from = cursor === undefined ? 0 : Number(fromCursor(cursor, 1)[0]);
    return { items: items.slice(from, from + limit), next: from + limit < items.length ? toCursor([from + limit]) : null };
  });

  app.get("/statements/:id", {
    schema: { tags, summary: "A statement and all that carries it", params: Type.Object({ id: Type.String({ maxLength: 200 }) }), response: { 200: StatementItem, ...problems(404) } },
  }, async ({ params: { id } }) => {
    const item = (await itemsOf(desk, null)).find((one) => one.id === id || one.claims.includes(id));
    if (item === undefined) throw new ApiError(404, "no-such-statement", `no statement ${JSON.stringify(id)}; it may have been joined with another, or split`);
    return item;
  });

  for (const [path, kind, summary] of [
    ["/statements/joins", "statements joined", "Say that claims are one statement"],
    ["/statements/splits", "statements split", "Say that claims are separate statements"],
  ] as const) {
    app.post(path, { schema: { tags, summary, body: Decided, response: { 200: EntryRef, ...problems(422) } } }, async (request) => {
      const { claims, why = null } = request.body;
      return { entry: (await desk.write(actorOf(request, defaultActor), (ledger) => ledger.record(kind, { claims }, why))).seq };
    });
  }
}
