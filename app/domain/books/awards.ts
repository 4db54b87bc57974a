import type { Instant } from "../calendar.ts";
import type { FrozenAward } from "./frozen-award.ts";
import type { MemberId, OrderId } from "./ids.ts";

/**
 * An order's frozen award and what of it is posted. Every order that was seen has one, so that an
 * older state that comes late is known as such; `frozen.excluded` says why one has nothing.
 */
export interface Award {
  readonly orderId: OrderId;
  readonly memberId: MemberId;
  readonly orderName: string | null;
  /** The version it is judged by: the one in effect at `paidAt`. */
  programVersion: number;
  /** The instant it is judged at; null while it was never seen paid. */
  paidAt: Instant | null;
  /** Rules, rates, multipliers and line bases as matched when the order first qualified. Never re-judged. */
  frozen: FrozenAward;
  /** Points this order's present state should have (A'). */
  target: number;
  /** Points really standing for this order in the ledger: credited less clawed back. */
  standing: number;
  /** What clawbacks could not take and was forgiven (`shortfall: "clamp"`); counts as taken. */
  writtenOff: number;
  /** In its present state: cancelled, or no longer paid. */
  cancelled: boolean;
  /** Lots this order's points went into, oldest first: `order:1001`, then `order:1001:2` if the first had lapsed. */
  lotIds: readonly string[];
  /** Number of postings so far; the next transaction key uses postings + 1. */
  postings: number;
  /** The platform's version of the order applied last; an older state is ignored. Null = unknown. */
  orderUpdatedAt: Instant | null;
}

/** What one order of a member asks of the others: that it was paid and stands, since when, and the bonuses there is only one of. */
export interface StandingOrder {
  readonly orderId: OrderId;
  readonly paidAt: Instant;
  readonly once: readonly string[];
}

/** A member's awards by order. */
export class Awards extends Map<OrderId, Award> {
  /** The orders that were paid and are not cancelled, whether they earned or not: an order is an order. */
  *standing(): Generator<StandingOrder> {
    for (const award of this.values()) {
      const standing = standingOf(award);
      if (standing !== null) yield standing;
    }
  }
}

/** What other orders ask of an award; null where it was never paid, is a test, or is cancelled. */
function standingOf({ orderId, paidAt, cancelled, frozen }: Award): StandingOrder | null {
  if (cancelled || paidAt === null) return null;
  return { orderId, paidAt, once: frozen.orderRules.flatMap(({ once }) => once ?? []) };
}
