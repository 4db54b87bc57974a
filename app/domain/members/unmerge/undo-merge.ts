import { assert } from "../../assert.ts";
import type { Award } from "../../books/awards.ts";
import type { Books } from "../../books/books.ts";
import { holdsPoints } from "../../books/codes.ts";
import { causeOfOrder } from "../../books/ids.ts";
import type { Lot, LotDraw } from "../../books/lots.ts";
import type { MemberBook } from "../../books/member-book.ts";
import type { Qualifying } from "../../books/qualifying-ledger.ts";
import type { Instant } from "../../calendar.ts";
import { forgetDue } from "../../ledger/due-lists.ts";
import { requestWithdrawal } from "../../redemption/ask-platform.ts";
import { keepCode, rewardOfCode } from "../../redemption/code-book.ts";
import { releaseCode } from "../../redemption/release-code.ts";
import { DONE, refused } from "../../refusal.ts";
import type { Outcome } from "../../refusal.ts";
import type { LotChange, MergeUndo } from "./merge-undo.ts";
import { moveBack, payDebt } from "./move-back.ts";
import { partPeople } from "./part-people.ts";
import { shareOut, type Shares } from "./share-out.ts";
import { usesOf } from "./stand-of.ts";

interface Pair {
  readonly kept: MemberBook;
  readonly ended: MemberBook;
}

/**
 * Two members who were taken for one person are two again. Each has what was theirs, and what has become of it
 * since: refunds of their orders, points that lapsed, codes that were used. All else that happened since the merge
 * stays with the kept member; what it spent of the other's points it pays with its own, and owes the rest.
 */
export function undoMerge(books: Books, pair: Pair, undo: MergeUndo, at: Instant): Outcome {
  const { kept, ended } = pair;
  if ((kept.status !== "active" && kept.status !== "shadow") || ended.status !== "left" || kept === ended)
    return refused("member_left", "who has left or was erased is not parted from anybody");
  if (countsForBoth(kept, undo))
    return refused("merge_not_parted", "challenges or memberships count for both together");
  const shares = shareOut(kept, undo);
  moveBack(books, pair, shares, at);
  putEndsBack(undo.keptLots, kept.lots);
  putEndsBack(
    undo.lots.map(({ was, ...ends }) => ({ ...ends, id: was })),
    ended.lots,
  );
  moveAwardsBack(pair, shares);
  moveCodesBack(books, pair, shares);
  moveEntriesBack(pair, undo, shares.awards);
  moveUsesBack(pair, undo, shares.awards);
  for (const key of undo.activityKeys) {
    kept.activityKeys.delete(key);
    ended.activityKeys.add(key);
  }
  withdrawBornCodes(books, kept, undo, at);
  for (const id of undo.bornLots) shrink(kept, kept.lots.get(id));
  payDebt(books, kept, kept.balance.debt - undo.kept.debt, at);
  payDebt(books, ended, ended.balance.debt - undo.ended.debt, at);
  partPeople(books, pair, undo, at);
  for (const member of [kept, ended]) forgetDue(member);
  return DONE;
}

/**
 * Whether something of the ended member's counts in the kept one's challenges or memberships: which of the gifts stand
 * on it is not kept, so that they could not be parted exactly. What was the kept member's alone, and what came since
 * the merge, stays where it is.
 */
function countsForBoth({ engagement, grants }: MemberBook, undo: MergeUndo): boolean {
  if (engagement === null && grants === null) return false;
  if (undo.isEngaged) return true;
  // For whoever brought them along, orders of both have counted.
  if (engagement !== null && engagement.referral.advocateId !== null) return true;
  const theirs = new Set(undo.orderIds.map(causeOfOrder));
  const born = new Set([...undo.bornLots, ...undo.bornCodes]);
  const entries = [...(engagement?.entries.values() ?? []), ...(engagement?.memberships.values() ?? [])];
  return (
    entries.some(({ source }) => theirs.has(source)) ||
    [...(grants?.values() ?? [])].some(({ lotIds, codes }) =>
      [...lotIds, ...codes].some((id) => born.has(id)),
    )
  );
}

/** Where activity of the other put off the end of a lot, it ends as before, unless it was dated anew since. */
function putEndsBack(changes: readonly LotChange[], lots: ReadonlyMap<string, Lot>): void {
  for (const { id, expiresBefore, expiresAfter } of changes) {
    const lot = lots.get(id);
    if (lot !== undefined && lot.expiresAt === expiresAfter) lot.expiresAt = expiresBefore;
  }
}

/** The names lots have with the restored member, by those they had with the kept one. */
function namesBack({ goingBack }: Shares): ReadonlyMap<string, string> {
  return new Map(goingBack.map(({ lot, was }) => [lot.id, was]));
}

function moveAwardsBack({ kept, ended }: Pair, shares: Shares): void {
  const names = namesBack(shares);
  for (const award of shares.awards) {
    kept.awards.delete(award.orderId);
    const lotIds = award.lotIds.map((id) => names.get(id) ?? id);
    ended.awards.set(award.orderId, { ...award, memberId: ended.id, lotIds });
  }
}

/** Codes that came go back. What a code took of the other's lots is its owner's from here on, in a lot of its own. */
function moveCodesBack(books: Books, { kept, ended }: Pair, shares: Shares): void {
  const { drawnByOther } = shares;
  const names = namesBack(shares);
  const theirs = new Set(shares.codes);
  for (const code of kept.codes.values()) {
    const owner = theirs.has(code) ? ended : kept;
    code.draws = code.draws.map((draw) => {
      if (drawnByOther.has(draw.lotId)) return { ...draw, lotId: paidLot(kept, owner, draw) };
      return owner === kept ? draw : { ...draw, lotId: names.get(draw.lotId) ?? draw.lotId };
    });
  }
  for (const code of shares.codes) {
    kept.codes.delete(code.code);
    keepCode(books, ended, { ...code, memberId: ended.id });
  }
}

/** The lot that stands for what a code took of one of the other's: empty, and there for what comes back of it. */
function paidLot(kept: MemberBook, owner: MemberBook, draw: LotDraw): string {
  const id = `unmerged:${draw.lotId}`;
  const drawn = kept.lots.get(draw.lotId);
  assert(drawn !== undefined, "a lot that was drawn from is in the books");
  const lot = owner.lots.get(id) ?? { ...drawn, id, points: 0, remaining: 0, expired: 0, state: "open" };
  owner.lots.set(id, { ...lot, points: lot.points + draw.points });
  return id;
}

function moveEntriesBack({ kept, ended }: Pair, undo: MergeUndo, awards: readonly Award[]): void {
  for (const lost of undo.keptEntries) addTo(kept, lost.id, lost);
  const moved = new Set(undo.entries.map(({ id }) => id));
  const since = awards.flatMap(({ orderId }) => {
    const id = causeOfOrder(orderId);
    return moved.has(id) ? [] : [{ id, was: id, ...NOTHING }];
  });
  for (const entry of [...undo.entries, ...since]) {
    const now = kept.qualifying.get(entry.id);
    if (now === undefined) continue;
    ended.qualifying.write(entry.was, now.at, sumOf(now, entry));
    kept.qualifying.write(entry.id, now.at, NOTHING);
  }
}

const NOTHING: Qualifying = { spendMinor: 0, points: 0, orders: 0 };

function addTo(member: MemberBook, id: string, more: Qualifying): void {
  const now = member.qualifying.get(id);
  if (now !== undefined) member.qualifying.write(id, now.at, sumOf(now, more));
}

function sumOf(a: Qualifying, b: Qualifying): Qualifying {
  return {
    spendMinor: a.spendMinor + b.spendMinor,
    points: a.points + b.points,
    orders: a.orders + b.orders,
  };
}

/** What they had used of limits before, and what their orders use more or less by now. */
function moveUsesBack({ kept, ended }: Pair, undo: MergeUndo, awards: readonly Award[]): void {
  const change = usesOf(awards);
  for (const then of undo.orderUses) {
    const now = change.get(then.key) ?? { ...then, count: 0, points: 0 };
    change.set(then.key, { ...now, count: now.count - then.count, points: now.points - then.points });
  }
  for (const use of [...undo.uses, ...change.values()]) {
    const left = kept.limits.get(use.key);
    if (left !== undefined) {
      left.count = Math.max(0, left.count - use.count);
      left.points = Math.max(0, left.points - use.points);
    }
    const own = ended.limits.get(use.key) ?? { key: use.key, count: 0, points: 0, lastAt: use.lastAt };
    own.count += use.count;
    own.points += use.points;
    ended.limits.set(use.key, own);
  }
}

/** A gift that the merge gave was taken back: of its lot stands what lapsed of it, or is out for codes. */
function shrink(kept: MemberBook, lot: Lot | undefined): void {
  if (lot === undefined) return;
  lot.points = lot.remaining + lot.expired;
  for (const { draws } of kept.codes.values())
    for (const { lotId, points, returned } of draws) if (lotId === lot.id) lot.points += points - returned;
}

/** A reward that only both together had come to is withdrawn where it was not used. */
function withdrawBornCodes(books: Books, kept: MemberBook, undo: MergeUndo, at: Instant): void {
  for (const text of undo.bornCodes) {
    const code = kept.codes.get(text);
    if (code === undefined || !holdsPoints(code)) continue;
    requestWithdrawal(books, code, rewardOfCode(books, code));
    releaseCode(books, kept, code, { state: "revoked", reason: "revoked", at, note: null });
  }
}
