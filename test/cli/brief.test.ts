import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseRecord } from "../../src/brief/record.ts";
import { root } from "../house/sources.ts";
import { runNode, temporaryFolder } from "./run.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let env: Record<string, string> = {};
const run = (args: readonly string[], stdin = "") => runNode([join(root, "bin/muster.js"), ...args], { stdin, env });
const REPORTS = [
  { id: "a", outlet: "Paper A", published: "2023-10-17", url: "https://example.org/a", text: "There were about 2,000 Russian soldiers in Belarus on October 16, the monitoring group Wachtposten said." },
  { id: "b", outlet: "Our Desk", kind: "digest", via: "Paper B", summarises: "https://example.org/b", published: "2023-11-01", text: "Fewer than 1,000 Russian soldiers remain in Belarus, border guard spokesman Ivan Beispiel said on Tuesday." },
];

beforeAll(async () => {
  folder = await temporaryFolder();
  env = { MUSTER_LEDGER: join(folder.path, "desk.db"), MUSTER_KEY: join(folder.path, "key.pem"), MUSTER_ACTOR: "Ada", NO_COLOR: "1" };
  await run(["add", "-", "--quiet"], REPORTS.map((report) => JSON.stringify(report)).join("\n"));
  await run(["situation", "define", "belarus", "--force", "Russia", "--place", "Belarus"]);
  await run(["source", "grade", "Wachtposten", "B"]);
});
afterAll(() => folder.remove());

describe("muster brief", () => {
  it("prints what is known, each number with the reference that opens it", async () => {
    const { code, stdout, stderr } = await run(["brief", "belarus"]);
    expect([code, stderr]).toEqual([0, ""]);
    const flat = stdout.replace(/\s+/g, " ");
    expect(flat).toMatch(/^Russia in Belarus As of 1 November 2023, .*Russia very likely had (?:between|fewer than) /);
    expect(flat).toContain("put the number at fewer than 1,000 (digest: “Fewer than 1,000 Russian soldiers remain in Belarus”) [1]");
    expect(flat).toContain("Wachtposten, in a report of 17 October, put the number at about 2,000, as of 16 October");
    expect(flat).toContain("Graded B3");
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });
  it("goes back to a day", async () => {
    const { stdout } = await run(["brief", "belarus", "--as-of", "2023-10-20", "--format", "json"]);
    expect(JSON.parse(stdout)).toMatchObject({ asOf: "2023-10-20", references: [{ outlet: "Paper A" }] });
  });
  it.each([
    [["brief", "nowhere"], 'no situation "nowhere"; there are: belarus'],
    [["brief", "belarus", "--as-of", "today"], '--as-of is no day: "today"; write it as 2023-10-31'],
    [["brief", "belarus", "--as-of", "2020-01-01"], "nothing is kept on Russia in Belarus by 2020-01-01; add reports with muster add"],
    [["brief", "check", "none.html"], "none.html: cannot be read; check the path"],
  ])("%s says what is wrong, in one line", async (args, message) => {
    expect(await run(args)).toEqual({ code: 2, stdout: "", stderr: `muster: ${message}\n` });
  });

  it("writes a file that stands, until what it leans on is taken back", async () => {
    const html = join(folder.path, "brief.html");
    expect((await run(["brief", "belarus", "--format", "html", "--output", html])).stdout).toBe(`${html}: the brief of belarus\n`);
    expect(await run(["brief", "check", html])).toEqual({ code: 0, stdout: "stands: belarus as of 1 November 2023, which leans on 2 claims in 2 documents\n", stderr: "" });
    const first = parseRecord(await readFile(html, "utf8"))?.documents[0]?.sha256 ?? "";
    await run(["ledger", "withdraw", first, "--why", "taken down"]);
    const { code, stdout } = await run(["brief", "check", html]);
    expect(code).toBe(1);
    expect(stdout).toMatch(new RegExp(`^flagged: belarus as of 1 November 2023, .*\\n {2}document ${first.slice(0, 16)} was withdrawn on \\d+ \\w+ \\d{4} by Ada \\(entry \\d+\\): taken down\\n$`));
  });
  it("does not check what is no brief, or of another ledger", async () => {
    const none = await folder.file("none.md", "# Nothing\n");
    expect(await run(["brief", "check", none])).toMatchObject({ code: 2, stderr: `muster: ${none}: carries no record of what it leans on; give a brief that was written as md, html or json\n` });
    await runNode([join(root, "bin/muster.js"), "add", "-", "--quiet", "--ledger", join(folder.path, "other.db")], { stdin: JSON.stringify(REPORTS[0]), env });
    const other = await run(["brief", "check", join(folder.path, "brief.html"), "--ledger", join(folder.path, "other.db")]);
    expect([other.code, other.stderr]).toEqual([2, expect.stringContaining("was made from another ledger (muster/")]);
  });
});
