// A web server of the test's own that serves what the world serves, and what it should not.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { docx, pdf } from "./makers.ts";

export const SENTENCES = [
  "The border service of Norland said on Tuesday that fewer than a thousand foreign soldiers remain in the north of the country.",
  "A monitoring group had counted about 2,000 of them two weeks earlier, and published pictures of their camps near the border.",
  "Nobody knows the exact number, the group added, because the units are moved at night and are never announced in advance.",
] as const;
export const TEXT = SENTENCES.join("\n\n");
const BODY = SENTENCES.map((text) => `<p>${text}</p>`).join("\n");

const FURNITURE = '<nav><ul><li><a href="/">Home</a></li><li><a href="/w">Weather</a></li></ul></nav>';
const HEAD = '<title>Fewer troops</title><meta property="og:site_name" content="Example Post"><meta property="article:published_time" content="2023-10-31T08:00:00Z">';
export const page = ({ head = HEAD, body = `<article><h1>Fewer troops</h1>${BODY}</article>`, html = 'lang="en"', before = "", after = "" } = {}): string =>
  `<!DOCTYPE html><html ${html}><head>${head}</head><body>${before}${FURNITURE}${body}${after}<footer><a href="/imprint">Imprint</a></footer></body></html>`;

type Reply = (request: IncomingMessage, response: ServerResponse) => void;

const html = (content: string | Uint8Array, headers: Record<string, string> = {}, status = 200): Reply => (_, response) => void response.writeHead(status, { "content-type": "text/html; charset=utf-8", ...headers }).end(content);
const feed = (content: string, type: string): Reply => html(content, { "content-type": type });
const redirect = (to: string, status = 302): Reply => (_, response) => void response.writeHead(status, { location: to }).end();
const LD = (json: object): string => `<title>Fewer troops</title><script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "Fewer troops", datePublished: "2023-10-31", publisher: { name: "Example Post" }, ...json })}</script>`;

const RSS = (links: readonly string[], head = ""): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Example Post</title><link>/</link>${head}${links.map((link, i) => `<item><title>Item ${i}</title><link>${link}</link><pubDate>Tue, 31 Oct 2023 0${i % 10}:00:00 GMT</pubDate></item>`).join("")}</channel></rss>`;

/** What is read of a page, at least. */
export interface Wanted {
  title?: string | null;
  published?: string | null;
  outlet?: string | null;
  text?: string | RegExp;
}

const GOOD: Wanted = { title: "Fewer troops", published: "2023-10-31", outlet: "Example Post", text: TEXT };
const CYRILLIC = "У Білорусі залишається менше тисячі російських військових, повідомив речник служби. ".repeat(8);
const windows1251 = (text: string): Buffer => Buffer.from([...text].map((c) => {
  const code = c.charCodeAt(0);
  if (code < 128) return code;
  const special: Record<string, number> = { і: 0xb3, ї: 0xbf, є: 0xba, І: 0xb2 };
  return special[c] ?? code - 0x410 + 0xc0;
}));

/** The good ones: what is served and what must be read of it. */
export const PAGES: Record<string, { reply: Reply; wanted: Wanted }> = {
  "/plain": { reply: html(page()), wanted: GOOD },
  "/json-ld": { reply: html(page({ head: LD({}) })), wanted: GOOD },
  "/json-ld-graph": { reply: html(page({ head: `<title>Fewer troops</title><script type="application/ld+json">${JSON.stringify({ "@graph": [{ "@type": "WebSite", name: "x" }, { "@type": "NewsArticle", headline: "Fewer troops", datePublished: "2023-10-31T23:00:00+02:00", publisher: { name: "Example Post" } }] })}</script>` })), wanted: GOOD },
  "/microdata": { reply: html(page({ head: '<title>Fewer troops</title><meta itemprop="datePublished" content="2023-10-31"><meta name="application-name" content="Example Post">' })), wanted: GOOD },
  "/no-date": { reply: html(page({ head: "<title>Fewer troops</title>" })), wanted: { title: "Fewer troops", published: null, outlet: "localhost", text: TEXT } },
  "/2023/10/31/date-in-address": { reply: html(page({ head: "<title>Fewer troops</title>" })), wanted: { published: "2023-10-31" } },
  "/two-dates": { reply: html(page({ head: LD({ dateModified: "2023-11-05" }) + '<meta property="article:modified_time" content="2023-11-05">' })), wanted: GOOD },
  "/broken-date": { reply: html(page({ head: LD({ datePublished: "yesterday" }) + '<meta name="date" content="2023-10-31">' })), wanted: GOOD },
  "/no-charset": { reply: html(Buffer.from(page().replaceAll("Fewer", "Few\u00e9r")), { "content-type": "text/html" }), wanted: { title: "Few\u00e9r troops", text: TEXT } },
  "/wrong-charset": { reply: html(windows1251(page({ html: 'lang="uk"', head: '<meta charset="windows-1251"><title>T</title>', body: `<article><p>${CYRILLIC}</p></article>` })), { "content-type": "text/html; charset=iso-8859-1" }), wanted: { text: CYRILLIC.trim() } },
  "/charset-in-header": { reply: html(windows1251(page({ html: 'lang="uk"', head: "<title>T</title>", body: `<article><p>${CYRILLIC}</p></article>` })), { "content-type": "text/html; charset=windows-1251" }), wanted: { text: CYRILLIC.trim() } },
  "/utf-16": { reply: html(Buffer.from(`\ufeff${page()}`, "utf16le"), { "content-type": "text/html" }), wanted: GOOD },
  "/latin-1": { reply: html(Buffer.from(page().replaceAll("Fewer", "Few\u00e9r"), "latin1"), { "content-type": "text/html; charset=iso-8859-1" }), wanted: { title: "Few\u00e9r troops" } },
  "/wrong-type": { reply: html(page(), { "content-type": "text/plain" }), wanted: GOOD },
  "/no-type": { reply: (_, response) => void response.end(page()), wanted: GOOD },
  "/paywall": { reply: html(page({ head: LD({ isAccessibleForFree: false }), body: `<article><p>${SENTENCES[0]}</p><div class="paywall"><p>Subscribe to read on.</p></div></article>` })), wanted: { title: "Fewer troops", text: /fewer than a thousand foreign soldiers/ } },
  "/cookie-wall": { reply: html(page({ before: `<div class="cookie-consent" role="dialog">${"<p>We value your privacy and use cookies. <button>Accept all</button></p>".repeat(5)}</div>` })), wanted: GOOD },
  "/infinite-scroll": { reply: html(page({ after: '<div class="infinite-scroll"><div class="teaser"><a href="/next">Another story about the weather</a></div></div>'.repeat(20) })), wanted: GOOD },
  "/amp": { reply: html(page({ html: 'amp lang="en"', head: `${LD({})}<style amp-boilerplate>body{}</style><script async src="x.js"></script>`, body: `<article><h1>Fewer troops</h1><amp-img src="x"></amp-img>${BODY}</article>` })), wanted: GOOD },
  "/live-blog": { reply: html(page({ head: LD({ "@type": "LiveBlogPosting", coverageStartTime: "2023-10-31" }), body: `<main><article><h1>Fewer troops</h1>${SENTENCES.map((text, i) => `<section><time datetime="2023-10-31T0${i}:00Z">0${i}:00</time><p>${text}</p></section>`).join("")}</article></main>` })), wanted: { title: "Fewer troops", published: "2023-10-31", text: /fewer than a thousand[^]*about 2,000[^]*moved at night/ } },
  "/redirected": { reply: redirect("/plain", 301), wanted: GOOD },
  "/redirected-twice": { reply: redirect("/redirected", 307), wanted: GOOD },
  "/redirected-relative": { reply: redirect("plain"), wanted: GOOD },
  "/gzip": { reply: html(gzipSync(page()), { "content-encoding": "gzip" }), wanted: GOOD },
  "/br": { reply: html(brotliCompressSync(page()), { "content-encoding": "br" }), wanted: GOOD },
  "/deflate": { reply: html(deflateSync(page()), { "content-encoding": "deflate" }), wanted: GOOD },
  "/deflate-raw": { reply: html(deflateRawSync(page()), { "content-encoding": "deflate" }), wanted: GOOD },
  "/zstd": { reply: html(zstdStored(Buffer.from(page())), { "content-encoding": "zstd" }), wanted: GOOD },
  "/gzip-twice": { reply: html(gzipSync(gzipSync(page())), { "content-encoding": "gzip, gzip" }), wanted: GOOD },
  "/chunked": { reply: (_, response) => void sendSlowly(response, page(), 97), wanted: GOOD },
  "/slow": { reply: (_, response) => void sendSlowly(response, page(), 400, 5), wanted: GOOD },
  "/etag": { reply: html(page(), { etag: '"v1"', "last-modified": "Tue, 31 Oct 2023 08:00:00 GMT" }), wanted: GOOD },
  "/text": { reply: html(TEXT, { "content-type": "text/plain; charset=utf-8" }), wanted: { text: TEXT, title: null } },
  "/report.pdf": { reply: (_, response) => void response.writeHead(200, { "content-type": "application/pdf" }).end(pdf([[SENTENCES[0].slice(0, 61).trim(), SENTENCES[0].slice(61).trim()]], { Title: "Fewer troops", CreationDate: "D:20231031" })), wanted: { title: "Fewer troops", published: "2023-10-31", text: SENTENCES[0] } },
  "/report.docx": { reply: (_, response) => void response.writeHead(200, { "content-type": "application/octet-stream" }).end(docx([...SENTENCES], "<dc:title>Fewer troops</dc:title>")), wanted: { title: "Fewer troops", text: TEXT } },
  "/no-html-element": { reply: html(`<!doctype html><title>Fewer troops</title>${BODY}`), wanted: { title: "Fewer troops", text: TEXT } },
  "/no-body": { reply: html(`<html lang=en><title>Fewer troops</title>${BODY}`), wanted: { title: "Fewer troops", text: TEXT } },
  "/no-body-but-head": { reply: html(`<html lang=en><head><title>Fewer troops</title></head>${BODY}</html>`), wanted: { title: "Fewer troops", text: TEXT } },
  "/no-html-but-body": { reply: html(`<head><title>Fewer troops</title></head><body>${BODY}</body>`), wanted: { title: "Fewer troops", text: TEXT } },
  "/entities": { reply: html(page({ body: `<article><p>${SENTENCES.join(" ")} Russia&rsquo;s &quot;force&quot;&nbsp;&mdash; gone.</p></article>` })), wanted: { text: /Russia’s "force" — gone\./ } },
  "/canonical": { reply: html(page({ head: `${HEAD}<link rel="canonical" href="https://elsewhere.example/a">` })), wanted: GOOD },
};

/** The feeds, and how many documents come of each. */
export const FEEDS: Record<string, { reply: Reply; documents: number }> = {
  "/feed.rss": { reply: feed(RSS(["/plain", "/json-ld"]), "application/rss+xml"), documents: 2 },
  "/feed.atom": { reply: feed('<feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry><title>a</title><id>1</id><link href="/gzip"/><updated>2023-10-31T00:00:00Z</updated></entry></feed>', "application/atom+xml"), documents: 1 },
  "/feed.rdf": { reply: feed('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>F</title></channel><item rdf:about="1"><title>a</title><link>/br</link></item></rdf:RDF>', "text/xml"), documents: 1 },
  "/feed.json": { reply: feed(JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "F", items: [{ id: "1", url: "/amp", title: "a" }] }), "application/feed+json"), documents: 1 },
  "/feed-as-html": { reply: feed(RSS(["/two-dates"]), "text/html"), documents: 1 },
  "/list.opml": { reply: feed('<opml version="2.0"><head/><body><outline text="x"><outline text="a" xmlUrl="BASE/feed.atom"/><outline text="b" xmlUrl="BASE/feed.json"/></outline></body></opml>', "text/x-opml"), documents: 2 },
};

/** The hostile and the broken ones: each is one line that says what is wrong. */
export const BAD: Record<string, { reply: Reply; message: RegExp }> = {
  "/404": { reply: html("gone", {}, 404), message: /answers 404: there is nothing; check the address$/ },
  "/403": { reply: html("no", {}, 403), message: /answers 403: it is not for everyone/ },
  "/500": { reply: html("oops", {}, 500), message: /answers 500: it is out of order; try again later$/ },
  "/busy": { reply: html("later", { "retry-after": "3600" }, 429), message: /asks to be left alone for 3600 s; try again then$/ },
  "/closed/page": { reply: html(page()), message: /is closed to programs by the site's robots\.txt/ },
  "/empty": { reply: html(""), message: /is empty; / },
  "/10-gb": { reply: (_, response) => void response.writeHead(200, { "content-type": "text/html", "content-length": "10000000000" }).write("<html>"), message: /has 10000 MB, over the limit of 50 MB/ },
  "/endless": { reply: (_, response) => endless(response), message: /is over the limit of 50 MB|takes longer than/ },
  "/gzip-bomb": { reply: (_, response) => void response.writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" }).end(BOMB), message: /is over the limit of 50 MB/ },
  "/zstd-bomb": { reply: html(Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xa8, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]), { "content-encoding": "zstd" }), message: /asks for more memory to unpack/ },
  "/broken-gzip": { reply: html("not gzip at all", { "content-encoding": "gzip" }), message: /is not packed as it says/ },
  "/unknown-coding": { reply: html("x", { "content-encoding": "compress" }), message: /is packed in a way that is not known \(compress\)/ },
  "/xml-bomb": { reply: feed('<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>', "application/rss+xml"), message: /declares entities/ },
  "/zip-bomb": { reply: (_, response) => void response.end(Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(1000, 0x41)])), message: /is a broken DOCX or ZIP/ },
  "/silent": { reply: () => {}, message: /says nothing for|takes longer than/ },
  "/drip": { reply: (_, response) => void drip(response), message: /takes longer than/ },
  "/loop": { reply: redirect("/loop"), message: /leads on and on, over 5 times/ },
  "/to-metadata": { reply: redirect("http://169.254.169.254/latest/meta-data/"), message: /leads into a private network \(169\.254\.169\.254\)/ },
  "/to-file": { reply: redirect("file:///etc/passwd"), message: /leads to file:/ },
  "/to-nowhere": { reply: redirect("http://["), message: /is no web address/ },
  "/broken-http": { reply: (request) => void request.socket.end("HTTP/1.1 200 OK\r\nBad Header: x\u0001\r\n\r\n"), message: /answers in broken HTTP/ },
  "/injected": { reply: (request) => void request.socket.end("HTTP/1.1 200 OK\r\nX: a\rb: c\r\nContent-Length: 1\r\n\r\nx"), message: /answers in broken HTTP/ },
  "/long-header": { reply: (request) => void request.socket.end(`HTTP/1.1 200 OK\r\nX: ${"a".repeat(100_000)}\r\n\r\n`), message: /answers in broken HTTP/ },
  "/cut-off": { reply: (request) => void request.socket.end("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<html>"), message: /breaks the connection off|cannot be had/ },
  "/picture": { reply: (_, response) => void response.writeHead(200, { "content-type": "image/png" }).end(Buffer.from("89504e470d0a1a0a0000000d", "hex")), message: /is a binary file, not text/ },
  "/deep": { reply: html(page({ body: "<div>".repeat(50_000) })), message: /is too large or too deeply nested a page/ },
};

/** A zstd frame of raw blocks (RFC 8878), which needs no compressor. */
function zstdStored(content: Buffer): Buffer {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  const block = Buffer.alloc(3);
  block.writeUIntLE((content.length << 3) | 1, 0, 3);
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0b10100000]), size, block, content]);
}

const BOMB = gzipSync(Buffer.alloc(60_000_000));

function sendSlowly(response: ServerResponse, content: string, step: number, ms = 0): void {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  const next = (at: number): void => {
    if (at >= content.length) return void response.end();
    response.write(content.slice(at, at + step));
    setTimeout(next, ms, at + step);
  };
  next(0);
}

function endless(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/html" });
  const chunk = Buffer.alloc(1_000_000, "words and ");
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on("drain", more);
  more();
}

function drip(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/html" });
  const timer = setInterval(() => response.write("."), 50);
  response.on("close", () => clearInterval(timer));
}

export interface Web {
  base: string;
  port: number;
  /** What was asked for, in order, with the headers. */
  asked: { path: string; headers: IncomingMessage["headers"] }[];
  /** The most requests that were under way at the same time. */
  most: number;
  /** Replies of the test's own, which go before. */
  replies: Map<string, Reply>;
  close: () => Promise<void>;
}

export async function startWeb(): Promise<Web> {
  const replies = new Map<string, Reply>();
  let underWay = 0;
  const web: Web = { base: "", port: 0, asked: [], most: 0, replies, close: async () => {} };
  const server: Server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    web.asked.push({ path: request.url ?? "/", headers: request.headers });
    web.most = Math.max(web.most, ++underWay);
    response.on("close", () => void (underWay -= 1));
    const own = replies.get(path) ?? PAGES[path]?.reply ?? FEEDS[path]?.reply ?? BAD[path]?.reply;
    if (own !== undefined) {
      if (path === "/list.opml") response.end = withBase(response, web.base);
      own(request, response);
    } else if (path === "/robots.txt") response.writeHead(200, { "content-type": "text/plain" }).end("User-agent: *\nDisallow: /closed/\n");
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  web.port = (server.address() as AddressInfo).port;
  web.base = `http://localhost:${web.port}`;
  web.close = () => new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });
  return web;
}

/** The list names feeds by their whole addresses, which the server knows only once it runs. */
function withBase(response: ServerResponse, base: string): ServerResponse["end"] {
  const end = response.end.bind(response);
  return ((content: string) => end(content.replaceAll("BASE", base))) as ServerResponse["end"];
}

export { html, page as pageOf, redirect, RSS };
