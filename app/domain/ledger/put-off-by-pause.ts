import type { Books } from "../books/books.ts";
import type { Lot } from "../books/lots.ts";
import { addDays, endOfDay } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import { liveProgram } from "../program/version-in-effect.ts";

/** Days in which points can be spent again before those lapse whose end fell into a pause of claiming. */
const DAYS_AFTER_PAUSE = 14;

/**
 * Points do not lapse while they cannot be spent: what would lapse during a pause of claiming, or in the 14
 * days after it, lives to the end of the 14th day after it. As long as nobody knows when that is, it is looked
 * at again after 14 days, and nobody is told a day. Whether the lot was put off.
 */
export function putOffByPause(books: Books, lot: Lot, at: Instant): boolean {
  const { timezone } = liveProgram(books);
  const later = (from: Instant) => endOfDay(addDays(from, DAYS_AFTER_PAUSE, timezone) - 1, timezone);
  for (const { claiming, from, until } of books.pauses) {
    if (!claiming || at < from) continue;
    const end = later(until ?? at);
    if (end <= at) continue;
    lot.expiresAt = end;
    lot.noticesSent = until === null ? BOTH_NOTICES : FIRST_NOTICE;
    return true;
  }
  return false;
}

/** The first one was sent for the end it had; the one a week before is sent for the new end. */
const FIRST_NOTICE = 1;
const BOTH_NOTICES = 2;
