import type { Award } from "../../books/awards.ts";
import type { MemberBook } from "../../books/member-book.ts";
import { lotOf } from "../../ledger/draws.ts";
import type { Qualifying } from "../../books/qualifying-ledger.ts";
import type { KeptOrder } from "../refunds/kept-order.ts";

/** What an order counts towards tiers: its kept net basis, its matured points, and itself while any goods are kept. */
export function qualifyingOf(member: MemberBook, award: Award, kept: KeptOrder): Qualifying {
  if (award.cancelled || award.frozen.excluded !== null) return { spendMinor: 0, points: 0, orders: 0 };
  return {
    spendMinor: kept.keptBasisMinor,
    points: maturedPointsOf(member, award),
    orders: kept.goodsShare.num === 0n ? 0 : 1,
  };
}

/** The points an order has, less those still pending. */
export function maturedPointsOf(member: MemberBook, award: Award): number {
  let points = award.target;
  for (const lotId of award.lotIds) {
    const lot = lotOf(member, lotId);
    if (lot.state === "pending") points -= lot.remaining;
  }
  return points;
}
