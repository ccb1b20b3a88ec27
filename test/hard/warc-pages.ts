// A web archive of generated pages, some of which hold claims.
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { warcRecord } from "../intake/makers.ts";

const PARTS = ["north", "south", "east", "west"];

/** Of fifty pages one holds a claim. */
export const holdsClaim = (n: number): boolean => n % 50 === 7;

/** The n-th page: news of the usual furniture, and in one of fifty a sentence with a claim. */
export function pageNo(n: number): string {
  const quiet = Array.from({ length: 12 }, (_, i) => `<p>The market of town ${n} opened at ${7 + (i % 3)} in the morning, and the price of bread in street ${i} was what it had been the week before.</p>`);
  const claim = holdsClaim(n) ? `<p>About ${1_000 + n} Russian soldiers remain in the ${PARTS[n % 4]} of Belarus, the border service said on Tuesday.</p>` : "";
  return `<!DOCTYPE html><html lang="en"><head><title>Page ${n}</title><meta property="article:published_time" content="2023-10-31"></head><body><nav>${"<a href='/x'>Section</a> ".repeat(30)}</nav><article><h1>Page ${n}</h1>${claim}${quiet.join("")}</article><footer>Imprint</footer></body></html>`;
}

/** Writes pages 1 to `count` into a WARC, each packed by itself when `gzip`. */
export async function writeArchive(path: string, count: number, gzip: boolean): Promise<void> {
  const out = createWriteStream(path);
  for (let n = 1; n <= count; n += 1) {
    if (!out.write(await warcRecord({ url: `https://example.org/${n}`, body: pageNo(n) }, gzip))) await once(out, "drain");
  }
  out.end();
  await once(out, "close");
}
