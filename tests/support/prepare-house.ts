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
    /** The same of a shop on its first day. */
    firstDayHouse: string;
  }
}

/**
 * Tells the demo's six months and its first day once each: telling them takes half a minute and a dozen seconds, a
 * copy of them a second. In processes of their own, because a house sets the environment of the process it is opened
 * in, and all tests inherit that of this one.
 */
export default async function prepareHouse(project: TestProject): Promise<() => void> {
  await buildIfStale();
  const [lasting, firstDay] = await Promise.all([tell("with-history"), tell("without-history")]);
  project.provide("lastingHouse", lasting);
  project.provide("firstDayHouse", firstDay);
  return () => {
    for (const directory of [lasting, firstDay]) rmSync(directory, { recursive: true, force: true });
  };
}

async function tell(history: "with-history" | "without-history"): Promise<string> {
  const directory = mkdtempSync(join(tmpdir(), "regulars-house-"));
  const script = join(import.meta.dirname, "tell-house.ts");
  await promisify(execFile)(process.execPath, ["--import", "tsx", script, directory, history]);
  return directory;
}
