import { truncateSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { linesOf, muster, temporaryFolder } from "./run.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => void (folder = await temporaryFolder()));
afterAll(() => folder.remove());

const GOOD = "About 2,000 Russian soldiers remain in Belarus.";

describe("bad usage is one line with the remedy, and exit code 2", () => {
  const cases: [string[], RegExp][] = [
    [[], /^muster: give a command: read, explain, estimate or eval; see: muster --help$/],
    [["raed"], /^muster: unknown command 'raed'\. Did you mean read\? see: muster --help$/],
    [["xyzzy"], /^muster: unknown command 'xyzzy'; see: muster --help$/],
    [["read"], /^muster: missing required argument 'file'; see: muster read --help$/],
    [["read", "a", "--formt", "json"], /^muster: unknown option '--formt'\. Did you mean --format\? see: muster read --help$/],
    [["read", "a", "--format", "xml"], /^muster: .*'xml' is invalid\. Allowed choices are table, json, jsonl; see: muster read --help$/],
    [["read", "a", "--published", "yesterday"], /^muster: --published is no date: "yesterday"; write it as 2023-10-31, 2023-10 or 2023$/],
    [["read", "a", "--published", "2023-02-30"], /^muster: --published is no date: "2023-02-30"; /],
    [["read", "a", "--lang", "tlh"], /^muster: --lang: no reader for the language "tlh"; there are: .*\ben\b/],
    [["explain", "a", "b"], /^muster: too many arguments.*; see: muster explain --help$/],
    [["explain", "a", "--claim", "0"], /^muster: .*'0' is invalid\. Give a whole number from 1 up; see: muster explain --help$/],
    [["eval", "a", "--misses", "-1"], /^muster: .*; see: muster eval --help$/],
    [["eval", "none.jsonl"], /^muster: none\.jsonl: no such file; check the path$/],
  ];
  test.concurrent.each(cases)("%j", async (args, message) => {
    const { code, stdout, stderr } = await muster(args);
    expect([code, stdout, linesOf(stderr)]).toEqual([2, "", [expect.stringMatching(message)]]);
  });
});

it("each bad input is one line, the others are still read, and the exit code is 2", async () => {
  const big = await folder.file("big.txt", "");
  truncateSync(big, 200_000_000);
  const inputs: [string, RegExp][] = [
    [join(folder.path, "none.txt"), /none\.txt: no such file; check the path$/],
    [folder.path, /: is a folder; name the files in it$/],
    [await folder.file("image.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0)), /image\.png: is a binary file, not text; /],
    [await folder.file("empty.txt", ""), /empty\.txt: is empty; /],
    [await folder.file("broken.txt", Buffer.from("Hello \xff\xfe world", "latin1")), /broken\.txt: is broken UTF-8 \(at byte 6\); /],
    [big, /big\.txt: has 200 MB, over the limit of 50 MB; split it$/],
    [await folder.file("lines.jsonl", `{"id":"first","text":"${GOOD}"}\n{oops`), /lines\.jsonl:2: is not JSON; /],
    [await folder.file("dates.jsonl", '{"text":"a","published":"31.10."}'), /dates\.jsonl:1: "published" is no date: "31\.10\."; /],
    [await folder.file("tongue.jsonl", '{"text":"nuqneH","lang":"tlh"}'), /tongue\.jsonl:1: no reader for the language "tlh"; there are: .*; give --lang/],
    [await folder.file("page.html", "<html><body></body></html>"), /page\.html: is empty; /],
  ];
  const good = await folder.file("good.txt", GOOD);
  const { code, stdout, stderr } = await muster(["read", ...inputs.map(([path]) => path), good, "--format", "jsonl"]);
  expect(linesOf(stderr)).toEqual(inputs.map(([, message]) => expect.stringMatching(message)));
  expect(linesOf(stdout).map((line) => JSON.parse(line).id)).toEqual(["first", good]);
  expect(code).toBe(2);
});

it("many bad lines of one file are counted, not all printed", async () => {
  const path = await folder.file("many.jsonl", "{bad\n".repeat(500));
  const { code, stderr } = await muster(["read", path]);
  expect([code, linesOf(stderr).length, linesOf(stderr).at(-1)]).toEqual([2, 21, `muster: ${path}: and 480 more that could not be read`]);
});

it("a file's name cannot drive the terminal", async () => {
  const { stderr } = await muster(["read", "\u001b[31mred\nline.txt"]);
  expect(linesOf(stderr)).toEqual(["muster:  [31mred line.txt: no such file; check the path"]);
});

describe("explain takes one document and a claim that is there", () => {
  it.each([
    ["a claim that is not there", "one.txt", GOOD, ["--claim", "99"], /one\.txt: there is no claim 99; give a number from 1 to \d+$/],
    ["no claims at all", "none.txt", "Rain is expected.", ["--claim", "1"], /none\.txt: there is no claim 1; no claim was read$/],
    ["two documents", "two.jsonl", '{"text":"a"}\n{"text":"b"}', [], /two\.jsonl: holds more than one document, and explain takes one; /],
    ["an empty file", "nothing.txt", "", [], /nothing\.txt: is empty; /],
  ])("%s", async (_, name, content, args, message) => {
    const { code, stdout, stderr } = await muster(["explain", await folder.file(name, content), ...args]);
    expect([code, stdout, linesOf(stderr)]).toEqual([2, "", [expect.stringMatching(message)]]);
  });
});
