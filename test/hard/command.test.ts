import { spawnSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../house/sources.ts";

const HUGE = 200_000_000;
const folder = mkdtempSync(join(tmpdir(), "muster-hard-"));
const small = join(folder, "small.txt");
afterAll(() => rmSync(folder, { recursive: true }));

/** A file of 200 MB that repeats the piece, written without holding it in memory. */
function huge(name: string, piece: string): string {
  const path = join(folder, name);
  const chunk = Buffer.from(piece.repeat(Math.ceil(1_000_000 / piece.length)));
  const file = openSync(path, "w");
  for (let written = 0; written < HUGE; written += chunk.length) writeSync(file, chunk);
  closeSync(file);
  return path;
}

function muster(args: readonly string[], stdin?: string) {
  const input = stdin === undefined ? "ignore" : openSync(stdin, "r");
  const run = spawnSync(process.execPath, ["--max-old-space-size=1024", "bin/muster.js", ...args], {
    cwd: root, encoding: "utf8", maxBuffer: 2 ** 28, timeout: 120_000, stdio: [input, "pipe", "pipe"],
  });
  if (typeof input === "number") closeSync(input);
  return { ...run, complaints: run.stderr.trimEnd().split("\n") };
}

describe("muster read on 200 MB", () => {
  beforeAll(() => writeFileSync(small, "About 2,000 Russian soldiers are in Belarus, the defence ministry said on Tuesday.\n"));

  it.each([
    ["a text", "text.txt", "About 2,000 Russian soldiers are in Belarus. "],
    ["one endless line of digits", "digits.txt", "1"],
    ["nothing but newlines", "newlines.txt", "\n"],
    ["one endless JSON line", "line.jsonl", '{"text":"soldiers '],
    ["one endless JSON nest", "nest.jsonl", "["],
    ["a page of open tags", "page.html", "<div>"],
    ["zeros", "zeros.txt", "\0"],
  ])("says so in one line and reads the other file: %s", (_, name, piece) => {
    const path = huge(name, piece);
    const { status, complaints, stdout } = muster(["read", path, small, "--format", "jsonl", "--published", "2023-11-01"]);
    rmSync(path);
    expect(complaints).toHaveLength(1);
    expect(complaints[0]).toContain(name);
    expect(complaints[0]).not.toMatch(/\n\s+at /);
    expect(status).toBe(2);
    expect(stdout).toContain("2,000 Russian soldiers");
  });

  it("says so in one line when it comes by standard input", () => {
    const path = huge("stdin.txt", "About 2,000 Russian soldiers are in Belarus. ");
    const { status, complaints } = muster(["read", "-"], path);
    rmSync(path);
    expect(complaints).toHaveLength(1);
    expect(status).toBe(2);
  });
});

describe("muster read on a thousand documents", () => {
  it("reads them all from one JSON Lines file and names each line that is none", () => {
    const path = join(folder, "many.jsonl");
    const line = (i: number) => (i % 100 === 50 ? "{no json" : JSON.stringify({ id: `d${i}`, text: `About ${i + 2},000 Russian soldiers are in Belarus.`, published: "2023-11-01" }));
    writeFileSync(path, Array.from({ length: 1000 }, (_, i) => line(i)).join("\n"));
    const { status, complaints, stdout } = muster(["read", path, "--format", "jsonl"]);
    expect(complaints).toHaveLength(10);
    expect(complaints[0]).toContain("many.jsonl:51");
    expect(stdout.trimEnd().split("\n")).toHaveLength(990);
    expect(stdout).toContain('"d999"');
    expect(status).toBe(2);
  });
});
