import { Type } from "typebox";
import { RESERVED_NAME } from "../../app/situations.ts";
import { untilOf } from "../../app/kept-statements.ts";
import { Estimate } from "../../claims/index.ts";
import type { SituationRow } from "../../ledger/rows.ts";
import { actorOf } from "../actor.ts";
import { COSTLY } from "../answers.ts";
import type { Desk } from "../desk.ts";
import { ApiError } from "../problem.ts";
import { AsKnown, Day, EntryRef, orNull, problems, Why } from "../schemas.ts";
import type { Api, RouteContext } from "../server.ts";
import { Summary, summaryOf } from "../situation-summary.ts";

const tags = ["Situations"];
const Name = Type.String({ minLength: 1, maxLength: 200, examples: ["belarus"] });
const Force = Type.String({ minLength: 1, maxLength: 200, examples: ["Russia"] });
const Place = Type.String({ minLength: 1, maxLength: 200, examples: ["Belarus"] });
const Statements = Type.Integer({ description: "How many statements say something of it." });

const SituationItem = Type.Object({ name: Name, force: Force, place: Place, statements: Statements, summary: Summary }, { title: "SituationItem" });
const Suggestion = Type.Object({ force: Force, place: Place, statements: Statements }, { title: "Suggestion" });
const Answer = Type.Object(
  { name: Name, situation: Type.Object({ force: Force, place: orNull(Place), country: orNull(Type.String()) }), ...Estimate.properties },
  { title: "SituationAnswer", description: "What the statements on a situation add up to." },
);

const rowOf = ({ name, force, place }: SituationRow): SituationRow => ({ name, force, place });

/** A situation by its name. @throws ApiError 404 */
export async function findSituation({ shelf }: Desk, name: string, until: number | null): Promise<SituationRow> {
  const known = await shelf.situations(until);
  const row = known.find((one) => one.name === name);
  if (row !== undefined) return row;
  const names = known.length === 0 ? "there are none yet" : `there are: ${known.map((one) => one.name).join(", ")}`;
  throw new ApiError(404, "no-such-situation", `no situation ${JSON.stringify(name)}; ${names}`);
}

/** One force in one place, and what the statements on it add up to. */
export function situationRoutes(app: Api, { desk, defaultActor }: RouteContext): void {
  app.get("/situations", { config: COSTLY, schema: { tags, summary: "The situations that are watched, by name", response: { 200: Type.Array(SituationItem), ...problems() } } }, async () => {
    const rows = await desk.shelf.counted();
    const items = [];
    // One after the other: they are worked out on one processor.
    for (const row of rows) items.push({ ...row, summary: await summaryOf(() => desk.shelf.answer(rowOf(row), null)) });
    return items;
  });

  app.get("/situations/suggestions", { config: COSTLY, schema: { tags, summary: "What the claims are most about and nobody watches yet", response: { 200: Type.Array(Suggestion), ...problems() } } }, () => desk.shelf.suggestions());

  app.post("/situations", {
    schema: {
      tags, summary: "Watch a force in a place",
      body: Type.Object({ name: Name, force: Force, place: Place, why: Why }, { additionalProperties: false }), response: { 201: EntryRef, ...problems(409, 422) },
    },
  }, async (request, reply) => {
    const { why = null, ...row } = request.body;
    if (row.name === RESERVED_NAME) throw new ApiError(409, "name-taken", `no situation can be called "${RESERVED_NAME}", which is a command of "muster brief"; take another name`);
    const taken = (await desk.shelf.situations(null)).some(({ name }) => name === row.name);
    if (taken) throw new ApiError(409, "name-taken", `there is a situation ${JSON.stringify(row.name)} already; take another name, or change that one`);
    const { seq } = await desk.write(actorOf(request, defaultActor), (ledger) => ledger.record("situation defined", row, why));
    return reply.code(201).header("location", `/api/situations/${encodeURIComponent(row.name)}`).send({ entry: seq });
  });

  app.patch("/situations/:name", {
    schema: {
      tags, summary: "Give a situation another force or place", params: Type.Object({ name: Name }),
      body: Type.Object({ force: Type.Optional(Force), place: Type.Optional(Place), why: Why }, { additionalProperties: false, minProperties: 1 }), response: { 200: EntryRef, ...problems(404, 422) },
    },
  }, async (request) => {
    const { why = null, ...changes } = request.body;
    const row = await findSituation(desk, request.params.name, null);
    const { seq } = await desk.write(actorOf(request, defaultActor), (ledger) => ledger.record("situation changed", { ...row, ...changes }, why));
    return { entry: seq };
  });

  app.get("/situations/:name", {
    config: COSTLY,
    schema: {
      tags, summary: "What the statements on a situation add up to", params: Type.Object({ name: Name }),
      querystring: Type.Object({ asOf: Type.Optional(Day), asKnown: AsKnown }, { additionalProperties: false }), response: { 200: Answer, ...problems(404, 422) },
    },
  }, async ({ params, query }) => {
    const until = await untilOf(desk.store, query.asKnown);
    return desk.shelf.answer(await findSituation(desk, params.name, until), until, query.asOf);
  });
}
