// What an export costs beside the least it could cost: JSON.stringify of the same records, in one run; and what it holds
// in memory when the last record comes, which should not grow with their number.
//
//   node --expose-gc --import tsx bench/export.ts [--claims 20000]
//
// Reports and asserts nothing: machines differ.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { placeLocator, readDocument } from "../src/app.ts";
import { EXPORT_FORMATS, exportClaims, type ExportFormat } from "../src/export/formats.ts";
import type { ExportRecord } from "../src/export/record.ts";
import { makeDocument } from "../src/intake/document.ts";

const { values } = parseArgs({ options: { claims: { type: "string", default: "20000" } } });
const count = Number(values.claims);
if (!Number.isInteger(count) || count < 1) throw new RangeError(`--claims takes a whole number from 1, not ${values.claims}`);

const text = readFileSync(new URL("../examples/belarus.md", import.meta.url), "utf8");
const { document: { text: _, ...document }, claims } = await readDocument(makeDocument(text, text, { published: "2023-11-01" }));
const options = { public: true, locate: await placeLocator(), exportedAt: "2026-01-01T00:00:00.000Z" };

/** Documents like the example, one after the other, made as they are asked for. */
function* records(wanted: number): Generator<ExportRecord> {
  for (let i = 0; i < wanted; i++) {
    const sha256 = Math.floor(i / claims.length).toString(16).padStart(64, "0");
    const claim = claims[i % claims.length];
    if (claim !== undefined) yield { id: i.toString(16).padStart(16, "0"), document: { ...document, sha256 }, claim, review: "accepted" };
  }
}

/** The processor time of writing all pieces to nowhere, and what they come to. */
async function costOf(pieces: AsyncIterable<string> | Iterable<string>): Promise<{ cpuMs: number; megabytes: number }> {
  const before = process.cpuUsage();
  let bytes = 0;
  for await (const piece of pieces) bytes += Buffer.byteLength(piece);
  const { user, system } = process.cpuUsage(before);
  return { cpuMs: (user + system) / 1000, megabytes: bytes / 1e6 };
}

function heapMegabytes(): number {
  if (globalThis.gc === undefined) return NaN;
  globalThis.gc();
  return process.memoryUsage().heapUsed / 1e6;
}

/** How much more is held when the last record is asked for than at the first. */
async function heldMegabytes(format: ExportFormat): Promise<number> {
  let [first, last] = [0, 0];
  function* watched(): Generator<ExportRecord> {
    first = heapMegabytes();
    yield* records(count);
    last = heapMegabytes();
  }
  await costOf(exportClaims(watched(), format, options));
  return last - first;
}

function* stringified(): Generator<string> {
  for (const record of records(count)) yield JSON.stringify(record);
}

await costOf(stringified());
const least = await costOf(stringified());
console.log(`${count} claims; JSON.stringify ${least.cpuMs.toFixed(0)} ms of processor time, ${least.megabytes.toFixed(1)} MB`);
for (const format of EXPORT_FORMATS) {
  await costOf(exportClaims(records(1_000), format, options));
  const { cpuMs, megabytes } = await costOf(exportClaims(records(count), format, options));
  const held = await heldMegabytes(format);
  const rate = `${(cpuMs / least.cpuMs).toFixed(1).padStart(5)} times${((1000 * cpuMs) / count).toFixed(0).padStart(6)} µs a claim`;
  console.log(`${format.padEnd(12)} ${rate}${megabytes.toFixed(1).padStart(8)} MB written${held.toFixed(1).padStart(7)} MB held`);
}
