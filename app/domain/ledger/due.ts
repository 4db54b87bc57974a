import type { Books } from "../books/books.ts";
import type { Lot } from "../books/lots.ts";
import type { MemberBook } from "../books/member-book.ts";
import { addDays } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import { liveProgram } from "../program/version-in-effect.ts";

/** Days before a lot lapses at which its owner is told. */
const NOTICE_DAYS = [30, 7] as const;

/**
 * Something new falls due at an instant. `nextDueAt` is kept as the earliest that may be due: what
 * is no longer due (a lot that was spent) is found out when its instant comes.
 */
export function noteDue(member: Pick<MemberBook, "nextDueAt">, instant: Instant | null): void {
  if (instant !== null && (member.nextDueAt === null || instant < member.nextDueAt)) {
    member.nextDueAt = instant;
  }
}

/** When a lot that has points next matures, is to be told about, or lapses; null = never, or not known yet. */
export function lotDueAt(books: Books, lot: Lot): Instant | null {
  if (lot.state === "pending") return lot.availableAt;
  const noticeAt = books.effectsWanted ? noticeDueAt(books, lot) : null;
  return noticeAt ?? lot.expiresAt;
}

/** When the next notice about a lot is due; null when both were sent or it never lapses. */
export function noticeDueAt(books: Books, lot: Lot): Instant | null {
  const days = NOTICE_DAYS[lot.noticesSent];
  if (lot.expiresAt === null || days === undefined) return null;
  return addDays(lot.expiresAt, -days, liveProgram(books).timezone);
}
