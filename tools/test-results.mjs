// What the tests came to, read from vitest's report. Where there is none, or it counts no test, they never began.
import { readFileSync } from "node:fs";

/**
 * @param {string} path
 * @returns {{ passed: number, failed: number, why: string | null }} `why` says what else is wrong than tests that fail.
 */
export function readTestResults(path) {
  let report;
  try {
    report = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return { passed: 0, failed: 1, why: "They were not run to the end; what stopped them is told above." };
  }
  const { numTotalTests, numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
  if (numTotalTests === 0) {
    return { passed: 0, failed: 1, why: "No test was run; what kept them from starting is told above." };
  }
  const skipped = numPendingTests + numTodoTests;
  const why = `${skipped} skipped: a test that cannot run has to fail and to say what is missing.`;
  return { passed: numPassedTests, failed: numFailedTests + skipped, why: skipped > 0 ? why : null };
}
