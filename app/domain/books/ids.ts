export type MemberId = string;

export type OrderId = string;

/** Names an order as the cause of what it brings: points, and what counts towards tiers, challenges and memberships. */
export function causeOfOrder(orderId: OrderId): string {
  if (orderId !== last.orderId) last = { orderId, cause: `order:${orderId}` };
  return last.cause;
}

/** Asked for several times over for the same order. */
let last = { orderId: "", cause: "order:" };

/** What draws are made for: the shop's number of the customer, as a history names them; of a guest `guest:` and the address. */
export function drawNameOf({
  memberId,
  customerId,
  email,
}: {
  readonly memberId: MemberId;
  readonly customerId: string | null;
  readonly email: string | null;
}): string {
  return customerId ?? (email === null ? memberId : `guest:${email}`);
}
