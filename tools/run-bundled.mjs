// Runs a program of this project bundled, as `npm run build` makes it:
//   node tools/run-bundled.mjs app/cli/replay.ts [its arguments]
// A long replay is a good twentieth faster than from the modules one by one, and starts sooner.
import { spawnSync } from "node:child_process";
import { totalmem } from "node:os";
import { bundleOf } from "./bundling.mjs";

const MB = 2 ** 20;
/** What a heap may take where the machine has as much: a million orders of 100,000 members fit well. */
const HEAP_MB = 4096;

/**
 * A history's orders stay for good. So much of them need not be looked through again and again for
 * what is free: a tenth of a long run. Of what is new, a round takes the longer the more is held,
 * however little of it lives on: rounds are made rare, and stay so where a busy machine makes the
 * program look idle. Nor is what may live long made among what is old at once: its parts would still be
 * new, and each is followed from there in the next round.
 * `NODE_OPTIONS=--max-old-space-size=…` gives more or less.
 */
function heapOptions(isGrowing) {
  const options = isGrowing
    ? ["--max-semi-space-size=32", "--heap-growing-percent=30"]
    : ["--max-semi-space-size=128", "--no-memory-reducer", "--no-allocation-site-pretenuring"];
  if (/--max[-_]old[-_]space[-_]size/.test(process.env["NODE_OPTIONS"] ?? "")) return options;
  const mostMb = Math.min(HEAP_MB, Math.floor((0.75 * totalmem()) / MB));
  if (isGrowing) return [...options, `--max-old-space-size=${mostMb}`];
  const untouchedMb = Math.floor(mostMb / 2);
  return [...options, `--max-old-space-size=${mostMb}`, `--initial-old-space-size=${untouchedMb}`];
}

const told = process.argv.slice(2);
// What keeps little is not to take much: its memory grows with what it holds.
const isGrowing = told[0] === "--growing-heap";
const [entry = "", ...rest] = isGrowing ? told.slice(1) : told;
const bundle = await bundleOf(entry);
const options = [...heapOptions(isGrowing), bundle, ...rest];
const { status, signal } = spawnSync(process.execPath, options, { stdio: "inherit" });
if (signal !== null) console.error(`${entry} was ended by ${signal}: the machine may have run out of memory`);
process.exitCode = status ?? 1;
