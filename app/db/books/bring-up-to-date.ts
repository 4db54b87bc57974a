import { assert } from "#app/domain/assert.ts";
import type { Books } from "#app/domain/books/books.ts";
import { applyEvent } from "#app/domain/engine.ts";
import { memberOf } from "./kept-keys.ts";
import type { MemberRow } from "./member-rows.ts";

/**
 * Publishing changes one row; each member goes through the change when next opened, here. Members
 * who are behind by different versions go through them in turn.
 */
export function bringUpToDate(books: Books, rows: readonly MemberRow[]): void {
  for (const version of books.programs.values()) {
    const behind = rows.filter((row) => row.program_version < version.version);
    if (behind.length === 0) continue;
    const members = new Map(behind.map(({ member_id }) => [String(member_id), memberOf(books, member_id)]));
    const previous = [...books.programs.keys()].filter((number) => number < version.version).at(-1);
    assert(previous !== undefined, "a member who is behind has been through an earlier version");
    const programs = new Map([...books.programs].filter(([number]) => number <= previous));
    // The same members, journal and counts, seen by a program that was live until this one came.
    const outcome = applyEvent(
      { ...books, members, programs, liveVersion: previous },
      {
        type: "program_published",
        at: version.effectiveAt,
        version: version.version,
        program: version.program,
      },
    );
    assert(outcome.ok, "publishing is never refused");
    for (const memberId of members.keys()) books.changed.add(memberId);
  }
}
