// Processor time of taking in what the gate stops, what needs Readability, feeds and web archives.
//
//   npx tsx bench/intake/index.ts [--pages 400]
//
// Bars: pages that the gate stops at least 10 times the pages a second that need Readability; the entries of feeds and the records of
// web archives within 30 % of what their bare parsers (feedsmith, warcio) take for the same bytes.
import { parseArgs } from "node:util";
import { parseFeed as bareFeed } from "feedsmith";
import { WARCParser } from "warcio";
import { mayHoldClaims } from "../../src/app.ts";
import { parseFeed } from "../../src/intake/formats/feed-entries.ts";
import { recordsOf } from "../../src/intake/formats/warc.ts";
import { takeBytes } from "../../src/intake/read-input.ts";
import { newsText } from "../texts.ts";
import { median } from "../measure.ts";
import { warc } from "../../test/intake/makers.ts";

const { values } = parseArgs({ options: { pages: { type: "string", default: "400" } } });
const COUNT = Number(values.pages);
const ROUNDS = 7;

async function cpuMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * The median of rounds after one that warms up. Who goes first changes by the round, since what the first leaves lying about is cleared
 * away in the second's time.
 */
async function compare(ours: () => Promise<unknown>, theirs: () => Promise<unknown>, times = 1): Promise<{ ours: number; theirs: number }> {
  const rounds: { ours: number; theirs: number }[] = [];
  const repeat = (work: () => Promise<unknown>) => async (): Promise<void> => {
    for (let i = 0; i < times; i += 1) await work();
  };
  const measure = async (work: () => Promise<unknown>): Promise<number> => (await cpuMs(repeat(work))) / times;
  for (let round = 0; round <= ROUNDS; round += 1) {
    const first = round % 2 === 0 ? await measure(theirs) : await measure(ours);
    const second = round % 2 === 0 ? await measure(ours) : await measure(theirs);
    if (round > 0) rounds.push(round % 2 === 0 ? { theirs: first, ours: second } : { theirs: second, ours: first });
  }
  return { ours: median(rounds.map((round) => round.ours)), theirs: median(rounds.map((round) => round.theirs)) };
}

const page = (text: string, n: number): string =>
  `<!DOCTYPE html><html lang="en"><head><title>Page ${n}</title><meta property="article:published_time" content="2023-10-31"></head><body><nav>${"<li><a href='/section'>Section</a></li>".repeat(40)}</nav><article><h1>Page ${n}</h1>${text.split(/\n\n|(?<=\. )/).map((part) => `<p>${part}</p>`).join("\n")}</article><aside>${"<div class='teaser'><a href='/other'>Another story</a></div>".repeat(30)}</aside></body></html>`;

const texts = Array.from({ length: COUNT * 4 }, (_, i) => newsText(i + 1));
const isStopped = await Promise.all(texts.map(async (text) => !(await mayHoldClaims(text, "en"))));
const stopped = texts.filter((_, i) => isStopped[i]).slice(0, COUNT).map((text, i) => Buffer.from(page(text, i)));
const read = texts.filter((_, i) => !isStopped[i]).slice(0, COUNT).map((text, i) => Buffer.from(page(text, i)));

async function takeAll(pages: readonly Uint8Array[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const bytes of pages) for await (const { kind } of takeBytes(bytes, "a.html", { screen: mayHoldClaims })) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

console.log(`pages: ${JSON.stringify(await takeAll(stopped))} against ${JSON.stringify(await takeAll(read))}, ${Math.round((stopped[0]?.byteLength ?? 0) / 1000)} KB each`);
const pages = await compare(() => takeAll(stopped), () => takeAll(read));
const perSecond = (count: number, ms: number): string => `${Math.round((1000 * count) / ms)} a second of CPU time`;
const ratio = pages.theirs / read.length / (pages.ours / stopped.length);
console.log(`  stopped by the gate  ${perSecond(stopped.length, pages.ours)}`);
console.log(`  with Readability     ${perSecond(read.length, pages.theirs)}`);
console.log(`  ratio ${ratio.toFixed(1)}  bar 10: ${ratio >= 10 ? "met" : "MISSED"}`);

const share = (name: string, { ours, theirs }: { ours: number; theirs: number }): void =>
  console.log(`${name}: ours ${ours.toFixed(1)} ms, bare ${theirs.toFixed(1)} ms, ${(100 * (ours / theirs - 1)).toFixed(0)} % more  bar 30: ${ours / theirs <= 1.3 ? "met" : "MISSED"}`);

const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>F</title><link>https://example.org/</link>${texts.slice(0, 500).map((text, i) => `<item><title>Item ${i}</title><link>https://example.org/${i}</link><guid>${i}</guid><pubDate>Tue, 31 Oct 2023 08:00:00 GMT</pubDate><description><![CDATA[<p>${text.slice(0, 300)}</p>]]></description><content:encoded><![CDATA[<p>${text}</p>]]></content:encoded></item>`).join("")}</channel></rss>`;
share(`a feed of 500 entries, ${Math.round(rss.length / 1000)} KB`, await compare(async () => parseFeed(rss, "https://example.org/").entries.length, async () => bareFeed(rss), 10));

for (const gzip of [false, true]) {
  const archive = await warc([...stopped, ...read].map((body, i) => ({ url: `https://example.org/${i}`, body })), gzip);
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < archive.byteLength; at += 262_144) yield archive.subarray(at, at + 262_144);
  }
  const { unpacked } = await import("../../src/intake/items.ts");
  const ours = async (): Promise<void> => {
    for await (const { kept } of recordsOf(gzip ? unpacked(chunks()) : chunks())) if ("bytes" in kept && kept.bytes.byteLength === 0) throw new Error("an empty record");
  };
  const bare = async (): Promise<void> => {
    for await (const record of new WARCParser(chunks())) await record.readFully(true);
  };
  share(`a web archive of ${stopped.length + read.length} pages${gzip ? ", packed" : ""}`, await compare(ours, bare, 4));
}
