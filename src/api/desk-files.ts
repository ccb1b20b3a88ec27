import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyReply } from "fastify";
import { PACKAGE_ROOT } from "../package-root.ts";
import { ApiError } from "./problem.ts";
import type { Api } from "./server.ts";

/** Where the build puts the page. */
export const DESK_FOLDER = fileURLToPath(new URL("dist/desk/", PACKAGE_ROOT));

/** What stands in the page for the nonce of its styles; see desk/index.html. */
const NONCE = "__NONCE__";

/** Lets the page load itself and talk to its own server, and nothing else: what a document says can neither run nor call out. */
const policyOf = (nonce: string): string =>
  [
    "default-src 'none'", "script-src 'self'", `style-src 'self' 'nonce-${nonce}'`, "img-src 'self' data:", "font-src 'self'", "connect-src 'self'",
    "form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'",
  ].join("; ");

/** Serves the desk: one page for every path that is not a file and not the API's. */
export async function deskFiles(app: Api, folder: string = DESK_FOLDER): Promise<void> {
  await app.register(fastifyStatic, { root: folder, index: false, wildcard: false, immutable: true, maxAge: "365d", globIgnore: ["index.html"] });
  const send = async (reply: FastifyReply): Promise<FastifyReply> => {
    const nonce = randomBytes(16).toString("base64url");
    const page = await readPage(folder);
    return reply.type("text/html; charset=utf-8").header("content-security-policy", policyOf(nonce)).serializer(String).send(page.replaceAll(NONCE, nonce));
  };
  app.get("/", { schema: { hide: true } }, (_request, reply) => send(reply));
  app.get("/*", { schema: { hide: true } }, (request, reply) => {
    // A missing file is missing: a page in its place would only confuse.
    if (request.url.startsWith("/api/") || request.url.startsWith("/assets/")) throw new ApiError(404, "no-such-page", `there is nothing at ${request.url.slice(0, 200)}; /api/docs lists what there is`);
    return send(reply);
  });
}

let page: Promise<string> | null = null;

function readPage(folder: string): Promise<string> {
  page ??= readFile(`${folder}/index.html`, "utf8");
  page.catch(() => (page = null));
  return page;
}
