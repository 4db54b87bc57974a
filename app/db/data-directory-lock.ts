import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Another process has the embedded database open: PGlite would corrupt it if both wrote. */
export class DataDirectoryInUse extends Error {
  override readonly name = "DataDirectoryInUse";
}

const lockedHere = new Set<string>();

/** Takes the directory for this process and returns how to give it back. */
export function lockDataDirectory(directory: string): () => void {
  mkdirSync(directory, { recursive: true });
  const path = join(directory, "in-use-by");
  if (lockedHere.has(path)) throw inUse(directory, "this process");
  const owner = readOwner(path);
  if (owner !== null && owner !== process.pid && isAlive(owner)) {
    throw inUse(directory, `process ${String(owner)}`);
  }
  // The file of a process that died is taken away first; of two that do so at once, `wx` lets one in.
  if (owner !== null) rmSync(path, { force: true });
  const file = openSync(path, "wx");
  writeSync(file, String(process.pid));
  closeSync(file);
  lockedHere.add(path);
  return () => {
    lockedHere.delete(path);
    rmSync(path, { force: true });
  };
}

function inUse(directory: string, by: string): DataDirectoryInUse {
  return new DataDirectoryInUse(
    `The embedded database in ${directory} is in use by ${by}. Stop that process, choose another DATA_DIR, ` +
      "or set DATABASE_URL to a PostgreSQL that several processes can share.",
  );
}

function readOwner(path: string): number | null {
  try {
    const pid = Number(readFileSync(path, "utf8"));
    return Number.isSafeInteger(pid) && pid > 0 ? pid : null;
  } catch (error) {
    if (isCode(error, "ENOENT")) return null;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isCode(error, "EPERM");
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
