import type { Instant } from "../../calendar.ts";
import type { Customer } from "../history/customer.ts";
import { outcomeAt } from "../history/order-outcome.ts";
import type { ToldOrder } from "../history/told-order.ts";
import type { Window } from "./window.ts";

/** What each code that an order used is worth, minor units; null where only the order says. */
export type UsedCodes = ReadonlyMap<string, readonly (number | null)[]>;

/** What rewards took off the goods of orders. */
export interface RewardUse {
  readonly orders: number;
  readonly costMinor: number;
  /** Orders in which a code of ours and one that is none came together, so that nobody can say which took what. */
  readonly unclearOrders: number;
}

/** Of paid orders of these customers in a window, neither cancelled nor tests. */
export function rewardUse(
  customers: Iterable<Customer>,
  { from, to }: Window,
  usedCodes: UsedCodes,
  at: Instant,
): RewardUse {
  let [orders, costMinor, unclearOrders] = [0, 0, 0];
  for (const customer of customers) {
    for (const order of customer.orders) {
      const values = usedCodes.get(order.id);
      if (values === undefined || order.paidOn === null || order.paidOn < from || order.paidOn >= to)
        continue;
      if (outcomeAt(order, at) === null) continue;
      const cost = rewardCost(order, values);
      orders += 1;
      if (cost === null) unclearOrders += 1;
      else costMinor += cost;
    }
  }
  return { orders, costMinor, unclearOrders };
}

/**
 * A code of a known amount took that, and never more than the order says was taken off its goods. One of a share took
 * all that was taken off, where no other code than ours came with it. Null: that cannot be told apart.
 */
export function rewardCost(
  { discountCodes, discountMinor }: Pick<ToldOrder, "discountCodes" | "discountMinor">,
  values: readonly (number | null)[],
): number | null {
  let known = 0;
  for (const value of values) {
    if (value === null) return values.length >= discountCodes.length ? discountMinor : null;
    known += value;
  }
  return Math.min(known, discountMinor);
}
