import { Type } from "typebox";
import { now, placeLocator } from "../../app.ts";
import { untilOf } from "../../app/kept-statements.ts";
import { EXPORT_FORMATS, exportClaims, type ExportFormat } from "../../export/formats.ts";
import { claimRecords } from "../../ledger/views.ts";
import { AsKnown, problems } from "../schemas.ts";
import { sendLines } from "../send-lines.ts";
import type { Api, RouteContext } from "../server.ts";

const FILES: Readonly<Record<ExportFormat, readonly [file: string, type: string]>> = {
  jsonl: ["claims.jsonl", "application/jsonl"], csv: ["claims.csv", "text/csv"], geojson: ["claims.geojson", "application/geo+json"],
  stix: ["claims.stix.json", "application/stix+json"], claimreview: ["claims.claimreview.json", "application/ld+json"],
};

/** The claims that count, for other programs. */
export function exportRoutes(app: Api, { desk }: RouteContext): void {
  app.get("/export/:format", {
    schema: {
      tags: ["Claims"], summary: "All claims that count, in a format of the field", params: Type.Object({ format: Type.Enum([...EXPORT_FORMATS]) }),
      querystring: Type.Object({ asKnown: AsKnown, public: Type.Optional(Type.Boolean({ description: "For strangers: quotations only." })) }, { additionalProperties: false }),
      response: problems(404),
    },
  }, async ({ params, query }, reply) => {
    const format = params.format as ExportFormat;
    const records = claimRecords(desk.store, await untilOf(desk.store, query.asKnown));
    return sendLines(reply, ...FILES[format], exportClaims(records, format, { public: query.public === true, locate: await placeLocator(), exportedAt: now() }));
  });
}
