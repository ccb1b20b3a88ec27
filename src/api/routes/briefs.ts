import { Type } from "typebox";
import { briefPage } from "../../app/briefs.ts";
import { untilOf } from "../../app/kept-statements.ts";
import { sceneOf, type Scene } from "../../brief/chart/scene.ts";
import { toSvg } from "../../brief/chart/svg.ts";
import { Brief } from "../../claims/index.ts";
import { COSTLY, COSTLY_AT_HEAD } from "../answers.ts";
import type { Desk } from "../desk.ts";
import { AsKnown, Day, problems } from "../schemas.ts";
import type { Api, RouteContext } from "../server.ts";
import { findSituation } from "./situations.ts";

const tags = ["Situations"];
const ByName = Type.Object({ name: Type.String({ minLength: 1, maxLength: 200 }) });
const Wishes = { asOf: Type.Optional(Day), since: Type.Optional(Day), asKnown: AsKnown };
const Look = {
  width: Type.Optional(Type.Integer({ minimum: 280, maximum: 2_000, default: 860, description: "Pixels." })),
  scale: Type.Optional(Type.Enum(["linear", "log"], { default: "linear" })),
};
const SceneOf = Type.Unsafe<Scene>(Type.Object({}, { title: "Scene", description: "Everything that the chart draws, in pixels; nothing in it depends on who draws." }));

interface Asked {
  asOf?: string;
  since?: string;
  asKnown?: string;
}

async function briefFor(desk: Desk, name: string, wishes: Asked): Promise<Brief> {
  const until = await untilOf(desk.store, wishes.asKnown);
  return desk.shelf.brief(await findSituation(desk, name, until), until, wishes);
}

// A chart on somebody else's page: it may be framed by anyone, and can neither run nor load anything.
const EMBED_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *";

const chartOf = (brief: Brief, width: number, scale: "linear" | "log", isAlone: boolean): string => toSvg(sceneOf(brief, { width, scale }), { id: "chart", isAlone, isLinked: false });

/** A situation as it would be published: the brief, its pages, and its chart. */
export function briefRoutes(app: Api, { desk }: RouteContext): void {
  app.get("/situations/:name/brief", {
    config: COSTLY_AT_HEAD, schema: { tags, summary: "The brief as data: every number in it says where it comes from", params: ByName, querystring: Type.Object(Wishes, { additionalProperties: false }), response: { 200: Brief, ...problems(404, 422) } },
  }, ({ params, query }) => briefFor(desk, params.name, query));

  app.get("/situations/:name/chart", {
    config: COSTLY, schema: { tags, summary: "The chart of the brief, laid out, to be drawn", params: ByName, querystring: Type.Object({ ...Wishes, ...Look }, { additionalProperties: false }), response: { 200: SceneOf, ...problems(404, 422) } },
  }, async ({ params, query: { width = 860, scale = "linear", ...wishes } }) => sceneOf(await briefFor(desk, params.name, wishes), { width, scale: scale as "linear" | "log" }));

  for (const [format, type] of [["md", "text/markdown"], ["html", "text/html"]] as const) {
    app.get(`/situations/:name/brief.${format}`, {
      config: COSTLY_AT_HEAD, schema: { tags, summary: `The brief as a page (${type})`, produces: [type], params: ByName, querystring: Type.Object(Wishes, { additionalProperties: false }), response: { 200: Type.String(), ...problems(404, 422) } },
    }, async ({ params, query }, reply) => {
      const page = await briefPage(await briefFor(desk, params.name, query), format);
      return reply.type(`${type}; charset=utf-8`).header("content-disposition", `attachment; filename="brief.${format}"`).serializer(String).send(page);
    });
  }

  app.get("/situations/:name/chart.svg", {
    config: COSTLY, schema: { tags, summary: "The chart as a picture", produces: ["image/svg+xml"], params: ByName, querystring: Type.Object({ ...Wishes, ...Look }, { additionalProperties: false }), response: { 200: Type.String(), ...problems(404, 422) } },
  }, async ({ params, query: { width = 860, scale = "linear", ...wishes } }, reply) => {
    const picture = chartOf(await briefFor(desk, params.name, wishes), width, scale as "linear" | "log", true);
    return reply.type("image/svg+xml; charset=utf-8").header("content-security-policy", EMBED_POLICY).header("cross-origin-resource-policy", "cross-origin").serializer(String).send(picture);
  });

  app.get("/situations/:name/embed", {
    config: COSTLY, schema: { tags, summary: "A page with the chart alone, to be framed by other pages; it needs no script", produces: ["text/html"], params: ByName, querystring: Type.Object({ ...Wishes, ...Look }, { additionalProperties: false }), response: { 200: Type.String(), ...problems(404, 422) } },
  }, async ({ params, query: { width = 860, scale = "linear", ...wishes } }, reply) => {
    const picture = chartOf(await briefFor(desk, params.name, wishes), width, scale as "linear" | "log", true);
    const page = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeText(params.name)}</title><style>body{margin:0}svg{width:100%;height:auto;display:block}</style>${picture}</html>\n`;
    return reply.type("text/html; charset=utf-8").header("content-security-policy", EMBED_POLICY).header("cross-origin-resource-policy", "cross-origin").serializer(String).send(page);
  });
}

const escapeText = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
