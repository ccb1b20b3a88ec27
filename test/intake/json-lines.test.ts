import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readDocumentLines } from "../../src/intake/json-lines.ts";
import { LIMITS } from "../../src/intake/limits.ts";
import { take, takeAll } from "./items.ts";

const ENVELOPE = { input: "x", provenance: {} };
const line = (record: Record<string, unknown>): string => JSON.stringify({ id: "a", text: "Some text.", ...record });

describe("a line of JSON is a document", () => {
  it("with all its fields", async () => {
    const fields = { id: "a1", text: " Text as it is.\r\n", published: "2023-10-31", lang: "en-GB", title: "T", outlet: "O", url: "https://example.org", author: "A" };
    const { documents, issues } = await take(JSON.stringify({ ...fields, claims: [], more: 1 }), "x.jsonl");
    expect(issues).toEqual([]);
    expect(documents).toEqual([{ ...fields, sha256: createHash("sha256").update(fields.text).digest("hex") }]);
  });
  it("with nothing but a text, its id the beginning of the hash", async () => {
    const { documents } = await take('{"text":"Some text."}', "x.jsonl");
    expect(documents[0]).toMatchObject({ published: null, lang: null, title: null, outlet: null, url: null, author: null });
    expect(documents[0]?.sha256.startsWith(documents[0].id)).toBe(true);
  });
  it("with a date and time cut to the day", async () => {
    expect((await take(line({ published: "2023-10-31T23:00:00Z" }), "x.jsonl")).documents[0]?.published).toBe("2023-10-31");
  });
  it("also in UTF-16, with a mark, blank lines and Windows line ends", async () => {
    const text = `\ufeff${line({ id: "1" })}\r\n\r\n  \n${line({ id: "2", text: "Військові" })}`;
    for (const bytes of [Buffer.from(text), Buffer.from(text, "utf16le")]) {
      const { documents, issues } = await take(bytes, "x.jsonl");
      expect(issues).toEqual([]);
      expect(documents.map(({ id, text }) => [id, text])).toEqual([["1", "Some text."], ["2", "Військові"]]);
    }
  });
});

describe("a line that is none says why, by its number, and the others are read", () => {
  const cases: [string, RegExp][] = [
    ["{oops", /^x\.jsonl:2: is not JSON; mend or remove the line$/],
    ["[1]", /^x\.jsonl:2: is a list, not a document; /],
    ["null", /^x\.jsonl:2: is null, not a document; /],
    ['"text"', /^x\.jsonl:2: is a string, not a document; /],
    ['{"id":"a"}', /^x\.jsonl:2: "text" is missing; /],
    [line({ text: null }), /^x\.jsonl:2: "text" must be a string, not null; /],
    [line({ text: " \n" }), /^x\.jsonl:2: is empty; /],
    [line({ id: 7 }), /^x\.jsonl:2: "id" must be a string or null, not a number; /],
    [line({ title: ["T"] }), /^x\.jsonl:2: "title" must be a string or null, not a list; /],
    [line({ published: "31 October" }), /^x\.jsonl:2: "published" is no date: "31 October"; write it as 2023-10-31/],
    [line({ published: "2023-02-30" }), /^x\.jsonl:2: "published" is no date/],
    [line({ published: 2023 }), /^x\.jsonl:2: "published" is no date: 2023; /],
    [line({ lang: "English, please" }), /^x\.jsonl:2: "lang" is no language tag/],
    [line({ text: "x".repeat(LIMITS.documentCharacters + 1) }), /^x\.jsonl:2: holds 2,000,001 characters, over the limit of 2,000,000/],
    [" ".repeat(LIMITS.lineBytes + 1), /^x\.jsonl:2: is longer than 13 MB; /],
  ];
  test.each(cases.map(([text, message]) => [text.slice(0, 40), text, message] as const))("%s", async (_, text, message) => {
    const { documents, issues } = await take([line({ id: "1" }), text, line({ id: "3" })].join("\n"), "x.jsonl");
    expect(documents.map(({ id }) => id)).toEqual(["1", "3"]);
    expect(issues).toEqual([expect.stringMatching(message)]);
  });

  it("broken UTF-8 too", async () => {
    const bytes = Buffer.concat([Buffer.from(`${line({ id: "1" })}\n{"text":"`), Uint8Array.of(0xff), Buffer.from(`"}\n${line({ id: "3" })}`)]);
    const { documents, issues } = await take(bytes, "x.jsonl");
    expect([documents.length, issues]).toEqual([2, ["x.jsonl:2: is broken UTF-8; save the file as UTF-8"]]);
  });
  it("a document spread over lines is said once", async () => {
    const { issues } = await take(JSON.stringify([{ text: "a" }, { text: "b" }], null, 2), "x.json");
    expect(issues).toEqual(["x.json:1: is not JSON; put each document on one line of its own (jq -c does it)"]);
  });
  it("a file of blank lines is empty", async () => {
    expect((await take("\n\n \n", "x.jsonl")).issues).toEqual(["x.jsonl: is empty; give one document a line"]);
  });
});

describe("a stream of lines", () => {
  it("yields the first document before the last is there, and holds no more than it must", async () => {
    let sent = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        sent++;
        yield Buffer.from(`${line({ id: String(sent) })}\n`);
      }
    }
    for await (const item of readDocumentLines(endless(), ENVELOPE, {})) {
      if (item.kind === "document" && item.document.id === "3") break;
    }
    expect(sent).toBe(3);
  });
  it("ends at the limit of lines", async () => {
    async function* blank(): AsyncGenerator<Uint8Array> {
      yield Buffer.alloc(LIMITS.lines + 1, "\n");
    }
    await expect(takeAll(readDocumentLines(blank(), ENVELOPE, {}))).rejects.toThrow("has over 1,000,000 lines; split it");
  });
  it("is the same however it is cut into chunks", async () => {
    const bytes = Buffer.from(["{bad", line({ id: "é€" }), "", line({ id: "😀" })].join("\n"));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }), async (sizes) => {
        async function* cut(): AsyncGenerator<Uint8Array> {
          for (let at = 0, i = 0; at < bytes.length; at += sizes[i++ % sizes.length] as number) {
            yield bytes.subarray(at, at + (sizes[i % sizes.length] as number));
          }
        }
        const { documents, issues } = await takeAll(readDocumentLines(cut(), ENVELOPE, {}));
        expect([documents.map(({ id }) => id), issues.length]).toEqual([["é€", "😀"], 1]);
      }),
    );
  });
});
