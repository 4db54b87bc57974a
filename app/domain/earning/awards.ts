import type { Award, OrderId } from "../books.ts";
import type { Instant } from "../calendar.ts";

/** What one order of a member asks of the others: that it was judged and stands, since when, and the bonuses there is only one of. */
export interface StandingOrder {
  readonly orderId: OrderId;
  readonly paidAt: Instant | null;
  readonly once: readonly string[];
}

/**
 * A member's awards by order. An award that `get` or `values` gave may be changed until the unit of
 * work ends; a keeper of many (`replay`) puts it away then.
 */
export interface Awards {
  get(orderId: OrderId): Award | undefined;
  has(orderId: OrderId): boolean;
  set(orderId: OrderId, award: Award): void;
  delete(orderId: OrderId): void;
  clear(): void;
  values(): Iterable<Award>;
  /** The orders that were judged and are not cancelled. */
  standing(): Iterable<StandingOrder>;
}

/** Awards as they are, for the few members that a unit of work concerns. */
export class OpenAwards implements Awards {
  private readonly byOrder = new Map<OrderId, Award>();

  get(orderId: OrderId): Award | undefined {
    return this.byOrder.get(orderId);
  }

  has(orderId: OrderId): boolean {
    return this.byOrder.has(orderId);
  }

  set(orderId: OrderId, award: Award): void {
    this.byOrder.set(orderId, award);
  }

  delete(orderId: OrderId): void {
    this.byOrder.delete(orderId);
  }

  clear(): void {
    this.byOrder.clear();
  }

  values(): Iterable<Award> {
    return this.byOrder.values();
  }

  *standing(): Iterable<StandingOrder> {
    for (const award of this.byOrder.values()) {
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
