import type { OrderId } from "../../books/ids.ts";
import type { Instant } from "../../calendar.ts";
import type { OrderLine, OrderState } from "../../event.ts";

/**
 * An order nobody placed: these goods, paid and handed over at one instant, and nothing else to it.
 * It is judged like any other, to tell what goods would earn.
 */
export function imaginedOrder(
  id: OrderId,
  lines: readonly OrderLine[],
  currency: string,
  at: Instant,
): OrderState {
  return {
    id,
    name: null,
    currency,
    placedAt: at,
    paidAt: at,
    fulfilledAt: at,
    cancelledAt: null,
    updatedAt: null,
    test: false,
    taxesIncluded: true,
    channel: "online",
    paymentMethods: [],
    lines,
    orderDiscountMinor: 0,
    shippingMinor: 0,
    shippingTaxMinor: 0,
    paidByGiftCardMinor: 0,
    discountCodes: [],
    refunds: [],
  };
}
