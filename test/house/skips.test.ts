import { afterEach, describe, expect, it } from "vitest";
import { SkipReporter } from "../skip-reporter.ts";

const exitCode = process.exitCode;
afterEach(() => {
  process.exitCode = exitCode;
});

function reported(fullName: string, state: "skipped" | "passed", note?: string) {
  const lines: string[] = [];
  const reporter = new SkipReporter((line) => lines.push(line));
  const result = state === "skipped" ? ({ state, note, errors: undefined } as const) : ({ state, errors: undefined } as const);
  reporter.onTestCaseResult({ fullName, module: { relativeModuleId: "a.test.ts" }, result: () => result });
  reporter.onTestRunEnd();
  const failed = process.exitCode === 1;
  process.exitCode = exitCode;
  return { lines, failed };
}

describe("a test that does not run", () => {
  it.each([
    ["reads", "there is no network", "skipped: a.test.ts > reads: there is no network"],
    ["reads [no network]", undefined, "skipped: a.test.ts > reads [no network]: no network"],
  ])("is printed with its reason: %s", (name, note, line) => {
    expect(reported(name, "skipped", note)).toEqual({ lines: [line], failed: false });
  });

  it("fails the run when nobody says why", () => {
    const { lines, failed } = reported("reads", "skipped");
    expect(lines[0]).toBe("skipped: a.test.ts > reads: NO REASON GIVEN");
    expect(failed).toBe(true);
  });

  it("is the only one that is printed", () => {
    expect(reported("reads", "passed")).toEqual({ lines: [], failed: false });
  });
});
