import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readTestResults } from "./test-results.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "regulars-results-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function resultsOf(counts: { passed: number; failed: number; skipped: number }) {
  const path = join(folder, "results.json");
  const report = {
    numTotalTests: counts.passed + counts.failed + counts.skipped,
    numPassedTests: counts.passed,
    numFailedTests: counts.failed,
    numPendingTests: counts.skipped,
    numTodoTests: 0,
  };
  writeFileSync(path, JSON.stringify(report));
  return readTestResults(path);
}

describe("what the tests came to", () => {
  it("is what passed and what failed", () => {
    expect(resultsOf({ passed: 5, failed: 0, skipped: 0 })).toEqual({
      ...{ passed: 5, failed: 0, why: null, failures: [] },
    });
    expect(resultsOf({ passed: 4, failed: 1, skipped: 0 })).toEqual({
      ...{ passed: 4, failed: 1, why: null, failures: [] },
    });
  });

  it("names what failed, and the first line of why", () => {
    const path = join(folder, "results.json");
    const failing = {
      status: "failed",
      fullName: "a sum is right",
      failureMessages: ["expected 1\n at x.ts"],
    };
    const testResults = [
      {
        name: "/p/tests/flows/sum.test.ts",
        status: "failed",
        message: "",
        assertionResults: [failing, { status: "passed", fullName: "it adds", failureMessages: [] }],
      },
      { name: "/p/app/a/b.test.ts", status: "failed", message: "No such file\n at y", assertionResults: [] },
      { name: "/p/app/a/c.test.ts", status: "passed", message: "", assertionResults: [] },
    ];
    const counts = {
      numTotalTests: 3,
      numPassedTests: 1,
      numFailedTests: 1,
      numPendingTests: 0,
      numTodoTests: 0,
    };
    writeFileSync(path, JSON.stringify({ ...counts, testResults }));
    expect(readTestResults(path).failures).toEqual([
      "tests/flows/sum.test.ts: a sum is right: expected 1",
      "app/a/b.test.ts: No such file",
    ]);
  });

  it("counts a skipped test as failed, and says so", () => {
    const results = resultsOf({ passed: 4, failed: 0, skipped: 2 });
    expect(results).toMatchObject({ passed: 4, failed: 2 });
    expect(results.why).toMatch(/2 skipped/u);
  });

  it("is a failure with its reason where no test was run, or no report was written", () => {
    const none = resultsOf({ passed: 0, failed: 0, skipped: 0 });
    expect(none).toMatchObject({ passed: 0, failed: 1 });
    expect(none.why).toMatch(/No test was run/u);
    const unwritten = readTestResults(join(folder, "nowhere.json"));
    expect(unwritten).toMatchObject({ passed: 0, failed: 1 });
    expect(unwritten.why).toMatch(/not run to the end/u);
  });
});
