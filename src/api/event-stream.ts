import type { FastifyReply, FastifyRequest } from "fastify";

/** Milliseconds after which a silent stream says that it is still there, so that no proxy takes it for dead. */
const BREATH_MS = 20_000;

/** A stream of server-sent events (HTML Living Standard, 9.2), open until the other side goes. */
export class EventStream {
  private readonly reply: FastifyReply;
  private readonly breath: NodeJS.Timeout;
  private readonly ends: (() => void)[] = [];

  constructor(request: FastifyRequest, reply: FastifyReply) {
    reply.hijack();
    this.reply = reply;
    reply.raw.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store", "x-content-type-options": "nosniff" });
    reply.raw.write("retry: 2000\n\n");
    this.breath = setInterval(() => reply.raw.write(": still here\n\n"), BREATH_MS).unref();
    request.raw.once("close", () => this.end());
    reply.raw.once("close", () => this.end());
  }

  get isOpen(): boolean {
    return !this.reply.raw.writableEnded && !this.reply.raw.destroyed;
  }

  send(event: string, data: unknown): void {
    if (this.isOpen) this.reply.raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Called once when the stream ends, from whichever side. */
  onEnd(work: () => void): void {
    if (this.isOpen) this.ends.push(work);
    else work();
  }

  end(): void {
    clearInterval(this.breath);
    for (const work of this.ends.splice(0)) work();
    if (this.isOpen) this.reply.raw.end();
  }
}
