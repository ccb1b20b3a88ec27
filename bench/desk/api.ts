// How fast the HTTP interface answers with many claims in the ledger, asked as the desk asks. Asserts nothing.
//
//   npx tsx bench/desk/api.ts [--claims 100000] [--rate 200] [--seconds 20] [--ledger FILE]
//
// The server is the built program, in a process of its own; whoever asks sends requests at their times, whether those before were answered
// or not. --ledger keeps the ledger for the next run. Prints p50, p95 and the worst, first of reading alone, then with a claim reviewed
// every second, after which whatever follows from that is worked out anew.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { makeLedger, SITUATIONS } from "./many-claims.ts";

const { values } = parseArgs({ options: { claims: { type: "string", default: "100000" }, rate: { type: "string", default: "200" }, seconds: { type: "string", default: "20" }, ledger: { type: "string" } } });
const [claims, rate, seconds] = [Number(values.claims), Number(values.rate), Number(values.seconds)];
const LIMIT_MS = 50;

const folder = mkdtempSync(join(tmpdir(), "muster-bench-"));
const ledger = values.ledger ?? join(folder, "many.db");
const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Answered {
  route: string;
  ms: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

function ask(base: string, path: string, { method = "GET", body, headers = {} }: { method?: string; body?: object; headers?: Record<string, string> } = {}): Promise<{ status: number; text: string; ms: number }> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, base), { method, agent, headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part)).on("error", reject);
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString(), ms: performance.now() - started }));
    });
    sent.on("error", reject).end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** What the desk asks for, and how often in a hundred. */
const MIX: readonly (readonly [share: number, route: string, path: (pick: <T>(of: readonly T[]) => T, known: Known) => string])[] = [
  [12, "situations", () => "/api/situations"],
  [8, "a situation", (pick) => `/api/situations/${pick(SITUATIONS).name}`],
  [10, "its chart", (pick) => `/api/situations/${pick(SITUATIONS).name}/chart?width=860`],
  [8, "its brief", (pick) => `/api/situations/${pick(SITUATIONS).name}/brief`],
  [10, "documents", () => "/api/documents?limit=50"],
  [18, "a document", (pick, { documents }) => `/api/documents/${pick(documents)}`],
  [8, "claims of a force and place", (pick) => { const { force, place } = pick(SITUATIONS); return `/api/claims?limit=100&force=${encodeURIComponent(force)}&place=${encodeURIComponent(place)}`; }],
  [6, "the queue", () => "/api/claims?review=unreviewed&limit=100"],
  [8, "search", (pick) => `/api/search?q=${encodeURIComponent(pick(WORDS)(Math.floor(Math.random() * 10_000)))}&limit=20`],
  [6, "statements", (pick) => `/api/statements?limit=100&situation=${pick(SITUATIONS).name}`],
  [6, "entries", () => "/api/entries?limit=100"],
];
/** Seldom the same twice. */
const WORDS: readonly ((n: number) => string)[] = [(n) => `Report ${n}`, (n) => `about ${n.toLocaleString("en")}`, (n) => `nothing of the kind ${n}`, (n) => `soldiers are in ${"abcdefghijklmnop"[n % 16]}`];

interface Known {
  documents: readonly string[];
  claims: readonly string[];
}

function quantiles(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(1).padStart(7)}`;
  return `p50 ${at(0.5)}  p95 ${at(0.95)}  worst ${at(1)} ms  (${times.length})`;
}

/** Requests at their times, for as long as it lasts. */
async function load(base: string, known: Known, writes: boolean): Promise<Answered[]> {
  const pick = <T>(of: readonly T[]): T => of[Math.floor(Math.random() * of.length)] as T;
  const deck = MIX.flatMap(([share, ...one]) => Array.from({ length: share }, () => one));
  const answers: Promise<Answered | Error>[] = [];
  const send = async (route: string, path: string): Promise<Answered> => {
    const { status, ms, text } = await ask(base, path);
    if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
    return { route, ms };
  };
  const review = async (): Promise<Answered> => {
    const { status, ms, text } = await ask(base, `/api/claims/${pick(known.claims)}/reviews`, { method: "POST", body: { verdict: "accept" } });
    if (status !== 200) throw new Error(`review: ${status} ${text}`);
    return { route: "a review", ms };
  };
  const started = performance.now();
  await new Promise<void>((resolve) => {
    let sent = 0;
    let written = 0;
    const timer = setInterval(() => {
      const elapsed = performance.now() - started;
      for (; sent < Math.min(elapsed / 1000, seconds) * rate; sent++) {
        const [route, path] = pick(deck) as (typeof deck)[number];
        answers.push(send(route, path(pick, known)).catch(asError));
      }
      for (; writes && written < Math.floor(elapsed / 1000); written++) answers.push(review().catch(asError));
      if (elapsed < seconds * 1000) return;
      clearInterval(timer);
      resolve();
    }, 2);
  });
  const all = await Promise.all(answers);
  const failed = all.find((one) => one instanceof Error);
  if (failed !== undefined) throw failed;
  return all.filter((one): one is Answered => !(one instanceof Error));
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

function report(title: string, answers: readonly Answered[]): void {
  const all = answers.map(({ ms }) => ms);
  const p95 = all.toSorted((a, b) => a - b)[Math.floor(all.length * 0.95)] ?? NaN;
  say(`${title}: ${quantiles(all)}  limit ${LIMIT_MS} ms: ${p95 < LIMIT_MS ? "met" : "MISSED"}`);
  for (const route of new Set(answers.map((one) => one.route))) say(`  ${route.padEnd(28)} ${quantiles(answers.filter((one) => one.route === route).map(({ ms }) => ms))}`);
}

/** Enough that few are asked for twice. */
async function manyDocuments(base: string): Promise<string[]> {
  const found: string[] = [];
  for (let cursor: string | null = ""; cursor !== null && found.length < 4_000; ) {
    const page = JSON.parse((await ask(base, `/api/documents?limit=200${cursor === "" ? "" : `&cursor=${cursor}`}`)).text) as { items: { sha256: string }[]; next: string | null };
    found.push(...page.items.map(({ sha256 }) => sha256));
    cursor = page.next;
  }
  return found;
}

async function serve(work: (base: string) => Promise<void>): Promise<void> {
  const child = spawn(process.execPath, [new URL("../../bin/muster.js", import.meta.url).pathname, "serve", "--port", "0", "--no-open", "--ledger", ledger], { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, MUSTER_KEY: join(folder, "key") } });
  const end = (): void => void child.kill("SIGTERM");
  process.once("exit", end).once("SIGTERM", () => process.exit(1)).once("SIGINT", () => process.exit(1));
  let printed = "";
  child.stdout.setEncoding("utf8");
  for await (const text of child.stdout as AsyncIterable<string>) {
    printed += text;
    const base = /^ +(http:\S+)$/m.exec(printed)?.[1];
    if (base === undefined) continue;
    await work(base).finally(end);
    return;
  }
}

try {
  if (!existsSync(ledger)) {
    const started = Date.now();
    say(`made a ledger of ${await makeLedger(ledger, claims)} claims in ${Math.round((Date.now() - started) / 1000)} s`);
  }
  await serve(async (base) => {
    const documents = await manyDocuments(base);
    const unreviewed = (JSON.parse((await ask(base, "/api/claims?review=unreviewed&limit=200")).text) as { items: { id: string }[] }).items.map(({ id }) => id);
    for (const path of ["/api/situations", "/api/situations", `/api/situations/${SITUATIONS[0]?.name}/brief`, `/api/situations/${SITUATIONS[0]?.name}/chart`]) say(`at first, ${path}: ${(await ask(base, path)).ms.toFixed(0)} ms`);
    for (const { name } of SITUATIONS) await ask(base, `/api/situations/${name}/brief`);
    report(`${rate} requests a second`, await load(base, { documents, claims: unreviewed }, false));
    report("with a review a second", await load(base, { documents, claims: unreviewed }, true));
  });
} finally {
  agent.destroy();
  rmSync(folder, { recursive: true });
}
