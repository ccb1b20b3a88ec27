import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Api } from "../../src/api/server.ts";
import { isPublicAddress } from "../../src/intake/fetch/addresses.ts";
import { createFetcher, type FetcherOptions } from "../../src/intake/fetch/fetcher.ts";
import { html, pageOf, startWeb, type Web } from "../intake/web-server.ts";
import { ask, REPORT, withServer } from "./desk.ts";

let web: Web;
beforeAll(async () => void (web = await startWeb()));
afterAll(() => web.close());
beforeEach(() => {
  web.replies.clear();
  web.asked.length = 0;
});

// The test's own host is let in; all other private addresses are private still.
const resolve = async (host: string) => {
  if (host === "localhost") return [{ address: "127.0.0.1", family: 4 }];
  throw Object.assign(new Error("none"), { code: host === "offline.example" ? "EAI_AGAIN" : "ENOTFOUND" });
};
const OPTIONS = { userAgent: "Muster/test", resolve, pauseMs: 0, retryMs: 1, totalMs: 5_000, idleMs: 300, isAllowed: (address: string) => address === "127.0.0.1" || isPublicAddress(address) };

interface Taken {
  sha256: string;
  outcome: string;
  claims: number;
}

async function atDesk(work: (api: Api, add: (url: string, more?: object) => Promise<{ status: number; body: Taken & { detail: string } }>) => Promise<void>, options: Partial<FetcherOptions> = {}): Promise<void> {
  const fetcher = createFetcher({ ...OPTIONS, ...options });
  try {
    await withServer((api) => work(api, (url, more = {}) => ask(api, "POST", "/api/documents/addresses", { url, ...more })), { fetcher });
  } finally {
    fetcher.close();
  }
}

describe("a report is added by its address", () => {
  it("fetched, read, and kept with where it was had", () => atDesk(async (api, add) => {
    web.replies.set("/plain", html(pageOf({ body: `<article><p>${REPORT.text}</p></article>` })));
    const { status, body } = await add(`${web.base}/plain#part`);
    expect([status, body.outcome]).toEqual([201, "added"]);
    expect(body.claims).toBeGreaterThan(0);
    const whole = await ask<{ document: { document: { url: string } }; claims: object[] }>(api, "GET", `/api/documents/${body.sha256}`);
    expect(whole.body.document.document.url).toBe(`${web.base}/plain`);
    expect(whole.body.claims).toHaveLength(body.claims);
  }));

  it("is known the second time, under the same name, though the page around it has changed", () => atDesk(async (api, add) => {
    const first = await add(`${web.base}/plain`);
    web.replies.set("/plain", html(pageOf({ head: "<title>Fewer troops</title><!-- another advertisement -->" })));
    const again = await add(`${web.base}/plain`);
    expect([again.status, again.body.outcome]).toEqual([200, "known"]);
    expect((await ask(api, "GET", `/api/documents/${again.body.sha256}`)).status).toBe(200);
    expect(again.body.sha256).toBe(first.body.sha256);
  }));

  it("takes a day and an outlet where the page says none", () => atDesk(async (api, add) => {
    const { body } = await add(`${web.base}/text`, { published: "2023-11-01", outlet: "Example Post" });
    expect((await ask(api, "GET", `/api/documents/${body.sha256}`)).body).toMatchObject({ document: { document: { published: "2023-11-01", outlet: "Example Post" } } });
  }));
});

describe("what cannot be had is one line that says why, and nothing is kept", () => {
  it.each([
    ["/404", 502, "bad-status", /answers 404: there is nothing; check the address$/],
    ["/10-gb", 413, "too-large", /over the limit of 50 MB/],
    ["/gzip-bomb", 413, "too-large", /over the limit of 50 MB/],
    ["/closed/page", 422, "robots", /robots\.txt; save the page in a browser and add the file$/],
    ["/to-metadata", 422, "private-address", /private network, where the desk fetches nothing; save the page/],
    ["/loop", 502, "too-many-redirects", /over 5 times; check the address$/],
    ["/silent", 503, "too-slow", /; try again later$/],
    ["/busy", 503, "come-later", /try again then$/],
    ["/feed.rss", 422, "unknown-format", /is a feed or an archive and not one report; .*muster feed add/],
    ["/picture", 422, "binary", /is a binary file/],
    ["/empty", 422, "empty", /is empty; /],
  ] as const)("%s", (path, status, code, line) => atDesk(async (api, add) => {
    expect(await add(web.base + path)).toMatchObject({ status, body: { type: `/problems/${code}`, detail: expect.stringMatching(line) } });
    expect((await ask<{ size: number }>(api, "GET", "/api/about")).body.size).toBe(0);
  }));

  it.each([
    ["ftp://example.org/a", 422, "bad-address"], ["file:///etc/passwd", 422, "bad-address"], ["nonsense", 422, "bad-address"],
    ["http://10.0.0.1/", 422, "private-address"], ["http://169.254.169.254/latest/meta-data/", 422, "private-address"], ["http://[::1]:9/", 422, "private-address"],
    ["https://nobody.example/", 503, "no-answer"], ["https://offline.example/", 503, "no-answer"],
  ] as const)("%s", (url, status, code) => atDesk(async (_, add) => {
    const { status: answered, body } = await add(url);
    expect([answered, body]).toEqual([status, expect.objectContaining({ type: `/problems/${code}`, detail: expect.stringMatching(/^[^\n]{10,300}$/) })]);
    expect(body.detail).not.toMatch(/--allow-private/);
  }));

  it("this machine itself, by the rules that users have", () => atDesk(async (_, add) => {
    expect(await add(`${web.base}/plain`)).toMatchObject({ status: 422, body: { type: "/problems/private-address" } });
    expect(web.asked).toEqual([]);
  }, { isAllowed: isPublicAddress }));

  it("anything, where the desk has no way to the web", () => withServer(async (api) => {
    expect(await ask(api, "POST", "/api/documents/addresses", { url: "https://example.org/" })).toMatchObject({ status: 503, body: { type: "/problems/no-web", detail: expect.stringContaining("add the file") } });
  }));
});
