import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Claim, Document } from "../../src/claims/index.ts";
import { readWhole } from "../../src/reader/read.ts";
import { take } from "../intake/items.ts";
import { englishPack } from "../reader/pack.ts";

const FOLDER = new URL("../../examples/belarus/", import.meta.url);
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith(".md")).sort();

async function documentOf(file: string): Promise<Document> {
  const { documents, issues } = await take(readFileSync(new URL(file, FOLDER)), file);
  expect(issues).toEqual([]);
  return documents[0] as Document;
}

const digests = await Promise.all(FILES.map(async (file) => ({ file, document: await documentOf(file) })));
const wordCount = (text: string): number => text.trim().split(/\s+/).length;

describe("the digests of reports on Belarus", () => {
  it("are at least 45, each named by its day", () => {
    expect(digests.length).toBeGreaterThanOrEqual(45);
    expect(digests.filter(({ file, document }) => !file.startsWith(`${document.published ?? "?"}-`)).map(({ file }) => file)).toEqual([]);
  });

  it.each(digests)("$file says what it is, and whose report it retells", ({ document }) => {
    expect(document).toMatchObject({ outlet: "Muster digest", kind: "digest", summarises: expect.stringMatching(/^https:\/\//), via: expect.stringMatching(/\S/), title: expect.stringMatching(/\S/), lang: "en" });
    expect(document.published).toMatch(/^202[2-5]-\d\d-\d\d$/);
  });

  it("retell a report each", () => {
    const reports = digests.map(({ document }) => document.summarises);
    expect(new Set(reports).size).toBe(reports.length);
  });

  it.each(digests)("$file is short, and quotes nobody", ({ document: { text } }) => {
    expect(text).not.toMatch(/["“”„«»‘‹›]/);
    expect(wordCount(text)).toBeGreaterThanOrEqual(60);
    expect(wordCount(text)).toBeLessThanOrEqual(180);
  });

  it("are listed with their reports", () => {
    const page = readFileSync(new URL("../README.md", FOLDER), "utf8");
    expect(digests.filter(({ file, document }) => !page.includes(`(belarus/${file})`) || !page.includes(`(${document.summarises ?? "?"})`)).map(({ file }) => file)).toEqual([]);
  });
});

/** A claim's essentials, as the table beside this file writes them. */
function cellsOf({ kind, polarity, reality, force, place, quantity, source, asOf }: Claim): string[] {
  const what = `${polarity === "denied" ? "not " : ""}${kind}${reality === "actual" ? "" : `, ${reality}`}`;
  return [what, force, place, quantity?.words.replace(/\s+/g, " "), source?.person ?? source?.organisation ?? source?.role, asOf].map((cell) => cell ?? "–");
}

describe("what is read first", () => {
  const table = readFileSync(new URL("belarus.md", import.meta.url), "utf8").split("\n").filter((line) => line.startsWith("| 20")).map((line) => line.slice(2, -2).split(" | "));

  it("is told of every digest", () => {
    expect(table.map(([name]) => `${name ?? ""}.md`)).toEqual(FILES);
  });
  it.each(table)("in %s is right", (name, ...expected) => {
    const document = digests.find(({ file }) => file === `${name ?? ""}.md`)?.document as Document;
    const [first] = readWhole(document, englishPack()).claims;
    expect(first === undefined ? [] : cellsOf(first)).toEqual(expected);
  });
});
