import type { Books } from "../../books/books.ts";
import type { MemberBook } from "../../books/member-book.ts";
import type { Instant } from "../../calendar.ts";
import { liveProgram } from "../../program/version-in-effect.ts";
import { leaveTiers } from "../../tiers/adopt-tiers.ts";
import { putOnLevel } from "../../tiers/change-tier.ts";
import { indexOfLevel, indexReached } from "../../tiers/levels.ts";
import { holdingAt, knownUntil } from "../../tiers/metric.ts";
import { putTierBack, tierBefore } from "../put-tier-back.ts";
import type { MergeUndo } from "./merge-undo.ts";

/**
 * Both are who they were, and on the tier they were on; what was changed of the kept member since the merge stays as
 * it is.
 */
export function partPeople(
  books: Books,
  { kept, ended }: { readonly kept: MemberBook; readonly ended: MemberBook },
  undo: MergeUndo,
  at: Instant,
): void {
  const { kept: before, after } = undo;
  if (kept.status === after.status) kept.status = before.status;
  if (kept.email === after.email) kept.email = before.email;
  if (kept.birthday === after.birthday) kept.birthday = before.birthday;
  if (kept.excludedByHand === after.excludedByHand) kept.excludedByHand = before.excludedByHand;
  if (kept.lastActivityAt === after.lastActivityAt) kept.lastActivityAt = before.lastActivityAt;
  kept.tier.entered = kept.tier.entered.filter(
    (id) => before.entered.includes(id) || !after.entered.includes(id),
  );
  ended.status = undo.ended.status;
  ended.email = undo.ended.email;
  ended.lastActivityAt = undo.ended.lastActivityAt;
  ended.tier.entered = [...undo.ended.entered];
  if (isOfMerge(kept, undo)) putTierBack(books, kept, before.tier, at);
  putTierBack(books, ended, undo.ended.tier, at);
  for (const member of [kept, ended]) fitTier(books, member, at);
}

/** The tier is still what the merge made of it: the level it lifted to, or the same to the day. */
function isOfMerge(kept: MemberBook, { kept: before, after }: MergeUndo): boolean {
  const { levelId, lockedUntil } = kept.tier;
  if (before.tier.levelId !== after.tier.levelId)
    return levelId === after.tier.levelId && lockedUntil === after.tier.lockedUntil;
  return JSON.stringify(tierBefore(kept)) === JSON.stringify(after.tier);
}

/** A program published since may know the level no more, or none at all. */
function fitTier(books: Books, member: MemberBook, at: Instant): void {
  const { tiers, timezone } = liveProgram(books);
  const { levelId } = member.tier;
  if (tiers === null) leaveTiers(member, at);
  else if (levelId !== null && indexOfLevel(tiers, levelId) < 0) {
    const end = knownUntil(member, at);
    putOnLevel(books, member, indexReached(tiers, holdingAt(member, tiers, timezone, end)), at);
    member.tier.lockedUntil = null;
    member.tier.lockBarsLifts = false;
  }
}
