import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TestProject } from "vitest/node";
import { buildIfStale } from "../../tools/demo/build-if-stale.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A directory with the demo's six months, as a demo that was stopped leaves it, to be copied. */
    lastingHouse: string;
  }
}

/**
 * Tells the demo's six months once: telling them takes half a minute, a copy of them a second. In a process of its
 * own, because a house sets the environment of the process it is opened in, and all tests inherit that of this one.
 */
export default async function prepareHouse(project: TestProject): Promise<() => void> {
  await buildIfStale();
  const directory = mkdtempSync(join(tmpdir(), "regulars-house-"));
  const script = join(import.meta.dirname, "tell-lasting-house.ts");
  await promisify(execFile)(process.execPath, ["--import", "tsx", script, directory]);
  project.provide("lastingHouse", directory);
  return () => {
    rmSync(directory, { recursive: true, force: true });
  };
}
