import { defineConfig } from "vitest/config";
import { SkipReporter } from "./test/skip-reporter.ts";

// .ci/run asks for a JSON report as well, from which it counts what passed and failed.
const report = process.env["TEST_REPORT"];

export default defineConfig({
  test: {
    reporters: ["default", new SkipReporter(), ...(report === undefined ? [] : [["json", { outputFile: report }] as const])],
    globalSetup: "test/build.ts",
    // What is waited for comes, on a busy machine later; a second, which is usual, is no bound of ours.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      { extends: true, test: { name: "unit", include: ["test/**/*.test.ts"], exclude: ["test/hard/**"], testTimeout: 30_000, hookTimeout: 60_000 } },
      {
        extends: true,
        // One file after the other: these measure CPU time and memory.
        test: { name: "hard", include: ["test/hard/**/*.test.ts"], testTimeout: 300_000, hookTimeout: 60_000, fileParallelism: false, expect: { poll: { timeout: 60_000 } } },
      },
    ],
  },
});
