import { describe, expect, it } from "vitest";
import { EXPORT_FORMATS } from "../../src/export/formats.ts";
import { QUOTATION_LENGTH, toPublic } from "../../src/export/record.ts";
import { exported, recordOf } from "./records.ts";

const document = { id: "secret-folder/a.txt", author: "B. Writer", outlet: "The Daily", title: "Remnant", url: "https://desk:password@example.org/1" };
const source = { person: "A. Example", role: "spokesman", organisation: null };

describe.each(EXPORT_FORMATS)("a public export as %s", (format) => {
  it("names the outlet and who is quoted, and neither the author nor a path nor a password", async () => {
    const text = await exported(format, [recordOf({ source }, document)], { public: true });
    expect(text).toContain("The Daily");
    expect(text).toContain("A. Example");
    expect(text).toContain("https://example.org/1");
    for (const secret of ["B. Writer", "secret-folder", "password", "desk"]) expect(text).not.toContain(secret);
  });

  it("carries a quotation and no page", async () => {
    const page = "The page goes on. ".repeat(1_000);
    const text = await exported(format, [recordOf({ evidence: { text: page, start: 5, end: 5 + page.length } }, document)], { public: true });
    expect(text).toContain(page.slice(0, QUOTATION_LENGTH));
    expect(text).not.toContain(page.slice(0, QUOTATION_LENGTH + 1));
  });

  it("names the author only when it is not public", async () => {
    expect(await exported(format, [recordOf({ source }, document)])).toContain("B. Writer");
  });
});

describe("a public record", () => {
  it.each([
    ["https://example.org/a?b=1", "https://example.org/a?b=1"], ["http://user@example.org", "http://example.org/"], ["file:///secret", null],
    ["javascript:alert(1)", null], ["ftp://example.org/", null], ["example.org", null], ["", null], [null, null],
  ])("has for the address %s: %s", (url, published) => {
    expect(toPublic(recordOf({}, { url })).document.url).toBe(published);
  });

  it("is cut between characters, and its offsets still hold", () => {
    const text = "🚜".repeat(QUOTATION_LENGTH);
    expect(toPublic(recordOf({ evidence: { text: `x${text}`, start: 10, end: 11 + text.length } })).claim.evidence).toEqual({
      text: `x${text}`.slice(0, QUOTATION_LENGTH - 1), start: 10, end: 10 + QUOTATION_LENGTH - 1,
    });
  });
});
