import { createHash } from "node:crypto";
import type { FastifyReply } from "fastify";
import type { Head } from "../ledger/store.ts";
import type { Api } from "./server.ts";

/** Characters of all answers that are kept, and of the longest one that is. */
const MOST_CHARACTERS = 50_000_000;
const LONGEST = 5_000_000;

interface Answer {
  /** How many entries the ledger had before it was worked out. */
  size: number;
  type: string;
  etag: string;
  body: string;
}

declare module "fastify" {
  interface FastifyRequest {
    /** How many entries the ledger had when it was asked. */
    ledgerSize: number | null;
  }
  interface FastifyContextConfig {
    /** Answered from many claims put together; see thread.ts. */
    isCostly?: boolean;
  }
}

/** Of a route whose answers are put together from many claims. */
export const COSTLY = { isCostly: true } as const;

const etagOf = (body: string): string => `"${createHash("sha256").update(body).digest("base64url").slice(0, 24)}"`;

const isJson = (reply: FastifyReply): boolean => /^application\/json\b/.test(String(reply.getHeader("content-type")));

/** The answers given last, the one asked for last at the end. */
class Answers {
  private readonly kept = new Map<string, Answer>();
  private characters = 0;

  get(url: string, size: number): Answer | null {
    const answer = this.kept.get(url);
    if (answer === undefined) return null;
    this.drop(url, answer);
    if (answer.size !== size) return null;
    this.put(url, answer);
    return answer;
  }

  put(url: string, answer: Answer): void {
    const before = this.kept.get(url);
    if (before !== undefined) this.drop(url, before);
    this.kept.set(url, answer);
    this.characters += answer.body.length;
    for (const [other, { body: _, ...oldest }] of this.kept) {
      if (this.characters <= MOST_CHARACTERS || other === url) break;
      this.drop(other, { ...oldest, body: this.kept.get(other)?.body ?? "" });
    }
  }

  private drop(url: string, { body }: Answer): void {
    if (this.kept.delete(url)) this.characters -= body.length;
  }
}

/**
 * Gives an answer again as long as the ledger stands where it stood, and 304 to those who have it (If-None-Match): everything that is
 * asked by GET follows from the entries, which are never changed.
 */
export function rememberAnswers(api: Api, head: () => Promise<Pick<Head, "size">>): void {
  const answers = new Answers();
  api.decorateRequest("ledgerSize", null);
  api.addHook("onRequest", async (request, reply) => {
    if (request.method !== "GET") return undefined;
    const { size } = await head();
    request.ledgerSize = size;
    const answer = answers.get(request.url, size);
    if (answer === null) return undefined;
    reply.header("etag", answer.etag);
    if (request.headers["if-none-match"] === answer.etag) return reply.code(304).send();
    return reply.type(answer.type).serializer(String).send(answer.body);
  });
  api.addHook("onSend", async (request, reply, payload) => {
    if (request.ledgerSize === null || reply.statusCode !== 200 || typeof payload !== "string" || !isJson(reply)) return payload;
    const etag = String(reply.getHeader("etag") ?? etagOf(payload));
    reply.header("etag", etag);
    if (payload.length <= LONGEST) answers.put(request.url, { size: request.ledgerSize, type: String(reply.getHeader("content-type")), etag, body: payload });
    if (request.headers["if-none-match"] !== etag) return payload;
    reply.code(304).removeHeader("content-type").removeHeader("content-length");
    return "";
  });
}
