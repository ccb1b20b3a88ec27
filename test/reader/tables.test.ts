import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readWhole } from "../../src/reader/read.ts";
import { differences } from "./notation.ts";
import { documentOf, englishPack } from "./pack.ts";
import { CELLS, FOLDER, GAP, rowsOf, tableFiles, type Row } from "./rows.ts";

const UPDATE = process.env["MUSTER_TABLES_UPDATE"] === "1";
/** The latest day that a text without a date can be from. */
const TODAY = "2024-06-01";
const LEAST_ROWS = 25;
const LEAST_NEGATIVES = 40;

const problems = (row: Row): string[] => differences(row.expected, readWhole(documentOf(row.text, row.published), englishPack(), { today: TODAY }).claims);

/** What is wrong with a row, or with its mark: a known gap that is read aright is no gap any more. */
function verdict(row: Row, found: string[]): string[] {
  if (!row.gap) return found;
  return found.length > 0 ? [] : ["this row is read aright now: take its question mark away (MUSTER_TABLES_UPDATE=1 does it)"];
}

function load(file: string): { table: string; rows: Row[] } {
  const table = file.replace(/\.md$/, "");
  const url = new URL(file, FOLDER);
  const lines = readFileSync(url, "utf8").split("\n");
  const rows = rowsOf(table, lines);
  if (!UPDATE) return { table, rows };
  const marked = rows.map((row) => ({ ...row, gap: problems(row).length > 0 }));
  for (const { line, gap } of marked) {
    lines[line] = (lines[line] ?? "").replace(CELLS, (_all, text: string, published: string, expected: string) => `| ${text} | ${published} | ${gap ? "? " : ""}${expected.replace(GAP, "")} |`);
  }
  writeFileSync(url, lines.join("\n"));
  return { table, rows: marked };
}

const tables = tableFiles().map(load);

describe.each(tables.map((one) => [one.table, one] as const))("%s", (_name, { table, rows }) => {
  it.each(rows.map((row) => [row.text.replaceAll("\n\n", " ¶ "), row] as const))("%s", (_text, row) => {
    expect(verdict(row, problems(row)), `line ${row.line + 1} of ${table}.md: ${row.text}`).toEqual([]);
  });

  const least = table === "negative" ? LEAST_NEGATIVES : LEAST_ROWS;
  it(`has at least ${least} rows, each of them once`, () => {
    expect(rows.length).toBeGreaterThanOrEqual(least);
    expect(new Set(rows.map(({ text, published }) => `${text} ${published ?? ""}`)).size).toBe(rows.length);
  });
});

describe("all tables", () => {
  const all = tables.flatMap(({ rows }) => rows);
  const gaps = all.filter(({ gap }) => gap);
  const perTable = tables.map(({ table, rows }) => `${table} ${rows.filter(({ gap }) => gap).length}/${rows.length}`).join(", ");
  it(`hold ${gaps.length} known gaps in ${all.length} rows (${perTable})`, () => {
    expect(gaps.length).toBeLessThan(all.length / 2);
  });
});

describe("docs/reader.md", () => {
  const text = readFileSync(new URL("../../docs/reader.md", import.meta.url), "utf8").replaceAll(/\s+/g, " ");
  const mistakes = text.slice(text.indexOf("They fall into twenty kinds")).match(/ \d+\. [^"]*"[^"]*"(?: and "[^"]*")?(?:[^"\d]*"[^"]*")*/g) ?? [];
  const gaps = new Set(tables.flatMap(({ rows }) => rows).filter(({ gap }) => gap).map((row) => row.text));

  it("gives for each of the twenty kinds of mistake an example that is still one", () => {
    expect(mistakes).toHaveLength(20);
    const examples = mistakes.map((mistake) => /"([^"]*)"\s*$/.exec(mistake.replace(/ \*\*.*$/, ""))?.[1] ?? mistake);
    expect(examples.filter((example) => !gaps.has(example))).toEqual([]);
  });
});
