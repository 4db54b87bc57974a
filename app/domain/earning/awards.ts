import type { Award, OrderId } from "../books.ts";
import type { Instant } from "../calendar.ts";
import type { Holding } from "../holding.ts";

/** What one order of a member asks of the others: that it was judged and stands, since when, and the bonuses there is only one of. */
export interface StandingOrder {
  readonly orderId: OrderId;
  readonly paidAt: Instant | null;
  readonly once: readonly string[];
}

/** A member's awards by order. */
export interface Awards extends Holding<Award> {
  /** The orders that were judged and are not cancelled. */
  standing(): Iterable<StandingOrder>;
}

/** Awards as they are, for the few members that a unit of work concerns. */
export class OpenAwards extends Map<OrderId, Award> implements Awards {
  *standing(): Generator<StandingOrder> {
    for (const award of this.values()) {
      const standing = standingOf(award);
      if (standing !== null) yield standing;
    }
  }
}

/** What other orders ask of an award; null where it was not judged or is cancelled. */
export function standingOf({ orderId, paidAt, cancelled, frozen }: Award): StandingOrder | null {
  if (cancelled || frozen.excluded !== null) return null;
  return { orderId, paidAt, once: frozen.orderRules.flatMap(({ once }) => once ?? []) };
}
