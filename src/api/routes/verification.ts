import { Type } from "typebox";
import { bundleLines } from "../../ledger/bundle.ts";
import { signHead } from "../../ledger/head-signing.ts";
import { fingerprintOf } from "../../ledger/signed-note.ts";
import { verifyLedger } from "../../ledger/verify.ts";
import { EventStream } from "../event-stream.ts";
import { problems } from "../schemas.ts";
import { sendLines } from "../send-lines.ts";
import type { Api, RouteContext } from "../server.ts";

const tags = ["Ledger"];
/** Entries and documents between two reports of progress. */
const EVERY = 200;

/** Proof that nothing was altered, and what to keep of it elsewhere. */
export function verificationRoutes(app: Api, { desk, report }: RouteContext): void {
  app.get("/verification", {
    schema: { tags, summary: "Recompute everything: server-sent events `progress` and, at the end, `verdict`" },
  }, async (request, reply) => {
    const stream = new EventStream(request, reply);
    let done = 0;
    const step = (): void => {
      if (++done % EVERY === 0) stream.send("progress", { done });
    };
    try {
      const verdict = await verifyLedger(desk.store, { trusted: [fingerprintOf(desk.signer)], step });
      stream.send("verdict", { ...verdict, root: Buffer.from(verdict.root).toString("hex"), fingerprint: fingerprintOf(desk.signer) });
    } catch (error) {
      report(error);
      stream.send("failed", { detail: "the ledger could not be checked; the server's log says why" });
    }
    stream.end();
  });

  app.get("/checkpoint", {
    schema: { tags, summary: "The signed head, to be kept elsewhere (C2SP checkpoint)", produces: ["text/plain"], response: { 200: Type.String(), ...problems() } },
  }, async (_request, reply) => {
    const { note } = await signHead(desk.store, desk.signer);
    return reply.type("text/plain; charset=utf-8").header("content-disposition", 'attachment; filename="muster-checkpoint.txt"').serializer(String).send(note);
  });

  app.get("/bundle", {
    schema: {
      tags, summary: "The whole ledger, signed, to be checked without it (JSON Lines)", produces: ["application/jsonl"],
      querystring: Type.Object({ public: Type.Optional(Type.Boolean({ default: false, description: "For strangers: quotations instead of documents, and nobody's name who worked on it." })) }, { additionalProperties: false }),
    },
  }, ({ query }, reply) => sendLines(reply, "muster-bundle.jsonl", "application/jsonl", bundleLines(desk.store, desk.signer, query.public === true, () => {})));
}
