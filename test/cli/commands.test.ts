import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Claim } from "../../src/claims/index.ts";
import { BIN, linesOf, muster, temporaryFolder } from "./run.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let report = "";
const TEXT = "About 2,000 Russian soldiers remain in Belarus, the Ukrainian border guard said.\n\nThe weather was fine. 😀 Ще близько.\n";
beforeAll(async () => {
  folder = await temporaryFolder();
  report = await folder.file("report.txt", TEXT);
});
afterAll(() => folder.remove());

interface Record_ {
  id: string;
  document: Record<string, unknown>;
  claims: Claim[];
  layers?: Record<string, unknown[]>;
}

describe("read", () => {
  it("prints a table of who said how many of whom, and what it rests on", async () => {
    const { code, stdout, stderr } = await muster(["read", report, "--published", "2023-11-02"]);
    expect([code, stderr]).toEqual([0, ""]);
    for (const words of ["report.txt (2023-11-02)", "WHO SAID IT", "2,000", "Russia", "Belarus", "2,000 Russian soldiers remain in Belarus", " in 1 document"]) expect(stdout).toContain(words);
    // oxlint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/\u001b/);
    for (const line of stdout.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
  });
  it("says so where there are no claims", async () => {
    const { code, stdout } = await muster(["read", "-"], { stdin: "Rain is expected. ".repeat(30) });
    expect([code, stdout]).toEqual([0, "no claims in standard input\n\n0 claims in 1 document\n"]);
  });
  it("prints a line of JSON a document, without the text and with all else, in order", async () => {
    const lines = await folder.file("two.jsonl", [{ id: "b", text: TEXT, published: "2023-10-31", outlet: "Post" }, { id: "a", text: TEXT }].map((record) => JSON.stringify(record)).join("\n"));
    const { code, stdout } = await muster(["read", lines, report, "-", "-f", "jsonl", "-p", "2020"], { stdin: TEXT });
    const records = linesOf(stdout).map((line) => JSON.parse(line) as Record_);
    expect(code).toBe(0);
    expect(records.map(({ id }) => id)).toEqual(["b", "a", report, expect.stringMatching(/^[0-9a-f]{16}$/)]);
    expect(records.map(({ document }) => document["published"])).toEqual(["2023-10-31", "2020", "2020", "2020"]);
    expect(records[0]?.document).toEqual({
      id: "b", sha256: expect.stringMatching(/^[0-9a-f]{64}$/), published: "2023-10-31", lang: null, title: null, outlet: "Post", author: null, url: null, length: TEXT.length,
    });
    for (const { claims } of records) {
      expect(claims.length).toBeGreaterThan(0);
      for (const { evidence } of claims) expect(TEXT.slice(evidence.start, evidence.end)).toBe(evidence.text);
    }
    expect(Object.keys(records[0] as Record_)).toEqual(["id", "document", "claims"]);
  });
  it("prints one list as json, with the layers where asked", async () => {
    const { stdout } = await muster(["read", report, report, "--format", "json", "--layers"]);
    const records = JSON.parse(stdout) as Record_[];
    expect(records.length).toBe(2);
    expect(stdout).toBe(`${JSON.stringify(records, null, 2)}\n`);
    expect(Object.keys(records[0]?.layers ?? {})).toEqual(expect.arrayContaining(["sentences", "quotations", "attributions", "times", "quantities", "forces", "places"]));
    expect(records[0]?.layers?.["sentences"]?.length).toBeGreaterThan(1);
  });
  it("has no layers of a text that the gate stopped, and says so", async () => {
    const { stdout } = await muster(["read", "-", "--format", "jsonl", "--layers"], { stdin: "Rain is expected. ".repeat(30) });
    expect(JSON.parse(stdout)).toMatchObject({ gated: true, claims: [], layers: { sentences: [], forces: [] } });
  });
  it("prints an empty list where nothing could be read", async () => {
    const { code, stdout } = await muster(["read", "none.txt", "--format", "json"]);
    expect([code, stdout]).toEqual([2, "[]\n"]);
  });
  it("reads a regional variety with the language's pack, and --lang over what a document says", async () => {
    const british = await folder.file("gb.jsonl", JSON.stringify({ text: TEXT, lang: "en-GB" }));
    expect((await muster(["read", british, "-f", "jsonl"])).code).toBe(0);
    const wrong = await folder.file("wrong.jsonl", JSON.stringify({ text: TEXT, lang: "tlh" }));
    expect((await muster(["read", wrong, "-f", "jsonl", "--lang", "en"])).code).toBe(0);
  });
  it("ends without a word when nobody reads its output any more", async () => {
    const many = await folder.file("many.jsonl", `${JSON.stringify({ text: TEXT })}\n`.repeat(3000));
    const { execFileSync } = await import("node:child_process");
    const output = execFileSync("sh", ["-c", `"${process.execPath}" "${BIN}" read "${many}" -f jsonl 2>&1 | head -n 1`], { encoding: "utf8" });
    expect(linesOf(output).length).toBe(1);
    expect(JSON.parse(output)).toHaveProperty("claims");
  });
});

describe("explain", () => {
  it("gives for each field its value, its rule and the words", async () => {
    const { code, stdout } = await muster(["explain", report, "--claim", "1"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Claim 1 of \d+\n/);
    expect(stdout).toMatch(/\n {2}kind +strength\n/);
    expect(stdout).toMatch(/\n {2}quantity +“[^”]*2,000” = 2,000 to 2,000 personnel \(\w+\)\n +(known|implied), \S+, from “/);
  });
  it("prints all claims, a heading each", async () => {
    const { stdout } = await muster(["explain", report]);
    const headings = stdout.match(/^Claim (\d+) of (\d+)$/gm) ?? [];
    expect(headings.length).toBeGreaterThan(0);
    expect(headings.at(-1)).toBe(`Claim ${headings.length} of ${headings.length}`);
  });
  it("says that the gate stopped a text, in one line", async () => {
    const { code, stdout } = await muster(["explain", "-"], { stdin: "Rain is expected. ".repeat(30) });
    expect([code, stdout]).toEqual([0, "no claims in standard input: the gate stopped this text, which has no force with an event, a number or a place beside it\n"]);
  });
  it("as JSON, with spans that slice back to the words", async () => {
    const { stdout } = await muster(["explain", report, "--format", "json"]);
    const { id, claims } = JSON.parse(stdout) as { id: string; claims: { number: number; fields: { field: string; span: { start: number; end: number } | null; words: string | null }[] }[] };
    expect([id, claims[0]?.number]).toEqual([report, 1]);
    const fields = claims.flatMap((claim) => claim.fields);
    expect(fields.some(({ span }) => span !== null)).toBe(true);
    for (const { span, words } of fields) expect(span === null ? null : TEXT.slice(span.start, span.end)).toBe(words);
  });
});

describe("eval", () => {
  const gold = [
    { id: "one", text: TEXT, claims: [{ kind: "strength", force: "Russia", place: "Belarus", country: "BY", evidence: "About 2,000 Russian soldiers remain in Belarus", quantity: { low: 2000, high: 2000, point: 2000, modifier: "about", unit: "personnel", words: "About 2,000" } }] },
    { id: "two", text: "Rain is expected.", claims: [{ kind: "threat", force: "Norland", evidence: "Rain is expected" }] },
  ];
  it("prints the figures and the first misses", async () => {
    const file = await folder.file("gold.jsonl", gold.map((line) => JSON.stringify(line)).join("\n"));
    const { code, stdout } = await muster(["eval", file, "--misses", "9"]);
    expect(code).toBe(0);
    const lines = linesOf(stdout);
    expect(lines[0]).toMatch(/^2 documents \(0 not read\), 2 gold claims, \d+ read, 0 not anchored in the text$/);
    expect(lines[1]).toMatch(/^claim {6}P \d\.\d{3} {2}R \d\.\d{3} {2}F1 \d\.\d{3}$/);
    expect(lines.slice(1, 6).map((line) => line.split(" ")[0])).toEqual(["claim", "number", "headline", "full", "slots"]);
    const misses = lines.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line) as { id: string; why: string });
    expect(misses).toContainEqual(expect.objectContaining({ id: "two", why: "missed" }));
  });
  it("prints them as JSON", async () => {
    const { stdout } = await muster(["eval", "-", "--json"], { stdin: gold.map((line) => JSON.stringify(line)).join("\n") });
    expect(JSON.parse(stdout)).toMatchObject({ documents: 2, gold: 2, absent: 0, unanchored: 0, goldNumber: 1 });
  });
  it("names a line that is no gold, scores the others, and exits with 2", async () => {
    const { code, stdout, stderr } = await muster(["eval", "-", "--json"], { stdin: `${JSON.stringify(gold[0])}\n{"text":"x"}\n` });
    expect([code, JSON.parse(stdout).documents, linesOf(stderr)]).toEqual([2, 1, ['muster: standard input:2: "claims" must be a list; an empty one for a text without claims']]);
  });
});

describe("help", () => {
  it("has examples for every command, and the version is the package's", async () => {
    for (const args of [["--help"], ["read", "--help"], ["explain", "--help"], ["eval", "--help"], ["help", "read"]]) {
      const { code, stdout, stderr } = await muster(args);
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout).toContain("Examples:\n  $ muster ");
    }
    const { stdout } = await muster(["--version"]);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\S*\n$/);
  });
});
