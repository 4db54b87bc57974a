import type { Instant } from "../../calendar.ts";
import type { OrderLine, OrderState } from "../../event.ts";
import { parseMoney } from "../../money.ts";
import type { TillPurchase } from "../../replay/lines/parse-engagement-line.ts";
import { WrongForm } from "../../replay/lines/wrong-form.ts";

const NOTHING = 0;

/**
 * A purchase outside the shop system: an order of channel `till` with one line without product, its
 * id the receipt's number. A line more of the same receipt gives it back, whole or by its amount.
 */
export function tillOrder(
  { receipt, amount }: TillPurchase,
  known: OrderState | null,
  { at, currency, digits }: { readonly at: Instant; readonly currency: string; readonly digits: number },
): OrderState {
  const amountMinor = amount === null ? null : parseMoney(amount, digits);
  if (amount !== null && amountMinor === null)
    throw new WrongForm("line.purchase.amount", "an amount of the currency in quotes is expected");
  if (known !== null) return givenBack(known, amountMinor, at);
  if (amountMinor === null) {
    throw new WrongForm("line.purchase.amount", "an amount in quotes is expected");
  }
  return {
    id: receipt,
    name: null,
    currency,
    ...{ placedAt: at, paidAt: at, fulfilledAt: at, cancelledAt: null, updatedAt: at },
    test: false,
    taxesIncluded: true,
    channel: "till",
    paymentMethods: [],
    lines: [tillLine(amountMinor)],
    orderDiscountMinor: NOTHING,
    shippingMinor: NOTHING,
    shippingTaxMinor: NOTHING,
    paidByGiftCardMinor: NOTHING,
    discountCodes: [],
    refunds: [],
  };
}

function givenBack(order: OrderState, amountMinor: number | null, at: Instant): OrderState {
  const lines = order.lines.map(({ id, unitPriceMinor }) => ({
    line: id,
    quantity: amountMinor === null || amountMinor >= unitPriceMinor ? 1 : NOTHING,
    amountMinor: amountMinor ?? unitPriceMinor,
  }));
  const amount = lines.reduce((sum, line) => sum + line.amountMinor, NOTHING);
  const refund = { id: `${order.id}:back`, at, amountMinor: amount, lines, shippingMinor: NOTHING };
  return { ...order, updatedAt: at, refunds: [refund] };
}

function tillLine(amountMinor: number): OrderLine {
  return {
    id: "1",
    product: null,
    variant: null,
    quantity: 1,
    unitPriceMinor: amountMinor,
    discountMinor: NOTHING,
    taxMinor: NOTHING,
    giftCard: false,
    tags: [],
    collections: [],
    vendor: "",
    kind: "",
  };
}
