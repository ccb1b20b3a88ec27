import { describe, expect, it, test } from "vitest";
import { take } from "./items.ts";

const PARAGRAPHS = [
  "The border service of Norland said on Tuesday that fewer than a thousand foreign soldiers remain in the north of the country.",
  "A monitoring group had counted about 2,000 of them two weeks earlier, and published pictures of their camps near the border.",
  "Nobody knows the exact number, the group added, because the units are moved at night and are never announced in advance.",
];
const page = (head: string, body = PARAGRAPHS.map((text) => `<p>${text}</p>`).join("\n")): string =>
  `<!DOCTYPE html><html lang="en-GB"><head>${head}</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/w">Weather</a></li></ul></nav>
  <article>${body}</article><script>var x = "not text";</script><footer><a href="/imprint">Imprint</a></footer></body></html>`;

const only = async (html: string | Uint8Array) => {
  const { documents, issues } = await take(html, "a.html");
  expect(issues).toEqual([]);
  return documents[0];
};

describe("a web page", () => {
  it("is its article, a blank line between paragraphs, and none of what stands around it", async () => {
    expect((await only(page("")))?.text).toBe(PARAGRAPHS.join("\n\n"));
  });
  it("keeps line breaks inside a paragraph and folds other white space", async () => {
    const body = `<p>${PARAGRAPHS[0]}<br>and <b>more</b>\n   of it.</p><p>${PARAGRAPHS[1]}</p>`;
    expect((await only(page("", body)))?.text).toBe(`${PARAGRAPHS[0]}\nand more of it.\n\n${PARAGRAPHS[1]}`);
  });
  it("without an article is whatever text it has", async () => {
    expect((await only("<html><body><p>Troops left.</p></body></html>"))?.text).toBe("Troops left.");
  });
  it("in an old encoding that it declares is read in it", async () => {
    const html = Buffer.from(page('<meta charset="iso-8859-2">', `<p>${"Zwyk\xb3e s\xb3owa o wojsku. ".repeat(20)}</p>`), "latin1");
    expect((await only(html))?.text).toContain("Zwykłe słowa o wojsku.");
  });
});

const LD = (json: unknown): string => `<script type="application/ld+json">${JSON.stringify(json)}</script>`;
const ARTICLE = { "@type": "NewsArticle", headline: "Fewer troops", datePublished: "2023-10-31T08:00:00+02:00", inLanguage: "en", author: [{ "@type": "Person", name: "A. Writer" }, { name: "B. Writer" }], publisher: { "@type": "Organization", name: "Example Post" } };

describe("what a page says of itself", () => {
  const cases: [string, string, Record<string, string | null>][] = [
    ["in JSON-LD", LD(ARTICLE), { title: "Fewer troops", published: "2023-10-31", lang: "en", author: "A. Writer, B. Writer", outlet: "Example Post" }],
    ["in a graph of JSON-LD", LD({ "@graph": [{ "@type": "WebSite", name: "x" }, { "@type": "WebPage", datePublished: "2020-01-01" }, ARTICLE] }), { published: "2023-10-31", title: "Fewer troops" }],
    ["in Open Graph", '<meta property="og:title" content="Fewer troops"><meta property="og:site_name" content="Example Post"><meta property="article:published_time" content="2023-10-31T08:00:00Z"><meta property="og:url" content="https://example.org/a">', { title: "Fewer troops", outlet: "Example Post", published: "2023-10-31", url: "https://example.org/a" }],
    ["in plain meta", '<title>Fewer troops</title><meta name="author" content="A. Writer"><meta name="date" content="2023-10-31">', { title: "Fewer troops", author: "A. Writer", published: "2023-10-31", lang: "en-GB" }],
    ["broken JSON-LD is passed over", '<script type="application/ld+json">{oops</script><title>T</title>', { title: "T" }],
    ["a date that is none is passed over", '<meta name="date" content="yesterday"><meta name="pubdate" content="2023-10-31">', { published: "2023-10-31" }],
    ["an address is no author", '<meta property="article:author" content="https://example.org/people/1">', { author: null }],
    ["an address that is none is passed over", '<link rel="canonical" href="javascript:alert(1)">', { url: null }],
    ["nothing", "", { title: null, published: null, author: null, outlet: null, url: null }],
  ];
  test.each(cases)("%s", async (_, head, expected) => expect(await only(page(head))).toMatchObject(expected));
});

describe("a hostile page is one issue, soon", () => {
  const cases: [string, string][] = [
    ["nested very deep", page("", "<div>".repeat(100_000))],
    ["nested very deep in lists", page("", "<ul><li>".repeat(50_000))],
    ["with very many elements", page("", "<i>x</i>".repeat(200_000))],
    ["with JSON-LD nested very deep", `${page(`<script type="application/ld+json">${"[".repeat(100_000)}</script>`)}`],
    ["with open tags only", "<html>".concat("<p ".repeat(100_000))],
    ["with open comments only", "<html>".concat("<!--".repeat(100_000))],
    ["of nothing", "<html><body></body></html>"],
    ["too large", page("", "x".repeat(8_000_001))],
  ];
  test.each(cases)("%s", async (_, html) => {
    const started = performance.now();
    const { documents, issues } = await take(html, "a.html");
    expect(documents.length + issues.length).toBe(1);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
  it("of many paragraphs is read", async () => {
    const html = page("", Array.from({ length: 5_000 }, (_, i) => `<p>Paragraph ${i}, with a comma, and some more words in it.</p>`).join(""));
    expect((await only(html))?.text.split("\n\n").length).toBe(5_000);
  });
});
