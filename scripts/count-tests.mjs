// Adds up vitest's JSON reports and closes with the line "N passed, N failed".
//
//   node scripts/count-tests.mjs STATUS NAME=REPORT.json...
//
// STATUS is the exit code of the runs. It exits with it, or with 1 when a report is missing, a test failed or none ran.
import { existsSync, readFileSync } from "node:fs";

const [status, ...runs] = process.argv.slice(2);
let passed = 0;
let failed = 0;

for (const run of runs) {
  const [name, path] = run.split("=");
  if (!existsSync(path)) {
    // Types, lint or the build stopped the run: nothing of it passed, and that is one failure.
    console.log(`${name} stopped before its tests ran`);
    failed += 1;
    continue;
  }
  const report = JSON.parse(readFileSync(path, "utf8"));
  // A file that cannot be loaded fails without holding a test that could.
  const broken = report.testResults.filter((file) => file.status === "failed" && file.assertionResults.every((test) => test.status !== "failed"));
  const skipped = report.numPendingTests + report.numTodoTests;
  console.log(`${name}: ${report.numPassedTests} passed, ${report.numFailedTests + broken.length} failed, ${skipped} skipped`);
  passed += report.numPassedTests;
  failed += report.numFailedTests + broken.length;
  if (report.numPassedTests + report.numFailedTests === 0) failed += 1;
}

// A run can fail with no failed test in it: an error outside of any test, or a skip without a reason.
if (Number(status) !== 0 && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? Number(status) || 1 : 0;
