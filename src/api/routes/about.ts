import { Type } from "typebox";
import { fingerprintOf } from "../../ledger/signed-note.ts";
import { problems } from "../schemas.ts";
import type { Api, RouteContext, ServerOptions } from "../server.ts";

const About = Type.Object(
  {
    version: Type.String(),
    ledger: Type.String({ description: "The name that its signed heads bear." }),
    size: Type.Integer({ description: "How many entries it has." }),
    actor: Type.String({ description: "In whose name is written what a request does not say." }),
    fingerprint: Type.String({ description: "Of the key that signs." }),
  },
  { title: "About" },
);

/** What this desk is. */
export function aboutRoute(app: Api, { desk }: RouteContext, { version, actor }: ServerOptions): void {
  app.get("/about", { schema: { tags: ["Ledger"], summary: "What this desk is, and where its ledger stands", response: { 200: About, ...problems() } } }, async () => {
    const { origin, size } = await desk.store.head();
    return { version, ledger: origin, size, actor, fingerprint: fingerprintOf(desk.signer) };
  });
}
