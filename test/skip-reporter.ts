import type { Reporter, TestCase, Vitest } from "vitest/node";

/**
 * Prints every test that did not run, with its reason, and fails the run when one has none.
 * A reason is given by `context.skip("the reason")` or stands in the name: `it.skip("… [the reason]")`.
 */
export class SkipReporter implements Reporter {
  private readonly skipped: { name: string; reason: string | undefined }[] = [];
  private readonly print: (line: string) => void;

  constructor(print: (line: string) => void = (line) => void process.stdout.write(`${line}\n`)) {
    this.print = print;
  }

  // `vitest -t` leaves tests out on purpose.
  private filtered = false;

  onInit(vitest: Pick<Vitest, "config">): void {
    this.filtered = vitest.config.testNamePattern !== undefined;
  }

  onTestCaseResult(test: Pick<TestCase, "fullName" | "result"> & { module: { relativeModuleId: string } }): void {
    const result = test.result();
    if (result.state !== "skipped" || this.filtered) return;
    this.skipped.push({ name: `${test.module.relativeModuleId} > ${test.fullName}`, reason: result.note ?? reasonInName(test.fullName) });
  }

  onTestRunEnd(): void {
    for (const { name, reason } of this.skipped) this.print(`skipped: ${name}: ${reason ?? "NO REASON GIVEN"}`);
    if (this.skipped.some(({ reason }) => reason === undefined)) {
      this.print('A test is skipped only with a reason: context.skip("reason"), or a name that holds [reason].');
      process.exitCode = 1;
    }
    this.skipped.length = 0;
  }
}

const reasonInName = (name: string): string | undefined => /\[([^[\]]+)\]/.exec(name)?.[1];
