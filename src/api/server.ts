import fastifyMultipart from "@fastify/multipart";
import fastifySwagger from "@fastify/swagger";
import fastifySwaggerUi from "@fastify/swagger-ui";
import { TypeBoxValidatorCompiler, type TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import fastify, { type FastifyBaseLogger, type FastifyInstance, type RawServerDefault } from "fastify";
import type { IncomingMessage, ServerResponse } from "node:http";
import { keepAnswers, tagAnswers } from "./answers.ts";
import { Desk } from "./desk.ts";
import { answerProblem, sendProblem } from "./problem.ts";
import { Revisions } from "./revisions.ts";
import { aboutRoute } from "./routes/about.ts";
import { addressRoutes } from "./routes/addresses.ts";
import { briefRoutes } from "./routes/briefs.ts";
import { claimRoutes } from "./routes/claims.ts";
import { documentRoutes, MOST_FILES } from "./routes/documents.ts";
import { entryRoutes } from "./routes/entries.ts";
import { eventRoutes } from "./routes/events.ts";
import { exportRoutes } from "./routes/export.ts";
import { situationRoutes } from "./routes/situations.ts";
import { sourceRoutes } from "./routes/sources.ts";
import { statementRoutes } from "./routes/statements.ts";
import { verificationRoutes } from "./routes/verification.ts";
import { signIn } from "./sign-in.ts";
import { answerInThread, type Thread } from "./thread.ts";
import { guard, type GuardOptions } from "./guard.ts";
import type { Fetcher } from "../intake/fetch/fetcher.ts";
import type { Signer } from "../ledger/signed-note.ts";
import type { Store } from "../ledger/store.ts";

export type Api = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, TypeBoxTypeProvider>;

/** Bytes of one request: the greatest file that intake takes. */
const MAX_BODY_BYTES = 50_000_000;

export interface ServerOptions extends GuardOptions {
  store: Store;
  signer: Signer;
  /** In whose name is written what a request does not say. */
  actor: string;
  version: string;
  /** Where costly questions are answered; here where it is left out. */
  thread?: Thread;
  /** Whether an answer is given again as long as it holds; true where it is left out. */
  keepsAnswers?: boolean;
  /** The way to the web; null or left out where nothing is to be fetched. */
  fetcher?: Fetcher | null;
  /** Told of errors that are no fault of a request. */
  report: (error: unknown) => void;
}

/**
 * The desk's HTTP interface, not yet listening. Everything under `/api` is described at `/api/docs` (OpenAPI 3.1 at `/api/openapi.json`).
 */
export async function createServer(options: ServerOptions): Promise<Api> {
  const app = fastify({ bodyLimit: MAX_BODY_BYTES, forceCloseConnections: true, routerOptions: { maxParamLength: 400 } }).withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  // Answers are made by us and typed; their schemas are documentation.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.setErrorHandler((error, request, reply) => answerProblem(error, request, reply, options.report));
  app.setNotFoundHandler((request, reply) => sendProblem(reply, 404, "no-such-page", `there is nothing at ${request.url.slice(0, 200)}; /api/docs lists what there is`));
  guard(app, options);
  if (options.token !== null) signIn(app, options.token);
  await app.register(fastifyMultipart, { limits: { files: MOST_FILES, fileSize: MAX_BODY_BYTES, fields: 0 } });
  await app.register(fastifySwagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Muster", version: options.version, description: "Claims about the presence of armed forces, with the words that carry them, and what they add up to." },
      tags: ["Situations", "Documents", "Claims", "Statements", "Sources", "Ledger"].map((name) => ({ name })),
    },
  });
  await app.register(fastifySwaggerUi, { routePrefix: "/api/docs", staticCSP: true });
  const desk = new Desk(options.store, options.signer);
  const context: RouteContext = { desk, defaultActor: options.actor, report: options.report, fetcher: options.fetcher ?? null };
  await app.register(async (api: Api) => {
    if (options.keepsAnswers !== false) keepAnswers(api, new Revisions(options.store));
    tagAnswers(api);
    if (options.thread !== undefined) answerInThread(api, options.thread);
    for (const routes of [situationRoutes, briefRoutes, documentRoutes, addressRoutes, claimRoutes, statementRoutes, sourceRoutes, entryRoutes, eventRoutes, verificationRoutes, exportRoutes]) routes(api, context);
    aboutRoute(api, context, options);
    api.get("/openapi.json", { schema: { hide: true } }, () => app.swagger());
  }, { prefix: "/api" });
  return app;
}

/** What every group of routes is given. */
export interface RouteContext {
  desk: Desk;
  defaultActor: string;
  report: (error: unknown) => void;
  fetcher: Fetcher | null;
}
