import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createFetcher, retryAfterMs, type Fetcher } from "../../src/intake/fetch/fetcher.ts";
import { isPublicAddress, parseAddress } from "../../src/intake/fetch/addresses.ts";
import { takeSources } from "../../src/intake/source.ts";
import { formatIssue, type TakenItem } from "../../src/intake/issue.ts";
import { BAD, FEEDS, html, page, PAGES, startWeb, TEXT, type Web } from "./web-server.ts";

let web: Web;
let fetcher: Fetcher;
beforeAll(async () => void (web = await startWeb()));
afterAll(() => web.close());

// The test's own host is let in; all other private addresses are private still.
const resolve = async (host: string) => {
  if (host === "localhost") return [{ address: "127.0.0.1", family: 4 }];
  throw Object.assign(new Error("none"), { code: "ENOTFOUND" });
};
const OPTIONS = { userAgent: "Muster/test", resolve, pauseMs: 0, retryMs: 1, totalMs: 5_000, idleMs: 1_500, isAllowed: (address: string) => address === "127.0.0.1" || isPublicAddress(address) };
beforeEach(() => {
  web.asked.length = 0;
  web.replies.clear();
  fetcher = createFetcher(OPTIONS);
  return () => fetcher.close();
});

async function take(urls: readonly string[], with_: Fetcher = fetcher): Promise<TakenItem[]> {
  const items: TakenItem[] = [];
  async function* nothing(): AsyncGenerator<Uint8Array> {}
  for await (const item of takeSources(urls, nothing(), { fetcher: with_ })) items.push(item);
  return items;
}
const issuesOf = (items: readonly TakenItem[]): string[] => items.flatMap((item) => (item.kind === "issue" ? [formatIssue(item.issue)] : []));
const documentsOf = (items: readonly TakenItem[]) => items.flatMap((item) => (item.kind === "document" ? [item] : []));

describe("what the world serves is read rightly", () => {
  it("in 40 kinds at least", () => expect(Object.keys(PAGES).length + Object.keys(FEEDS).length).toBeGreaterThanOrEqual(40));

  it.each(Object.entries(PAGES))("%s", async (path, { wanted }) => {
    const items = await take([web.base + path]);
    expect(issuesOf(items)).toEqual([]);
    const [only, ...others] = documentsOf(items);
    expect(others).toEqual([]);
    const { text, ...fields } = wanted;
    expect(only?.document).toMatchObject(fields);
    const isRight = typeof text === "string" ? only?.document.text === text : (text ?? /./).test(only?.document.text ?? "");
    expect([isRight, isRight ? "" : only?.document.text]).toEqual([true, ""]);
    expect(only).toMatchObject({ provenance: { from: web.base + path, had: expect.stringMatching(/^\d{4}-\d\d-\d\dT/), answer: { status: 200, server: "127.0.0.1" } } });
  });

  it.each(Object.entries(FEEDS))("%s, with the pages that it leads to", async (path, { documents }) => {
    const items = await take([web.base + path]);
    expect([issuesOf(items), documentsOf(items).length]).toEqual([[], documents]);
    for (const { document } of documentsOf(items)) expect(document.text).toBe(TEXT);
  });
});

describe("what it should not serve is one line each, nothing is kept of it, and the others go on", () => {
  it.each(Object.entries(BAD))("%s", async (path, { message }) => {
    const items = await take([web.base + path, `${web.base}/plain`]);
    expect(issuesOf(items)).toEqual([expect.stringMatching(message)]);
    expect(issuesOf(items)[0]).not.toMatch(/[\n\r]/);
    expect(documentsOf(items).map(({ document }) => document.text)).toEqual([TEXT]);
  }, 20_000);
});

describe("where a connection may go", () => {
  it.each(["127.0.0.1", "10.1.2.3", "172.31.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255", "198.18.0.1", "::1", "::", "fe80::1%eth0", "fd00::1", "ff02::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1", "nonsense", ""])("not to %s", (address) => expect(isPublicAddress(address)).toBe(false));
  it.each(["93.184.216.34", "8.8.8.8", "172.32.0.1", "2606:2800:220:1:248:1893:25c8:1946"])("to %s", (address) => expect(isPublicAddress(address)).toBe(true));

  it.each(["http://127.0.0.1/", "http://2130706433/", "http://0x7f.1/", "http://[::1]/", "http://[::ffff:10.0.0.1]/", "http://localhost/"])("not to this machine by any spelling: %s", async (url) => {
    const strict = createFetcher({ ...OPTIONS, isAllowed: isPublicAddress });
    await expect(strict.get(url)).rejects.toMatchObject({ code: "PRIVATE_ADDRESS" });
    strict.close();
  });

  it("only to the address that was looked at, whatever the DNS says the next time", async () => {
    const answers = ["127.0.0.1", "10.0.0.1"];
    const asked: string[] = [];
    const changing = createFetcher({ ...OPTIONS, resolve: async (host) => [{ address: (asked.push(host), answers.shift() ?? "10.0.0.1"), family: 4 }] });
    web.replies.set("/closing", html(page(), { connection: "close" }));
    const url = `http://changing.example:${web.port}/closing`;
    expect((await changing.get(url)).server).toBe("127.0.0.1");
    await expect(changing.get(url)).rejects.toMatchObject({ code: "PRIVATE_ADDRESS" });
    // Once for each connection, and never between the look and the connection.
    expect(asked).toEqual(["changing.example", "changing.example"]);
    changing.close();
  });

  it.each([["ftp://example.org/", /leads to ftp:/], ["javascript:alert(1)", /leads to javascript:/], ["no address", /is no web address/], [`https://example.org/${"x".repeat(3000)}`, /is longer than 2,000/]])("not to %s", (text, message) => expect(() => parseAddress(text)).toThrow(message));
  it("without a password that stands in the address", () => expect(parseAddress("https://a:b@example.org/x#y").href).toBe("https://example.org/x"));
  it("not past a control character in an address", () => expect(parseAddress("https://example.org/a\r\nX: y").href).toBe("https://example.org/aX:%20y"));
});

describe("a guest", () => {
  it("says who it is, asks for robots.txt once, and one thing at a time", async () => {
    web.most = 0;
    await take(["/plain", "/gzip", "/slow", "/chunked"].map((path) => web.base + path));
    expect(web.asked.filter(({ path }) => path === "/robots.txt")).toHaveLength(1);
    expect(new Set(web.asked.map(({ headers }) => headers["user-agent"]))).toEqual(new Set(["Muster/test"]));
    expect(web.most).toBe(1);
  });
  it("waits as it is told, and asks again", async () => {
    let times = 0;
    web.replies.set("/once", (request, response) => (++times === 1 ? html("later", { "retry-after": "0" }, 503) : html(page()))(request, response));
    expect(documentsOf(await take([`${web.base}/once`]))).toHaveLength(1);
  });
  it("says what it has, and takes no for nothing new", async () => {
    web.replies.set("/same", (request, response) => void (request.headers["if-none-match"] === '"v1"' ? response.writeHead(304) : response.writeHead(200, { etag: '"v1"' })).end(page()));
    const first = await fetcher.get(`${web.base}/same`);
    expect(await fetcher.get(`${web.base}/same`, { etag: first.etag })).toMatchObject({ status: 304 });
  });
  it("keeps away where robots.txt cannot be had for a fault of the site", async () => {
    web.replies.set("/robots.txt", html("oops", {}, 500));
    expect(issuesOf(await take([`${web.base}/plain`]))).toEqual([expect.stringMatching(/robots\.txt/)]);
  });
  it("ends at once when it is told to", async () => {
    const controller = new AbortController();
    const end = fetcher.get(`${web.base}/silent`, { signal: controller.signal });
    setTimeout(() => controller.abort(), 50);
    await expect(end).rejects.toMatchObject({ code: "STOPPED" });
  });
  it.each([["120", 120_000], ["Tue, 31 Oct 2023 08:01:00 GMT", 60_000], ["soon", null], [undefined, null], ["-5", null], ["999999999", 86_400_000]])("reads Retry-After: %s", (value, ms) => {
    expect(retryAfterMs(value, Date.parse("2023-10-31T08:00:00Z"))).toBe(ms);
  });
  it("has nothing kept of a page that is closed to programs, and reads the feed's own words instead where they are more than a teaser", async () => {
    web.replies.set("/f", html(`<rss version="2.0"><channel><title>F</title><item><title>a</title><link>/closed/a</link><description>${"Many words of the entry itself. ".repeat(10)}</description></item><item><title>b</title><link>/closed/b</link><description>Few.</description></item></channel></rss>`, { "content-type": "application/rss+xml" }));
    const items = await take([`${web.base}/f`]);
    expect(documentsOf(items).map(({ document: { title, text } }) => [title, text.slice(0, 10)])).toEqual([["a", "Many words"]]);
    expect(issuesOf(items)).toEqual([expect.stringMatching(/\/f: http.*\/closed\/b: is closed to programs/)]);
  });
});

describe("where a page was had", () => {
  it("is its address, unless it names a better one on the same host", async () => {
    web.replies.set("/a", html(page({ head: `<title>T</title><link rel="canonical" href="${web.base}/better">` })));
    const urls = documentsOf(await take([`${web.base}/a?utm=1`, `${web.base}/canonical`])).map(({ document }) => document.url);
    expect(urls.sort()).toEqual([`${web.base}/better`, `${web.base}/canonical`]);
  });
});
