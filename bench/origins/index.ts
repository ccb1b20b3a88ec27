// How well claims are put together to statements, and what it costs.
//
//   npx tsx bench/origins/index.ts [--claims 20000]
//
// Prints pairwise F1 on made-up reports (seeds on which the weights were tried, and others), with their texts and without,
// with the claims given and as our reader reads them; on the coded real reports where ../shared/data is there; and the
// processor time a claim takes, on claims of several shapes.
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { readDocument } from "../../src/app.ts";
import { makeDocument } from "../../src/intake/document.ts";
import { toStatements } from "../../src/origins/statements.ts";
import type { PlacedClaim } from "../../src/origins/view.ts";
import { cpuMs } from "../measure.ts";
import { makeReports, type MadeReport } from "./generate.ts";
import { scoreMade, scoreReal, type PairScore } from "./pairs.ts";
import { claimsOf, readReports } from "./real.ts";

const { values } = parseArgs({ options: { claims: { type: "string", default: "20000" } } });
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

function print(name: string, scores: readonly PairScore[]): void {
  const of = (field: "f1" | "precision" | "recall") => mean(scores.map((score) => score[field])).toFixed(3);
  const worst = scores.length > 1 ? `  worst F1 ${Math.min(...scores.map(({ f1 }) => f1)).toFixed(3)}` : "";
  console.log(`${name.padEnd(58)} F1 ${of("f1")}  precision ${of("precision")}  recall ${of("recall")}${worst}`);
}

const withoutText = ({ placed }: MadeReport): PlacedClaim => ({ ...placed, document: { ...placed.document, text: null } });
const withoutWords = ({ placed }: MadeReport): PlacedClaim => ({ ...placed, claim: { ...placed.claim, evidence: undefined }, document: { ...placed.document, text: null } });

const TRIED = range(1, 20);
const HELD_OUT = range(101, 120);

function scoreGiven(seed: number, place: (report: MadeReport) => PlacedClaim): PairScore {
  const reports = makeReports(seed);
  return scoreMade(reports, toStatements(reports.map(place)).statements);
}

/** The English reports as our reader reads them; a claim counts as found when its number is. */
async function scoreRead(seed: number, withText: boolean): Promise<PairScore> {
  const reports = makeReports(seed).filter(({ lang }) => lang === "en");
  const claims: PlacedClaim[] = [];
  for (const { id, text, published, outlet, placed } of reports) {
    const reading = await readDocument(makeDocument(text, text, { id, published, outlet, lang: "en" }));
    const found = reading.claims.findIndex(({ quantity }) => quantity?.point === placed.claim.quantity?.point);
    const document = { id, text: withText ? text : null, published, outlet };
    claims.push(...reading.claims.map((claim, i) => ({ id: i === found ? placed.id : `${id}-${i}`, claim, document })));
  }
  return scoreMade(reports, toStatements(claims).statements);
}

console.log("made-up reports, pairs of claims (bar 0.90)");
print("claims given, with texts, seeds 1-20 (tried)", TRIED.map((seed) => scoreGiven(seed, ({ placed }) => placed)));
print("claims given, with texts, seeds 101-120", HELD_OUT.map((seed) => scoreGiven(seed, ({ placed }) => placed)));
print("claims given, evidence only, seeds 101-120", HELD_OUT.map((seed) => scoreGiven(seed, withoutText)));
print("claims given, facts only, seeds 101-120", HELD_OUT.map((seed) => scoreGiven(seed, withoutWords)));
for (const withText of [true, false]) {
  const scores: PairScore[] = [];
  for (const seed of range(101, 106)) scores.push(await scoreRead(seed, withText));
  print(`read by our reader, ${withText ? "with texts" : "evidence only"}, seeds 101-106`, scores);
}

const REAL = new URL("../../../shared/data/belarus-reports.jsonl", import.meta.url);
console.log("\nreal reports coded as facts, pairs of reports (bar 0.85)");
if (existsSync(REAL)) {
  const reports = readReports(REAL);
  for (const said of ["given", "edtf"] as const) {
    const { statements } = toStatements(claimsOf(reports, { source: "parts", said, past: false }));
    const name = said === "given" ? "days of the week and days without a year as coded" : "dates with a year only";
    print(name, [scoreReal(reports, statements)]);
    for (const half of [0, 1]) print(`  half ${half + 1} of the origins`, [scoreReal(reports.filter(({ origin_group }) => halfOf(origin_group) === half), statements)]);
  }
} else {
  console.log(`left out: there is no ${REAL.pathname}`);
}

function halfOf(name: string): number {
  let hash = 0;
  for (const letter of name) hash = (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0;
  return (hash >>> 3) % 2;
}

const count = Number(values.claims);
const one = (makeReports(1)[0] as MadeReport).placed;
const SHAPES: Readonly<Record<string, (i: number) => PlacedClaim>> = {
  "one claim in many documents": (i) => ({ ...one, id: `c${i}`, document: { ...one.document, id: `d${i}` } }),
  "one statement in as many wordings": (i) => ({ ...one, id: `c${i}`, document: { ...one.document, id: `d${i}`, text: `${i} wrote ${i * 3} times over ${i * 7} pages that ${i} of ${i * 11} had ${i} more` } }),
  "one figure every day": (i) => ({ ...one, id: `c${i}`, claim: { ...one.claim, said: new Date(Date.UTC(1950, 0, 1 + i)).toISOString().slice(0, 10) }, document: { id: `d${i}` } }),
  "nothing known but the force": (i) => ({ id: `c${i}`, claim: { kind: "strength", force: "Russia" }, document: { id: `d${i}` } }),
};

function made(): PlacedClaim[] {
  const claims: PlacedClaim[] = [];
  for (let seed = 1; claims.length < count; seed++) {
    claims.push(...makeReports(seed).map(({ placed }) => ({ ...placed, id: `${seed}/${placed.id}`, document: { ...placed.document, id: `${seed}/${placed.document.id}` } })));
  }
  return claims.slice(0, count);
}

console.log(`\nprocessor time, ${count.toLocaleString("en")} claims`);
for (const [name, claims] of [["made-up reports", made()], ...Object.entries(SHAPES).map(([shape, make]) => [shape, Array.from({ length: count }, (_, i) => make(i))])] as [string, PlacedClaim[]][]) {
  let statements = 0;
  const ms = cpuMs(() => void (statements = toStatements(claims).statements.length));
  console.log(`${name.padEnd(58)} ${((1000 * ms) / count).toFixed(0).padStart(5)} µs a claim, ${statements.toLocaleString("en")} statements`);
}
console.log(`peak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
