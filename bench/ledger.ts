// The cost of keeping, against the cost of reading and hashing the same, in one run.
//
//   npx tsx bench/ledger.ts [--documents 6000] [--claims 100000] [--pages] [--only adding|verifying|asking]
//
// --pages keeps each text as part of a page of 60 kB, as it is had from the web; without it a document is its 2 kB of text.
//
// Prints: the speed of adding documents, by what `muster add` does it with (two in three are stopped by the gate), to that of reading them
// alone (bar 0.70), as time and as processor time;
// the time of "all claims of one situation by date" (bar 10 ms, median); the speed of verify to that of hashing the same bytes
// (bar 0.50); and memory after a tenth of the documents and after all of them: what is held on to, by a collection right before, and what the
// process has from the system, most of it garbage that nobody needed to collect yet. Asserts nothing.
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { now, readDocument } from "../src/app.ts";
import type { Claim, Document } from "../src/claims/index.ts";
import { IssueReporter } from "../src/cli/documents.ts";
import { Keeper } from "../src/cli/keep.ts";
import { makeDocument } from "../src/intake/document.ts";
import type { TakenItem } from "../src/intake/issue.ts";
import { Ledger, type ReadDocument } from "../src/ledger/ledger.ts";
import { withStore } from "../src/ledger/open.ts";
import { verifyLedger } from "../src/ledger/verify.ts";
import { median, spread } from "./measure.ts";
import { newsText } from "./texts.ts";

const BATCH = 64;
/** Documents of one measurement: some batches of `muster add`. */
const ROUND = 1_024;
/** Bytes of mark-up around a text when it comes as a page: pages of news sites have 50 to 500 kB. */
const PAGE_BYTES = 60_000;
const { values } = parseArgs({ options: { documents: { type: "string", default: "6000" }, claims: { type: "string", default: "100000" }, pages: { type: "boolean", default: false }, only: { type: "string" } } });
const [documents, wantedClaims] = [Number(values.documents), Number(values.claims)];
const folder = mkdtempSync(join(tmpdir(), "muster-bench-"));
const options = { create: true, readOnly: false, now };

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const verdict = (ratio: number, bar: number): string => `${ratio.toFixed(2)}  bar ${bar.toFixed(2)}: ${ratio >= bar ? "met" : "MISSED"}`;
setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** What is held on to, and what the process has. */
function memory(): string {
  collect();
  const { heapUsed, external, rss } = process.memoryUsage();
  return `${Math.round((heapUsed + external) / 1e6)} MB (of the system ${Math.round(rss / 1e6)})`;
}

interface Cost {
  cpu: number;
  wall: number;
}

async function costOf(work: () => Promise<unknown>): Promise<Cost> {
  const [cpuBefore, wallBefore] = [cpu(), performance.now()];
  await work();
  return { cpu: cpu() - cpuBefore, wall: performance.now() - wallBefore };
}

/** The lower quartile: what it costs while the machine is not busy with something else. */
const quiet = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 4)] ?? NaN;

async function readOne(seed: number): Promise<ReadDocument> {
  const text = newsText(seed);
  const { document, reader, claims } = await readDocument(makeDocument(text, text, { published: "2023-11-01", lang: "en" }));
  const bytes = values.pages ? Buffer.from(`${text}${"<div class=block>".repeat(PAGE_BYTES / 17)}`) : Buffer.from(text);
  return { document: { ...document, sha256: createHash("sha256").update(bytes).digest("hex") }, reader, claims, bytes };
}

const unissued = new IssueReporter();

/** What intake makes of a text, as `muster add` gets it. */
function takenOf(seed: number): TakenItem {
  const text = newsText(seed);
  const bytes = values.pages ? Buffer.from(`${text}${"<div class=block>".repeat(PAGE_BYTES / 17)}`) : Buffer.from(text);
  const document = { ...makeDocument(text, text, { published: "2023-11-01", lang: "en" }), sha256: createHash("sha256").update(bytes).digest("hex") };
  return { kind: "document", input: `${seed}`, document, bytes, provenance: {} };
}

// Reading alone and adding in turn, so that a slow moment of the machine falls on both. What is added is read as well.
async function adding(path: string): Promise<void> {
  for (let seed = 0; seed < 300; seed += 1) await readDocument((takenOf(10_000_000 + seed) as { document: Document }).document);
  const [reading, keeping]: [Cost[], Cost[]] = [[], []];
  let early = "";
  await withStore(path, options, async (store) => {
    const keeper = new Keeper(new Ledger(store, "bench"), store, { lang: "en" }, unissued, async () => {});
    for (let first = 0; first < documents; first += ROUND) {
      const [alone, added] = [0, 1].map((half) => Array.from({ length: ROUND }, (_, i) => takenOf(2 * first + half * ROUND + i))) as [TakenItem[], TakenItem[]];
      reading.push(await costOf(async () => {
        for (const item of alone) await readDocument((item as { document: Document }).document);
      }));
      keeping.push(await costOf(async () => {
        for (const item of added) await keeper.take(item);
        await keeper.flush();
      }));
      if (early === "" && first + ROUND >= documents / 10) early = memory();
    }
    const { added, stopped } = keeper.totals;
    console.log(`${added} documents added, ${stopped} stopped by the gate`);
    if (added + stopped < documents) throw new Error(`only ${added + stopped} of ${documents} were kept`);
  });
  for (const [kind, meaning] of [["wall", "time"], ["cpu", "processor time"]] as const) {
    const [read, add] = [reading, keeping].map((costs) => quiet(costs.map((cost) => cost[kind] / ROUND))) as [number, number];
    const ratios = reading.map((cost, i) => cost[kind] / (keeping[i] as Cost)[kind]).toSorted((a, b) => a - b);
    console.log(`${documents} documents, ${meaning}: reading ${read.toFixed(3)} ms each, adding ${add.toFixed(3)} ms each (${(add - read).toFixed(3)} more); speed of adding to that of reading alone: ${verdict(ratios[ratios.length >> 1] as number, 0.7)}`);
  }
  console.log(`memory: ${early} after a tenth of the documents, ${memory()} after all`);
}

async function verifying(path: string): Promise<void> {
  await withStore(path, { ...options, create: false, readOnly: true }, async (store) => {
    const parts: Uint8Array[] = [];
    for await (const { by, body } of store.entries()) parts.push(by, body ?? new Uint8Array(0));
    for await (const { content } of store.blobs()) parts.push(content);
    const bytes = parts.reduce((sum, part) => sum + part.byteLength, 0);
    const [hashing, checking]: [number[], number[]] = [[], []];
    for (let round = 0; round < 12; round += 1) {
      const start = cpu();
      for (const part of parts) createHash("sha256").update(part).digest();
      const between = cpu();
      await verifyLedger(store, { trusted: [], step: () => {} });
      hashing.push(between - start);
      checking.push(cpu() - between);
    }
    console.log(`verify: ${(bytes / 1e6).toFixed(1)} MB in ${parts.length} parts; hashing ${quiet(hashing).toFixed(0)} ms, verify ${quiet(checking).toFixed(0)} ms (CPU)`);
    console.log(`speed of verify to that of hashing the same bytes: ${verdict(quiet(hashing) / quiet(checking), 0.5)}`);
  });
}

// A hundred situations, of a thousand claims each when there are 100,000: one is asked for whole, and its first page.
async function asking(path: string): Promise<void> {
  const template = (await readOne(3)).claims[0] as Claim;
  const each = 50;
  await withStore(path, options, async (store) => {
    const ledger = new Ledger(store, "bench");
    for (let first = 0; first < wantedClaims / each; first += BATCH) {
      const batch = Array.from({ length: Math.min(BATCH, wantedClaims / each - first) }, (_, i): ReadDocument => {
        const text = `Document ${first + i}`;
        const claims = Array.from({ length: each }, (__, n): Claim => ({
          ...template, force: `Force ${(first + i) % 10}`, place: `Place ${n % 10}`, asOf: `20${String(10 + (n % 15))}-0${1 + (n % 9)}-1${n % 10}`, evidence: { ...template.evidence, start: n, end: n + 10 },
        }));
        return { document: makeDocument(text, text, {}), bytes: Buffer.from(text), reader: "bench", claims };
      });
      await ledger.add(batch);
    }
  });
  await withStore(path, { ...options, readOnly: true }, async (store) => {
    const times: number[] = [];
    let count = 0;
    for (let round = 0; round < 60; round += 1) {
      const start = performance.now();
      count = 0;
      for await (const _ of store.claims({ force: `Force ${round % 10}`, place: `Place ${(round * 7) % 10}`, withReasons: false })) count += 1;
      times.push(performance.now() - start);
    }
    console.log(`all claims of one situation by date, ${count} of ${wantedClaims}: ${spread(times)} ms  bar 10 ms: ${median(times) < 10 ? "met" : "MISSED"}`);
  });
}

try {
  if (values.only !== "asking") await adding(join(folder, "adding.db"));
  if (values.only === undefined || values.only === "verifying") await verifying(join(folder, "adding.db"));
  if (values.only === undefined || values.only === "asking") await asking(join(folder, "asking.db"));
} finally {
  rmSync(folder, { recursive: true });
}
