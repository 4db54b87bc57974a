import { added } from "../added.ts";
import type { Award, Books, Lot, MemberBook } from "../books.ts";
import type { Instant } from "../calendar.ts";
import type { OrderState } from "../event.ts";
import { clawBack } from "../ledger/claw-back.ts";
import { creditLot, openLot } from "../ledger/credit.ts";
import { noteLotDue } from "../ledger/due-lists.ts";
import { expiryOfLot } from "../ledger/expiry.ts";
import { lotOf } from "../ledger/lots.ts";
import { post } from "../ledger/post.ts";
import { programOf } from "../program/version-in-effect.ts";
import { explainEarned } from "./explain-order.ts";
import type { KeptOrder } from "./kept-order.ts";
import { releaseInstant } from "./maturity.ts";
import type { OrderTarget } from "./order-target.ts";

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
  const difference = look.target.points - (award.standing - award.writtenOff);
  award.target = look.target.points;
  if (difference > 0) credit(books, member, award, look, difference);
  if (difference < 0) {
    clawBack(books, member, award, {
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

function credit(books: Books, member: MemberBook, award: Award, look: Look, difference: number): void {
  // What was forgiven before counts as taken: it is what comes back first.
  const netted = Math.min(award.writtenOff, difference);
  const points = difference - netted;
  const had = award.standing - award.writtenOff;
  award.postings += 1;
  const key = `order:${award.orderId}:award:${String(award.postings)}`;
  award.standing += points;
  award.writtenOff -= netted;
  const alongside =
    netted === 0 ? [] : [{ from: "issued", to: "written_off", points: netted, lotId: null } as const];
  if (points === 0) {
    const explanation = explainRestored(award, look, had);
    post(books, member, {
      key,
      kind: "earned",
      at: look.at,
      programVersion: award.programVersion,
      transfers: alongside,
      explanation,
    });
    return;
  }
  const lot = lotToCredit(books, member, award, look);
  const before = lot.points;
  creditLot(books, member, lot, {
    key,
    kind: "earned",
    at: look.at,
    points,
    alongside,
    explain:
      award.postings === 1
        ? () => explainEarned(award, look.kept, look.target, lot)
        : () => explainRestored(award, look, had),
  });
  // Points that come back were counted when they were first credited.
  lot.points = Math.max(before, lot.remaining, Math.min(lot.points, award.standing));
}

/** The order's lot while it lives; once it has lapsed, a new one. */
function lotToCredit(books: Books, member: MemberBook, award: Award, look: Look): Lot {
  const lastId = award.lotIds.at(-1);
  const last = lastId === undefined ? undefined : lotOf(member, lastId);
  if (last !== undefined && (last.expiresAt === null || last.expiresAt > look.at)) return last;
  const program = programOf(books, award.programVersion);
  const cause = `order:${award.orderId}`;
  const availableAt = last === undefined ? releaseOf(books, award, look) : look.at;
  const lot = openLot(books, member, {
    id: last === undefined ? cause : `${cause}:${String(award.lotIds.length + 1)}`,
    cause,
    kind: "order",
    programVersion: award.programVersion,
    createdAt: look.at,
    availableAt,
    isOpen: program.maturity.kind === "immediate" || (availableAt !== null && availableAt <= look.at),
  });
  award.lotIds = added(award.lotIds, lot.id);
  return lot;
}

function releaseOf(books: Books, award: Award, look: Look): Instant | null {
  if (award.paidAt === null) return null;
  return releaseInstant(programOf(books, award.programVersion), award.paidAt, look.order.fulfilledAt);
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
