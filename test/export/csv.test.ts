import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COLUMNS } from "../../src/export/columns.ts";
import { guard } from "../../src/export/csv.ts";
import { read } from "../house/sources.ts";
import { anyText } from "../text/any-text.ts";
import { anyRecords, exampleRecords, exported, HOSTILE, recordOf } from "./records.ts";

const rowsOf = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true });

/** Takes the apostrophes off again, as docs/export.md says. */
const unguard = (text: string): string =>
  text.replace(/^('*)'(?=[\t\r\n])/, "$1").replace(/(?<=^|[;\t\r\n])(["'\p{Z}\p{Cf}]*)'(?=[-=+@＝＋－＠])/gu, "$1");

/** What the page says cannot be written, and how it is written. */
const writable = (text: string): string => text.replace(/\p{Cs}/gu, "\ufffd").replace(/[^\P{Cc}\t\r\n]/gu, "\ufffd");

const STARTS_FORMULA = /^["\s\p{Cf}]*[-=+@＝＋－＠]|^[\t\r\n]/u;

describe("an export as CSV", () => {
  it("has a row for each claim of the example", async () => {
    const records = await exampleRecords();
    const rows = rowsOf(await exported("csv", records));
    expect(rows).toHaveLength(records.length);
    expect(rows.map((row) => row["claim_id"])).toEqual(records.map(({ id }) => id));
    expect(rows.find((row) => row["quantity_words"] === "Fewer than 1,000")).toMatchObject({
      kind: "strength", force: "Russia", place: "Belarus", country: "BY",
      quantity_low: "0", quantity_high: "999", quantity_point: "1000", quantity_modifier: "under", quantity_unit: "personnel", quantity_words: "Fewer than 1,000",
      source_person: "Andriy Demchenko", source_role: "spokesman", source_organisation: "State Border Guard Service of Ukraine",
      as_of: "2023-10-31", evidence: "Fewer than 1,000 Russian soldiers remain in Belarus", document_published: "2023-11-01",
    });
  });

  it("keeps its columns, which others have built upon", () => {
    expect(COLUMNS.map(([name]) => name).join(" ")).toBe(
      "claim_id review kind polarity certainty reality force unit_name place country other_place quantity_low quantity_high quantity_point quantity_modifier " +
      "quantity_unit quantity_words size direction scope as_of said source_person source_role source_organisation via attribution basis evidence evidence_start " +
      "evidence_end document_id document_sha256 document_title document_outlet document_author document_url document_published document_lang reader " +
      "document_kind document_summarises document_via",
    );
  });

  it("has its columns in docs/export.md, in their order", () => {
    expect(read("docs/export.md").replace(/\n/g, " ")).toContain(COLUMNS.map(([name]) => `\`${name}\``).join(", "));
  });

  it("begins with a byte order mark and its columns also when there is no claim", async () => {
    expect(await exported("csv", [])).toBe(`\ufeff${COLUMNS.map(([name]) => name).join(",")}\r\n`);
  });

  it("names those who relayed a claim, nearest to the origin first", async () => {
    expect(rowsOf(await exported("csv", [recordOf({ via: ["national television", "TASS"] })]))[0]).toMatchObject({ via: "national television | TASS" });
  });

  it("gives every value back once the documented apostrophes are taken off", async () => {
    await fc.assert(fc.asyncProperty(anyRecords, async (records) => {
      const read = rowsOf(await exported("csv", records)).map((row) => Object.values(row).map(unguard));
      const kept = records.map((record) => COLUMNS.map(([, cell]) => writable(String(cell(record) ?? ""))));
      expect(read).toEqual(kept);
    }));
  });
});

describe("a spreadsheet that opens the CSV", () => {
  it.each([
    ["=1+1", "'=1+1"], ["+7 495", "'+7 495"], ["-5", "'-5"], ["@SUM(A1)", "'@SUM(A1)"], ["＝1", "'＝1"], [" =1", " '=1"],
    ["\u00a0=1", "\u00a0'=1"], ["\ufeff=1", "\ufeff'=1"], ["\u202e=1", "\u202e'=1"],
    ["\t1", "'\t1"], ["\r1", "'\r1"], ["\n1", "'\n1"], ["'=1", "''=1"], ['"=1', `"'=1`],
    ["a;=1", "a;'=1"], ["a; \"=1", "a; \"'=1"], ["a\n- b", "a\n'- b"], ["a\t@b", "a\t'@b"],
  ])("is told that %j is no formula: %j", (value, guarded) => {
    expect(guard(value)).toBe(guarded);
  });

  it.each([["a-b"], ["a = b"], ["10-12 thousand"], ["a;b"], ["'tis"], ["“=”"], [""]])("sees %j as it is", (value) => {
    expect(guard(value)).toBe(value);
  });

  it("finds no formula in any cell, whatever the report held", async () => {
    await fc.assert(fc.asyncProperty(anyRecords, async (records) => {
      const cells = (parse(await exported("csv", records), { bom: true }) as string[][]).flat();
      expect(cells.filter((cell) => STARTS_FORMULA.test(cell))).toEqual([]);
    }));
  });

  // Excel does this where a semicolon is the custom, and quotes that do not begin a cell then protect nothing.
  it.each([[";"], ["\t"]])("finds none either when it cuts the lines at %j and minds no quotes", async (delimiter) => {
    const records = HOSTILE.map((value) => recordOf({ place: value, evidence: { text: `x${delimiter}${value}`, start: 0, end: 1 } }));
    const text = await exported("csv", records);
    const cells = text.slice(1).split(/[\r\n]+/).flatMap((line) => line.split(delimiter)).map((cell) => cell.replace(/^["'\s\p{Cf}]*'/u, "'"));
    expect(cells.length).toBeGreaterThan(HOSTILE.length);
    expect(cells.filter((cell) => STARTS_FORMULA.test(cell))).toEqual([]);
  });

  it("can tell a guarded value from one that began with an apostrophe", () => {
    const marks = fc.string({ unit: fc.constantFrom("'", '"', "=", "-", "\t", "\n", ";", " ", "a") });
    fc.assert(fc.property(fc.oneof(anyText, fc.constantFrom(...HOSTILE), marks), (value) => {
      expect(unguard(guard(value))).toBe(value);
    }), { numRuns: 2_000 });
  });
});
