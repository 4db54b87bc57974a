import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { TierBefore } from "../books/tier-state.ts";
import type { Instant } from "../calendar.ts";
import { request } from "../effect-queue.ts";

export function tierBefore({ tier }: MemberBook): TierBefore {
  const { levelId, since, until, graceUntil, graceNoticesSent, lockedUntil, lockBarsLifts } = tier;
  return { levelId, since, until, graceUntil, graceNoticesSent, lockedUntil, lockBarsLifts };
}

/** The tier is as it was; what was given for entering levels meanwhile is not asked for again. */
export function putTierBack(books: Books, member: MemberBook, before: TierBefore, at: Instant): void {
  const from = member.tier.levelId;
  Object.assign(member.tier, before);
  if (before.levelId === from) return;
  member.tier.history.push({ levelId: before.levelId, since: at });
  request(books, { type: "notify_tier_changed", memberId: member.id, from, to: before.levelId });
}
