import { mkdtempSync, rmSync, writeFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createFetcher, type Fetcher } from "../../../src/intake/fetch/fetcher.ts";
import type { Feed } from "../../../src/intake/formats/feed-entries.ts";
import { formatIssue } from "../../../src/intake/issue.ts";
import { feedsAt } from "../../../src/intake/watch/find.ts";
import { pollFeed } from "../../../src/intake/watch/poll.ts";
import { backOffMs, pauseOf } from "../../../src/intake/watch/rhythm.ts";
import { FeedStates, newState, type FeedState } from "../../../src/intake/watch/states.ts";
import { html, page, startWeb, type Web } from "../web-server.ts";

let web: Web;
let fetcher: Fetcher;
let folder = "";
beforeAll(async () => {
  web = await startWeb();
  folder = mkdtempSync(join(tmpdir(), "muster-watch-"));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await web.close();
});
beforeEach(() => {
  web.asked.length = 0;
  web.replies.clear();
  fetcher = createFetcher({ userAgent: "Muster/test", pauseMs: 0, retryMs: 1, isAllowed: () => true });
  return () => fetcher.close();
});

const item = (link: string, day: string): string => `<item><title>${link}</title><link>${link}</link><pubDate>${day} 2023 08:00:00 GMT</pubDate></item>`;
const serveFeed = (items: string, headers: Record<string, string> = {}): void => void web.replies.set("/feed", html(`<rss version="2.0"><channel><title>F</title><ttl>60</ttl>${items}</channel></rss>`, { "content-type": "application/rss+xml", ...headers }));
const NOW = Date.parse("2023-11-01T12:00:00Z");

/** Asks the feed once; what came of it, and how far it then was. */
async function poll(state: FeedState = newState(), signal?: AbortSignal): Promise<{ state: FeedState; taken: string[]; kept: number }> {
  const taken: string[] = [];
  let [last, kept] = [state, 0];
  await pollFeed({
    url: `${web.base}/feed`, state, now: () => NOW, chance: () => 0.5,
    take: async (one) => void taken.push(one.kind === "issue" ? formatIssue(one.issue).replaceAll(web.base, "") : `${one.kind} ${one.part?.replace(web.base, "")}`),
    keep: async (next) => void ([last, kept] = [next, kept + 1]),
  }, { fetcher, ...(signal === undefined ? {} : { signal }) }).catch((error: Error) => void taken.push(error.message));
  return { state: last, taken, kept };
}
const pagesAsked = (): string[] => web.asked.map(({ path }) => path).filter((path) => path.startsWith("/p"));

describe("a feed that is followed", () => {
  beforeEach(() => ["/p1", "/p2", "/p3"].forEach((path) => web.replies.set(path, html(page()))));

  it("gives what is new since the last time, and only that", async () => {
    serveFeed(item("/p1", "30 Oct") + item("/p2", "31 Oct"));
    const first = await poll();
    expect(first.taken).toEqual(["document /p1", "document /p2"]);
    expect(first.state).toMatchObject({ title: "F", failures: 0, trouble: null, polledAt: "2023-11-01T12:00:00.000Z", nextAt: "2023-11-01T13:00:00.000Z" });
    serveFeed(item("/p2", "31 Oct") + item("/p3", "01 Nov"));
    expect((await poll(first.state)).taken).toEqual(["document /p3"]);
    expect(pagesAsked()).toEqual(["/p1", "/p2", "/p3"]);
  });
  it("gives an entry again that says it has changed", async () => {
    serveFeed(item("/p1", "30 Oct"));
    const { state } = await poll();
    serveFeed(item("/p1", "31 Oct"));
    expect((await poll(state)).taken).toEqual(["document /p1"]);
  });
  it("is asked with what it said, and has nothing new when it says so", async () => {
    serveFeed(item("/p1", "30 Oct"), { etag: '"a"', "last-modified": "Mon, 30 Oct 2023 08:00:00 GMT" });
    const { state } = await poll();
    web.replies.set("/feed", (request, response) => void response.writeHead(request.headers["if-none-match"] === '"a"' && request.headers["if-modified-since"] !== undefined ? 304 : 500).end());
    expect(await poll(state)).toMatchObject({ taken: [], state: { failures: 0, etag: '"a"', nextAt: "2023-11-01T13:00:00.000Z" } });
  });
  it("that fails is left alone for longer each time, and at least as long as it asks for", async () => {
    web.replies.set("/feed", html("no", {}, 404));
    const first = await poll();
    expect(first.taken).toEqual(["/feed: answers 404: there is nothing; check the address"]);
    const second = await poll(first.state);
    expect([first.state, second.state]).toMatchObject([{ failures: 1, nextAt: "2023-11-01T12:05:00.000Z" }, { failures: 2, nextAt: "2023-11-01T12:10:00.000Z" }]);
    web.replies.set("/feed", html("later", { "retry-after": "7200" }, 429));
    expect((await poll()).state.nextAt).toBe("2023-11-01T14:00:00.000Z");
    fetcher.close();
  });
  it("loses no entry by one that cannot be had, which is tried three times", async () => {
    serveFeed(item("/p404", "30 Oct") + item("/p1", "31 Oct"));
    let { state, taken } = await poll();
    expect(taken).toEqual([expect.stringMatching(/p404: answers 404/), "document /p1"]);
    for (let i = 0; i < 3; i += 1) ({ state, taken } = await poll(state));
    expect([taken, pagesAsked().filter((path) => path === "/p404").length]).toEqual([[], 3]);
  });
  it("goes on from where it was stopped", async () => {
    serveFeed(item("/p1", "30 Oct") + item("/p2", "31 Oct") + item("/p3", "31 Oct"));
    const controller = new AbortController();
    web.replies.set("/p2", () => controller.abort());
    const stopped = await poll(newState(), controller.signal);
    expect(stopped.taken).toEqual(["document /p1", "was not read to its end"]);
    web.replies.set("/p2", html(page()));
    expect((await poll(stopped.state)).taken).toEqual(["document /p2", "document /p3"]);
  });
});

describe("how often a feed is asked", () => {
  const feed = (more: Partial<Feed>, days: readonly string[] = []): Feed => ({ title: null, lang: null, everySeconds: null, entries: days.map((day) => ({ link: null, id: null, title: null, author: null, content: null, published: null, updated: `2023-10-${day}:00:00.000Z` })), ...more });
  const minutes = (given: Feed, maxAge: number | null = null): number => pauseOf(given, maxAge, 0.5) / 60_000;
  it.each<[string, number, number]>([
    ["as it says itself", minutes(feed({ everySeconds: 1800 })), 30],
    ["half as often as it has something new, else", minutes(feed({}, ["31T08", "31T06", "31T04", "31T02"])), 60],
    ["every hour where it says nothing", minutes(feed({})), 60],
    ["never before its answer has run out", minutes(feed({ everySeconds: 600 }), 7200), 120],
    ["not more than every five minutes", minutes(feed({ everySeconds: 1 })), 5],
    ["at least once a day", minutes(feed({ everySeconds: 1e9 })), 1440],
    ["after the tenth failure once a day at most", backOffMs(10, 0.5) / 60_000, 1440],
  ])("%s", (_, found, wanted) => expect(found).toBe(wanted));
});

describe("how far feeds were followed", () => {
  it("is there again in the next run, each ledger's by itself, and a file that is none is as good as none", () => {
    process.env["MUSTER_STATE"] = folder;
    try {
      new FeedStates("muster/1").set("https://example.org/f", { ...newState(), title: "F" });
      expect(new FeedStates("muster/1").get("https://example.org/f").title).toBe("F");
      expect(new FeedStates("muster/2").get("https://example.org/f")).toEqual(newState());
      writeFileSync(join(folder, readdirSync(folder)[0] ?? ""), "{oops");
      expect(new FeedStates("muster/1").get("https://example.org/f")).toEqual(newState());
    } finally {
      delete process.env["MUSTER_STATE"];
    }
  });
});

describe("the feeds that a source stands for", () => {
  it("are itself, the one that a page names, or those of a list", async () => {
    web.replies.set("/home", html(page({ head: '<link rel="alternate" type="application/rss+xml" href="/feed.rss">' })));
    expect(await feedsAt(`${web.base}/feed.rss`, fetcher)).toEqual([`${web.base}/feed.rss`]);
    expect(await feedsAt(`${web.base}/home`, fetcher)).toEqual([`${web.base}/feed.rss`]);
    expect(await feedsAt(`${web.base}/list.opml`, fetcher)).toEqual([`${web.base}/feed.atom`, `${web.base}/feed.json`]);
    const path = join(folder, "list.xml");
    writeFileSync(path, '<opml version="2.0"><body><outline xmlUrl="https://example.org/f"/></body></opml>');
    expect(await feedsAt(path, null)).toEqual(["https://example.org/f"]);
  });
  it.each([["/plain", /is a page that names no feed/], ["/report.pdf", /is no feed; give the address of one/], ["/404", /answers 404/]])("are none at %s", async (path, message) => {
    await expect(feedsAt(web.base + path, fetcher)).rejects.toThrow(message);
  });
});
