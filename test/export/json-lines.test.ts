import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExportRecord } from "../../src/export/record.ts";
import { anyRecords, exampleRecords, exported, recordOf } from "./records.ts";

const linesOf = (text: string): unknown[] => text.split("\n").slice(0, -1).map((line) => JSON.parse(line) as unknown);

describe("an export as JSON Lines", () => {
  it("holds every claim of the example with all its fields", async () => {
    const records = await exampleRecords();
    expect(records.length).toBeGreaterThan(5);
    expect(linesOf(await exported("jsonl", records))).toEqual(records);
  });

  it("gives back whatever a report held, character by character", async () => {
    await fc.assert(fc.asyncProperty(anyRecords, async (records) => {
      expect(linesOf(await exported("jsonl", records))).toEqual(records);
    }));
  });

  it("is one line a claim also for readers that end lines at other characters", async () => {
    const text = await exported("jsonl", [recordOf({ place: "a\u2028b\u2029c\u0085d\ne\rf" })]);
    expect(text.slice(0, -1)).not.toMatch(/[\n\r\u0085\u2028\u2029]/);
    expect(linesOf(text)).toMatchObject([{ claim: { place: "a\u2028b\u2029c\u0085d\ne\rf" } }]);
  });

  it("does not depend on the order in which a claim's fields were kept", async () => {
    const reversed = (value: unknown): unknown => {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
      return Object.fromEntries(Object.entries(value).reverse().map(([name, part]) => [name, reversed(part)]));
    };
    const records = await exampleRecords();
    expect(await exported("jsonl", records.map((record) => reversed(record) as ExportRecord))).toBe(await exported("jsonl", records));
  });

  it("never carries a document's text, even when it is handed over", async () => {
    const record = recordOf({}, { title: "Seen" });
    const careless = { ...record, document: { ...record.document, text: "The whole page." } };
    const text = await exported("jsonl", [careless]);
    expect(text).toContain("Seen");
    expect(text).not.toContain("The whole page.");
  });
});
