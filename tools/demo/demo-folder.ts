import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DataDirectoryInUse, lockDataDirectory } from "#app/db/data-directory-lock.ts";
import { DemoRefused } from "./demo-wish.ts";

/** What a demo keeps in its folder. Nothing else is ever removed. */
const KEPT = ["database", "fake-shopify.json", "fake-ecwid.json", "secrets.json", "seeded"] as const;
/** The demo's own lock; the database has another, which the app takes. */
const LOCK = "demo";

/**
 * Takes the folder for this demo alone and returns how to give it back. Two demos in one folder would write
 * over each other's shop.
 */
export function takeDemoFolder(directory: string, reset: boolean): () => void {
  if (!isOurs(directory)) {
    throw new DemoRefused(
      `${directory} holds something, and no demo. Name a folder that is empty or not there yet with --data.`,
    );
  }
  const release = lock(directory);
  if (reset) for (const name of KEPT) rmSync(join(directory, name), { recursive: true, force: true });
  return release;
}

function isOurs(directory: string): boolean {
  if (!existsSync(directory)) return true;
  const known: readonly string[] = [...KEPT, LOCK, "in-use-by"];
  const entries = readdirSync(directory);
  return entries.includes("secrets.json") || entries.every((name) => known.includes(name));
}

function lock(directory: string): () => void {
  try {
    return lockDataDirectory(join(directory, LOCK));
  } catch (cause) {
    if (!(cause instanceof DataDirectoryInUse)) throw cause;
    throw new DemoRefused(
      `Another demo runs with the data in ${directory}. Stop it, or start this one beside it with its own:\n` +
        "  npm run demo -- --data .data/second",
      { cause },
    );
  }
}
