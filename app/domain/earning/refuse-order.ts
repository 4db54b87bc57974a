import type { OrderLine, OrderState } from "../event.ts";
import { refused } from "../redemption/refusal.ts";
import type { Outcome } from "../redemption/refusal.ts";

/** What makes an order unfit to be judged; null for a sound one. */
export function refuseOrder(order: OrderState, currency: string): Outcome | null {
  if (order.currency !== currency) {
    return refused(
      "order_currency_differs",
      `the order is in ${order.currency}, the program counts in ${currency}`,
    );
  }
  const orderFigures = [
    order.orderDiscountMinor,
    order.shippingMinor,
    order.shippingTaxMinor,
    order.paidByGiftCardMinor,
  ];
  if (orderFigures.some(isNegative))
    return refused("order_figure_negative", "a figure of the order is below zero");
  let netMinor = 0;
  let grossMinor = order.shippingMinor + order.shippingTaxMinor;
  const ids = new Set<string>();
  for (const line of order.lines) {
    const refusal = refuseLine(line, ids);
    if (refusal !== null) return refusal;
    ids.add(line.id);
    netMinor += line.unitPriceMinor * line.quantity - line.discountMinor;
    grossMinor += line.unitPriceMinor * line.quantity + line.taxMinor;
  }
  if (isInexact(grossMinor))
    return refused("order_figure_too_large", "the order's sum is too large to be exact");
  if (order.orderDiscountMinor > netMinor) {
    return refused("order_discount_above_price", "the order's discount is above the price of its lines");
  }
  return refuseRefunds(order);
}

function refuseLine(line: OrderLine, seen: ReadonlySet<string>): Outcome | null {
  if (seen.has(line.id)) return refused("order_line_repeated", `line ${line.id} is in the order twice`);
  if ([line.quantity, line.unitPriceMinor, line.discountMinor, line.taxMinor].some(isNegative)) {
    return refused("order_figure_negative", `a figure of line ${line.id} is below zero`);
  }
  if (isInexact(line.unitPriceMinor * line.quantity)) {
    return refused("order_figure_too_large", `the price of line ${line.id} is too large to be exact`);
  }
  if (line.discountMinor > line.unitPriceMinor * line.quantity) {
    return refused("order_discount_above_price", `the discount of line ${line.id} is above its price`);
  }
  return null;
}

/** A refund may name a line that an edit has since taken out: it is gone either way. */
function refuseRefunds(order: OrderState): Outcome | null {
  for (const refund of order.refunds) {
    if (isNegative(refund.amountMinor) || isNegative(refund.shippingMinor)) {
      return refused("order_figure_negative", `a figure of refund ${refund.id} is below zero`);
    }
    for (const { quantity, amountMinor } of refund.lines) {
      if (isNegative(quantity) || (amountMinor !== null && isNegative(amountMinor))) {
        return refused("order_figure_negative", `a figure of refund ${refund.id} is below zero`);
      }
    }
  }
  return null;
}

function isNegative(figure: number): boolean {
  return figure < 0;
}

/** Figures are parsed exactly; a product or sum of theirs may be beyond what a number holds exactly. */
function isInexact(figure: number): boolean {
  return !Number.isSafeInteger(figure);
}
