import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { buildIfStale } from "../../tools/demo/build-if-stale.ts";
import { openDemoHouse } from "../../tools/demo/demo-house.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** A directory with the demo's six months, as a demo that was stopped leaves it, to be copied. */
    lastingHouse: string;
  }
}

/** Tells the demo's six months once: telling them takes half a minute, a copy of them a second. */
export default async function prepareHouse(project: TestProject): Promise<() => void> {
  await buildIfStale();
  const directory = mkdtempSync(join(tmpdir(), "regulars-house-"));
  const house = await openDemoHouse({
    directory,
    ports: [0, 0, 0, 0],
    withHistory: true,
    development: false,
    onProgress: () => undefined,
  });
  await house.stop();
  project.provide("lastingHouse", directory);
  return () => {
    rmSync(directory, { recursive: true, force: true });
  };
}
