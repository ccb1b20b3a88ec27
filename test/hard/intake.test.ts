import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openEntry } from "../../src/ledger/entry.ts";
import { withStore } from "../../src/ledger/open.ts";
import { verifyLedger } from "../../src/ledger/verify.ts";
import { linesOf, temporaryFolder } from "../cli/run.ts";
import { root } from "../house/sources.ts";
import { holdsClaim, writeArchive } from "./warc-pages.ts";

const PAGES = 20_000;
const WITH_CLAIMS = Array.from({ length: PAGES }, (_, i) => i + 1).filter(holdsClaim).length;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let archive = "";
beforeAll(async () => {
  folder = await temporaryFolder();
  archive = join(folder.path, "crawl.warc.gz");
  await writeArchive(archive, PAGES, true);
}, 300_000);
afterAll(() => folder.remove());

interface Ended {
  code: number | null;
  stdout: string;
  /** The most memory that it held, in MB. */
  peakMb: number;
}

const PEAK = "process.on('exit', () => process.stderr.write(`peak ${process.resourceUsage().maxRSS}\\n`))";

/** Adds the archive; kills it (or asks it to end) after so many documents were told of. */
function add(name: string, { source = archive, killAfter = Infinity, signal = "SIGKILL" as NodeJS.Signals } = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const env = { ...process.env, MUSTER_LEDGER: join(folder.path, `${name}.db`), MUSTER_KEY: join(folder.path, "key.pem"), MUSTER_ACTOR: "Ada" };
    const child = spawn(process.execPath, ["--import", `data:text/javascript,${encodeURIComponent(PEAK)}`, join(root, "bin/muster.js"), "add", source, "--quiet"], { env });
    let [stdout, stderr, asked] = ["", "", false];
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      if (asked || linesOf(stdout).length < killAfter) return;
      asked = true;
      child.kill(signal);
    });
    child.on("close", (code) => resolve({ code, stdout, peakMb: Number(/peak (\d+)/.exec(stderr)?.[1] ?? 0) / 1024 }));
  });
}

/** All that a ledger says but the times. */
async function contentOf(name: string): Promise<{ entries: unknown[]; findings: unknown[] }> {
  return withStore(join(folder.path, `${name}.db`), { create: false, readOnly: true, now: () => "" }, async (store) => {
    const entries: unknown[] = [];
    for await (const sealed of store.entries()) {
      const { seq, kind, actor, body } = openEntry(sealed);
      entries.push({ seq, kind, actor, body });
    }
    return { entries, findings: (await verifyLedger(store, { trusted: [], step: () => {} })).findings };
  });
}

describe(`a web archive of ${PAGES} pages, one in fifty with a claim`, () => {
  it("is kept with flat memory: the claims' pages whole, of the others the hash", { timeout: 600_000 }, async () => {
    const small = join(folder.path, "small.warc.gz");
    await writeArchive(small, PAGES / 10, true);
    const [few, all] = [await add("few", { source: small }), await add("whole")];
    expect([all.code, all.stdout]).toEqual([0, expect.stringContaining(`${WITH_CLAIMS} documents added with ${WITH_CLAIMS} claims; ${PAGES - WITH_CLAIMS} stopped by the gate`)]);
    // Ten times the pages may cost what the collector leaves lying about, and no more.
    expect(all.peakMb).toBeLessThan(few.peakMb * 1.5 + 60);
    const { entries, findings } = await contentOf("whole");
    expect([entries.length, findings]).toEqual([PAGES + WITH_CLAIMS, []]);
  });

  it.each<[string, NodeJS.Signals]>([["killed", "SIGKILL"], ["interrupted", "SIGINT"]])("gives the same ledger when it is %s in the middle and run again", { timeout: 600_000 }, async (name, signal) => {
    mkdirSync(folder.path, { recursive: true });
    const first = await add(name, { killAfter: WITH_CLAIMS / 3, signal });
    expect(first.code).toBe(signal === "SIGINT" ? 130 : null);
    const before = (await contentOf(name)).entries.length;
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(PAGES);
    expect((await add(name)).code).toBe(0);
    expect(await contentOf(name)).toEqual(await contentOf("whole"));
  });
});
