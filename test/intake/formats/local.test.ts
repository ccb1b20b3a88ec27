import { zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { documentOfPdf } from "../../../src/intake/formats/pdf.ts";
import type { Item } from "../../../src/intake/issue.ts";
import { readBytes } from "../../../src/intake/read-input.ts";
import { take } from "../items.ts";
import { docx, docxParts, endlessPdf, gzip, mail, pdf, warc } from "../makers.ts";

type Taken = Extract<Item, { kind: "document" }>;

/** The documents in bytes under a name that says nothing, or something wrong. */
async function documentsIn(bytes: Uint8Array | string, name = "export.dat"): Promise<Taken[]> {
  const found: Taken[] = [];
  for await (const item of readBytes(Buffer.from(bytes as string), name)) {
    if (item.kind !== "document") throw new Error(item.issue.message);
    found.push(item);
  }
  return found;
}
const issuesIn = async (bytes: Uint8Array | string, name = "a"): Promise<string[]> => (await take(bytes, name)).issues;

const SENTENCES = ["About 2,000 soldiers remain in the north, the service said.", "Most of them have left since then."] as const;

describe("a PDF", () => {
  it("is its text, with the offset at which each page begins, and what it says of itself", async () => {
    const [only] = await documentsIn(pdf([["About 2,000 soldiers remain in", "the north, the service said.", "", "Most of them have left."], ["A second page."]], { Title: "Forces", Author: "An Institute", CreationDate: "D:20231101120000Z" }), "misnamed.txt");
    expect(only).toMatchObject({ document: { text: `${SENTENCES[0]}\n\nMost of them have left.\n\nA second page.`, title: "Forces", author: "An Institute", published: "2023-11-01" }, provenance: { publishedBy: "PDF CreationDate" } });
    expect(only?.provenance.pages?.map((at) => only.document.text.slice(at, at + 5))).toEqual(["About", "A sec"]);
    expect(only?.bytes?.subarray(0, 5).toString()).toBe("%PDF-");
  });
  it("joins a word that the end of a line cut, and keeps a hyphen that the text has elsewhere", async () => {
    const [only] = await documentsIn(pdf([["A Russian-led force was de-", "ployed by a Russian-", "led command."]]));
    expect(only?.document.text).toBe("A Russian-led force was deployed by a Russian-led command.");
  });
  it.each([
    ["of pictures only", () => pdf([[]]), /^a: holds no text, only pictures .*; give it through text recognition/],
    ["that is broken", () => Buffer.from("%PDF-1.4\nnothing"), /^a: is a broken PDF; have it again$/],
  ])("%s is one line", async (_, bytes, message) => expect(await issuesIn(bytes())).toEqual([expect.stringMatching(message)]));

  // In our own thread nothing could end it: the test itself would hang.
  it("whose page would take for ever is given up at the limit, and the next one is read", async () => {
    const envelope = { id: "a", input: "a", hint: null, encoding: null, metadata: {}, provenance: {} };
    await expect(documentOfPdf(endlessPdf(), envelope, {}, 500)).rejects.toMatchObject({ code: "TOO_SLOW", message: "takes over 0.5 s to read as a PDF; save its text instead" });
    expect((await documentsIn(endlessPdf(1))).map(({ document }) => document.text)).toEqual(["x".repeat(10)]);
  });
});

describe("a DOCX", () => {
  it("is its paragraphs, with its title, author and day", async () => {
    const core = "<dc:title>Forces &amp; places</dc:title><dc:creator>A. Writer</dc:creator><dcterms:modified>2023-11-01T10:00:00Z</dcterms:modified>";
    expect(await documentsIn(docx([...SENTENCES], core), "x.html")).toMatchObject([{ document: { text: SENTENCES.join("\n\n"), title: "Forces & places", author: "A. Writer", published: "2023-11-01" }, provenance: { publishedBy: "DOCX modified" } }]);
  });
  const bomb = (): Uint8Array => zipSync({ ...docxParts(["x"]), "word/styles.xml": new Uint8Array(41_000_000) });
  const lying = (): Uint8Array => {
    // The sizes that the archive claims are made small; what comes out is not.
    const bytes = Buffer.from(zipSync({ ...docxParts(["x"]), "word/styles.xml": new Uint8Array(3_000_000) }));
    const size = Buffer.from(Uint32Array.of(3_000_000).buffer);
    for (let at = bytes.indexOf(size); at >= 0; at = bytes.indexOf(size, at + 1)) bytes.writeUInt32LE(1_000, at);
    return bytes;
  };
  it.each<[string, () => Uint8Array, RegExp]>([
    ["that is another ZIP", () => zipSync({ "a.txt": Buffer.from("x") }), /is a ZIP, but no DOCX; unpack it/],
    ["that is cut off", () => docx(["x"]).subarray(0, 300), /is a broken DOCX or ZIP/],
    ["that unpacks to much", bomb, /unpacks to over 40 MB of text; split it/],
    ["that lies about its size", lying, /is a broken DOCX or ZIP/],
    ["with a name that leads out", () => zipSync({ ...docxParts(["x"]), "../../etc/x": Buffer.from("x") }), /is a broken DOCX or ZIP/],
    ["with entities", () => zipSync({ ...docxParts(["x"]), "word/document.xml": Buffer.from('<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>') }), /is a broken DOCX or ZIP/],
    ["with very many files", () => zipSync(Object.fromEntries(Array.from({ length: 5_001 }, (_, i) => [`f${i}`, new Uint8Array(0)]))), /holds 5001 files, over the limit/],
  ])("%s is one line", async (_, bytes, message) => expect(await issuesIn(bytes())).toEqual([expect.stringMatching(message)]));
});

const HEADERS = { From: "A. Writer <a@example.org>", To: "b@example.org", Subject: "=?utf-8?q?Troops_in_the_n=C3=B6rth?=", Date: "Tue, 31 Oct 2023 23:30:00 -0500", "Message-ID": "<1@example.org>", "MIME-Version": "1.0" };

describe("mail", () => {
  it("is a message's text, with subject, day of sending, sender and list", async () => {
    const message = mail({ ...HEADERS, "List-Id": "Example Monitor <list.example.org>", "Content-Type": "text/plain; charset=utf-8" }, SENTENCES.join("\n"));
    expect(await documentsIn(message, "a.html")).toMatchObject([{ document: { id: "1@example.org", text: SENTENCES.join("\n"), title: "Troops in the nörth", author: "A. Writer", outlet: "Example Monitor", published: "2023-10-31" }, provenance: { publishedBy: "mail Date" } }]);
  });
  it("of HTML alone is its text", async () => {
    const message = mail({ ...HEADERS, "Content-Type": "text/html" }, `<div>${SENTENCES[0]}</div><p>${SENTENCES[1]}</p><script>no</script>`);
    expect((await documentsIn(message))[0]?.document.text).toBe(SENTENCES.join("\n\n"));
  });
  it("without text is one line", async () => {
    expect(await issuesIn(mail({ ...HEADERS, "Content-Type": "image/png" }, "x"))).toEqual(["a: is a message without text; give its attachments as files"]);
  });
  it("in a mailbox is one document a message, each by its number", async () => {
    const box = Buffer.concat([0, 1].flatMap((i) => [Buffer.from("From a@example.org Tue Oct 31 08:00:00 2023\n"), mail({ ...HEADERS, "Message-ID": `<${i}@x>` }, `${SENTENCES[i]}\n>From here on nothing.\n`), Buffer.from("\n")]));
    const documents = await documentsIn(box, "Inbox");
    expect(documents).toMatchObject([{ line: 1, document: { id: "0@x" }, provenance: { within: "Inbox" } }, { line: 2, document: { id: "1@x" } }]);
    expect(documents[0]?.document.text).toBe(`${SENTENCES[0]}\nFrom here on nothing.`);
  });
});

const post = (id: number, more: object = {}): object => ({ id, type: "message", date: "2023-10-31T08:00:00", date_unixtime: "1698739200", from: "Example Channel", from_id: "channel77", text: SENTENCES[0], text_entities: [], ...more });
const channel = (messages: object[], more: object = {}): object => ({ name: "Example Channel", type: "public_channel", id: 77, messages, ...more });

describe("a Telegram export", () => {
  it("is one document a post with words, with its channel, day, address, and whom it was forwarded from", async () => {
    const messages = [{ id: 1, type: "service", action: "create_channel", text: "" }, post(2), post(3, { text: ["See ", { type: "link", text: "https://example.org" }, "."], forwarded_from: "Another Channel" }), post(4, { text: "", photo: "photo.jpg" })];
    expect(await documentsIn(JSON.stringify(channel(messages), null, 1))).toMatchObject([
      { line: 2, document: { text: SENTENCES[0], outlet: "Example Channel", published: "2023-10-31", url: "https://t.me/c/77/2", author: null }, provenance: { publishedBy: "the post's date", within: "export.dat" } },
      { line: 3, document: { text: "See https://example.org." } },
    ]);
  });
  it("of everything is its channels and open groups, and no private chat", async () => {
    const whole = { about: "Here is the data", personal_information: { user_id: 1 }, chats: { about: "x", list: [{ name: "A friend", type: "personal_chat", id: 5, messages: [post(1, { text: "private" })] }, channel([post(2)]), { type: "saved_messages", id: 9, messages: [post(3, { text: "mine" })] }, channel([post(4, { text: "open" })], { type: "public_supergroup", name: "Open Group", id: 78 })] } };
    const documents = await documentsIn(JSON.stringify(whole));
    expect(documents.map(({ document: { text, outlet } }) => [outlet, text])).toEqual([["Example Channel", SENTENCES[0]], ["Open Group", "open"]]);
  });
  it("keeps apart two posts that say the same, and knows one again in a later export", async () => {
    const [first] = await documentsIn(JSON.stringify(channel([post(2), post(3)])));
    const later = await documentsIn(JSON.stringify(channel([post(2, { reactions: [{ count: 9 }] }), post(3)])));
    expect(later.map(({ document }) => document.sha256).indexOf(first?.document.sha256 ?? "")).toBe(0);
    expect(new Set(later.map(({ document }) => document.sha256)).size).toBe(2);
  });
  it.each([
    ["that is cut off", JSON.stringify(channel([post(2)])).slice(0, -5), /is cut off; export it again$/],
    ["that is broken", JSON.stringify(channel([post(2)])).replace('"id":2', '"id":oops'), /is broken JSON; export it again$/],
    ["of private chats", JSON.stringify(channel([post(2)], { type: "personal_chat" })), /holds no post of a channel or an open group/],
  ])("%s is named", async (_, text, message) => expect((await issuesIn(text)).at(-1)).toMatch(message));
});

const RSS = (items: string, head = ""): string => `<?xml version="1.0" encoding="utf-8"?>${head}<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Example Post</title><link>https://example.org/</link><language>en-gb</language>${items}</channel></rss>`;

describe("a feed in a file stands for itself", () => {
  const wanted = { text: SENTENCES[0], title: "Fewer troops", outlet: "Example Post", published: "2023-10-31", author: "A. Writer", url: "https://example.org/1" };
  it.each([
    ["RSS", RSS(`<item><title>Fewer troops</title><link>https://example.org/1</link><pubDate>Tue, 31 Oct 2023 23:30:00 -0500</pubDate><dc:creator>A. Writer</dc:creator><description>Short.</description><content:encoded><![CDATA[<p>${SENTENCES[0]}</p>]]></content:encoded></item>`)],
    ["Atom", `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Example Post</title><link href="https://example.org/"/><entry><title>Fewer troops</title><id>urn:1</id><link href="https://example.org/1"/><published>2023-10-31T23:30:00-05:00</published><updated>2023-11-02T00:00:00Z</updated><author><name>A. Writer</name></author><content type="html">&lt;p&gt;${SENTENCES[0]}&lt;/p&gt;</content></entry></feed>`],
    ["RDF", `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="x"><title>Example Post</title><link>https://example.org</link></channel><item rdf:about="https://example.org/1"><title>Fewer troops</title><link>https://example.org/1</link><description>${SENTENCES[0]}</description><dc:date>2023-10-31</dc:date><dc:creator>A. Writer</dc:creator></item></rdf:RDF>`],
    ["JSON Feed", JSON.stringify({ version: "https://jsonfeed.org/version/1.1", title: "Example Post", items: [{ id: "1", url: "https://example.org/1", title: "Fewer troops", content_html: `<p>${SENTENCES[0]}</p>`, date_published: "2023-10-31T23:30:00-05:00", authors: [{ name: "A. Writer" }] }] })],
  ])("%s", async (_, text) => {
    expect(await documentsIn(text)).toMatchObject([{ part: "https://example.org/1", document: wanted, provenance: { publishedBy: "its entry in the feed" } }]);
  });
  it.each([
    ["with entities", RSS("<item><title>&a;</title></item>", '<!DOCTYPE rss [<!ENTITY a "aaaa">]>'), /declares entities, .*; it is left out$/],
    ["that is broken", "<rss><channel><title>x", /cannot be read as a feed/],
    ["without entries", RSS(""), /is a feed without entries$/],
    ["of feeds, where nothing is fetched", '<opml version="2.0"><body><outline xmlUrl="https://example.org/f"/></body></opml>', /^https:\/\/example\.org\/f: is on the web, and nothing is fetched here; add it with: muster add$/],
  ])("%s is one line", async (_, text, message) => expect(await issuesIn(text)).toEqual([expect.stringMatching(message)]));
});

describe("a web archive", () => {
  const page = (i: number): string => `<!DOCTYPE html><html lang="en"><title>Page ${i}</title><meta name="date" content="2023-10-31"><body><article><p>${SENTENCES[0]}</p><p>${SENTENCES[i]}</p></article></body></html>`;
  const pages = [
    { url: "https://example.org/a", body: page(0) }, { url: "https://example.org/style.css", body: "p {}", type: "text/css" }, { url: "https://example.org/gone", body: page(1), status: 404 },
    { url: "https://example.org/b", body: gzip(page(1)), headers: { "Content-Encoding": "gzip" } }, { url: "https://example.org/c.pdf", body: pdf([["Some text."]]), type: "application/pdf" },
  ];
  let plain: Uint8Array = new Uint8Array(0);
  beforeAll(async () => void (plain = await warc(pages)));

  it.each<[string, () => Promise<Uint8Array>]>([["as it is", async () => plain], ["packed record by record", () => warc(pages, true)], ["packed as a whole", async () => gzip(plain)]])("%s is one document for each page, PDF or text that was had", async (_, bytes) => {
    expect(await documentsIn(await bytes(), "crawl")).toMatchObject([
      { part: "https://example.org/a", document: { id: "https://example.org/a", url: "https://example.org/a", title: "Page 0", outlet: "example.org", published: "2023-10-31" }, provenance: { within: "crawl", from: "https://example.org/a", had: "2023-11-01T12:00:00Z", answer: { status: 200, type: "text/html; charset=utf-8" } } },
      { part: "https://example.org/b", document: { title: "Page 1" } },
      { part: "https://example.org/c.pdf", document: { text: "Some text." } },
    ]);
  });
  it("that is cut off gives what came before, and one line", async () => {
    const packed = await warc(pages, true);
    const { documents, issues } = await take(packed.subarray(0, packed.length - 200), "crawl.warc.gz");
    expect([documents.length, issues]).toEqual([2, [expect.stringMatching(/^crawl\.warc\.gz: is a broken or cut-off (gzip file|web archive)/)]]);
  });
  it("that is a bomb ends in one line", async () => {
    const bomb = gzip(Buffer.concat([plain, Buffer.alloc(101_000_000)]));
    expect((await issuesIn(bomb)).at(-1)).toMatch(/unpacks to more than 200 times its size/);
  });
});

describe("anything packed by gzip", () => {
  it("is what is in it", async () => {
    expect(await documentsIn(gzip('{"text":"Troops left."}\n{"text":"Troops came."}'))).toMatchObject([{ document: { text: "Troops left." } }, { document: { text: "Troops came." } }]);
    expect(await documentsIn(gzip("<!doctype html><p>Troops left."))).toMatchObject([{ document: { text: "Troops left." } }]);
  });
  it.each([["twice", gzip(gzip("x")), /is packed twice/], ["and broken", gzip("x".repeat(1000)).fill(1, 15), /is a broken or cut-off gzip file/], ["to a bomb", gzip(Buffer.alloc(60_000_000, "a")), /over the limit of 50 MB|more than 200 times/]])("%s is one line", async (_, bytes, message) => {
    expect(await issuesIn(bytes)).toEqual([expect.stringMatching(message)]);
  });
});
