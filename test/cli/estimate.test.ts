import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { linesOf, muster, temporaryFolder } from "./run.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => void (folder = await temporaryFolder()));
afterAll(() => folder.remove());

const said = (value: number, date: string, organisation: string) =>
  JSON.stringify({ kind: "strength", force: "Russia", place: "Belarus", country: "BY", said: date, asOf: date, source: { organisation }, quantity: { low: value, high: value, point: value, modifier: "about", words: `about ${value}` } });
const CLAIMS = [said(9000, "2023-03-01", "A"), said(8000, "2023-03-05", "B"), said(1000, "2023-10-16", "A"), said(900, "2023-10-20", "B")].join("\n");

describe("muster estimate", () => {
  it("turns claims on standard input into a posterior for each day", async () => {
    const { code, stdout, stderr } = await muster(["estimate", "--from", "2023-03-01", "--to", "2023-10-31"], { stdin: CLAIMS });
    const answer = JSON.parse(stdout);
    expect([code, stderr]).toEqual([0, ""]);
    expect(Object.keys(answer)).toEqual(expect.arrayContaining(["days", "changes", "conflicts", "unclear", "influence"]));
    expect(answer.situation).toEqual({ force: "Russia", place: "Belarus", country: "BY" });
    expect(answer.days).toHaveLength(245);
    expect(Object.keys(answer.days[0])).toEqual(expect.arrayContaining(["date", "median", "p05", "p25", "p75", "p95"]));
    expect(answer.days[0].median).toBeGreaterThan(5 * answer.days.at(-1).median);
  });

  it("takes what muster read prints, and answers a person in lines that fit", async () => {
    const read = await muster(["read", "examples/belarus.md", "--format", "jsonl"]);
    const { code, stdout } = await muster(["estimate", "--format", "text", "--from", "2023-01-01"], { stdin: read.stdout });
    expect(code).toBe(0);
    expect(linesOf(stdout)[0]).toBe("Russia in Belarus, 2023-01-01 to 2023-11-01");
    expect(stdout).toMatch(/^Changes$/m);
    expect(stdout).toMatch(/Announced or feared, not counted\n {2}Defence Ministry of Belarus/);
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  it("prints the same bytes for the same claims in another order and another time zone", async () => {
    const one = await muster(["estimate"], { stdin: CLAIMS });
    const other = await muster(["estimate"], { stdin: CLAIMS.split("\n").reverse().join("\n"), env: { TZ: "Pacific/Kiritimati" } });
    expect(other.stdout).toBe(one.stdout);
  });

  it("knows how sources lean when told", async () => {
    const sources = await folder.file("sources.json", JSON.stringify([{ name: "A", leaning: "overstates" }, { name: "B", leaning: "neutral" }]));
    const { stdout } = await muster(["estimate", "--sources", sources], { stdin: CLAIMS });
    expect(JSON.parse(stdout).sources.map(({ source, leaning }: { source: string; leaning: string }) => [source, leaning]).sort()).toEqual([["A", "overstates"], ["B", "neutral"]]);
  });

  it("passes over bad lines, names them, and exits with 2", async () => {
    const { code, stdout, stderr } = await muster(["estimate"], { stdin: `{oops\n${CLAIMS}\n{"kind":"rumour"}` });
    expect(code).toBe(2);
    expect(JSON.parse(stdout).days.length).toBeGreaterThan(200);
    expect(linesOf(stderr)).toEqual([
      "muster: standard input:1: is not JSON; mend or remove the line",
      expect.stringMatching(/^muster: standard input:6: "kind" is "rumour"; give one of strength, arrival/),
    ]);
  });
});

describe("bad input to muster estimate is one line and exit code 2", () => {
  const cases: [string, string[], string, RegExp][] = [
    ["nothing", [], "", /^muster: standard input: is empty; give claims as JSON, one a line/],
    ["no JSON", [], "about 2,000 soldiers", /^muster: standard input:1: is not JSON; mend or remove the line$/],
    ["a document without claims", [], '{"claims":[]}', /^muster: there are no claims to estimate from; /],
    ["a negative number", [], '{"kind":"strength","quantity":{"low":-1,"modifier":"exact"}}', /"quantity\.low" is -1; give a number from 0/],
    ["a date that is none", [], '{"kind":"strength","asOf":"soon"}', /"asOf" is "soon"; give a date such as 2023-10-31/],
    ["no date anywhere", [], '{"kind":"strength","size":"none"}', /^muster: no claim says when it holds; /],
    ["a period that ends before it begins", ["--from", "2023-05-01", "--to", "2023-04-01"], CLAIMS, /^muster: the period ends \(2023-04-01\) before it begins/],
    ["a day that is none", ["--from", "yesterday"], CLAIMS, /^muster: --from is no day: "yesterday"; write it as 2023-10-31$/],
    ["eight thousand years", [], `${CLAIMS}\n${said(5, "9999-12-31", "C")}`, /^muster: from \S+ to \S+ are \d+ years, and 44 are the most; /],
    ["sources that are not there", ["--sources", "none.json"], CLAIMS, /^muster: --sources: none\.json: cannot be read; check the path$/],
    ["a number of zero to be below", ["--below", "0"], CLAIMS, /Give a whole number from 1 up; see: muster estimate --help$/],
  ];
  test.concurrent.each(cases)("%s", async (_, args, stdin, message) => {
    const { code, stdout, stderr } = await muster(["estimate", ...args], { stdin });
    expect([code, stdout, linesOf(stderr)]).toEqual([2, "", [expect.stringMatching(message)]]);
  });

  it("a leaning that there is not", async () => {
    const sources = await folder.file("bad.json", '[{"name":"A","leaning":"honest"}]');
    const { code, stderr } = await muster(["estimate", "-s", sources], { stdin: CLAIMS });
    expect([code, linesOf(stderr)]).toEqual([2, [`muster: --sources: ${join(folder.path, "bad.json")}: source 1 has the leaning "honest"; give one of neutral, intelligence, media, overstates, understates, unknown`]]);
  });

  it("more claims than a file may hold", async () => {
    const line = `${said(900, "2023-10-20", "B")}\n`;
    const { code, stdout, stderr } = await muster(["estimate"], { stdin: line.repeat(Math.ceil(51_000_000 / line.length)) });
    expect([code, stdout]).toEqual([2, ""]);
    expect(linesOf(stderr)).toEqual([expect.stringMatching(/over the limit of 50 MB; split it$/)]);
  });
});
