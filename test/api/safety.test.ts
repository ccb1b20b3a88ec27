import { describe, expect, it } from "vitest";
import { ask, REPORT, withServer } from "./desk.ts";

const TOKEN = "a-token-of-this-test";

describe("the desk's server, on a laptop", () => {
  it("answers to its own names and addresses alone", () => withServer(async (api) => {
    // A name that was made to point here, another address, a name that begins like ours, and an address as a number.
    for (const host of ["evil.example:4180", "192.0.2.7:4180", "localhost.evil.example", "2130706433"]) {
      expect({ host, ...(await ask(api, "GET", "/api/situations", undefined, { host })) }).toMatchObject({ host, status: 403, body: { type: "/problems/wrong-host" } });
    }
    for (const host of ["127.0.0.1:4180", "localhost:9", "[::1]:4180"]) expect({ host, ...(await ask(api, "GET", "/api/situations", undefined, { host })) }).toMatchObject({ host, status: 200 });
  }));

  it("writes nothing for another web site", () => withServer(async (api) => {
    const FOREIGN: readonly Record<string, string>[] = [{ origin: "https://evil.example" }, { origin: "http://127.0.0.1:4181" }, { origin: "null" }, { "sec-fetch-site": "cross-site" }, { "sec-fetch-site": "same-site" }];
    for (const sent of FOREIGN) expect({ sent, ...(await ask(api, "POST", "/api/documents", REPORT, sent)) }).toMatchObject({ sent, status: 403, body: { type: "/problems/wrong-origin" } });
    expect((await ask(api, "GET", "/api/documents")).body).toMatchObject({ items: [] });
  }));

  it("writes for its own page", () => withServer(async (api) => {
    expect((await ask(api, "POST", "/api/documents", REPORT, { origin: "http://127.0.0.1:4180", "sec-fetch-site": "same-origin" })).status).toBe(201);
  }));

  it("says in one line what is wrong with a request, and nothing of this machine", () => withServer(async (api) => {
    for (const [method, path, payload, status] of [
      ["GET", "/api/claims?limit=0", undefined, 400], ["GET", "/api/claims?cursor=nonsense", undefined, 400], ["GET", "/api/claims?unknown=1", undefined, 400],
      ["GET", "/api/documents/ffff", undefined, 404], ["GET", "/api/situations/__proto__", undefined, 404], ["GET", "/api/nothing", undefined, 404],
      ["GET", "/api/situations/x?asKnown=2023-13-45", undefined, 422], ["POST", "/api/documents", { text: "" }, 400], ["POST", "/api/documents", { text: "Russia.", published: "yesterday" }, 422],
      ["POST", "/api/documents", { text: "  " }, 422], ["POST", "/api/claims/ffff/reviews", { verdict: "accept" }, 404], ["POST", "/api/entries/undo", { entries: [99] }, 404],
      ["PUT", "/api/sources/x/reliability", { reliability: "G" }, 400], ["POST", "/api/situations", { name: "x", force: "y" }, 400],
    ] as const) {
      const answer = await ask<{ detail: string; status: number }>(api, method, path, payload);
      expect([answer.status, answer.headers["content-type"]]).toEqual([status, "application/problem+json; charset=utf-8"]);
      expect(answer.body.detail).toMatch(/^[^\n]{10,300}$/);
      expect(answer.body.detail).not.toMatch(/\/tmp|select |insert |SQLITE|node_modules/i);
    }
  }));

  it("sends every answer with headers that keep a browser from doing more with it", () => withServer(async (api) => {
    for (const path of ["/api/situations", "/api/nothing", "/api/openapi.json"]) {
      expect((await ask(api, "GET", path)).headers).toMatchObject({ "x-content-type-options": "nosniff", "content-security-policy": "default-src 'none'; frame-ancestors 'none'", "cross-origin-resource-policy": "same-origin" });
    }
  }));
});

describe("the desk's server, with an access token", () => {
  const options = { token: TOKEN, hosts: ["desk.example.org"] };

  it("answers nobody who does not show it, and says how", () => withServer(async (api) => {
    for (const headers of [{}, { authorization: "Bearer wrong-token-of-test" }, { authorization: TOKEN }, { cookie: "muster-token=x" }] as Record<string, string>[]) {
      expect(await ask(api, "GET", "/api/situations", undefined, headers)).toMatchObject({ status: 401, body: { detail: expect.stringContaining("/sign-in") } });
    }
    expect(await ask(api, "GET", "/", undefined, { accept: "text/html" })).toMatchObject({ status: 303, headers: { location: "/sign-in" } });
  }, options));

  it("answers who does, by another name too", () => withServer(async (api) => {
    expect((await ask(api, "GET", "/api/situations", undefined, { authorization: `Bearer ${TOKEN}`, host: "desk.example.org" })).status).toBe(200);
  }, options));

  it("lets a browser sign in, with a cookie that no script can read", () => withServer(async (api) => {
    const form = (token: string) => api.inject({ method: "POST", url: "/sign-in", headers: { host: "localhost", "content-type": "application/x-www-form-urlencoded" }, payload: `token=${token}` });
    expect((await form("wrong-token-of-this-test")).statusCode).toBe(401);
    const signed = await form(TOKEN);
    expect([signed.statusCode, signed.headers["set-cookie"]]).toEqual([303, expect.stringMatching(/HttpOnly; SameSite=Strict/)]);
    const cookie = String(signed.headers["set-cookie"]).split(";")[0] ?? "";
    expect((await ask(api, "GET", "/api/situations", undefined, { cookie })).status).toBe(200);
  }, options));
});
