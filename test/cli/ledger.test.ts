import { copyFileSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import Database from "libsql";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { root } from "../house/sources.ts";
import { digestOf, linesOf, muster, temporaryFolder, type RunOptions } from "./run.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let count = 0;
let env: Record<string, string> = {};
beforeAll(async () => void (folder = await temporaryFolder()));
afterAll(() => folder.remove());
beforeEach(() => {
  count += 1;
  env = { MUSTER_LEDGER: join(folder.path, `desk-${count}.db`), MUSTER_KEY: join(folder.path, `key-${count}.pem`), MUSTER_ACTOR: "Ada" };
});
const run = (args: readonly string[], options: RunOptions = {}) => muster(args, { ...options, env: { ...env, ...options.env } });
const EXAMPLE = join(root, "examples/belarus.md");
const FINGERPRINT = /[0-9a-f]{64}/;

interface Desk {
  /** The first digits of the first claim's id. */
  claim: string;
  /** The key's fingerprint. */
  key: string;
  document: string;
  /** How many claims are read from it. */
  claims: number;
}
let example: Promise<Desk> | null = null;
const exampleEnv = () => ({ MUSTER_LEDGER: join(folder.path, "example.db"), MUSTER_KEY: join(folder.path, "example.pem") });

async function addExample(): Promise<Desk> {
  const { code, stdout, stderr } = await run(["add", EXAMPLE], { env: exampleEnv() });
  expect(code).toBe(0);
  return { claim: /^([0-9a-f]{8}) {2}/m.exec(stdout)?.[1] ?? "", key: FINGERPRINT.exec(stderr)?.[0] ?? "", document: /document ([0-9a-f]{16})/.exec(stdout)?.[1] ?? "", claims: Number(/added with (\d+) claims/.exec(stdout)?.[1]) };
}

/** A ledger with the example in it, for this test alone: a copy, with the key, of one to which it was added once. */
async function added(): Promise<Desk> {
  const desk = await (example ??= addExample());
  for (const name of ["MUSTER_LEDGER", "MUSTER_KEY"] as const) copyFileSync(exampleEnv()[name], env[name] ?? "");
  return desk;
}

describe("the road from a report to a proof that needs nothing else", () => {
  it("goes through add, log, verify, export, and verify again", async () => {
    const { key, claims } = await added();
    const log = linesOf((await run(["ledger", "log"])).stdout);
    expect(log).toEqual([expect.stringMatching(/^ {4}1 {2}\d{4}-\d\d-\d\d \d\d:\d\d:\d\d {2}Ada {2}document added [0-9a-f]{16} /), expect.stringContaining(` claims read ${claims} claims in `)]);
    const verified = await run(["verify"]);
    expect([verified.code, linesOf(verified.stdout)]).toEqual([0, [expect.stringMatching(/^2 entries, 1 document, root /), `signed to entry 2 by key ${key}`, "all of it is as it was signed"]]);
    const bundle = join(folder.path, "b.json");
    writeFileSync(bundle, (await run(["export", "--format", "bundle"])).stdout);
    const elsewhere = { MUSTER_LEDGER: "", MUSTER_KEY: join(folder.path, "nobody.pem") };
    expect(await run(["verify", "--bundle", bundle, "--key", key], { env: elsewhere, cwd: folder.path })).toMatchObject({ code: 0, stdout: expect.stringContaining("all of it is as it was signed") });
    const unanchored = await run(["verify", "--bundle", bundle], { env: elsewhere, cwd: folder.path });
    expect([unanchored.code, unanchored.stdout]).toEqual([1, expect.stringContaining("unanchored: give --key")]);
    const text = readFileSync(bundle, "utf8");
    writeFileSync(bundle, text.replace("document added", "document addee"));
    const forged = await run(["verify", "--bundle", bundle, "--key", key], { env: elsewhere });
    expect([forged.code, forged.stdout]).toEqual([1, expect.stringContaining("WRONG: entry 1 was altered")]);
  });

  it("proves by a checkpoint that was kept that nothing before it was changed", async () => {
    const { claim } = await added();
    const kept = await folder.file("head.txt", (await run(["ledger", "checkpoint"])).stdout);
    await run(["review", claim, "accept"]);
    const stranger = { MUSTER_KEY: join(folder.path, "stranger.pem") };
    expect(await run(["verify"], { env: stranger })).toMatchObject({ code: 1, stdout: expect.stringContaining("unanchored: no key that is known here has signed it") });
    expect(await run(["verify", "--checkpoint", kept], { env: stranger })).toMatchObject({ code: 0 });
    const other = join(folder.path, "other.db");
    await run(["add", EXAMPLE, "--ledger", other]);
    expect(await run(["verify", "--ledger", other, "--checkpoint", kept])).toMatchObject({ code: 2, stderr: expect.stringContaining("the checkpoint is of another ledger") });
  });

  it("keeps the key away from the ledger, from copies, exports and logs", async () => {
    await added();
    const secret = /-----\n([^]*?)\n-----END/.exec(readFileSync(env["MUSTER_KEY"] ?? "", "utf8"))?.[1] ?? "none";
    const outputs = await Promise.all([["ledger", "log", "--format", "jsonl"], ["export", "--format", "bundle"], ["ledger", "checkpoint"]].map((args) => run(args)));
    for (const text of [...outputs.map(({ stdout }) => stdout), readFileSync(env["MUSTER_LEDGER"] ?? "", "latin1")]) expect(text).not.toContain(secret);
    expect(statSync(env["MUSTER_KEY"] ?? "").mode & 0o777).toBe(0o600);
    copyFileSync(env["MUSTER_LEDGER"] ?? "", join(folder.path, "copied.db"));
    expect(await run(["verify", "--ledger", join(folder.path, "copied.db")])).toMatchObject({ code: 0 });
  });
});

describe("the commands on a ledger", () => {
  it("add the same report once", async () => {
    const { document } = await added();
    const again = await run(["add", EXAMPLE, "--quiet"]);
    expect([again.code, again.stderr, linesOf(again.stdout)]).toEqual([0, "", [`${EXAMPLE}: already there as document ${document} (entry 1)`, "0 documents added with 0 claims; 1 document already there"]]);
  });

  it("add what can be kept and name what cannot", async () => {
    const lines = await folder.file("mixed.jsonl", ['{"text":"About 2,000 Russian soldiers remain in Belarus."}', '{"text":"Half a character: \\ud800."}', "{oops", '{"text":"About 3,000 Russian soldiers remain in Belarus."}'].join("\n"));
    const { code, stdout, stderr } = await run(["add", lines, "-q"]);
    expect([code, linesOf(stderr).filter((line) => line.includes("mixed"))]).toEqual([2, [expect.stringMatching(/mixed\.jsonl:3: is not JSON/), expect.stringMatching(/mixed\.jsonl:2: holds half a surrogate pair or U\+0000, which cannot be kept; mend the text$/)]]);
    expect(stdout).toContain("2 documents added with 2 claims");
    expect((await run(["verify"])).code).toBe(0);
  });

  it("review, show and undo", async () => {
    const { claim } = await added();
    expect((await run(["review", claim, "correct", "place=Minsk", "--why", "the map"])).stdout).toMatch(/^entry 3: claim corrected [0-9a-f]{16} place: "Belarus" to "Minsk"\n$/);
    expect((await run(["ledger", "undo", "3", "--why", "no"])).stdout).toBe("entry 4: undone 3\n");
    const log = linesOf((await run(["ledger", "log", "--claim", claim])).stdout);
    expect(log.map((line) => line.replace(/^.*Ada {2}/, ""))).toEqual([expect.stringContaining("claims read"), expect.stringMatching(/^claim corrected .* \(the map\) \[undone by 4\]$/), "undone 3 (no)"]);
    const entries = linesOf((await run(["ledger", "log", "--format", "jsonl", "--last", "2"])).stdout).map((line) => JSON.parse(line) as object);
    expect(entries).toMatchObject([{ seq: 3, actor: "Ada", why: "the map", undoneBy: 4 }, { seq: 4, kind: "undone", body: { entries: [3] } }]);
    expect((await run(["ledger", "log", "--as-known", "2020-01-01"])).stdout).toBe("");
  });

  it("note something, and find it and what was withdrawn in the log", async () => {
    const { claim, document } = await added();
    expect((await run(["ledger", "note", "Asked the ministry.", "--about", claim])).stdout).toMatch(new RegExp(`^entry 3: note ${claim}[0-9a-f]{8}: Asked the ministry\\.\n$`));
    expect((await run(["ledger", "note", "In general."])).stdout).toBe("entry 4: note In general.\n");
    expect(await run(["ledger", "note", "x", "--about", "ffff"])).toMatchObject({ code: 2, stderr: expect.stringMatching(/no document "ffff"; give the first digits/) });
    await run(["ledger", "withdraw", document, "-w", "taken down"]);
    expect(linesOf((await run(["ledger", "log", "--claim", claim])).stdout)[0]).toContain("claims read");
    expect((await run(["ledger", "log", "--document", document])).stdout).toContain("document withdrawn");
  });

  it("withdraw, erase and remake", async () => {
    const { document } = await added();
    expect((await run(["ledger", "withdraw", document, "-w", "taken down"])).stdout).toMatch(/^entry 3: document withdrawn/);
    expect((await run(["ledger", "erase", document.toUpperCase(), "-w", "a court order"])).stdout).toMatch(/^entry 4: document erased [0-9a-f]{16} with the bodies of 2 entries\n$/);
    expect((await run(["ledger", "log"])).stdout).toMatch(/document added \(erased\)\n.*claims read \(erased\)\n[^]*document erased .* \(a court order\)/);
    expect(await run(["ledger", "rebuild", "--check"])).toMatchObject({ code: 0, stdout: "held against 4 entries: all of it was as they say\n" });
    const db = new Database(env["MUSTER_LEDGER"] ?? "");
    db.exec("update documents set status = 'kept'");
    db.close();
    expect(await run(["ledger", "rebuild", "--check"])).toMatchObject({ code: 1, stdout: "held against 4 entries: not as they say are documents\n" });
    expect((await run(["ledger", "rebuild"])).stdout).toBe("remade from 4 entries: not as they say were documents\n");
    expect((await run(["verify"])).code).toBe(0);
  });

  it("export the claims as they stand, as they were known, and for strangers", async () => {
    const { claim, claims } = await added();
    await run(["review", claim, "correct", "place=Minsk"]);
    const records = async (...args: string[]) => linesOf((await run(["export", "--format", "jsonl", ...args])).stdout).map((line) => JSON.parse(line) as { id: string; review: string; document: object; claim: { place: string } });
    const all = await records();
    expect(claims).toBeGreaterThan(5);
    expect(all).toHaveLength(claims);
    expect(all[0]).toMatchObject({ id: expect.stringMatching(`^${claim}`), review: "corrected", claim: { place: "Minsk" }, document: { id: "belarus.md" } });
    expect(await records("--as-known", "2020-01-01")).toEqual([]);
    expect(await records("--as-known", "2999-12-31")).toEqual(all);
    expect((await records("--public"))[0]?.document).toMatchObject({ author: null });
    const csv = (await run(["export", "--format", "csv"])).stdout;
    expect(parse(csv)).toHaveLength(claims + 1);
    const stix = JSON.parse((await run(["export", "--format", "stix"])).stdout) as { type: string };
    expect(stix.type).toBe("bundle");
    expect(await run(["export", "--format", "bundle", "--as-known", "2999-12-31"])).toMatchObject({ code: 2, stderr: expect.stringContaining("a bundle is the whole ledger") });
  });

  it("have help with examples", async () => {
    for (const args of [["add"], ["review"], ["verify"], ["export"], ["ledger"], ["ledger", "log"], ["ledger", "undo"], ["ledger", "note"], ["ledger", "rebuild"], ["ledger", "checkpoint"], ["ledger", "withdraw"], ["ledger", "erase"]]) {
      const { code, stdout, stderr } = await run([...args, "--help"]);
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout).toContain("Examples:\n  $ ");
    }
  });
});

describe("bad usage of a ledger is one line with the remedy, exit code 2, and changes nothing", () => {
  let claim = "";
  const shared: Record<string, string> = {};
  beforeAll(async () => {
    env = { ...env, MUSTER_LEDGER: join(folder.path, "shared-0.db"), MUSTER_KEY: join(folder.path, "shared.pem") };
    Object.assign(shared, env);
    ({ claim } = await added());
  });

  it.each<[string[], RegExp]>([
    [["review", "zzzz", "accept"], /shared-0\.db: no claim "zzzz"; give the first digits of its id, 4 or more/],
    [["review", "abc", "accept"], /no claim "abc"; /],
    [["review", "CLAIM", "maybe"], /'maybe' is invalid.* Allowed choices are accept, reject, correct, restore; see: muster review --help$/],
    [["review", "CLAIM", "correct"], /a correction needs a field and its value, such as place=Minsk; see: muster review --help$/],
    [["review", "CLAIM", "accept", "place=Minsk"], /accept takes no field=value; did you mean correct\?/],
    [["review", "CLAIM", "correct", "kind=rumour"], /kind: must be .*; see schema\/claim\.schema\.json/],
    [["review", "CLAIM", "correct", "mood=x"], /"mood" is no field to correct; there are: kind, /],
    [["review", "CLAIM", "accept", "--actor", ""], /an actor is a name of 1 to 200 characters; give --actor NAME or set MUSTER_ACTOR$/],
    [["review", "CLAIM", "accept", "--why", "x".repeat(2001)], /a reason has 1 to 2000 characters; shorten it$/],
    [["ledger", "undo", "99"], /there is no entry 99; give one from 1 to 2$/],
    [["ledger", "undo", "x"], /Give entries as 12 or 12-40\.?; see: muster ledger undo --help$/],
    [["ledger", "undo", "5-3"], /Give entries as 12 or 12-40/],
    [["ledger", "undo", "1-999999999"], /Give at most 1000000 entries/],
    [["ledger", "withdraw", "abcd1234"], /required option '-w, --why <words>' not specified; see: muster ledger withdraw --help$/],
    [["ledger", "erase", "abcd1234", "-w", "x"], /no document "abcd1234"; give the first digits of its SHA-256, 4 or more$/],
    [["ledger", "log", "--as-known", "soon"], /--as-known is no day: "soon"; write it as 2023-10-31$/],
    [["ledger", "lgo"], /unknown command 'lgo'\. Did you mean log\? see: muster ledger --help$/],
    [["ledger", "log", "--ledger", "none.db"], /none\.db: there is no ledger here; make one with: muster add FILE, or name another by --ledger$/],
    [["verify", "--key", "abc"], /--key is no fingerprint; give the 64 hexadecimal digits/],
    [["verify", "--bundle", "none.json"], /none\.json: cannot be read; check the path$/],
    [["verify", "--checkpoint", "none.txt"], /none\.txt: cannot be read; check the path$/],
    [["verify", "--bundle", EXAMPLE], /belarus\.md: line 1 is not JSON; give what "muster export --format bundle" wrote$/],
    [["verify", "--checkpoint", EXAMPLE], /belarus\.md: is no checkpoint: .*; give what "muster ledger checkpoint" printed$/],
    [["export", "--format", "xls"], /'xls' is invalid/],
    [["ledger", "checkpoint", "--tsa", "nowhere"], /--tsa is no web address: "nowhere"; write it as https/],
  ])("%j", async (args, message) => {
    const before = digestOf(shared["MUSTER_LEDGER"] ?? "");
    const { code, stdout, stderr } = await run(args.map((arg) => (arg === "CLAIM" ? claim : arg)), { env: shared });
    expect([code, stdout, linesOf(stderr)]).toEqual([2, "", [expect.stringMatching(message)]]);
    expect(digestOf(shared["MUSTER_LEDGER"] ?? "")).toBe(before);
  });

  it("an empty address, a file that is none, and a ledger that is a folder", async () => {
    for (const [ledger, message] of [["postgres://[", /the ledger's address: is no address/], [EXAMPLE, /belarus\.md: is no ledger, or a damaged one/], [folder.path, /cannot be opened; check the path/]] as const) {
      const { code, stderr } = await run(["ledger", "log", "--ledger", ledger]);
      expect([code, linesOf(stderr)]).toEqual([2, [expect.stringMatching(message)]]);
    }
  });
});
