import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PAGE_BYTES } from "#app/domain/replay/paged-memory.ts";
import type { PageStore } from "#app/domain/replay/paged-memory.ts";

/** So many pages, 64 MiB, of what a history leaves behind lie in memory; the others go into a file. */
export const PAGES_IN_MEMORY = 4096;

/** The folder for temporary files is full. */
export class NoRoomForPages extends Error {
  override readonly name = "NoRoomForPages";
}

/**
 * Pages in a temporary file that nobody else can open. It is made when the first page comes, in the
 * folder that `TMPDIR` names or the system's own, and is gone with the process.
 */
export class PageFile implements PageStore {
  private handle: number | null = null;

  /** Throws `NoRoomForPages`. */
  write(page: number, bytes: Uint8Array): void {
    this.handle ??= openUnnamed();
    try {
      for (let done = 0; done < bytes.length;) {
        done += writeSync(this.handle, bytes, done, bytes.length - done, page * PAGE_BYTES + done);
      }
    } catch (error) {
      if (!isFull(error)) throw error;
      throw new NoRoomForPages(
        `no room is left in ${tmpdir()} for what the history leaves behind; name a folder with more by TMPDIR`,
      );
    }
  }

  read(page: number, into: Uint8Array): void {
    if (this.handle === null) throw new Error("no page was written yet");
    for (let done = 0; done < into.length;) {
      const read = readSync(this.handle, into, done, into.length - done, page * PAGE_BYTES + done);
      if (read === 0) throw new Error(`page ${String(page)} was never written`);
      done += read;
    }
  }

  close(): void {
    if (this.handle !== null) closeSync(this.handle);
    this.handle = null;
  }
}

/** A file whose name is taken away at once; where a system does not allow that, when the process ends. */
function openUnnamed(): number {
  const directory = mkdtempSync(join(tmpdir(), "regulars-pages-"));
  const handle = openSync(join(directory, "pages"), "wx+", 0o600);
  const remove = () => {
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    remove();
  } catch {
    process.once("exit", remove);
  }
  return handle;
}

const FULL = ["ENOSPC", "EDQUOT", "EFBIG"];

function isFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && FULL.includes(String(error.code));
}
