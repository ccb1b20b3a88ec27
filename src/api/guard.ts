import type { FastifyReply, FastifyRequest } from "fastify";
import { sendProblem } from "./problem.ts";
import { askForToken } from "./sign-in.ts";
import { isSame, TOKEN_COOKIE } from "./token.ts";
import type { Api } from "./server.ts";

export interface GuardOptions {
  /**
   * What whoever asks has to show, as a bearer token or, in a browser, as a cookie; null where only this machine can ask.
   */
  token: string | null;
  /** Names by which the server may be called besides those of this machine: what stands before the port in a Host header. */
  hosts?: readonly string[];
}

const LOCAL = ["127.0.0.1", "localhost", "[::1]"];

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** The name in a Host header, without its port. */
const nameOf = (host: string): string => host.toLowerCase().replace(/:\d{1,5}$/, "");

/**
 * Lets through what comes from this desk's own page or from a program, and nothing that another web site has made a browser send:
 *
 * - a Host that is not ours is a name that was made to point here (DNS rebinding);
 * - an Origin or a Sec-Fetch-Site of somebody else on a request that changes something is a forged one (CSRF).
 */
export function guard(app: Api, { token, hosts = [] }: GuardOptions): void {
  const ours = new Set([...LOCAL, ...hosts.map((host) => host.toLowerCase())]);
  app.addHook("onRequest", async (request, reply) => {
    const { host = "" } = request.headers;
    if (!ours.has(nameOf(host))) return sendProblem(reply, 403, "wrong-host", `this server is not called ${JSON.stringify(nameOf(host).slice(0, 100))}; call it by its own address, or start it with --allow-host`);
    if (!SAFE_METHODS.has(request.method) && isForeign(request, host)) return sendProblem(reply, 403, "wrong-origin", "another web site asked for this; do it from the desk's own page");
    if (token !== null && !/^\/sign-in(?:$|\?)/.test(request.url) && !hasToken(request, token)) return askForToken(request.headers.accept, reply);
    return undefined;
  });
  app.addHook("onSend", async (_request, reply) => setSafeHeaders(reply));
}

function isForeign(request: FastifyRequest, host: string): boolean {
  const { origin } = request.headers;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined && site !== "same-origin" && site !== "none") return true;
  if (origin === undefined) return false;
  return !URL.canParse(origin) || new URL(origin).host !== host.toLowerCase();
}

function hasToken(request: FastifyRequest, token: string): boolean {
  const bearer = /^Bearer (\S{1,500})$/.exec(request.headers.authorization ?? "")?.[1];
  return [bearer, cookieOf(request)].some((given) => given !== undefined && isSame(given, token));
}

function cookieOf({ headers }: FastifyRequest): string | undefined {
  const cookies = (headers.cookie ?? "").slice(0, 8_000).split(";").map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(`${TOKEN_COOKIE}=`))?.slice(TOKEN_COOKIE.length + 1);
}

const SAFE_HEADERS: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  // Pages bring their own, which lets in what they need.
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

function setSafeHeaders(reply: FastifyReply): void {
  for (const [name, value] of Object.entries(SAFE_HEADERS)) if (!reply.hasHeader(name)) reply.header(name, value);
  if (!reply.hasHeader("cache-control")) reply.header("cache-control", "no-store");
}
