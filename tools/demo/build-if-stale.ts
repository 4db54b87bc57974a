import { execFile } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

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

/** A build says more than Node keeps by itself. */
const SAID_BYTES = 64 * 1024 * 1024;

/**
 * Builds the app and the widget when a source is newer than the last build. Says so on stderr. The process
 * that asks stays answerable meanwhile: a test's worker that says nothing for a minute ends the whole run.
 */
export async function buildIfStale(): Promise<void> {
  const builtAt = changedAt(LAST_BUILT);
  if (builtAt !== null && builtAt > Math.max(...SOURCES.map(newestIn))) return;
  process.stderr.write("Building the app (about half a minute, once) …\n");
  try {
    await promisify(execFile)("npm", ["run", "--silent", "build"], {
      maxBuffer: SAID_BYTES,
      // As it will run for people, whatever the process that asks for it is.
      env: { ...process.env, NODE_ENV: "production" },
    });
  } catch (cause) {
    throw new Error("The app could not be built.", { cause });
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
