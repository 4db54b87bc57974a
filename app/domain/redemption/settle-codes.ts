import type { Books } from "../books/books.ts";
import type { MemberBook } from "../books/member-book.ts";
import type { RewardCode } from "../books/codes.ts";
import type { Transfer } from "../books/transaction.ts";
import type { Instant } from "../calendar.ts";
import type { OrderState } from "../event.ts";
import { drawsFor, fromAvailable, lotsToSpend, sumOf } from "../ledger/draws.ts";
import { post } from "../ledger/post.ts";
import { findCode, nextCodeKey } from "./code-book.ts";

/**
 * Marks the codes an order carries as used by it, once. A code that had lapsed or was withdrawn in
 * the meantime was used after all: its points are taken again, from what is available, else owed.
 * Returns the codes that are this order's; one that another order used is not.
 */
export function settleCodes(books: Books, order: OrderState, at: Instant): RewardCode[] {
  const settled: RewardCode[] = [];
  for (const text of order.discountCodes) {
    const found = findCode(books, text);
    if (found === null || settled.includes(found.code)) continue;
    if (found.code.usedByOrderId === null) useCode(books, found.owner, found.code, { orderId: order.id, at });
    if (found.code.usedByOrderId === order.id) settled.push(found.code);
  }
  return settled;
}

/** Store credit and gift cards are used as soon as the shop has given them: no order names them. */
export function useCode(
  books: Books,
  owner: MemberBook,
  code: RewardCode,
  { orderId, at }: { readonly orderId: string | null; readonly at: Instant },
): void {
  switch (code.state) {
    case "held":
    case "issued":
      redeem(books, owner, code, { orderId, at, transfers: heldTransfers(code) });
      break;
    case "released":
    case "revoked":
    case "failed":
      redeem(books, owner, code, { orderId, at, transfers: takeAgain(books, owner, code) });
      break;
    case "used":
    case "requested":
    case "fulfilled":
    case "declined":
      return;
  }
  code.state = "used";
  code.stateReason = null;
  code.usedByOrderId = orderId;
  books.changed.add(owner.id);
}

/** An experience that was given, or a code that was used: its points are spent for good. */
export function redeem(
  books: Books,
  owner: MemberBook,
  code: RewardCode,
  {
    orderId,
    at,
    transfers,
  }: { readonly orderId: string | null; readonly at: Instant; readonly transfers: readonly Transfer[] },
): void {
  if (transfers.length === 0) return;
  post(books, owner, {
    key: nextCodeKey(code, "used"),
    kind: "used",
    at,
    programVersion: code.programVersion,
    transfers,
    explanation: {
      kind: "reward_used",
      code: code.code,
      rewardId: code.rewardId,
      points: code.points,
      orderId,
    },
  });
}

export function heldTransfers(code: RewardCode): Transfer[] {
  return code.draws.map(({ lotId, points }) => ({ from: "held", to: "redeemed", points, lotId }));
}

function takeAgain(books: Books, owner: MemberBook, code: RewardCode): Transfer[] {
  const { transfers, draws } = takeForGood(owner, code.points);
  code.draws = draws;
  const claimed = books.stockClaimed.get(code.rewardId);
  if (claimed !== undefined) books.stockClaimed.set(code.rewardId, claimed + 1);
  return transfers;
}

/** Takes points that were spent after all: from what is available, soonest expiry first, the rest is owed. */
export function takeForGood(owner: MemberBook, points: number) {
  const draws = drawsFor(lotsToSpend(owner), points);
  const transfers = fromAvailable(draws, "redeemed");
  const owed = points - sumOf(draws);
  if (owed > 0) transfers.push({ from: "debt", to: "redeemed", points: owed, lotId: null });
  return { transfers, draws };
}
