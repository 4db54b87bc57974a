import type { Books, MemberBook } from "../books.ts";
import { addDays, endOfDay } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import { request } from "../effect-queue.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { enterLevels } from "./enter-levels.ts";
import { indexOfLevel, validityEnd } from "./levels.ts";

/** Days before the end of grace at which the second notice is due; a short grace has it on its last day. */
const LAST_NOTICE_DAYS = 7;

/**
 * Puts a member on a level (-1 = none) as qualified at `since`, and gives what comes with every
 * level passed upwards. `at` is the clock.
 */
export function changeTier(
  books: Books,
  member: MemberBook,
  toIndex: number,
  since: Instant,
  at: Instant,
): void {
  const program = liveProgram(books);
  const { tiers } = program;
  if (tiers === null) return;
  const { tier } = member;
  const from = tier.levelId;
  const fromIndex = indexOfLevel(tiers, from);
  const level = tiers.levels[toIndex] ?? null;
  const reachedAt = Math.max(since, lastChangeOf(member) ?? since);
  tier.levelId = level === null ? null : level.id;
  tier.since = level === null ? null : reachedAt;
  tier.until = level === null ? null : validityEnd(program, level, since);
  endGrace(member);
  if (tier.levelId === from) return;
  tier.history.push({ levelId: tier.levelId, since: reachedAt });
  request(books, { type: "notify_tier_changed", memberId: member.id, from, to: tier.levelId });
  if (toIndex > fromIndex) enterLevels(books, member, fromIndex + 1, toIndex, at);
}

/** History goes forward only. Its beginning is no change: an order may have been paid before the member was known. */
function lastChangeOf({ tier }: MemberBook): Instant | null {
  return tier.history.length < 2 ? null : (tier.history.at(-1)?.since ?? null);
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

function endGrace(member: MemberBook): void {
  member.tier.graceUntil = null;
  member.tier.graceNoticesSent = 0;
}
