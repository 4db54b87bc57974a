import { causeOfOrder } from "../books/ids.ts";
import type { Award } from "../books/awards.ts";
import type { Books } from "../books/books.ts";
import type { Lot } from "../books/lots.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { RewardCode } from "../books/codes.ts";
import type { Instant } from "../calendar.ts";
import { changeUses } from "../earning/limits/limits.ts";
import { reduceAward } from "../earning/refunds/reduce-award.ts";
import { noteActivity } from "../ledger/expiry.ts";
import { keepCode } from "../redemption/code-book.ts";
import { DONE, refused } from "../refusal.ts";
import type { Outcome } from "../refusal.ts";
import { giveWaitingRewards } from "../tiers/enter-levels.ts";
import { moveAccounts } from "./move-accounts.ts";
import { moveEngagement } from "./move-engagement.ts";
import { mergeTiers } from "./merge-tiers.ts";
import { movedName } from "./unmerge/moved-name.ts";
import { takeBackSecondBonuses } from "./take-back-second-bonuses.ts";
import { releaseSecondRewards } from "./release-second-rewards.ts";

/**
 * Two members turn out to be one person: everything of `ended` moves to `kept` by ledger
 * transfers, the tier is recomputed over both (the higher is kept), and of two sign-up or birthday
 * bonuses, or gifts of one level, one stays. `ended` is left with zero balances.
 */
export function mergeMembers(books: Books, kept: MemberBook, ended: MemberBook, at: Instant): Outcome {
  if (kept === ended) return refused("merge_with_itself", "a member cannot be merged with itself");
  const waiting = ended.status === "shadow" ? without(ended.tier.entered, kept.tier.entered) : [];
  const wasShadow = kept.status === "shadow";
  const waitingOfKept =
    wasShadow && ended.status === "active" ? without(kept.tier.entered, ended.tier.entered) : [];
  const enteredByBoth = kept.tier.entered.filter((id) => ended.tier.entered.includes(id));
  const broughtCodes = new Set(ended.codes.keys());
  dropTwiceSeenOrders(books, kept, ended, at);
  const lotIds = moveLots(kept, ended);
  moveAccounts(books, kept, ended, { lots: lotIds, at });
  moveAwards(kept, ended, lotIds);
  moveCodes(books, kept, ended, lotIds);
  moveQualifying(kept, ended);
  moveLimits(kept, ended);
  for (const key of ended.activityKeys) kept.activityKeys.add(key);
  takeOverPerson(books, kept, ended, at);
  takeBackSecondBonuses(books, kept, new Set(lotIds.values()), at);
  releaseSecondRewards(books, kept, { brought: broughtCodes, levelIds: enteredByBoth }, at);
  mergeTiers(books, kept, ended, at);
  moveEngagement(books, kept, ended, { lots: lotIds, at });
  if (kept.status === "active") giveWaitingRewards(books, kept, [...waiting, ...waitingOfKept], at);
  return DONE;
}

function without(all: readonly string[], known: readonly string[]): string[] {
  return all.filter((id) => !known.includes(id));
}

/** An order both have (seen as a guest's, then as the customer's) counts once. */
function dropTwiceSeenOrders(books: Books, kept: MemberBook, ended: MemberBook, at: Instant): void {
  for (const award of ended.awards.values()) {
    if (!kept.awards.has(award.orderId)) continue;
    const points = award.standing - award.writtenOff;
    if (points > 0) {
      reduceAward(books, ended, award, {
        at,
        points,
        reason: "edit",
        keptBasisMinor: 0,
        fullBasisMinor: 0,
        target: 0,
      });
    }
    if (award.paidAt !== null) changeUses(ended, award.frozen.uses, [], award.paidAt);
    ended.awards.delete(award.orderId);
    zero(ended, causeOfOrder(award.orderId));
  }
}

/** Puts an empty lot of `kept` beside every lot of `ended`, and says under which id. */
function moveLots(kept: MemberBook, ended: MemberBook): ReadonlyMap<string, Lot> {
  const moved = new Map<string, Lot>();
  for (const lot of ended.lots.values()) {
    // A lot without points is the shell of one that moved in an earlier merge.
    if (lot.points === 0) continue;
    const id = movedName(kept.lots, ended.id, lot.id);
    const copy: Lot = { ...lot, id, remaining: 0 };
    kept.lots.set(id, copy);
    moved.set(lot.id, copy);
    lot.points = 0;
    lot.expired = 0;
  }
  return moved;
}

function moveAwards(kept: MemberBook, ended: MemberBook, lots: ReadonlyMap<string, Lot>): void {
  for (const award of ended.awards.values()) {
    const moved: Award = {
      ...award,
      memberId: kept.id,
      lotIds: award.lotIds.map((id) => lots.get(id)?.id ?? id),
    };
    kept.awards.set(award.orderId, moved);
  }
  ended.awards.clear();
}

function moveCodes(books: Books, kept: MemberBook, ended: MemberBook, lots: ReadonlyMap<string, Lot>): void {
  for (const code of ended.codes.values()) {
    const moved: RewardCode = {
      ...code,
      memberId: kept.id,
      draws: code.draws.map((draw) => ({ ...draw, lotId: lots.get(draw.lotId)?.id ?? draw.lotId })),
    };
    keepCode(books, kept, moved);
  }
  ended.codes.clear();
}

/** Entries of `ended` stay, with nothing in them: rows are never deleted. */
function moveQualifying(kept: MemberBook, ended: MemberBook): void {
  for (const entry of ended.qualifying.values()) {
    const id = movedName(kept.qualifying, ended.id, entry.id);
    kept.qualifying.write(id, entry.at, entry);
    zero(ended, entry.id);
  }
}

function zero(member: MemberBook, id: string): void {
  const entry = member.qualifying.get(id);
  if (entry !== undefined) member.qualifying.write(id, entry.at, { spendMinor: 0, points: 0, orders: 0 });
}

function moveLimits(kept: MemberBook, ended: MemberBook): void {
  for (const use of ended.limits.values()) {
    const known = kept.limits.get(use.key);
    if (known === undefined) {
      kept.limits.set(use.key, { ...use });
    } else {
      known.count += use.count;
      known.points += use.points;
      known.lastAt = latest(known.lastAt, use.lastAt);
    }
    use.count = 0;
    use.points = 0;
  }
}

function takeOverPerson(books: Books, kept: MemberBook, ended: MemberBook, at: Instant): void {
  if (kept.status === "shadow" && ended.status === "active") kept.status = "active";
  kept.email ??= ended.email;
  kept.birthday ??= ended.birthday;
  kept.excludedByHand ||= ended.excludedByHand;
  const last = latest(kept.lastActivityAt, ended.lastActivityAt);
  kept.lastActivityAt = null;
  if (last !== null) noteActivity(books, kept, last, at);
  ended.status = "left";
  ended.email = null;
}

function latest(a: Instant | null, b: Instant | null): Instant | null {
  return a === null || b === null ? (a ?? b) : Math.max(a, b);
}
