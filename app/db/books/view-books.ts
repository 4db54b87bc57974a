import type { Books, MemberId } from "#app/domain/books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { advanceMember } from "#app/domain/engine.ts";
import type { Database } from "../client.ts";
import { loadBooks } from "./open-books.ts";

/**
 * Books to look at: nothing is locked and nothing will be recorded, so that what is due by `now` has
 * happened in them even where the worker has not come to it yet. All of one moment of the database.
 */
export function viewBooks(
  database: Database,
  shopId: number,
  memberIds: readonly MemberId[],
  now: Instant,
): Promise<Books> {
  return database.transaction(async (tx) => {
    await tx.query("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const { books } = await loadBooks(tx, shopId, memberIds);
    for (const memberId of books.members.keys()) advanceMember(books, memberId, now);
    return books;
  });
}
