import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { build } from "esbuild";

const FOLDER = "node_modules/.cache/regulars";
const DAY_MS = 86_400_000;

/** How what runs outside Remix is bundled: packages stay outside and come from node_modules. */
export const bundling = {
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  logLevel: "warning",
};

/** Bundles a program as it is now, and answers with the file. Of an unchanged one it is there already. */
export async function bundleOf(entry) {
  const { outputFiles } = await build({ ...bundling, entryPoints: [entry], write: false });
  const { text } = outputFiles[0];
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
  const bundle = resolve(FOLDER, `${basename(entry, ".ts")}-${hash}.mjs`);
  if (existsSync(bundle)) return bundle;
  mkdirSync(FOLDER, { recursive: true });
  for (const older of readdirSync(FOLDER).map((name) => join(FOLDER, name))) {
    if (Date.now() - (statSync(older, { throwIfNoEntry: false })?.mtimeMs ?? 0) > DAY_MS)
      rmSync(older, { force: true });
  }
  // Another run may be about to write the same one.
  const half = join(FOLDER, `${hash}-${process.pid}.tmp`);
  writeFileSync(half, text);
  renameSync(half, bundle);
  return bundle;
}
