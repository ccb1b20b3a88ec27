import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { LRUCache } from "lru-cache";
import type { Revisions, Topic } from "./revisions.ts";
import type { Api } from "./server.ts";

/** Characters of all answers that are kept, and of the longest one that is. */
const MOST_CHARACTERS = 100_000_000;
const LONGEST = 5_000_000;

interface Answer {
  /** How many entries the ledger had when it was asked for. */
  size: number;
  type: string;
  etag: string;
  body: string;
}

/** What an answer follows from; null for whatever there is. */
type Follows = readonly Topic[] | ((asked: { params: Record<string, string>; query: Record<string, unknown> }) => readonly Topic[] | null);

declare module "fastify" {
  interface FastifyRequest {
    /** How many entries the ledger had when it was asked. */
    ledgerSize: number | null;
  }
  interface FastifyContextConfig {
    /** Answered from many claims put together; see thread.ts. */
    isCostly?: boolean;
    /** What the answer follows from; whatever there is, where it is left out. */
    follows?: Follows;
  }
}

const SITUATION = ["claims", "statements", "sources", "situations"] as const;

/** Of a route whose answers are put together from many claims: what they say, what is decided of them, who says it and what is watched. */
export const COSTLY = { isCostly: true, follows: SITUATION } as const;
/** The same of an answer that also says how far the ledger had come. */
export const COSTLY_AT_HEAD = { isCostly: true } as const;

/** Of a route that lists documents or claims, with what was made of them. */
export const OF_DOCUMENTS = { follows: ["documents"] } as const;
/** Of a route about one document: by its whole SHA-256 it is that one whatever is added; the first digits may come to mean another. */
export const OF_DOCUMENT = { follows: ({ params: { sha256 = "" } }) => (sha256.length === 64 ? [`document:${sha256}`] : ["documents"]) } satisfies { follows: Follows };

const etagOf = (body: string): string => `"${createHash("sha256").update(body).digest("base64url").slice(0, 24)}"`;

const isJson = (reply: FastifyReply): boolean => /^application\/json\b/.test(String(reply.getHeader("content-type")));

/** What the answer to a request follows from. A look back ends at an entry that the ledger names by a day, which more entries may fall into. */
function topicsOf({ routeOptions: { config }, params, query }: FastifyRequest): readonly Topic[] | null {
  const asked = query as Record<string, unknown>;
  if (config.follows === undefined || asked["asKnown"] !== undefined) return null;
  return typeof config.follows === "function" ? config.follows({ params: params as Record<string, string>, query: asked }) : config.follows;
}

/** Gives every answer of JSON its ETag, and 304 to those who have it (If-None-Match). */
export function tagAnswers(api: Api): void {
  api.addHook("onSend", async (request, reply, payload) => {
    if (request.method !== "GET" || reply.statusCode !== 200 || typeof payload !== "string" || !isJson(reply)) return payload;
    const etag = String(reply.getHeader("etag") ?? etagOf(payload));
    reply.header("etag", etag);
    if (request.headers["if-none-match"] !== etag) return payload;
    reply.code(304).removeHeader("content-type").removeHeader("content-length");
    return "";
  });
}

/**
 * Gives an answer again as long as nothing has changed that it follows from: everything that is asked by GET follows from the entries, which
 * are never changed. What was written while an answer was worked out counts as written after it.
 */
export function keepAnswers(api: Api, revisions: Revisions): void {
  const answers = new LRUCache<string, Answer>({ maxSize: MOST_CHARACTERS, maxEntrySize: LONGEST, sizeCalculation: ({ body }) => body.length + 1 });
  api.decorateRequest("ledgerSize", null);
  api.addHook("onRequest", async (request, reply) => {
    if (request.method !== "GET") return undefined;
    request.ledgerSize = await revisions.catchUp();
    const answer = answers.get(request.url);
    if (answer === undefined || !revisions.isSame(topicsOf(request), answer.size)) return undefined;
    return reply.type(answer.type).header("etag", answer.etag).serializer(String).send(answer.body);
  });
  api.addHook("onSend", async (request, reply, payload) => {
    if (request.ledgerSize === null || reply.statusCode !== 200 || typeof payload !== "string" || !isJson(reply)) return payload;
    const etag = String(reply.getHeader("etag") ?? etagOf(payload));
    reply.header("etag", etag);
    answers.set(request.url, { size: request.ledgerSize, type: String(reply.getHeader("content-type")), etag, body: payload });
    return payload;
  });
}
