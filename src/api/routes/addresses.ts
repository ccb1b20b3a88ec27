import { Type } from "typebox";
import { IntakeError, type IssueCode } from "../../intake/issue.ts";
import { parseAddress } from "../../intake/fetch/addresses.ts";
import { fetchOne } from "../../intake/web.ts";
import { actorOf } from "../actor.ts";
import { ApiError } from "../problem.ts";
import { problems } from "../schemas.ts";
import type { Api, RouteContext } from "../server.ts";
import { take, Taken } from "../taking.ts";
import { dayOf, Published } from "./documents.ts";

/** Milliseconds that somebody waits for a page, with all that it leads on to. */
const MOST_WAIT_MS = 60_000;

const Address = Type.Object(
  {
    url: Type.String({ minLength: 1, maxLength: 2_000, description: "http or https." }),
    outlet: Type.Optional(Type.String({ maxLength: 1_000, description: "Where the page does not name one." })),
    published: Published,
  },
  { additionalProperties: false, examples: [{ url: "https://example.org/news/belarus" }] },
);

/** What the command line would advise otherwise, and the status of what is no fault of the address. */
const ANSWERS: Partial<Record<IssueCode, { status: number; line?: string }>> = {
  PRIVATE_ADDRESS: { status: 422, line: "leads into a private network, where the desk fetches nothing; save the page in a browser and add the file" },
  UNKNOWN_FORMAT: { status: 422, line: "is a feed or an archive and not one report; on the command line, muster add takes it in and muster feed add watches it" },
  TOO_LARGE: { status: 413 },
  BAD_STATUS: { status: 502 }, BAD_ANSWER: { status: 502 }, TOO_MANY_REDIRECTS: { status: 502 },
  NO_ANSWER: { status: 503 }, TOO_SLOW: { status: 503 }, COME_LATER: { status: 503 },
  STOPPED: { status: 503, line: `takes longer than ${MOST_WAIT_MS / 1_000} s; try again later` },
};

function toProblem(url: string, error: unknown): unknown {
  if (!(error instanceof IntakeError)) return error;
  const { status = 422, line = error.message } = ANSWERS[error.code] ?? {};
  return new ApiError(status, error.code.toLowerCase().replaceAll("_", "-"), `${url} ${line}`, { cause: error });
}

/** A report by its address on the web, fetched as a guest should (docs/intake.md). */
export function addressRoutes(app: Api, { desk, defaultActor, fetcher }: RouteContext): void {
  app.post("/documents/addresses", {
    schema: {
      tags: ["Documents"], summary: "Fetch a report from the web and read it",
      description: "Only http and https, and never into a private network; what robots.txt closes stays closed.", body: Address, response: { 200: Taken, 201: Taken, ...problems(413, 422, 502, 503) },
    },
  }, async (request, reply) => {
    const { url, outlet, published } = request.body;
    if (fetcher === null) throw new ApiError(503, "no-web", "this desk fetches nothing from the web; save the page in a browser and add the file");
    const gone = new AbortController();
    reply.raw.once("close", () => gone.abort());
    const signal = AbortSignal.any([gone.signal, AbortSignal.timeout(MOST_WAIT_MS)]);
    const metadata = { published: dayOf(published), ...(outlet === undefined || outlet === "" ? {} : { outlet }) };
    let item;
    try {
      const { href } = parseAddress(url);
      item = await fetchOne(href, { input: href, id: "", hint: null, encoding: null, metadata, provenance: published === undefined ? {} : { publishedBy: "whoever added it" } }, { fetcher, signal });
    } catch (error) {
      throw toProblem(url.slice(0, 200), error);
    }
    if (item.kind !== "document") throw new RangeError(`nobody asked what is known or stopped, and it is ${item.kind}`);
    const { document, bytes, provenance } = item;
    const taken = await take(desk, actorOf(request, defaultActor), { document, bytes: bytes ?? Buffer.from(document.text), provenance });
    return reply.code(taken.outcome === "added" ? 201 : 200).header("location", `/api/documents/${taken.sha256}`).send(taken);
  });
}
