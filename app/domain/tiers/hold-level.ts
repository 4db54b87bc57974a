import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Instant } from "../calendar.ts";
import { changeTier } from "./change-tier.ts";

/** Far beyond any history: a level that holds until it is let go. */
const UNTIL_LET_GO: Instant = 8_640_000_000_000_000;

/** Puts a member on a level that nothing automatic takes away: it is valid without end until `letGoOfLevel`. */
export function holdLevel(books: Books, member: MemberBook, toIndex: number, at: Instant): void {
  changeTier(books, member, toIndex, { since: at, at });
  member.tier.lockedUntil = UNTIL_LET_GO;
  member.tier.until = null;
}

/** Ends the level's validity at this instant: what becomes of it is decided as at any end, in `end-tier.ts`. */
export function letGoOfLevel(member: MemberBook, at: Instant): void {
  member.tier.lockedUntil = at;
  member.tier.until = at;
}
