// Everything that must hold before a change is good: format, lint, rooms, types, build, tests.
// Every step runs even when an earlier one failed, so that one run tells all there is to mend. What only reads
// the sources runs in two rows side by side, the build at the end of one; the tests have the machine to themselves.
import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { readTestResults } from "./test-results.mjs";

const testResults = "build/test-results.json";

const readings = [
  [{ name: "lint", command: ["eslint", "--max-warnings", "0", "."] }],
  [
    { name: "format", command: ["prettier", "--check", "--log-level", "warn", "."] },
    { name: "rooms", command: ["npm", "run", "--silent", "rooms"] },
    { name: "types", command: ["npm", "run", "--silent", "types"] },
    { name: "build", command: ["npm", "run", "--silent", "build"] },
  ],
];
const testing = {
  name: "tests",
  command: ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${testResults}`],
};

function run({ name, command: [program, ...args] }) {
  const startedAt = performance.now();
  console.log(`\n— ${name} begins ${"—".repeat(Math.max(0, 63 - name.length))}`);
  return new Promise((resolve) => {
    const child = spawn(program === "npm" ? "npm" : `node_modules/.bin/${program}`, args, {
      stdio: ["ignore", "inherit", "inherit"],
    });
    const done = (passed, why) =>
      resolve({ name, passed, why, seconds: (performance.now() - startedAt) / 1000 });
    child.once("error", ({ message }) => done(false, `It could not be started: ${message}.`));
    child.once("exit", (code, signal) =>
      done(code === 0, signal === null ? null : `It was ended by ${signal}; memory may have been short.`),
    );
  });
}

mkdirSync("build", { recursive: true });
rmSync(testResults, { force: true });

async function runInTurn(steps) {
  const ended = [];
  for (const step of steps) ended.push(await run(step));
  return ended;
}

const read = await Promise.all(readings.map(runInTurn));
const outcomes = [...read.flat(), await run(testing)];

const tests = readTestResults(testResults);
console.log("");
// Told again at the end, where one looks first.
for (const failure of tests.failures) console.log(`FAILED  ${failure}`);
for (const { name, passed, why, seconds } of outcomes) {
  const reasons = [why, name === "tests" ? tests.why : null].filter((reason) => reason !== null);
  const figures = `${name.padEnd(8)} ${seconds.toFixed(0).padStart(4)} s`;
  console.log([passed ? "passed" : "FAILED", figures, ...reasons].join("  "));
}
const stepsPassed = outcomes.filter((outcome) => outcome.passed).length;
const passed = stepsPassed + tests.passed;
const failed = outcomes.length - stepsPassed + tests.failed;
writeFileSync("build/check.json", JSON.stringify({ passed, failed }));
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && tests.passed > 0 ? 0 : 1);
