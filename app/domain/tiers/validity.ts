import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import { addDays, addMonthsEndOfDay, endOfDay, endOfYear } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import { request } from "../effect-queue.ts";
import type { Program, TierLevel } from "../program/program.ts";
import { liveProgram } from "../program/version-in-effect.ts";

/** Days before the end of grace at which the second notice is due; a short grace has it on its last day. */
/** How many days before its end a grace is told of again, where it is longer. */
export const LAST_NOTICE_DAYS = 7;

/** How long a level is valid that is (re)qualified at an instant; null = without end, as for a level from 0. */
export function validityEnd(program: Program, level: TierLevel, qualifiedAt: Instant): Instant | null {
  const { tiers, timezone } = program;
  if (tiers === null || level.from <= 0) return null;
  switch (tiers.window.kind) {
    case "lifetime":
      return null;
    case "rolling":
      return addMonthsEndOfDay(qualifiedAt, tiers.window.months, timezone);
    case "calendarYear":
      return endOfYear(qualifiedAt, timezone, 1);
  }
}

/** The level was reached again: it is valid as from `qualifiedAt`, and any grace is over. */
export function requalify(books: Books, member: MemberBook, qualifiedAt: Instant): void {
  const program = liveProgram(books);
  const level = program.tiers?.levels.find(({ id }) => id === member.tier.levelId);
  endGrace(member);
  if (level !== undefined) member.tier.until = validityEnd(program, level, qualifiedAt);
}

/** Starts the grace that ends `graceDays` after the local day of `from`, at the end of the day. */
export function startGrace(books: Books, member: MemberBook, from: Instant): void {
  const { tiers, timezone } = liveProgram(books);
  const { tier } = member;
  if (tiers === null || tier.levelId === null) return;
  tier.graceUntil = endOfDay(addDays(from, tiers.graceDays, timezone), timezone);
  tier.graceNoticesSent = 1;
  if (tier.graceUntil > from + 1) {
    request(books, {
      type: "notify_tier_grace",
      memberId: member.id,
      levelId: tier.levelId,
      graceUntil: tier.graceUntil,
      notice: 1,
    });
  }
}

/** When the second notice of a running grace is due; null where there is none to come. */
export function secondNoticeAt(books: Books, member: MemberBook): Instant | null {
  const { tiers, timezone } = liveProgram(books);
  const { graceUntil, graceNoticesSent } = member.tier;
  if (tiers === null || graceUntil === null || graceNoticesSent !== 1 || tiers.graceDays < 2) return null;
  const days = tiers.graceDays > LAST_NOTICE_DAYS ? LAST_NOTICE_DAYS : 1;
  return addDays(graceUntil, -days, timezone);
}

/** No grace runs any more, and none of its notices was sent. */
export function endGrace(member: MemberBook): void {
  member.tier.graceUntil = null;
  member.tier.graceNoticesSent = 0;
}
