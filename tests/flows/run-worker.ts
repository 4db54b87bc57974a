import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect } from "vitest";
import type { TestDatabase } from "#tests/support/database.ts";
import { bundleOf } from "../../tools/bundling.mjs";

/**
 * Runs a worker as a process of its own until it has ended or killed itself, and everything it had asked
 * the database for has ended too: a statement that was sent is still carried out when its sender is dead.
 */
export async function runWorker(
  { database, env }: TestDatabase,
  script: string,
  args: readonly string[],
): Promise<"killed" | "finished"> {
  const given = env["DATABASE_URL"];
  if (given === undefined) throw new Error("a worker of its own needs a server");
  const url = new URL(given);
  url.searchParams.set("application_name", script);
  const command = ["--enable-source-maps", await bundled(script), url.href, ...args];
  const worker = spawn(process.execPath, command, { stdio: ["ignore", "ignore", "inherit"] });
  const [code, signal] = (await once(worker, "exit")) as [number | null, string | null];
  const left = () =>
    database.query(
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = $1",
      [script],
    );
  await expect.poll(left, { interval: 10 }).toEqual([]);
  if (signal === "SIGKILL") return "killed";
  expect([code, signal]).toEqual([0, null]);
  return "finished";
}

const bundles = new Map<string, Promise<string>>();

/** As one file it starts in a fraction of the time it takes module by module, and dies as well. */
function bundled(script: string): Promise<string> {
  const bundle = bundles.get(script) ?? bundleOf(join(import.meta.dirname, script));
  bundles.set(script, bundle);
  return bundle;
}
