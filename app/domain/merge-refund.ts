import type { OrderRefund, OrderState } from "./event.ts";

/**
 * An order's last known state with a refund that was told of alone. The refund replaces what was
 * known of it under the same id; the state counts as being of the refund's instant, so that a
 * delivery from before it, which cannot know it, does not undo it.
 */
export function mergeRefund(order: OrderState, refund: OrderRefund): OrderState {
  const others = order.refunds.filter((known) => known.id !== refund.id);
  return {
    ...order,
    refunds: [...others, refund],
    updatedAt: order.updatedAt === null ? null : Math.max(order.updatedAt, refund.at),
  };
}
