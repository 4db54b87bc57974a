import { assert } from "../assert.ts";
import type { Books, ProgramVersion } from "../books/books.ts";
import type { Instant } from "../calendar.ts";
import type { Program } from "./program.ts";

/** What books know of a program: its versions, and which is live. */
export type Versions = Pick<Books, "programs" | "liveVersion">;

/** The version that is live now. */
export function liveVersion(books: Versions): ProgramVersion {
  const live = books.programs.get(books.liveVersion);
  assert(live !== undefined, "the live program version is in the books");
  return live;
}

/** The program that is live now. */
export function liveProgram(books: Versions): Program {
  return programOf(books, books.liveVersion);
}

/** A version's program; every version an award, lot or code names is in the books. */
export function programOf(books: Versions, version: number): Program {
  const found = books.programs.get(version);
  assert(found !== undefined, "every program version that is named is in the books");
  return found.program;
}

/** The version that was in effect at an instant; before the first one, the first. */
export function versionInEffect(books: Versions, instant: Instant): ProgramVersion {
  const live = liveVersion(books);
  if (live.effectiveAt <= instant) return live;
  let found: ProgramVersion | null = null;
  for (const version of books.programs.values()) {
    if (found === null || version.effectiveAt <= instant) found = version;
  }
  return found ?? live;
}
