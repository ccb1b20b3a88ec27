import { once } from "node:events";
import { parentPort, Worker } from "node:worker_threads";
import type { FastifyReply, FastifyRequest } from "fastify";
import { ApiError } from "./problem.ts";
import type { Api } from "./server.ts";

/** Headers of an answer that are its own; the others every answer gets. */
const OWN_HEADERS = ["content-type", "etag", "content-disposition", "content-security-policy", "cross-origin-resource-policy"] as const;

interface Asked {
  id: number;
  url: string;
}

interface Answered {
  id: number;
  status: number;
  headers: Record<string, string>;
  body: string;
}

/**
 * A thread that works out what takes long: it has the same routes on the same ledger, so that while a hundred thousand claims are put
 * together there, every other question is answered here.
 */
export class Thread {
  /** Whether it can be asked. */
  isOpen = true;
  private readonly worker: Worker;
  private readonly waiting = new Map<number, { resolve: (answer: Answered) => void; reject: (error: unknown) => void }>();
  /** What is being worked out, by the ledger's size when it was asked for and what it is. */
  private readonly asking = new Map<string, Promise<Answered>>();
  private asked = 0;

  /** @param failed  told of what ends it; questions are then answered where they are asked */
  constructor(program: URL, data: unknown, failed: (error: unknown) => void) {
    // What is put together from many claims makes much that is soon of no use: with room for it, less is moved about.
    this.worker = new Worker(program, { workerData: data, stdout: false, stderr: false, resourceLimits: { maxYoungGenerationSizeMb: 128 } });
    this.worker.on("message", (answer: Answered) => {
      this.waiting.get(answer.id)?.resolve(answer);
      this.waiting.delete(answer.id);
    });
    this.worker.on("error", (error) => {
      this.isOpen = false;
      this.end(error);
      failed(error);
    });
    this.worker.on("exit", () => {
      this.isOpen = false;
      this.end(new Error("the thread has ended"));
    });
    this.worker.unref();
  }

  /** @param size  how many entries the ledger has: those who ask the same of the same ledger at once share an answer */
  ask(url: string, size: number | null): Promise<Answered> {
    const key = `${size} ${url}`;
    const id = ++this.asked;
    const answer = this.asking.get(key) ?? new Promise<Answered>((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ id, url } satisfies Asked);
    }).finally(() => this.asking.delete(key));
    this.asking.set(key, answer);
    return answer;
  }

  async close(): Promise<void> {
    this.isOpen = false;
    this.end(new ApiError(503, "stopping", "the desk is being stopped; start it again and ask then"));
    await this.worker.terminate();
  }

  private end(error: unknown): void {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}

/** Has questions answered by the thread where their routes say that they are costly. */
export function answerInThread(api: Api, thread: Thread): void {
  api.addHook("onRequest", async (request: FastifyRequest, reply: FastifyReply) => {
    if (!thread.isOpen || request.method !== "GET" || request.routeOptions.config.isCostly !== true) return undefined;
    const { status, headers, body } = await thread.ask(request.url, request.ledgerSize);
    return reply.code(status).headers(headers).serializer(String).send(body);
  });
}

/** The other side: answers questions with a server's routes, until the thread is ended. */
export async function answerParent(api: Api): Promise<void> {
  if (parentPort === null) throw new RangeError("this is no thread");
  const port = parentPort;
  port.on("message", ({ id, url }: Asked) => {
    void api.inject({ method: "GET", url, headers: { host: "localhost" } }).then(({ statusCode, headers, body }) => {
      const own = OWN_HEADERS.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]]));
      port.postMessage({ id, status: statusCode, headers: Object.fromEntries(own) as Record<string, string>, body } satisfies Answered);
    });
  });
  await once(port, "close");
}
