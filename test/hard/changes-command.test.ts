import { chmodSync, copyFileSync } from "node:fs";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { hookServer } from "../cli/hook-server.ts";
import { digestOf, linesOf, muster, temporaryFolder, type Run } from "../cli/run.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let count = 0;
let env: Record<string, string> = {};
const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const run = (args: readonly string[], more: { stdin?: string; env?: Record<string, string> } = {}): Promise<Run> => muster(args, { ...more, env: { ...env, ...more.env } });

const report = (id: string, published: string, text: string) => JSON.stringify({ id, outlet: `Paper ${id.toUpperCase()}`, published, url: `https://example.org/${id}`, text });
const REPORTS = [
  report("a", "2023-11-01", "Fewer than 1,000 Russian soldiers remain in Belarus, border guard spokesman Ivan Beispiel said on Tuesday."),
  report("c", "2023-10-17", "There were about 2,000 Russian soldiers in Belarus on October 16, the monitoring group Wachtposten said."),
];
const RELAY = report("b", "2023-11-01", "According to border guard spokesman Ivan Beispiel, fewer than 1,000 Russian soldiers remain in Belarus.");
const LATER = report("d", "2023-11-03", "About 3,000 Russian soldiers are in Belarus, the politician Anna Muster said on Thursday.");

interface Payload {
  type: string;
  data: { announcement: string; situation: string; stands: boolean; text: string | null; outlet: string | null; url: string | null; claims: string[] };
}
const payloads = (run: Run): Payload[] => linesOf(run.stdout).map((line) => JSON.parse(line) as Payload);
const news = async (...args: string[]) => payloads(await run(["changes", "belarus", "--format", "jsonl", ...args]));
const add = (...lines: string[]) => run(["add", "-", "-q"], { stdin: lines.join("\n") });

beforeAll(async () => {
  folder = await temporaryFolder();
  env = { MUSTER_LEDGER: join(folder.path, "first.db"), MUSTER_KEY: join(folder.path, "key.pem"), MUSTER_ACTOR: "Ada", NO_COLOR: "1", MUSTER_WEBHOOK_SECRET: SECRET };
  await add(...REPORTS);
  await run(["situation", "define", "belarus", "--force", "Russia", "--place", "Belarus"]);
});
afterAll(() => folder.remove());
beforeEach(() => {
  const path = join(folder.path, `desk-${(count += 1)}.db`);
  copyFileSync(join(folder.path, "first.db"), path);
  env = { ...env, MUSTER_LEDGER: path };
});

describe("muster changes", () => {
  it("announces a statement and a conflict once, and not again when a relay joins or a new reading finds the same", async () => {
    expect((await news()).map(({ type }) => type)).toEqual(["situation.statement", "situation.statement", "situation.conflict"]);
    expect((await run(["changes", "belarus"])).stdout).toBe("nothing new\n");
    await add(RELAY);
    await run(["ledger", "reread"]);
    expect(await news()).toEqual([]);
    await add(LATER);
    const [first, ...others] = await news();
    expect(first).toMatchObject({ type: "situation.statement", data: { situation: "belarus", stands: true, text: expect.stringContaining("about 3,000"), outlet: "Paper D", url: "https://example.org/d" } });
    expect(others.map(({ type }) => type)).toEqual(others.map(() => "situation.conflict"));
    expect(others.length).toBeGreaterThan(0);
    expect((await run(["verify"])).code).toBe(0);
    expect((await run(["ledger", "rebuild", "--check"])).code).toBe(0);
  });

  it("tells in a line what is new, and shows all of it again when asked", async () => {
    const { stdout } = await run(["changes", "belarus"]);
    expect(linesOf(stdout)).toEqual([
      expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d {2}statement {2}.*Wachtposten.* 2023, put the number at about 2,000.*“There were about 2,000 Russian soldiers in Belarus on October 16”\)\. \(Paper C\)$/),
      expect.stringMatching(/ {2}statement {2}.*Beispiel.*fewer than 1,000.*\(Paper A\)$/), expect.stringMatching(/ {2}conflict {3}.*Against that: .*$/),
    ]);
    expect((await run(["changes", "belarus", "--all"])).stdout).toBe(stdout);
  });

  it("says so when what was announced no longer stands, and announces anew what was undone", async () => {
    const [first] = await news();
    await run(["review", first?.data.claims[0] ?? "", "reject"]);
    expect((await news("--all"))[0]?.data).toMatchObject({ announcement: first?.data.announcement, stands: false, text: null });
    const log = linesOf((await run(["ledger", "log", "--format", "jsonl"])).stdout).map((line) => JSON.parse(line) as { seq: number; kind: string });
    const rejected = log.find(({ kind }) => kind === "claim rejected")?.seq;
    const made = log.find(({ kind }) => kind === "announcement made")?.seq;
    await run(["ledger", "undo", String(rejected), String(made)]);
    const again = await news();
    expect(again.map(({ data }) => data.text)).toEqual([first?.data.text]);
    expect(again[0]?.data.announcement).not.toBe(first?.data.announcement);
  });

  it("writes a feed that keeps its ids, announces what is new, and leaves the terminal's share alone", async () => {
    const feed = async () => parseHTML((await run(["changes", "belarus", "--format", "atom"])).stdout).document;
    const ids = (document: ReturnType<typeof parseHTML>["document"]) => [...document.querySelectorAll("entry > id")].map((id) => id.textContent);
    const before = await feed();
    expect(before.querySelector("feed")?.getAttribute("xmlns")).toBe("http://www.w3.org/2005/Atom");
    for (const name of ["id", "title", "updated", "author"]) expect(before.querySelector(`feed > ${name}`)?.textContent).not.toBe("");
    expect(ids(before)).toHaveLength(3);
    await add(LATER);
    const after = await feed();
    expect(ids(after).slice(-3)).toEqual(ids(before));
    expect(ids(after).length).toBeGreaterThan(3);
    expect(after.querySelector("feed > id")?.textContent).toBe(before.querySelector("feed > id")?.textContent);
    expect((await news()).map(({ data }) => `urn:uuid:${data.announcement}`).toReversed()).toEqual(ids(after));
  });

  it("sends each to a webhook once, in order, and leaves what fails to the next run", async () => {
    const hook = await hookServer((n) => (n === 1 ? [500] : [204]));
    try {
      const args = ["changes", "belarus", "--webhook", hook.url, "--attempts", "1"];
      const first = await run(args);
      expect([first.code, first.stdout.split(" ").slice(0, 2), linesOf(first.stderr).at(-1)]).toEqual([2, ["delivered", "statement"], expect.stringMatching(/^muster: http:\/\/127\.0\.0\.1:\d+: 2 announcements not delivered; the next run delivers them$/)]);
      expect((await run(args)).code).toBe(0);
      expect(await run(args)).toMatchObject({ code: 0, stdout: "" });
      const ids = hook.received.map(({ headers }) => headers["webhook-id"]);
      expect(ids).toEqual([ids[0], ids[1], ids[1], ids[3]]);
      expect(new Set(ids).size).toBe(3);
      const ledger = (await run(["ledger", "log", "--format", "jsonl"])).stdout;
      expect(ledger).not.toContain(new URL(hook.url).host);
      expect(ledger).not.toContain(SECRET.slice(6));
      // Another receiver has had nothing yet.
      expect(await news()).toHaveLength(3);
    } finally {
      await hook.close();
    }
  });

  it("takes all that there is as told when asked to", async () => {
    expect(await run(["changes", "belarus", "--caught-up"])).toMatchObject({ code: 0, stdout: "" });
    expect(await news()).toEqual([]);
    const hook = await hookServer();
    expect(await run(["changes", "belarus", "--caught-up", "--webhook", hook.url], { env: { MUSTER_WEBHOOK_SECRET: "" } })).toMatchObject({ code: 0, stdout: "" });
    await add(LATER);
    expect((await run(["changes", "belarus", "--webhook", hook.url])).code).toBe(0);
    expect(hook.received.map(({ body }) => (JSON.parse(body) as Payload).data.outlet)).toContain("Paper D");
    expect(hook.received.map(({ body }) => (JSON.parse(body) as Payload).data.outlet)).not.toContain("Paper A");
    await hook.close();
  });

  it("is a change, too, when the number falls", async () => {
    const levels = [["2023-01-10", "9,000", "the monitoring group Wachtposten"], ["2023-02-10", "9,500", "the Polish defence ministry"], ["2023-06-10", "1,200", "the Latvian army"], ["2023-07-10", "1,000", "the Polish defence ministry"], ["2023-08-10", "1,100", "the monitoring group Wachtposten"]];
    await add(...levels.map(([day = "", men, source], i) => report(`level-${i}`, day, `About ${men} Russian soldiers are in Belarus, ${source} said.`)));
    const changes = (await news()).filter(({ type }) => type === "situation.change").map(({ data }) => data as object);
    expect(changes[0]).toMatchObject({ change: { direction: "down", from: expect.stringMatching(/^2023-0/) }, text: expect.stringMatching(/2023/), stands: true });
    expect(await news()).toEqual([]);
  });
});

describe("bad usage of muster changes is one line with the remedy, exit code 2, and announces nothing", () => {
  it.each<[string[], RegExp]>([
    [["nowhere"], /no situation "nowhere"; there are: belarus$/],
    [["belarus", "--webhook", "nowhere"], /--webhook is no web address; write it as https:\/\/example\.org\/hook$/],
    [["belarus", "--webhook", "https://me:pw@example.org/"], /--webhook takes no name and password in the address/],
    [["belarus", "--webhook", "http://127.0.0.1:1/", "--secret-file", "none"], /none: cannot be read; check the path$/],
    [["belarus", "--format", "atom", "--follow"], /--format atom is the whole feed/],
    [["belarus", "--all", "--caught-up"], /--all looks back/],
    [["belarus", "--follow", "--caught-up"], /give --caught-up first/],
    [["belarus", "--every", "0"], /Give a whole number from 1 up/],
  ])("%j", async (args, message) => {
    const before = digestOf(env["MUSTER_LEDGER"] ?? "");
    const { code, stdout, stderr } = await run(["changes", ...args]);
    expect([code, stdout, linesOf(stderr)]).toEqual([2, "", [expect.stringMatching(message)]]);
    expect(digestOf(env["MUSTER_LEDGER"] ?? "")).toBe(before);
  });

  it("a secret that others can read, or that is missing", async () => {
    const file = await folder.file("secret", SECRET);
    chmodSync(file, 0o644);
    const hook = ["changes", "belarus", "--webhook", "http://127.0.0.1:1/", "--attempts", "1"];
    expect((await run([...hook, "--secret-file", file])).stderr).toMatch(/secret: others can read this secret; run: chmod 600 /);
    expect((await run(hook, { env: { MUSTER_WEBHOOK_SECRET: "" } })).stderr).toMatch(/a webhook needs a secret to sign with; set MUSTER_WEBHOOK_SECRET or give --secret-file$/m);
    chmodSync(file, 0o600);
    expect((await run([...hook, "--secret-file", file])).stderr).toMatch(/cannot be reached \(.*3 announcements not delivered; the next run delivers them$/ms);
  });
});
