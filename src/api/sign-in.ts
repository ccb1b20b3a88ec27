import type { FastifyReply } from "fastify";
import { Type } from "typebox";
import { ApiError } from "./problem.ts";
import type { Api } from "./server.ts";
import { isSame, TOKEN_COOKIE } from "./token.ts";

const DAYS_30 = 30 * 24 * 60 * 60;

/** The one page that is shown to those who have not shown the token yet. It needs no script. */
const pageOf = (wrong: boolean): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Sign in – Muster</title>
<main><h1>Muster</h1>${wrong ? '<p role="alert">That is not the access token of this desk.</p>' : ""}
<form method="post" action="/sign-in"><p><label>Access token <input name="token" type="password" required autofocus autocomplete="current-password"></label></p><p><button>Sign in</button></p></form></main></html>
`;

const send = (reply: FastifyReply, status: number, wrong: boolean): FastifyReply =>
  reply.code(status).type("text/html; charset=utf-8").header("content-security-policy", "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'").serializer(String).send(pageOf(wrong));

/** Lets a browser show the access token once and keep it in a cookie that no script and no other site can use. */
export function signIn(app: Api, token: string): void {
  app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string", bodyLimit: 4_000 }, (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))));
  app.get("/sign-in", { schema: { hide: true } }, (_request, reply) => send(reply, 200, false));
  app.post("/sign-in", { schema: { hide: true, body: Type.Object({ token: Type.String({ maxLength: 500 }) }) } }, (request, reply) => {
    if (!isSame(request.body.token.trim(), token)) return send(reply, 401, true);
    const secure = request.headers["x-forwarded-proto"] === "https" ? "; Secure" : "";
    return reply.header("set-cookie", `${TOKEN_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${DAYS_30}${secure}`).redirect("/", 303);
  });
}

/** What somebody without the token is told: a browser is led to the page, a program gets a problem. @throws ApiError 401 */
export function askForToken(accept: string | undefined, reply: FastifyReply): FastifyReply {
  if (accept?.includes("text/html") === true) return reply.redirect("/sign-in", 303);
  throw new ApiError(401, "no-token", "give the access token as Authorization: Bearer, or sign in at /sign-in");
}
