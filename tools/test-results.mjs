// What the tests came to, read from vitest's report. Where there is none, or it counts no test, they never began.
import { readFileSync } from "node:fs";

/**
 * @param {string} path
 * @returns {{ passed: number, failed: number, why: string | null, failures: string[] }} `why` says what else is wrong
 *   than tests that fail; `failures` has a line for each of those, and for each file that could not be read.
 */
export function readTestResults(path) {
  let report;
  try {
    report = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return {
      ...{ passed: 0, failed: 1, failures: [] },
      why: "They were not run to the end; what stopped them is told above.",
    };
  }
  const { numTotalTests, numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
  if (numTotalTests === 0) {
    return {
      ...{ passed: 0, failed: 1, failures: [] },
      why: "No test was run; what kept them from starting is told above.",
    };
  }
  const skipped = numPendingTests + numTodoTests;
  const why = `${skipped} skipped: a test that cannot run has to fail and to say what is missing.`;
  return {
    ...{ passed: numPassedTests, failed: numFailedTests + skipped, why: skipped > 0 ? why : null },
    failures: (report.testResults ?? []).flatMap(failuresOf),
  };
}

function failuresOf({ name, status, message, assertionResults }) {
  const file = name.split("/").slice(-3).join("/");
  const failed = assertionResults.filter((test) => test.status === "failed");
  if (failed.length === 0 && status === "failed") return [`${file}: ${firstLine(message)}`];
  return failed.map(
    ({ fullName, failureMessages }) => `${file}: ${fullName}: ${firstLine(failureMessages[0])}`,
  );
}

function firstLine(message = "") {
  return message.split("\n", 1)[0];
}
