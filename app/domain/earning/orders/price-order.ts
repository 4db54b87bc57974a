import { elementAt } from "../../assert.ts";
import type { OrderLine, OrderState } from "../../event.ts";
import { allocate } from "../../money.ts";
import type { Program } from "../../program/program.ts";
import { ONE, rational } from "../../rational.ts";
import type { Rational } from "../../rational.ts";
import type { DiscountCover } from "./reward-cover.ts";

/** Stands for the order's shipping where that earns; it matches only rules without wishes about lines. */
export const SHIPPING_LINE: OrderLine = {
  id: "(shipping)",
  product: null,
  variant: null,
  quantity: 1,
  unitPriceMinor: 0,
  discountMinor: 0,
  taxMinor: 0,
  giftCard: false,
  tags: [],
  collections: [],
  vendor: "",
  kind: "",
};

/** A line in minor units of the shop's currency, before any refund. */
export interface PricedLine {
  readonly line: OrderLine;
  /** Price × quantity less all discounts, the order's included. */
  readonly netMinor: number;
  /** What the shopper pays for it, tax included. */
  readonly grossMinor: number;
  /** What of it earns, by the program's settings; before the share paid by gift card is taken off. */
  readonly basisMinor: number;
}

export interface PricedOrder {
  /** In the order's order; shipping last, if it earns. */
  readonly lines: readonly PricedLine[];
  /** Goods after discounts, as priced: what `minSubtotal` compares. */
  readonly subtotalMinor: number;
  /** Under `whenBought`, the share of the order that was not paid by gift card; else 1. */
  readonly basisShare: Rational;
}

/** What each line of an order is worth and what of it earns. The order was found sound before. */
export function priceOrder(order: OrderState, program: Program, cover: DiscountCover): PricedOrder {
  const { basis } = program;
  const nets = netsOf(order);
  const covered = basis.rewardDiscounts ? cover(order, nets) : null;
  let subtotalMinor = 0;
  let totalMinor = 0;
  const goods = order.lines.map((line, index): PricedLine => {
    const netMinor = elementAt(nets, index);
    const grossMinor = netMinor + (order.taxesIncluded ? 0 : line.taxMinor);
    const earns = !line.giftCard || basis.giftCards === "whenBought";
    const money =
      basis.tax === "include" ? grossMinor : order.taxesIncluded ? netMinor - line.taxMinor : netMinor;
    const basisMinor = earns ? Math.max(0, money + (covered === null ? 0 : elementAt(covered, index))) : 0;
    subtotalMinor += netMinor;
    totalMinor += grossMinor;
    return { line, netMinor, grossMinor, basisMinor };
  });
  const shipping = priceShipping(order, basis.tax);
  const lines = basis.shipping && shipping.grossMinor > 0 ? [...goods, shipping] : goods;
  const basisShare =
    basis.giftCards === "whenBought"
      ? shareNotPaidByGiftCard(order.paidByGiftCardMinor, totalMinor + shipping.grossMinor)
      : ONE;
  return { lines, subtotalMinor, basisShare };
}

/** Price × quantity less discounts of each line, the order's shared over them. */
export function netsOf(order: OrderState): number[] {
  const nets = order.lines.map((line) => line.unitPriceMinor * line.quantity - line.discountMinor);
  if (order.orderDiscountMinor === 0) return nets;
  const shares = allocate(order.orderDiscountMinor, nets);
  return nets.map((net, index) => net - elementAt(shares, index));
}

function priceShipping(order: OrderState, tax: "include" | "exclude"): PricedLine {
  const { shippingMinor, shippingTaxMinor, taxesIncluded } = order;
  const grossMinor = shippingMinor + (taxesIncluded ? 0 : shippingTaxMinor);
  const withoutTax = taxesIncluded ? shippingMinor - shippingTaxMinor : shippingMinor;
  return {
    line: SHIPPING_LINE,
    netMinor: shippingMinor,
    grossMinor,
    basisMinor: Math.max(0, tax === "include" ? grossMinor : withoutTax),
  };
}

function shareNotPaidByGiftCard(paidByGiftCardMinor: number, totalMinor: number): Rational {
  if (totalMinor === 0 || paidByGiftCardMinor === 0) return ONE;
  return rational(Math.max(0, totalMinor - paidByGiftCardMinor), totalMinor);
}
