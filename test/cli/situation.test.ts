import { copyFileSync } from "node:fs";
import { join } from "node:path";
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
  env = { MUSTER_LEDGER: join(folder.path, `desk-${count}.db`), MUSTER_KEY: join(folder.path, `key-${count}.pem`), MUSTER_ACTOR: "Ada", NO_COLOR: "1" };
});
const run = (args: readonly string[], options: RunOptions = {}) => muster(args, { ...options, env: { ...env, ...options.env } });
const EXAMPLE = join(root, "examples/belarus.md");
const ledger = (): string[] => ["--ledger", env["MUSTER_LEDGER"] ?? ""];

/** Two papers with one spokesman's figure, and a third with another's. */
const REPORTS = [
  { id: "a", outlet: "Paper A", published: "2023-11-01", text: "Fewer than 1,000 Russian soldiers remain in Belarus, border guard spokesman Ivan Beispiel said on Tuesday." },
  { id: "b", outlet: "Paper B", published: "2023-11-01", text: "According to border guard spokesman Ivan Beispiel, fewer than 1,000 Russian soldiers remain in Belarus." },
  { id: "c", outlet: "Paper C", published: "2023-10-17", text: "There were about 2,000 Russian soldiers in Belarus on October 16, the monitoring group Wachtposten said." },
];
let isThere = false;

/** A ledger with the reports in it, for this test alone: a copy of the first. */
async function addReports(): Promise<void> {
  if (!isThere) {
    await run(["add", "-"], { stdin: REPORTS.map((report) => JSON.stringify(report)).join("\n") });
    copyFileSync(env["MUSTER_LEDGER"] ?? "", join(folder.path, "reports.db"));
    isThere = true;
  }
  copyFileSync(join(folder.path, "reports.db"), env["MUSTER_LEDGER"] ?? "");
}

interface Shown {
  situation: { force: string; place: string; country: string | null };
  to: string;
  days: { date: string; median: number; p05: number; p95: number }[];
  influence: { statement: string }[];
}

describe("a situation", () => {
  it("is suggested, defined, listed, shown and changed", async () => {
    await run(["add", EXAMPLE]);
    expect((await run(["situation", "list"])).stdout).toMatch(/^no situations yet; muster situation suggest/);
    expect(linesOf((await run(["situation", "suggest"])).stdout)[0]).toMatch(/^muster situation define NAME --force Russia --place Belarus {3}# \d+ statements$/);
    expect((await run(["situation", "define", "belarus", "--force", "Russia", "--place", "Belarus"])).stdout).toBe("entry 3: situation defined belarus: Russia in Belarus\n");
    expect((await run(["situation", "list"])).stdout).toMatch(/^belarus: Russia in Belarus, \d+ statements\n$/);
    expect((await run(["situation", "suggest"])).stdout).not.toContain("--force Russia --place Belarus");
    const { stdout } = await run(["situation", "show", "belarus"]);
    expect(stdout).toMatch(/^Russia in Belarus, \d{4}-\d\d-\d\d to 2023-11-01\n/);
    expect(stdout).toContain("“Fewer than 1,000”");
    expect((await run(["situation", "change", "belarus", "--place", "Gomel Region"])).stdout).toContain("situation changed belarus: Russia in Gomel Region");
    expect((await run(["verify"])).code).toBe(0);
  });

  it("is shown up to a day, and as it was known on a day", async () => {
    await addReports();
    await run(["situation", "define", "belarus", "--force", "Russia", "--place", "Belarus"]);
    const shown = JSON.parse((await run(["situation", "show", "belarus", "--as-of", "2023-10-20", "--format", "json"])).stdout) as Shown;
    expect(shown.situation).toEqual({ force: "Russia", place: "Belarus", country: "BY" });
    expect([shown.to, shown.days.at(-1)?.date]).toEqual(["2023-10-20", "2023-10-20"]);
    expect((await run(["situation", "list", "--as-known", "2020-01-01"])).stdout).toMatch(/^no situations yet/);
    expect((await run(["situation", "suggest", "--as-known", "2020-01-01"])).stdout).toMatch(/^nothing to suggest/);
    expect((await run(["situation", "list", "--as-known", "2999-12-31"])).stdout).toBe((await run(["situation", "list"])).stdout);
    const before = await run(["situation", "show", "belarus", "--as-known", "2020-01-01"]);
    expect([before.code, before.stderr]).toEqual([2, 'muster: no situation "belarus"; there are none yet; see: muster situation define --help\n']);
  });

  it("counts a statement once, and leaves a rejected claim out", async () => {
    await addReports();
    await run(["situation", "define", "belarus", "--force", "Russia", "--place", "Belarus"]);
    expect((await run(["situation", "list"])).stdout).toBe("belarus: Russia in Belarus, 2 statements\n");
    const claim = (JSON.parse(linesOf((await run(["statements", ...ledger(), "--format", "jsonl"])).stdout)[2] ?? "{}") as { id: string }).id;
    await run(["review", claim, "reject"]);
    expect((await run(["situation", "list"])).stdout).toBe("belarus: Russia in Belarus, 1 statement\n");
  });
});

describe("a person's word on statements", () => {
  const statementsOf = async (): Promise<[string, string][]> =>
    linesOf((await run(["statements", ...ledger(), "--format", "jsonl"])).stdout).map((line) => {
      const { id, statement } = JSON.parse(line) as { id: string; statement: string };
      return [id, statement];
    });

  it("splits what was one, sticks, and can be undone", async () => {
    await addReports();
    const [[a, first] = ["", ""], [b, second] = ["", ""]] = await statementsOf();
    expect(first).toBe(second);
    expect((await run(["statements", "split", a, b, "--why", "two briefings"])).stdout).toContain(`statements split ${a}, ${b}`);
    const [[, third] = ["", ""], [, fourth] = ["", ""]] = await statementsOf();
    expect(third).not.toBe(fourth);
    const entry = /^entry (\d+)/.exec((await run(["statements", "join", a, b])).stdout)?.[1] ?? "";
    expect(new Set((await statementsOf()).slice(0, 2).map(([, statement]) => statement)).size).toBe(1);
    await run(["ledger", "undo", entry]);
    expect(new Set((await statementsOf()).slice(0, 2).map(([, statement]) => statement)).size).toBe(2);
  });
});

describe("what a desk says of a source", () => {
  it("is kept, listed, and counts in the estimate", async () => {
    await addReports();
    expect((await run(["source", "list"])).stdout).toMatch(/^nothing is said of any source yet/);
    expect((await run(["source", "grade", "Paper A", "B", "--why", "careful"])).stdout).toBe("entry 7: source graded Paper A: B\n");
    await run(["source", "leaning", "Wachtposten", "overstates"]);
    await run(["source", "alias", "Wachtposten", "The Watch"]);
    expect((await run(["source", "list"])).stdout).toBe("Paper A: grade B\nWachtposten: leaning overstates, another name of The Watch\n");
    expect((await run(["source", "list", "--as-known", "2020-01-01"])).stdout).toMatch(/^nothing is said of any source yet/);
    expect((await run(["source", "grade", "Paper A", "G"])).stderr).toMatch(/^muster: .*'G' is invalid.*A, B, C, D, E, F/);
  });
});

describe("reading a ledger anew", () => {
  it("writes nothing where the same is read", async () => {
    await addReports();
    const before = (await run(["ledger", "log"])).stdout;
    expect((await run(["ledger", "reread"])).stdout).toBe("3 documents read anew, 0 with other claims\n");
    expect((await run(["ledger", "log"])).stdout).toBe(before);
  });
});

describe("bad usage is one line with the remedy, exit code 2, and changes nothing", () => {
  let desk: Record<string, string> = {};
  beforeAll(async () => {
    env = { MUSTER_LEDGER: join(folder.path, "desk.db"), MUSTER_KEY: join(folder.path, "key.pem"), MUSTER_ACTOR: "Ada" };
    await addReports();
    await run(["situation", "define", "belarus", "--force", "Russia", "--place", "Belarus"]);
    desk = env;
  });

  it.each([
    [["situation", "show", "nowhere"], /^muster: no situation "nowhere"; there are: belarus\n$/],
    [["situation", "define", "check", "--force", "Russia", "--place", "Belarus"], /^muster: no situation can be called "check", which "muster brief check" takes for a command; take another name\n$/],
    [["situation", "define", "belarus", "--force", "Russia", "--place", "Belarus"], /^muster: there is a situation "belarus" already; take another name, or see: muster situation change --help\n$/],
    [["situation", "change", "belarus"], /^muster: give --force or --place; see: muster situation change --help\n$/],
    [["situation", "define", "x", "--force", "Russia"], /^muster: required option '--place <name>' not specified; see: muster situation define --help\n$/],
    [["situation", "show", "belarus", "--as-of", "soon"], /^muster: .*soon.*\n$/],
    [["situation", "show", "belarus", "--as-known", "soon"], /^muster: .*--as-known is no day: "soon"; write it as 2023-10-31\n$/],
    [["statements", "join", "ffff0000"], /^muster: .*no claim "ffff0000".*\n$/],
    [["statements", "--as-known", "2023-01-01"], /^muster: --as-known needs --ledger; see: muster statements --help\n$/],
    [["statements", "a.jsonl", "--ledger", "x.db"], /^muster: with --ledger the claims and decisions are the ledger's; leave out files and --decisions\n$/],
  ] as const)("%j", async (args, message) => {
    const before = digestOf(desk["MUSTER_LEDGER"] ?? "");
    const { code, stdout, stderr } = await run(args, { env: desk });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(digestOf(desk["MUSTER_LEDGER"] ?? "")).toBe(before);
  });
});
