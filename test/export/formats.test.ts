import { describe, expect, it } from "vitest";
import { EXPORT_FORMATS, exportClaims } from "../../src/export/formats.ts";
import type { ExportRecord } from "../../src/export/record.ts";
import { exampleRecords, exported, OPTIONS, recordOf } from "./records.ts";

describe.each(EXPORT_FORMATS)("an export as %s", (format) => {
  it("is the same every time, from a list as from a stream", async () => {
    const records = await exampleRecords();
    async function* stream(): AsyncGenerator<ExportRecord> {
      yield* records;
    }
    expect(await exported(format, stream())).toBe(await exported(format, records));
  });

  it("writes each claim before it asks for more, so that a ledger of any size fits", async () => {
    let asked = 0;
    function* endless(): Generator<ExportRecord> {
      for (;;) {
        asked++;
        yield { ...recordOf({}, { sha256: asked.toString(16).padStart(64, "0") }), id: asked.toString(16).padStart(16, "0") };
      }
    }
    let written = "";
    for await (const chunk of exportClaims(endless(), format, OPTIONS)) {
      written += chunk;
      if (asked === 50) break;
    }
    expect(written).toContain((48).toString(16).padStart(16, "0"));
  });

  it("ends with what goes wrong in the middle of a stream", async () => {
    async function* broken(): AsyncGenerator<ExportRecord> {
      yield recordOf();
      throw new Error("the ledger is gone");
    }
    await expect(exported(format, broken())).rejects.toThrow("the ledger is gone");
  });
});
