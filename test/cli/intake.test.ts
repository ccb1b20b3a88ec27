import { spawn } from "node:child_process";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { html, page, startWeb, type Web } from "../intake/web-server.ts";
import { root } from "../house/sources.ts";
import { linesOf, runNode, temporaryFolder } from "./run.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let web: Web;
let count = 0;
let env: Record<string, string> = {};
beforeAll(async () => {
  folder = await temporaryFolder();
  web = await startWeb();
});
afterAll(async () => {
  await web.close();
  await folder.remove();
});
beforeEach(() => {
  count += 1;
  env = { MUSTER_LEDGER: join(folder.path, `${count}.db`), MUSTER_KEY: join(folder.path, "key.pem"), MUSTER_ACTOR: "Ada", MUSTER_STATE: join(folder.path, `state-${count}`), MUSTER_PAUSE_MS: "0" };
  web.replies.clear();
});
const muster = (args: readonly string[], stdin = "") => runNode([join(root, "bin/muster.js"), ...args], { env, stdin });
const entries = async () => linesOf((await muster(["ledger", "log", "--format", "jsonl"])).stdout).map((line) => JSON.parse(line) as { kind: string; body: Record<string, unknown> });

const CLAIM = page();
const NOTHING = page({ body: `<article><h1>Rain</h1>${"<p>The weather was mild and the river was quiet all week, said the town, and the market opened as ever.</p>".repeat(8)}</article>` });

describe("muster add", () => {
  it("takes a folder: what can be read, a line for what cannot, and nothing from outside of it", async () => {
    const path = join(folder.path, "desk");
    mkdirSync(join(path, "sub", ".hidden"), { recursive: true });
    writeFileSync(join(path, "a.html"), CLAIM);
    writeFileSync(join(path, "sub", "b.txt"), "About 2,000 Russian soldiers remain in Belarus.");
    writeFileSync(join(path, "sub", "c.png"), Buffer.from("89504e470d0a1a0a0000", "hex"));
    writeFileSync(join(path, "sub", ".hidden", "d.txt"), "hidden");
    writeFileSync(join(folder.path, "outside.txt"), "outside");
    symlinkSync(join(folder.path, "outside.txt"), join(path, "link.txt"));
    symlinkSync(path, join(path, "loop"));
    const { code, stdout, stderr } = await muster(["add", path, "-q"]);
    expect([code, linesOf(stderr).filter((line) => line.includes("desk"))]).toEqual([2, [
      expect.stringMatching(/desk: link\.txt: is a link that leads out of the folder/), expect.stringMatching(/desk: sub\/c\.png: is a binary file/),
    ]]);
    expect(stdout).toContain("2 documents added");
  });

  it("keeps of what the gate stops its hash, address and time, and of the rest where it was had and how it is known", async () => {
    web.replies.set("/rain", html(NOTHING));
    const { code, stdout } = await muster(["add", `${web.base}/plain`, `${web.base}/rain`, "--allow-private", "-q"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/rain: stopped by the gate, only its hash [0-9a-f]{16} is kept/);
    expect(stdout).toMatch(/1 document added with \d+ claims?; 1 stopped by the gate\n$/);
    const all = await entries();
    expect(all.find(({ kind }) => kind === "document stopped")?.body).toEqual({ document: expect.stringMatching(/^[0-9a-f]{64}$/), url: `${web.base}/rain` });
    expect(all.find(({ kind }) => kind === "document added")?.body).toMatchObject({
      document: { title: "Fewer troops", outlet: "Example Post", published: "2023-10-31", lang: "en", url: `${web.base}/plain` },
      provenance: { from: `${web.base}/plain`, answer: { status: 200, server: expect.stringMatching(/127\.0\.0\.1|::1/) }, publishedBy: expect.stringContaining("published_time"), langBy: "its own word" },
    });
    expect((await muster(["verify"])).code).toBe(0);
  });

  it("tells the language of a text that does not say, and has a page that changed as a new version", async () => {
    await muster(["add", "-"], "Around 2,000 Russian soldiers remain in Belarus, the ministry said, and most of them have left the training grounds near Mozyr.");
    web.replies.set("/live", html(CLAIM));
    await muster(["add", `${web.base}/live`, "--allow-private", "-q"]);
    web.replies.set("/live", html(CLAIM.replace("Weather", "Sport")));
    expect((await muster(["add", `${web.base}/live`, "--allow-private", "-q"])).stdout).toContain("already there");
    web.replies.set("/live", html(CLAIM.replace("fewer than a thousand", "about 500")));
    expect((await muster(["add", `${web.base}/live`, "--allow-private", "-q"])).stdout).toMatch(/a new version of [0-9a-f]{16}/);
    const all = await entries();
    expect(all[0]?.body).toMatchObject({ document: { lang: "en" }, provenance: { langBy: "its letters" } });
    expect(all.filter(({ kind }) => kind === "document versioned")).toHaveLength(1);
  });

  it("lets no page in from a private network, unless it is asked to", async () => {
    const { code, stderr } = await muster(["add", `${web.base}/plain`]);
    expect([code, linesOf(stderr).at(-1)]).toEqual([2, expect.stringMatching(/plain: leads into a private network .*; give --allow-private if that is meant$/)]);
  });

  it("writes names from outside so that no terminal is led astray", async () => {
    await folder.file("a\u202egnp.txt", Buffer.from([0, 1, 2]));
    const { stderr } = await muster(["add", join(folder.path, "a\u202egnp.txt")]);
    expect(stderr).not.toContain("\u202e");
  });
});

describe("muster feed and watch", () => {
  const followed = async () => linesOf((await muster(["feed", "list"])).stdout);

  it("follow a feed, read what is new in it, pause it, go on, and forget it", async () => {
    const url = `${web.base}/feed.rss`;
    expect((await muster(["feed", "add", url, "--allow-private"])).stdout).toBe(`${url}: followed from now on (entry 1)\n`);
    expect((await muster(["feed", "add", url, "--allow-private"])).stdout).toBe(`${url}: is followed already\n`);
    const first = await muster(["watch", "--once", "--quiet", "--allow-private"]);
    expect([first.code, linesOf(first.stdout).at(-1)]).toEqual([0, expect.stringMatching(/^2 documents added with/)]);
    expect(linesOf((await muster(["watch", "--once", "--quiet", "--allow-private"])).stdout)).toEqual(["0 documents added with 0 claims"]);
    expect(await followed()).toEqual([expect.stringMatching(/feed\.rss: Example Post, asked .*, next /)]);
    await muster(["feed", "pause", url]);
    expect(await followed()).toEqual([expect.stringContaining("paused")]);
    await muster(["feed", "add", url, "--no-check"]);
    await muster(["feed", "remove", url]);
    expect(await followed()).toEqual(["no feed is followed yet; add one with: muster feed add ADDRESS"]);
    expect((await muster(["verify"])).code).toBe(0);
  });

  it("end on Ctrl-C with what was read kept and signed", async () => {
    await muster(["feed", "add", `${web.base}/feed.rss`, "--allow-private"]);
    const child = spawn(process.execPath, [join(root, "bin/muster.js"), "watch", "--quiet", "--allow-private"], { env: { ...process.env, ...env } });
    let stdout = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      if (stdout.includes("added as document") && !child.killed) child.kill("SIGINT");
    });
    const code = await new Promise((resolve) => child.on("close", resolve));
    expect([code, stdout]).toEqual([0, expect.stringMatching(/following 1 feed; Ctrl-C ends it[^]*documents added with/)]);
    expect((await muster(["verify"])).code).toBe(0);
  });

  it.each([
    [["feed", "pause", "https://example.org/none"], /no such feed is followed; see: muster feed list$/],
    [["feed", "add", "nothing.opml"], /nothing\.opml: no such file; check the path$/],
    [["feed", "remove", "no address"], /is no web address/],
  ])("say what is wrong: %j", async (args, message) => {
    await muster(["feed", "add", `${web.base}/feed.rss`, "--no-check"]);
    const { code, stderr } = await muster(args);
    expect([code, linesOf(stderr).at(-1)]).toEqual([2, expect.stringMatching(message)]);
  });
});
