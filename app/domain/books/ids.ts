export type MemberId = string;

export type OrderId = string;

/** Names an order as the cause of what it brings: points, and what counts towards tiers, challenges and memberships. */
export function causeOfOrder(orderId: OrderId): string {
  if (orderId !== last.orderId) last = { orderId, cause: `order:${orderId}` };
  return last.cause;
}

/** Asked for several times over for the same order. */
let last = { orderId: "", cause: "order:" };
