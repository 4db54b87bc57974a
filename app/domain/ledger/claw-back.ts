import type { Award, Books, Lot, MemberBook, Transfer } from "../books.ts";
import type { Instant } from "../calendar.ts";
import { programOf } from "../program/version-in-effect.ts";
import { drawsFor, lotOf, lotsToSpend, sumOf } from "./lots.ts";
import { post } from "./post.ts";

export interface Reduction {
  readonly at: Instant;
  readonly points: number;
  readonly reason: "refund" | "cancellation" | "edit";
  readonly keptBasisMinor: number;
  readonly fullBasisMinor: number;
  readonly target: number;
}

/**
 * Takes points of an order back: from what of them is pending, from what is left of its lots, and
 * what is missing by the policy of the order's own program version: owed (`debt`), forgiven
 * (`clamp`), or taken from the other lots, soonest expiry first, and only then owed.
 */
export function clawBack(books: Books, member: MemberBook, award: Award, reduction: Reduction): void {
  const own = award.lotIds.map((id) => lotOf(member, id));
  const pending = take(own, "pending", reduction.points);
  const open = take(own, "open", reduction.points - sumOf(pending));
  let missing = reduction.points - sumOf(pending) - sumOf(open);
  const policy = programOf(books, award.programVersion).refunds.shortfall;
  const others =
    policy === "otherLots"
      ? drawsFor(
          lotsToSpend(member).filter((lot) => !award.lotIds.includes(lot.id)),
          missing,
        )
      : [];
  missing -= sumOf(others);
  const transfers: Transfer[] = [
    ...pending.map(({ lotId, points }): Transfer => ({ from: "pending", to: "issued", points, lotId })),
    ...[...open, ...others].map(({ lotId, points }): Transfer => ({
      from: "available",
      to: "issued",
      points,
      lotId,
    })),
  ];
  if (missing > 0) {
    transfers.push({
      from: policy === "clamp" ? "written_off" : "debt",
      to: "issued",
      points: missing,
      lotId: null,
    });
  }
  const before = award.standing - award.writtenOff;
  award.postings += 1;
  post(books, member, {
    key: `order:${award.orderId}:award:${String(award.postings)}`,
    kind: "clawed_back",
    at: reduction.at,
    programVersion: award.programVersion,
    transfers,
    explanation: {
      kind: "order_reduced",
      orderId: award.orderId,
      orderName: award.orderName,
      reason: reduction.reason,
      keptBasisMinor: reduction.keptBasisMinor,
      fullBasisMinor: reduction.fullBasisMinor,
      target: reduction.target,
      before,
      fromPending: sumOf(pending),
      fromLot: sumOf(open),
      fromOtherLots: sumOf(others),
      toDebt: policy === "clamp" ? 0 : missing,
      writtenOff: policy === "clamp" ? missing : 0,
    },
  });
  award.standing -= reduction.points - (policy === "clamp" ? missing : 0);
  if (policy === "clamp") award.writtenOff += missing;
}

function take(lots: readonly Lot[], state: Lot["state"], points: number) {
  return drawsFor(
    lots.filter((lot) => lot.state === state),
    points,
  );
}
