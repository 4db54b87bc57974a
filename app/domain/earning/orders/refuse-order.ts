import type { OrderLine, OrderState } from "../../event.ts";
import { refused } from "../../refusal.ts";
import type { Outcome } from "../../refusal.ts";

/** What makes an order unfit to be judged; null for a sound one. */
export function refuseOrder(order: OrderState, currency: string): Outcome | null {
  if (order.currency !== currency) {
    return refused(
      "order_currency_differs",
      `the order is in ${order.currency}, the program counts in ${currency}`,
    );
  }
  if (hasNegativeFigure(order))
    return refused("order_figure_negative", "a figure of the order is below zero");
  const isRepeated = repetition(order.lines);
  let netMinor = 0;
  let grossMinor = order.shippingMinor + order.shippingTaxMinor;
  for (const line of order.lines) {
    if (isRepeated(line)) return refused("order_line_repeated", `line ${line.id} is in the order twice`);
    const refusal = refuseLine(line);
    if (refusal !== null) return refusal;
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

function hasNegativeFigure(order: OrderState): boolean {
  return (
    isNegative(order.orderDiscountMinor) ||
    isNegative(order.shippingMinor) ||
    isNegative(order.shippingTaxMinor) ||
    isNegative(order.paidByGiftCardMinor)
  );
}

/** So many lines are compared with each other quicker than a set of them is made. */
const FEW = 8;

/** Tells of a line whether its id came up before; asked of each line once, in their order. */
function repetition(lines: readonly OrderLine[]): (line: OrderLine) => boolean {
  if (lines.length <= FEW) return (line) => lines.find(({ id }) => id === line.id) !== line;
  const seen = new Set<string>();
  return ({ id }) => seen.size === seen.add(id).size;
}

function refuseLine(line: OrderLine): Outcome | null {
  const { quantity, unitPriceMinor, discountMinor, taxMinor } = line;
  if (
    isNegative(quantity) ||
    isNegative(unitPriceMinor) ||
    isNegative(discountMinor) ||
    isNegative(taxMinor)
  ) {
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
