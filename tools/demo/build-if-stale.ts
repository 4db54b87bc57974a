import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const SOURCES = [
  "app",
  "storefront",
  "prisma",
  "package-lock.json",
  "vite.config.ts",
  "remix.config.js",
  "tools",
];
/** What the build writes last. */
const LAST_BUILT = "build/server.mjs";

/** Builds the app and the widget when a source is newer than the last build. Says so on stderr. */
export function buildIfStale(): void {
  const builtAt = changedAt(LAST_BUILT);
  if (builtAt !== null && builtAt > Math.max(...SOURCES.map(newestIn))) return;
  process.stderr.write("Building the app (about half a minute, once) …\n");
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", "build"], {
    encoding: "utf8",
    // As it will run for people, whatever the process that asks for it is.
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (status !== 0) {
    process.stderr.write(`${stdout}\n${stderr}\n`);
    throw new Error("The build failed; its output is above.");
  }
}

function newestIn(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const entries = readdirSync(path).filter((name) => name !== "generated");
  return Math.max(0, ...entries.map((name) => newestIn(join(path, name))));
}

function changedAt(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? null;
}
