import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import { endOfYear } from "../calendar.ts";
import type { Instant } from "../calendar.ts";
import { request } from "../effect-queue.ts";
import type { Tiers } from "../program/program.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { changeTier } from "./change-tier.ts";
import { requalify, secondNoticeAt, startGrace } from "./validity.ts";
import { indexOfLevel, indexReached } from "./levels.ts";
import { holdingAt, lastReachedAt, metricAt } from "./metric.ts";

/** When something next falls due about the member's tier; null = nothing. */
export function tierDueAt(books: Books, member: MemberBook): Instant | null {
  const { graceUntil, until } = member.tier;
  if (graceUntil === null) return until;
  const noticeAt = books.effectsWanted ? secondNoticeAt(books, member) : null;
  return noticeAt === null ? graceUntil : Math.min(noticeAt, graceUntil);
}

/** Brings about what is due at an instant: the second notice, the end of a level's validity, the end of a grace. */
export function settleTier(books: Books, member: MemberBook, instant: Instant): void {
  const { tier } = member;
  if (tier.graceUntil !== null) {
    const noticeAt = secondNoticeAt(books, member);
    if (noticeAt !== null && noticeAt <= instant) remind(books, member, tier.graceUntil);
    if (tier.graceUntil <= instant) endGracePeriod(books, member, tier.graceUntil);
    return;
  }
  if (tier.until !== null && tier.until <= instant) endValidity(books, member, tier.until);
}

/** At the end the level is extended where the metric still reaches it; else grace begins. */
function endValidity(books: Books, member: MemberBook, end: Instant): void {
  const { tiers } = liveProgram(books);
  const { tier } = member;
  tier.lockedUntil = null;
  tier.lockBarsLifts = false;
  if (tiers === null) return;
  const index = indexOfLevel(tiers, tier.levelId);
  const reached = indexReached(tiers, metricAtEnd(books, member, tiers, end));
  if (reached >= index) settleOn(books, member, reached, end);
  else {
    startGrace(books, member, end - 1);
    if (tier.graceUntil !== null && tier.graceUntil <= end) endGracePeriod(books, member, end);
  }
}

/** After the grace the member drops: to the level the metric reaches, or by one step. */
function endGracePeriod(books: Books, member: MemberBook, end: Instant): void {
  const { tiers } = liveProgram(books);
  if (tiers === null) return;
  const index = indexOfLevel(tiers, member.tier.levelId);
  const reached = indexReached(tiers, metricAtEnd(books, member, tiers, end));
  if (reached >= index) settleOn(books, member, index, end);
  else settleOn(books, member, tiers.downgrade === "oneStep" ? index - 1 : reached, end);
}

/**
 * The end is the first instant of the next day: the window is the one of the last valid day. Where a
 * calendar year ends with it, that year alone decides; a lock or a grace may end within a year, and
 * there the level rests on the year before as well.
 */
function metricAtEnd(books: Books, member: MemberBook, tiers: Tiers, end: Instant): number {
  const { timezone } = liveProgram(books);
  const lastInstant = end - 1;
  const isYearsEnd = endOfYear(lastInstant, timezone) === end;
  return (isYearsEnd ? metricAt : holdingAt)(member, tiers, timezone, lastInstant);
}

/** The level from `end` on (-1 = none), valid as counted from the last valid day, so that the date does not creep. */
function settleOn(books: Books, member: MemberBook, toIndex: number, end: Instant): void {
  const program = liveProgram(books);
  const { tiers } = program;
  if (tiers === null) return;
  if (toIndex !== indexOfLevel(tiers, member.tier.levelId))
    changeTier(books, member, toIndex, { since: end, at: end });
  const level = tiers.levels[toIndex];
  if (level === undefined) return;
  requalify(books, member, lastReachedAt(member, program, level.from, end - 1) ?? end - 1);
}

function remind(books: Books, member: MemberBook, graceUntil: Instant): void {
  const { tier } = member;
  tier.graceNoticesSent = 2;
  if (tier.levelId === null) return;
  request(books, {
    type: "notify_tier_grace",
    memberId: member.id,
    levelId: tier.levelId,
    graceUntil,
    notice: 2,
  });
}
