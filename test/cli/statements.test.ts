import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { linesOf, muster, temporaryFolder } from "./run.ts";

const DOCUMENTS = [
  { id: "a1", outlet: "One", published: "2023-11-01", text: "Fewer than 1,000 Russian soldiers remain in Belarus, Andriy Demchenko, the spokesman of Ukraine's State Border Guard Service, said on Tuesday." },
  { id: "a2", outlet: "Two", published: "2023-11-01", text: "Andrii Demchenko, spokesman for the Ukrainian border guard, said on October 31 that less than a thousand Russian troops were left in Belarus." },
  { id: "a3", outlet: "Three", published: "2023-11-03", text: "The monitoring project Belaruski Hajun counts about 2,000 Russian soldiers in Belarus." },
];
const CLAIMS = [
  { id: "a", kind: "strength", force: "Russia", place: "Belarus", quantity: { low: 0, high: 999 }, source: { person: "Demchenko" }, said: "Tuesday", published: "2023-11-01" },
  { id: "b", kind: "strength", force: "Russia", place: "Belarus", quantity: { low: 0, high: 999 }, source: { person: "Andriy Demchenko" }, said: "2023-10-31" },
  { id: "c", kind: "strength", force: "Russia", place: "Belarus", quantity: { low: 2000, high: 2000 }, source: { organisation: "Belarusian Hajun" }, said: "2023-10-16" },
];
const jsonl = (values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join("");
const input = jsonl(DOCUMENTS);

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

describe("muster statements", () => {
  it("takes what muster read prints, and gives each claim its statement", async () => {
    const read = await muster(["read", "-", "--format", "jsonl"], { stdin: input });
    const { code, stdout } = await muster(["statements", "--format", "jsonl"], { stdin: read.stdout });
    const claims = linesOf(stdout).map((line) => JSON.parse(line) as { id: string; statement: string; document: string; published: string; kind: string });
    expect(code).toBe(0);
    expect(claims.map(({ document, kind }) => [document, kind])).toEqual([["a1", "strength"], ["a2", "strength"], ["a3", "strength"]]);
    expect(claims[0]).toMatchObject({ id: "a1#0", statement: "statement:a1#0", independent: true, published: "2023-11-01", outlet: "One" });
    expect(claims[1]?.statement).toBe(claims[0]?.statement);
    expect(claims[2]?.statement).not.toBe(claims[0]?.statement);
  });

  it("takes its own output again and says the same", async () => {
    const first = await muster(["statements", "--format", "jsonl"], { stdin: jsonl(CLAIMS) });
    const second = await muster(["statements", "-", "--format", "jsonl"], { stdin: first.stdout });
    expect(second.stdout).toBe(first.stdout);
  });

  it("says why, as text and as JSON", async () => {
    const file = await folder.file("claims.jsonl", jsonl(CLAIMS));
    const text = await muster(["statements", file]);
    expect(text.stdout).toContain("source/person +3.0");
    expect(text.stdout).toContain("2 statements in 3 claims");
    const json = await muster(["statements", file, "--format", "json"]);
    const { statements } = JSON.parse(json.stdout) as { statements: { claims: string[]; links: { score: number }[] }[] };
    expect(statements.map(({ claims, links }) => [claims.length, links.length])).toEqual([[2, 1], [1, 0]]);
  });

  it("says of a digest that the words are not the outlet's", async () => {
    const digest = { ...DOCUMENTS[0], outlet: "Our Desk", kind: "digest", summarises: "https://example.org/a", via: "Reporter" };
    const read = await muster(["read", "-", "--format", "jsonl"], { stdin: jsonl([digest]) });
    for (const stdin of [jsonl([digest]), read.stdout]) {
      expect((await muster(["statements"], { stdin })).stdout).toContain("(Reporter, in the words of Our Desk, 2023-11-01): “Fewer than 1,000");
      const marked = linesOf((await muster(["statements", "--format", "jsonl"], { stdin })).stdout).map((line) => JSON.parse(line) as Record<string, unknown>);
      expect(marked).toEqual(marked.map(() => expect.objectContaining({ outlet: "Reporter", digestBy: "Our Desk" })));
      expect(marked.length).toBeGreaterThan(0);
    }
  });

  it("reads documents that have not been read, and follows what a person decided", async () => {
    const decisions = await folder.file("decisions.jsonl", jsonl([{ kind: "split", claims: ["a1#0", "a2#0"] }, { kind: "join", claims: ["a1#0", "a3#0"] }]));
    const { stdout, code } = await muster(["statements", "--decisions", decisions, "--format", "jsonl"], { stdin: input });
    const [one, two, three] = linesOf(stdout).map((line) => (JSON.parse(line) as { statement: string }).statement);
    expect(code).toBe(0);
    expect(two).not.toBe(one);
    expect(three).toBe(one);
  });

  it("takes a claim a line, with no more than is known, and calls those without an id after their document", async () => {
    const known = { kind: "strength", force: "Russia", quantity: { low: 0, high: 999 }, source: { person: "Demchenko" }, said: "Tuesday", published: "2023-11-01" };
    const lines = [known, known, { ...known, document: "d" }, { ...known, document: { id: "d" }, kind: "departure" }, { ...known, document: "d", id: "mine" }];
    const { stdout, code } = await muster(["statements", "--format", "jsonl"], { stdin: jsonl(lines) });
    const claims = linesOf(stdout).map((line) => JSON.parse(line) as { id: string; statement: string });
    expect(code).toBe(0);
    expect(claims.map(({ id }) => id)).toEqual(["document 1#0", "document 2#0", "d#0", "d#1", "mine"]);
    expect(new Set(claims.map(({ statement }) => statement)).size).toBe(2);
  });

  it("takes an empty file of decisions for none", async () => {
    const { code, stdout } = await muster(["statements", "--decisions", await folder.file("none.jsonl", ""), "--format", "jsonl"], { stdin: jsonl(CLAIMS) });
    expect([code, linesOf(stdout).length]).toEqual([0, 3]);
  });

  describe("names each line that it cannot take, in one line, and goes on:", () => {
    const BAD: readonly [string, unknown, string][] = [
      ["no claim", 7, "is neither a claim nor a document"],
      ["an unknown kind", { kind: "rumour" }, 'the claim has a "kind" that is not as it should be'],
      ["a number in words", { kind: "strength", quantity: { low: "many" } }, 'the claim has a "quantity.low" that is not as it should be'],
      ["a date that is none", { kind: "strength", said: "the other day" }, 'the claim has a "said" that is no date: "the other day"'],
      ["an as-of date that is none", { kind: "strength", asOf: "soon" }, 'the claim has an "asOf" that is no date: "soon"'],
      ["a publication date that is none", { kind: "strength", published: "2023-02-30" }, '"published" is no date'],
      ["a claim inside that is none", { id: "x", claims: [{ kind: "strength" }, null] }, "claim 2 is no claim"],
      ["an id that was there", { id: "good", kind: "strength" }, 'holds a claim that has been read already: "good"'],
    ];
    let run: Awaited<ReturnType<typeof muster>>;
    beforeAll(async () => {
      run = await muster(["statements", "--format", "jsonl"], { stdin: jsonl([{ id: "good", kind: "strength" }, ...BAD.map(([, line]) => line), { id: "last", kind: "strength" }]) });
    });

    it.each(BAD.map(([name, , message], i) => [name, i, message] as const))("%s", (_, i, message) => {
      expect(linesOf(run.stderr)[i]).toContain(`standard input:${i + 2}: ${message}`);
    });

    it("and nothing else is lost", () => {
      expect([run.code, linesOf(run.stderr).length]).toEqual([2, BAD.length]);
      expect(linesOf(run.stdout).map((line) => (JSON.parse(line) as { id: string }).id)).toEqual(["good", "last"]);
    });
  });

  it("stops at a decision that is none: passing over it would undo what a person decided", async () => {
    const decisions = await folder.file("bad.jsonl", jsonl([{ kind: "merge", claims: ["a", "b"] }]));
    const { stdout, stderr, code } = await muster(["statements", "--decisions", decisions], { stdin: jsonl(CLAIMS) });
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("is no decision; write");
  });

  it("says which decision it could not follow", async () => {
    const decisions = await folder.file("gone.jsonl", jsonl([{ kind: "join", claims: ["a", "gone"] }]));
    const { stderr, code } = await muster(["statements", "--decisions", decisions], { stdin: jsonl(CLAIMS) });
    expect(code).toBe(2);
    expect(linesOf(stderr)).toEqual(['muster: --decisions: cannot join "a" and "gone": no such claim; take the line out']);
  });
});
