import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import type { AddressInfo } from "node:net";

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
}

/** A receiver of webhooks on this machine. */
export interface HookServer {
  url: string;
  received: Received[];
  /** What to answer to the n-th request, from 0: a status, with headers, or null to hang up. */
  answer: (n: number) => [status: number, headers?: Record<string, string>] | null | Promise<[status: number] | null>;
  close: () => Promise<void>;
}

export async function hookServer(answer: HookServer["answer"] = () => [204]): Promise<HookServer> {
  const received: Received[] = [];
  const close = (): Promise<void> => new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
  const hook: HookServer = { url: "", received, answer, close };
  const server: Server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => (body += text));
    request.on("end", () => {
      received.push({ headers: request.headers, body });
      void Promise.resolve(hook.answer(received.length - 1)).then((what) => {
        if (what === null) request.socket.destroy();
        else response.writeHead(what[0], what[1]).end();
      });
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  hook.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return hook;
}
