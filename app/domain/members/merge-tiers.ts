import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { Instant } from "../calendar.ts";
import { liveProgram } from "../program/version-in-effect.ts";
import { changeTier } from "../tiers/change-tier.ts";
import { indexOfLevel, indexReached } from "../tiers/levels.ts";
import { knownUntil, metricAt } from "../tiers/metric.ts";

/** The higher of both tiers, with its own dates; higher still where both together reach more. */
export function mergeTiers(books: Books, kept: MemberBook, ended: MemberBook, at: Instant): void {
  const { tiers, timezone } = liveProgram(books);
  const { tier } = kept;
  for (const levelId of ended.tier.entered) if (!tier.entered.includes(levelId)) tier.entered.push(levelId);
  if (tiers === null) return;
  const own = indexOfLevel(tiers, tier.levelId);
  const other = indexOfLevel(tiers, ended.tier.levelId);
  if (other > own || (other === own && isLonger(ended, kept))) takeOver(kept, ended, at);
  const reached = indexReached(tiers, metricAt(kept, tiers, timezone, knownUntil(kept, at)));
  if (reached > indexOfLevel(tiers, tier.levelId)) changeTier(books, kept, reached, { since: at, at });
}

function isLonger(ended: MemberBook, kept: MemberBook): boolean {
  const endOf = ({ tier }: MemberBook) => tier.graceUntil ?? tier.until ?? Number.POSITIVE_INFINITY;
  return endOf(ended) > endOf(kept);
}

function takeOver(kept: MemberBook, ended: MemberBook, at: Instant): void {
  const { tier } = kept;
  const { levelId, since, until, graceUntil, graceNoticesSent, lockedUntil, lockBarsLifts } = ended.tier;
  if (levelId !== tier.levelId) tier.history.push({ levelId, since: at });
  Object.assign(tier, { levelId, since, until, graceUntil, graceNoticesSent, lockedUntil, lockBarsLifts });
}
