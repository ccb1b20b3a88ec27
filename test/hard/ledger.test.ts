import { spawn, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createSigner } from "../../src/ledger/key-file.ts";
import { signHead } from "../../src/ledger/head-signing.ts";
import { withStore } from "../../src/ledger/open.ts";
import { verifyLedger } from "../../src/ledger/verify.ts";
import { digestOf, linesOf, temporaryFolder } from "../cli/run.ts";
import { root } from "../house/sources.ts";
import { BACKENDS } from "../ledger/backends.ts";
import { all, reportNo, withLedger } from "../ledger/desk.ts";

const CHILD = fileURLToPath(new URL("./ledger-child.ts", import.meta.url));
const tsx = import.meta.resolve("tsx");

interface Ended {
  lines: string[];
  stderr: string;
  code: number | null;
}

/** Runs the child to its end, or kills it after some time or after it told of some. */
function child(args: readonly string[], { killAfterLines = Infinity, killAfterMs = Infinity } = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const run = spawn(process.execPath, ["--import", tsx, CHILD, ...args], { stdio: ["ignore", "pipe", "pipe"] });
    let [stdout, stderr] = ["", ""];
    run.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    run.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      if (linesOf(stdout).length < killAfterLines) return;
      // Some time into the next ones, wherever that is.
      if (killAfterMs === Infinity) run.kill("SIGKILL");
      else setTimeout(() => run.kill("SIGKILL"), killAfterMs);
    });
    run.on("close", (code) => resolve({ lines: linesOf(stdout), stderr, code }));
  });
}

const findings = async (place: string) => withStore(place, { create: false, readOnly: true, now: () => "" }, async (store) => (await verifyLedger(store, { trusted: [], step: () => {} })).findings);
const numbersOf = (lines: readonly string[], outcome = "added"): number[] => lines.filter((line) => line.startsWith(outcome)).map((line) => Number(line.split(" ")[1]));

for (const backend of BACKENDS) {
  describe(`a ledger on ${backend.name}`, () => {
    let reason: string | null = null;
    beforeAll(async () => void (reason = await backend.start()), 60_000);
    afterAll(() => backend.stop(), 60_000);
    beforeEach((context) => {
      if (reason !== null) context.skip(reason);
    });

    it("keeps what was acknowledged once, and nothing by half, through 50 kills at any moment", { timeout: 600_000 }, async () => {
      const place = await backend.newPlace();
      await withLedger(place, async () => {});
      const acknowledged = new Set<number>();
      const wrong: unknown[] = [];
      let killed = 0;
      for (let round = 0; round < 50; round += 1) {
        // The first of each round is the last of the round before: told or not, it is there once.
        const first = 1 + round * 10;
        const { lines, code } = await child(["add", place, String(first), "500"], { killAfterLines: 1 + (round % 9), killAfterMs: (round * 7) % 23 });
        if (code === null) killed += 1;
        for (const n of numbersOf(lines)) acknowledged.add(n);
        if (round % 10 === 9) wrong.push(...(await findings(place)));
      }
      expect([killed, wrong]).toEqual([50, []]);
      await withLedger(place, async (ledger, store) => {
        const kept = (await all(store.documents())).map(({ sha256 }) => sha256);
        expect(new Set(kept).size).toBe(kept.length);
        expect([...acknowledged].filter((n) => !kept.includes(reportNo(n).document.sha256))).toEqual([]);
        // Both entries of each document, its claims, bytes and text.
        expect((await store.head()).size).toBe(kept.length * 2);
        expect(await all(store.claims())).toHaveLength(kept.length * 2);
        expect(await all(store.blobs())).toHaveLength(kept.length);
        expect(await ledger.add([reportNo(100_000)])).toMatchObject([{ outcome: "added" }]);
      }, () => "2099-01-01T00:00:00.000Z");
      expect(await findings(place)).toEqual([]);
      expect(acknowledged.size).toBeGreaterThan(50);
    });

    it("takes entries from four processes at once without a gap, a double or a loss", { timeout: 120_000 }, async () => {
      const place = await backend.newPlace();
      // Each has its own reports, and half of them are also the next one's.
      const ended = await Promise.all([0, 1, 2, 3].map((writer) => child(["add", place, String(1 + writer * 20), "40"])));
      expect(ended.map(({ code, stderr }) => [code, stderr])).toEqual(ended.map(() => [0, ""]));
      const added = ended.flatMap(({ lines }) => numbersOf(lines)).sort((a, b) => a - b);
      expect(added).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
      await withStore(place, { create: false, readOnly: true, now: () => "" }, async (store) => {
        expect((await all(store.entries())).map(({ seq }) => seq)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
        expect(await all(store.documents())).toHaveLength(100);
      });
      expect(await findings(place)).toEqual([]);
    });
  });
}

describe("a ledger in a file, when the machine fails it", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeAll(async () => void (folder = await temporaryFolder()));
  afterAll(() => folder.remove());
  const at = (name: string) => join(folder.path, name);
  const muster = (args: readonly string[], { ledger, prefix = "" }: { ledger: string; prefix?: string }) => {
    const command = [process.execPath, join(root, "bin/muster.js"), ...args].map((word) => `'${word}'`).join(" ");
    const run = spawnSync("bash", ["-c", `${prefix}${command}`], { encoding: "utf8", env: { ...process.env, MUSTER_LEDGER: ledger, MUSTER_KEY: at("key.pem") } });
    return { code: run.status, complaints: linesOf(run.stderr).filter((line) => !line.includes("key to sign") && !line.includes("fingerprint")), stdout: run.stdout };
  };
  const manyReports = (name: string, count: number): string => {
    writeFileSync(at(name), Array.from({ length: count }, (_, i) => JSON.stringify({ text: `${reportNo(i).document.text} ${"Nothing else is known. ".repeat(200)}` })).join("\n"));
    return at(name);
  };

  it("says in one line that the disk is full, keeps what it has, and goes on when there is room", () => {
    const small = at("small");
    mkdirSync(small);
    const isMounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", small]).status === 0;
    const ledger = join(isMounted ? small : folder.path, "full.db");
    // Where no small disk can be made, files that may not grow stand for one.
    const prefix = isMounted ? "" : "trap '' XFSZ; ulimit -f 1000; ";
    try {
      expect(muster(["add", join(root, "examples/belarus.md")], { ledger, prefix }).code).toBe(0);
      const { code, complaints, stdout } = muster(["add", manyReports("many.jsonl", 600), "--quiet"], { ledger, prefix });
      expect([code, complaints]).toEqual([2, [expect.stringMatching(/full\.db: cannot be written, the disk is full or failing; nothing of this step was kept$/)]]);
      const room = at("room.db");
      for (const end of ["", "-wal"]) if (existsSync(ledger + end)) copyFileSync(ledger + end, room + end);
      expect(muster(["verify"], { ledger: room }).code).toBe(0);
      const acknowledged = linesOf(stdout).filter((line) => line.includes("added as document")).length;
      const again = muster(["add", at("many.jsonl"), "--quiet"], { ledger: room });
      expect([again.code, again.stdout.trim().split("\n").at(-1)]).toEqual([0, expect.stringMatching(acknowledged === 0 ? /^600 documents added/ : new RegExp(`^${600 - acknowledged} documents added .* ${acknowledged} documents? already there$`))]);
      expect(muster(["verify"], { ledger: room }).code).toBe(0);
    } finally {
      if (isMounted) spawnSync("umount", [small]);
    }
  });

  it("says in one line that a file is read-only, and reads it all the same", (context) => {
    const ledger = at("read-only.db");
    expect(muster(["add", join(root, "examples/belarus.md")], { ledger }).code).toBe(0);
    const before = digestOf(ledger);
    chmodSync(ledger, 0o444);
    const immutable = process.getuid?.() === 0 && spawnSync("chattr", ["+i", ledger]).status !== 0;
    if (immutable) return context.skip("root may write any file here, and chattr cannot be used");
    try {
      const { code, complaints } = muster(["add", manyReports("few.jsonl", 2)], { ledger });
      expect([code, complaints]).toEqual([2, [expect.stringMatching(/read-only\.db: cannot be (written|opened); check /)]]);
      expect(muster(["ledger", "log"], { ledger }).stdout).toContain("document added");
    } finally {
      spawnSync("chattr", ["-i", ledger]);
    }
    expect(digestOf(ledger)).toBe(before);
  });

  it("never takes a file with a flipped bit for what was signed, unless the bit meant nothing", { timeout: 600_000 }, async () => {
    const signer = createSigner(at("flip.pem"));
    await withLedger(at("flip.db"), async (ledger, store) => {
      await ledger.add([reportNo(1), reportNo(2), reportNo(3)]);
      await signHead(store, signer);
    });
    const contentOf = (path: string) => withStore(path, { create: false, readOnly: true, now: () => "" }, async (store) =>
      JSON.stringify([await all(store.entries()), await all(store.blobs()), await store.head()]));
    const good = readFileSync(at("flip.db"));
    const content = await contentOf(at("flip.db"));
    const paths = Array.from({ length: 600 }, (_, i) => {
      const bytes = Buffer.from(good);
      // 7919 is prime: the places are spread over the file without a pattern.
      const where = (i * 7919) % bytes.length;
      bytes[where] = (bytes[where] as number) ^ (1 << (i % 8));
      writeFileSync(at(`flip-${i}.db`), bytes);
      return at(`flip-${i}.db`);
    });
    // The driver ends the whole program for some damages, which is not to pass for a good result either.
    const intact: string[] = [];
    let [seen, left] = [0, paths];
    while (left.length > 0) {
      const { lines } = await child(["verify", ...left]);
      intact.push(...lines.filter((line) => line.startsWith("good ")).map((line) => line.slice(5)));
      seen += lines.length;
      left = left.slice(lines.length + 1);
    }
    const unlike = await Promise.all(intact.map(async (path) => ((await contentOf(path)) === content ? null : path)));
    expect(unlike.filter((path) => path !== null)).toEqual([]);
    expect(seen).toBeGreaterThan(550);
    expect(intact.length).toBeLessThan(600);
    for (const path of paths) rmSync(path);
    expect(statSync(at("flip.db")).size).toBe(good.length);
  });
});
