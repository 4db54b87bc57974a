// Runs a program of this project bundled, as `npm run build` makes it:
//   node tools/run-bundled.mjs app/cli/replay.ts [its arguments]
// A long replay is a good twentieth faster than from the modules one by one, and starts sooner.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { bundling } from "./bundling.mjs";

const DAY_MS = 86_400_000;

const [, , entry = ""] = process.argv;
const { outputFiles } = await build({ ...bundling, entryPoints: [entry], write: false });
const { text } = outputFiles[0];
const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
const folder = "node_modules/.cache/regulars";
const bundle = resolve(folder, `${basename(entry, ".ts")}-${hash}.mjs`);
if (!existsSync(bundle)) {
  mkdirSync(folder, { recursive: true });
  for (const older of readdirSync(folder).map((name) => join(folder, name))) {
    if (Date.now() - (statSync(older, { throwIfNoEntry: false })?.mtimeMs ?? 0) > DAY_MS)
      rmSync(older, { force: true });
  }
  // Another run may be about to write the same one.
  const half = join(folder, `${hash}-${process.pid}.tmp`);
  writeFileSync(half, text);
  renameSync(half, bundle);
}
process.argv.splice(1, 2, bundle);
await import(pathToFileURL(bundle).href);
