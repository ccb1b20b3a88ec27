import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { root } from "./sources.ts";

const folder = mkdtempSync(join(tmpdir(), "muster-ci-"));
afterAll(() => rmSync(folder, { recursive: true }));

const test = (status: string) => ({ status });
const file = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map(test) });

function report(name: string, numPassedTests: number, numFailedTests: number, testResults: object[]) {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify({ numPassedTests, numFailedTests, numPendingTests: 0, numTodoTests: 0, testResults }));
  return path;
}

function closing(status: number, ...paths: string[]) {
  const run = spawnSync(process.execPath, ["scripts/count-tests.mjs", String(status), ...paths.map((path) => `run=${path}`)], { cwd: root, encoding: "utf8" });
  return [run.stdout.trimEnd().split("\n").at(-1), run.status];
}

const good = report("good.json", 2, 0, [file("passed", "passed", "passed")]);
const bad = report("bad.json", 1, 1, [file("failed", "passed", "failed")]);
const broken = report("broken.json", 1, 0, [file("passed", "passed"), file("failed")]);
const empty = report("empty.json", 0, 0, []);

describe("the closing line of .ci/run", () => {
  it.each([
    ["adds the runs up", 0, [good, good], "4 passed, 0 failed", 0],
    ["counts what failed", 1, [good, bad], "3 passed, 1 failed", 1],
    ["counts a file that could not be loaded", 1, [broken], "1 passed, 1 failed", 1],
    ["fails when no test ran", 0, [empty], "0 passed, 1 failed", 1],
    ["fails when a run did not get to its tests", 2, [good, join(folder, "none.json")], "2 passed, 1 failed", 2],
    ["fails when the run did, whatever its tests say", 1, [good], "2 passed, 1 failed", 1],
    ["does not believe a good exit code", 0, [bad], "1 passed, 1 failed", 1],
  ])("%s", (_, status, paths, line, code) => {
    expect(closing(status, ...paths)).toEqual([line, code]);
  });
});
