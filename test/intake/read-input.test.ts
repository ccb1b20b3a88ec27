import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { readInput } from "../../src/intake/read-input.ts";
import { take, takeAll } from "./items.ts";

let folder = "";
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "muster-intake-"))));
afterAll(() => rmSync(folder, { recursive: true }));
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const stdin = (...chunks: string[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));

describe("a file", () => {
  it("of plain text is one document, under its path, not a character changed", async () => {
    const path = put("a.txt", "\ufeffTroops  left.\r\n");
    const { documents } = await takeAll(readInput(path));
    expect(documents).toMatchObject([{ id: path, text: "Troops  left.\r\n", lang: null }]);
  });
  it("with a name that says nothing is told by its beginning", async () => {
    const texts = async (content: string) => (await takeAll(readInput(put("noname", content)))).documents.map(({ text }) => text);
    expect(await texts('{"text":"a"}\n{"text":"b"}')).toEqual(["a", "b"]);
    expect(await texts("<!doctype html><p>Troops left.")).toEqual(["Troops left."]);
    expect(await texts("<3 troops left.")).toEqual(["<3 troops left."]);
  });
});

describe("what cannot be read is one issue that names it and the remedy", () => {
  const cases: [string, () => string, RegExp][] = [
    ["a missing file", () => join(folder, "none.txt"), /none\.txt: no such file; check the path$/],
    ["a file below a file", () => join(put("b.txt", "x"), "c.txt"), /c\.txt: no such file; check the path$/],
    ["a name with a zero", () => "a\0b", /: is no name of a file; check the path$/],
    ["a very long name", () => "x".repeat(5000), /: no such file; check the path$/],
    ["a folder", () => folder, /: is a folder; name the files in it$/],
    ["an empty file", () => put("empty.txt", ""), /: is empty; /],
    ["a blank file", () => put("blank.md", " \n\t\n"), /: is empty; /],
    ["an empty page", () => put("empty.html", ""), /: is empty; /],
    ["an empty JSON Lines file", () => put("empty.jsonl", ""), /: is empty; /],
    ["a binary file", () => put("b.bin", Uint8Array.of(0, 1, 2, 3, 0, 255)), /: is a binary file, not text; /],
    ["broken UTF-8", () => put("broken.txt", Buffer.from("Hello \xff\xfe world", "latin1")), /: is broken UTF-8 \(at byte 6\); save it as UTF-8 and try again$/],
    ["a text over the limit", () => put("long.txt", "word ".repeat(400_001)), /: holds 2,000,005 characters, over the limit of 2,000,000 a document; split it$/],
    ["a link to itself", () => (symlinkSync("loop", join(folder, "loop")), join(folder, "loop")), /: no such file, only links to links; check the path$/],
    ["standard input a second time", () => "-", /^standard input: can be read once only; give - once$/],
  ];
  test.each(cases)("%s", async (_, path, message) => {
    const { documents, issues } = await takeAll(readInput(path()));
    expect([documents, issues]).toEqual([[], [expect.stringMatching(message)]]);
  });

  it("a file of 200 MB, before any of it is read", async () => {
    const path = put("big.txt", "");
    truncateSync(path, 200_000_000);
    expect((await takeAll(readInput(path))).issues).toEqual([`${path}: has 200 MB, over the limit of 50 MB; split it`]);
  });
  it("an endless standard input, at the limit", async () => {
    let sent = 0;
    const chunk = Buffer.alloc(1_000_000, "words and ");
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) yield (sent++, chunk);
    }
    expect((await takeAll(readInput("-", endless()))).issues).toEqual(["standard input: is over the limit of 50 MB; split it"]);
    expect(sent).toBe(51);
  });
});

describe("standard input", () => {
  it.each([
    ["text", ["Troops", " left."], ["Troops left."]],
    ["JSON Lines", ["\n {", '"text":"a"}\n{"text":', '"b"}'], ["a", "b"]],
    ["a page", ["<!DOC", "TYPE html><p>Troops left.</p>"], ["Troops left."]],
    ["a page with a declaration", ['<?xml version="1.0"?>\n<html><body>', "<p>Troops left.</p>"], ["Troops left."]],
  ])("may be %s", async (_, chunks, texts) => {
    const { documents } = await takeAll(readInput("-", stdin(...chunks)));
    expect(documents.map(({ text }) => text)).toEqual(texts);
  });
  it("has the beginning of its hash for an id", async () => {
    const { documents } = await takeAll(readInput("-", stdin("Troops left.")));
    expect(documents[0]?.id).toBe(documents[0]?.sha256.slice(0, 16));
  });
});

describe("whatever the bytes", () => {
  it.each(["a.txt", "a.md", "a.jsonl", "a.html", "a"])("%s yields documents or issues, and each issue is one line", async (name) => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: "binary", maxLength: 200 }).map((text) => Buffer.from(text)),
      fc.array(fc.constantFrom("<p>", "<div ", "</", "---\n", "{", '"text":', '"a"', "}\n", "\ufeff", "title: x\n", "é", "\n", "<!--", "&#x", ";", "<svg>", "<table>"), { maxLength: 30 }).map((parts) => Buffer.from(parts.join(""))),
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (content) => {
        const { documents, issues } = await take(content, name);
        expect(documents.length + issues.length).toBeGreaterThan(0);
        for (const issue of issues) expect(issue).not.toContain("\n");
      }),
      { numRuns: 150 },
    );
  });
});
