import { Type, type Static } from "typebox";
import { untilOf, type KeptStatements } from "../../app/kept-statements.ts";
import { Claim, Statement } from "../../claims/index.ts";
import type { PlacedClaim } from "../../origins/view.ts";
import { actorOf } from "../actor.ts";
import { COSTLY } from "../answers.ts";
import { fromCursor, toCursor } from "../cursor.ts";
import { ApiError } from "../problem.ts";
import { AsKnown, EntryRef, orNull, pageOf, PageQuery, problems, Why } from "../schemas.ts";
import type { Api, RouteContext } from "../server.ts";
import { findSituation } from "./situations.ts";

const tags = ["Statements"];

const { spans: _, ...said } = Claim.properties;
const ClaimSaid = Type.Object(said, { title: "ClaimSaid", description: "A claim without the reasons of the reader, which `GET /api/claims/{id}` gives." });
const Carrier = Type.Object(
  {
    id: Type.String({ description: "The claim's id." }), document: Type.String(), outlet: orNull(Type.String()), published: orNull(Type.String()), claim: ClaimSaid,
  },
  { title: "Carrier", description: "A claim that carries a statement, and where it stands." },
);
const { links: _links, ...ofAll } = Statement.properties;
const StatementItem = Type.Object({ ...ofAll, carrier: Carrier }, { title: "StatementItem", description: "A statement with the original alone of those that carry it, and without the links between them." });
const WholeStatement = Type.Object({ ...Statement.properties, carriers: Type.Array(Carrier, { description: "In the order of `claims`." }) }, { title: "WholeStatement" });
const ClaimId = Type.String({ pattern: "^[0-9a-f]{16}$" });
const MOST_PAIRS = 1_000;
const Joined = Type.Object({ claims: Type.Array(ClaimId, { minItems: 2, maxItems: 1_000 }), why: Why }, { additionalProperties: false });
const SplitUp = Type.Object({ claims: Type.Array(ClaimId, { minItems: 1, maxItems: 1_000 }), from: Type.Optional(Type.Array(ClaimId, { minItems: 1, maxItems: 1_000 })), why: Why }, { additionalProperties: false });
const Splits = Type.Object({ ...EntryRef.properties, entries: Type.Array(Type.Integer(), { description: "All that were written, to be undone together." }) }, { title: "Splits" });

type Carriers = ReadonlyMap<string, PlacedClaim>;
const carriers = new WeakMap<KeptStatements, Carriers>();

/** Claims by their ids, put in order once for all who ask. */
function carriersOf(kept: KeptStatements): Carriers {
  const known = carriers.get(kept) ?? new Map(kept.placed.map((one) => [one.id, one]));
  carriers.set(kept, known);
  return known;
}

function toCarrier(id: string, placed: Carriers): Static<typeof Carrier> {
  const one = placed.get(id);
  if (one === undefined) throw new RangeError(`a statement is carried by ${id}, which is no claim that counts`);
  const { spans: _reasons, ...claim } = one.claim as Claim;
  return { id, document: one.document.id, outlet: one.document.outlet ?? null, published: one.document.published ?? null, claim };
}

const toItem = ({ links: _between, ...statement }: Statement, placed: Carriers): Static<typeof StatementItem> => ({ ...statement, carrier: toCarrier(statement.original, placed) });

/** A statement with the claims that carry it. */
const toWhole = (statement: Statement, placed: Carriers): Static<typeof WholeStatement> => ({ ...statement, carriers: statement.claims.map((id) => toCarrier(id, placed)) });

/** What one source said once, with all that carries it, and a person's word on it. */
export function statementRoutes(app: Api, { desk, defaultActor }: RouteContext): void {
  app.get("/statements", {
    config: COSTLY,
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
    config: COSTLY,
    schema: { tags, summary: "A statement and all that carries it", params: Type.Object({ id: Type.String({ maxLength: 200 }) }), response: { 200: WholeStatement, ...problems(404) } },
  }, async ({ params: { id } }) => {
    const kept = await desk.shelf.statements(null);
    const statement = kept.statements.find((one) => one.id === id || one.claims.includes(id));
    if (statement === undefined) throw new ApiError(404, "no-such-statement", `no statement ${JSON.stringify(id)}; it may have been joined with another, or split`);
    return toWhole(statement, carriersOf(kept));
  });

  app.post("/statements/joins", { schema: { tags, summary: "Say that claims are one statement", body: Joined, response: { 200: EntryRef, ...problems(422) } } }, async (request) => {
    const { claims, why = null } = request.body;
    return { entry: (await desk.write(actorOf(request, defaultActor), (ledger) => ledger.record("statements joined", { claims }, why))).seq };
  });

  app.post("/statements/splits", {
    schema: {
      tags, summary: "Say that claims are separate statements",
      description: "Without `from` each of `claims` is kept apart from each other; with it each of `claims` from each of `from`, in entries that are written together or not at all.", body: SplitUp, response: { 200: Splits, ...problems(422) },
    },
  }, async (request) => {
    const { claims, from = [], why = null } = request.body;
    if (claims.length + from.length < 2) throw new ApiError(422, "one-claim", "one claim alone is no statement to split; give the others as `from`, or two claims or more");
    const groups = from.length === 0 ? [claims] : claims.flatMap((claim) => from.filter((other) => other !== claim).map((other) => [claim, other]));
    if (groups.length > MOST_PAIRS) throw new ApiError(422, "too-many", `these are ${groups.length} pairs of claims, over the limit of ${MOST_PAIRS}; split in several steps`);
    const entries = await desk.write(actorOf(request, defaultActor), (ledger) => ledger.decide(async () => groups.map((group) => ({ kind: "statements split" as const, body: { claims: group }, why }))));
    const numbers = entries.map(({ seq }) => seq);
    return { entry: numbers.at(-1) ?? 0, entries: numbers };
  });
}
