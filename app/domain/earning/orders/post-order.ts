import { causeOfOrder } from "../../books/ids.ts";
import type { Award } from "../../books/awards.ts";
import type { Books } from "../../books/books.ts";
import type { MemberBook } from "../../books/member-book.ts";
import type { Instant } from "../../calendar.ts";
import type { OrderState } from "../../event.ts";
import { noteLotDue } from "../../ledger/due-lists.ts";
import { expiryOfLot } from "../../ledger/expiry.ts";
import { lotOf } from "../../ledger/draws.ts";
import { countedPoints, creditStanding } from "../../ledger/standing-points.ts";
import { programOf } from "../../program/version-in-effect.ts";
import { explainEarned } from "./explain-order.ts";
import type { KeptOrder } from "../refunds/kept-order.ts";
import { releaseInstant } from "./maturity.ts";
import type { OrderTarget } from "./order-target.ts";
import { awardKey, reduceAward } from "../refunds/reduce-award.ts";

export interface Look {
  readonly order: OrderState;
  readonly at: Instant;
  readonly kept: KeptOrder;
  readonly target: OrderTarget;
  /** Whether the order was cancelled in the state applied before. */
  readonly wasCancelled: boolean;
  readonly hasGrown: boolean;
}

/** Posts what an order should have less what it has: nothing where both are the same. */
export function postDifference(books: Books, member: MemberBook, award: Award, look: Look): void {
  const difference = look.target.points - countedPoints(award);
  award.target = look.target.points;
  if (difference > 0) credit(books, member, award, { look, points: difference });
  if (difference < 0) {
    reduceAward(books, member, award, {
      at: look.at,
      points: -difference,
      reason: reductionReason(look),
      keptBasisMinor: look.kept.keptBasisMinor,
      fullBasisMinor: look.kept.fullBasisMinor,
      target: look.target.points,
    });
  }
}

/** The instant of release is written into the lots as soon as it is known, and never changed. */
export function noteRelease(books: Books, member: MemberBook, award: Award, order: OrderState): void {
  if (award.paidAt === null) return;
  for (const lotId of award.lotIds) {
    const lot = lotOf(member, lotId);
    if (lot.state !== "pending" || lot.availableAt !== null) continue;
    lot.availableAt = releaseInstant(programOf(books, award.programVersion), award.paidAt, order.fulfilledAt);
    lot.expiresAt = expiryOfLot(books, member, lot);
    noteLotDue(books, member, lot);
  }
}

function credit(
  books: Books,
  member: MemberBook,
  award: Award,
  { look, points }: { readonly look: Look; readonly points: number },
): void {
  const had = countedPoints(award);
  const isFirst = award.postings === 0;
  creditStanding(books, member, award, {
    at: look.at,
    points,
    cause: causeOfOrder(award.orderId),
    key: awardKey(award),
    kind: "order",
    release: () => releaseOf(books, award, look),
    explain: (lot) =>
      isFirst && lot !== null
        ? explainEarned(award, look.kept, look.target, lot)
        : explainRestored(award, look, had),
  });
}

function releaseOf(books: Books, award: Award, look: Look) {
  const program = programOf(books, award.programVersion);
  const availableAt =
    award.paidAt === null ? null : releaseInstant(program, award.paidAt, look.order.fulfilledAt);
  const isOpen = program.maturity.kind === "immediate" || (availableAt !== null && availableAt <= look.at);
  return { availableAt, isOpen };
}

function explainRestored(award: Award, look: Look, before: number) {
  return {
    kind: "order_restored",
    orderId: award.orderId,
    orderName: award.orderName,
    reason: look.wasCancelled ? "uncancelled" : look.hasGrown ? "edit" : "refund_corrected",
    target: award.target,
    before,
  } as const;
}

function reductionReason({ order }: Look): "refund" | "cancellation" | "edit" {
  if (order.cancelledAt !== null || order.paidAt === null) return "cancellation";
  return order.refunds.length > 0 ? "refund" : "edit";
}
