import { Type, type Static } from "typebox";
import { untilOf, type KeptStatements } from "../../app/kept-statements.ts";
import { Claim, Statement } from "../../claims/index.ts";
import type { PlacedClaim } from "../../origins/view.ts";
import { actorOf } from "../actor.ts";
import { fromCursor, toCursor } from "../cursor.ts";
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

type Carriers = ReadonlyMap<string, PlacedClaim>;
const carriers = new WeakMap<KeptStatements, Carriers>();

/** Claims by their ids, put in order once for all who ask. */
function carriersOf(kept: KeptStatements): Carriers {
  const known = carriers.get(kept) ?? new Map(kept.placed.map((one) => [one.id, one]));
  carriers.set(kept, known);
  return known;
}

/** A statement with the claims that carry it. */
function toItem(statement: Statement, placed: Carriers): Static<typeof StatementItem> {
  return {
    ...statement,
    carriers: statement.claims.flatMap((id) => {
      const one = placed.get(id);
      return one === undefined ? [] : [{ id, document: one.document.id, outlet: one.document.outlet ?? null, published: one.document.published ?? null, claim: one.claim as Claim }];
    }),
  };
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
    const kept = await desk.shelf.statements(until);
    const statements = situation === undefined ? kept.statements : await desk.shelf.statementsOn(await findSituation(desk, situation, until), until);
    const from = cursor === undefined ? 0 : Number(fromCursor(cursor, 1)[0]);
    const placed = carriersOf(kept);
    return { items: statements.slice(from, from + limit).map((one) => toItem(one, placed)), next: from + limit < statements.length ? toCursor([from + limit]) : null };
  });

  app.get("/statements/:id", {
    schema: { tags, summary: "A statement and all that carries it", params: Type.Object({ id: Type.String({ maxLength: 200 }) }), response: { 200: StatementItem, ...problems(404) } },
  }, async ({ params: { id } }) => {
    const kept = await desk.shelf.statements(null);
    const statement = kept.statements.find((one) => one.id === id || one.claims.includes(id));
    if (statement === undefined) throw new ApiError(404, "no-such-statement", `no statement ${JSON.stringify(id)}; it may have been joined with another, or split`);
    return toItem(statement, carriersOf(kept));
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
