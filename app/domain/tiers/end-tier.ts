import type { Books, MemberBook } from "../books.ts";
import type { Instant } from "../calendar.ts";
import { request } from "../effect-queue.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { changeTier, requalify, secondNoticeAt, startGrace } from "./change-tier.ts";
import { indexOfLevel, indexReached } from "./levels.ts";
import { holdingAt } from "./metric.ts";

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
  const { tiers, timezone } = liveProgram(books);
  const { tier } = member;
  tier.lockedUntil = null;
  tier.lockBarsLifts = false;
  // The end is the first instant of the next day: the window is the one of the last valid day.
  const lastInstant = end - 1;
  if (tiers === null) return;
  const index = indexOfLevel(tiers, tier.levelId);
  const reached = indexReached(tiers, holdingAt(member, tiers, timezone, lastInstant));
  if (reached > index) changeTier(books, member, reached, end, end);
  else if (reached === index) requalify(books, member, lastInstant);
  else {
    startGrace(books, member, lastInstant);
    if (tier.graceUntil !== null && tier.graceUntil <= end) endGracePeriod(books, member, end);
  }
}

/** After the grace the member drops: to the level the metric reaches, or by one step. */
function endGracePeriod(books: Books, member: MemberBook, end: Instant): void {
  const { tiers, timezone } = liveProgram(books);
  if (tiers === null) return;
  const index = indexOfLevel(tiers, member.tier.levelId);
  const reached = indexReached(tiers, holdingAt(member, tiers, timezone, end - 1));
  if (reached >= index) requalify(books, member, end - 1);
  else changeTier(books, member, tiers.downgrade === "oneStep" ? index - 1 : reached, end, end);
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
