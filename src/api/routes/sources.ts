import { Type } from "typebox";
import { LEANINGS } from "../../claims/index.ts";
import { actorOf } from "../actor.ts";
import { EntryRef, orNull, problems, Why } from "../schemas.ts";
import type { Api, RouteContext } from "../server.ts";

const tags = ["Sources"];
const Name = Type.String({ minLength: 1, maxLength: 500 });
const Reliability = Type.Enum(["A", "B", "C", "D", "E", "F"], { description: "Admiralty code: A completely reliable to E unreliable, F cannot be judged." });
const Leaning = Type.Enum([...LEANINGS]);

const SourceItem = Type.Object({ name: Name, reliability: orNull(Type.String()), alias: orNull(Type.String({ description: "The name that it is another name of." })), leaning: orNull(Type.String()) }, { title: "SourceItem" });
const ByName = { params: Type.Object({ name: Name }) };

/** What people think of those who are quoted. */
export function sourceRoutes(app: Api, { desk, defaultActor }: RouteContext): void {
  app.get("/sources", { config: { follows: ["sources"] }, schema: { tags, summary: "Sources that somebody has judged", response: { 200: Type.Array(SourceItem), ...problems() } } }, () => desk.store.sources());

  app.put("/sources/:name/reliability", {
    schema: { tags, summary: "Grade a source's reliability", ...ByName, body: Type.Object({ reliability: Reliability, why: Why }, { additionalProperties: false }), response: { 200: EntryRef, ...problems(422) } },
  }, async (request) => {
    const { body: { reliability, why = null }, params: { name } } = request;
    return { entry: (await desk.write(actorOf(request, defaultActor), (ledger) => ledger.record("source graded", { source: name, reliability }, why))).seq };
  });

  app.put("/sources/:name/leaning", {
    schema: { tags, summary: "Say how a source leans", ...ByName, body: Type.Object({ leaning: Leaning, why: Why }, { additionalProperties: false }), response: { 200: EntryRef, ...problems(422) } },
  }, async (request) => {
    const { body: { leaning, why = null }, params: { name } } = request;
    return { entry: (await desk.write(actorOf(request, defaultActor), (ledger) => ledger.record("source leaning set", { source: name, leaning }, why))).seq };
  });
}
