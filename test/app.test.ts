import { afterEach, describe, expect, it, vi } from "vitest";
import { languages, packFor, readDocument, today } from "../src/app.ts";
import { makeDocument } from "../src/intake/document.ts";

afterEach(() => vi.unstubAllEnvs());

const documentOf = (text: string, lang: string | null = null) => makeDocument(text, text, { lang });

describe("the language of a document", () => {
  it.each([
    [null, "en"],
    ["en", "en"],
    ["en-GB", "en"],
    ["EN_us", "en"],
  ])("%j is read with the pack for %j", (tag, code) => expect(packFor(tag)).toBe(code));

  it("that nobody reads is refused, with those there are", async () => {
    const refused = expect.objectContaining({ code: "UNKNOWN_LANGUAGE", message: `no reader for the language "tlh"; there are: ${languages().join(", ")}` });
    await expect(readDocument(documentOf("nuqneH", "tlh"))).rejects.toEqual(refused);
  });
});

describe("today", () => {
  it("is a day", () => expect(today()).toMatch(/^\d{4}-\d\d-\d\d$/));
  it("is what MUSTER_TODAY says", () => {
    vi.stubEnv("MUSTER_TODAY", "2023-11-02");
    expect(today()).toBe("2023-11-02");
  });
  it.each(["yesterday", "2023-02-30", "2023-11"])("is not %j, and readers are told how to write it", async (wrong) => {
    vi.stubEnv("MUSTER_TODAY", wrong);
    const message = `MUSTER_TODAY is no day: ${JSON.stringify(wrong)}; write it as 2023-10-31, or unset it`;
    await expect(readDocument(documentOf("Rain."))).rejects.toEqual(expect.objectContaining({ code: "BAD_TODAY", message }));
  });
  it("is the latest day that a text without a date can be from", async () => {
    const text = "Fewer than 1,000 Russian soldiers remain in Belarus, the border guard said on Tuesday (October 31).";
    const years = [];
    for (const day of ["2023-11-02", "2017-12-01"]) {
      vi.stubEnv("MUSTER_TODAY", day);
      years.push((await readDocument(documentOf(text))).claims[0]?.said);
    }
    expect(years).toEqual(["2023-10-31", "2017-10-31"]);
  });
});
