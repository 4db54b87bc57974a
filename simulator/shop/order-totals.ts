import type { Order, OrderLine, ShippingLine } from "./records.ts";

export interface Totals {
  readonly lineItems: number;
  readonly discounts: number;
  readonly subtotal: number;
  readonly shipping: number;
  readonly tax: number;
  readonly total: number;
  readonly currentSubtotal: number;
  readonly currentDiscounts: number;
  readonly currentShipping: number;
  readonly currentTax: number;
  readonly currentTotal: number;
  readonly refunded: number;
  readonly outstanding: number;
}

function offOf(of: OrderLine | ShippingLine): number {
  return of.allocations.reduce((sum, one) => sum + one.amountMinor, 0);
}

export function netOfLine(line: OrderLine): number {
  return line.priceMinor * line.quantity - offOf(line);
}

export function shippingNet(line: ShippingLine): number {
  return line.priceMinor - offOf(line);
}

/** Units that were refunded or taken off by an edit. */
export function goneUnits(order: Order, line: OrderLine): number {
  const records = order.refunds.flatMap((refund) => refund.lines).filter((one) => one.lineId === line.id);
  return line.removed + records.reduce((sum, one) => sum + one.quantity, 0);
}

export function currentQuantity(order: Order, line: OrderLine): number {
  return line.quantity - goneUnits(order, line);
}

/** The share of an amount that the next `units` carry when `gone` went before: sums up without a rounding rest. */
export function shareOfUnits(amountMinor: number, quantity: number, gone: number, units: number): number {
  const upTo = (count: number): number => Math.round((amountMinor * count) / quantity);
  return upTo(gone + units) - upTo(gone);
}

function sum<T>(of: readonly T[], amount: (one: T) => number): number {
  return of.reduce((total, one) => total + amount(one), 0);
}

/** The amounts of an order as placed and as it stands now, in minor units of the shop's currency. */
export function totalsOf(order: Order): Totals {
  const subtotal = sum(order.lines, netOfLine);
  const discounts = sum(order.lines, offOf) + sum(order.shippingLines, offOf);
  const shipping = sum(order.shippingLines, shippingNet);
  const tax = sum(order.lines, (line) => line.taxMinor) + sum(order.shippingLines, (line) => line.taxMinor);
  const extras = order.tipMinor + order.dutiesMinor;
  const total = subtotal + shipping + extras + (order.taxesIncluded ? 0 : tax);
  const left = (amount: (line: OrderLine) => number): number =>
    sum(order.lines, (line) => shareOfUnits(amount(line), line.quantity, 0, currentQuantity(order, line)));
  const shippingBack = sum(order.refunds, (refund) => refund.shipping?.amountMinor ?? 0);
  const shippingTaxBack = sum(order.refunds, (refund) => refund.shipping?.taxMinor ?? 0);
  const currentSubtotal = left(netOfLine);
  const currentShipping = shipping - shippingBack;
  const currentTax =
    left((line) => line.taxMinor) + sum(order.shippingLines, (line) => line.taxMinor) - shippingTaxBack;
  const paid = sum(order.transactions, (one) => one.amountMinor);
  const refunded = sum(order.refunds, (refund) => sum(refund.transactions, (one) => one.amountMinor));
  const currentTotal = currentSubtotal + currentShipping + extras + (order.taxesIncluded ? 0 : currentTax);
  return {
    lineItems: sum(order.lines, (line) => line.priceMinor * line.quantity),
    discounts,
    subtotal,
    shipping,
    tax,
    total,
    currentSubtotal,
    currentDiscounts: left(offOf) + sum(order.shippingLines, offOf),
    currentShipping,
    currentTax,
    currentTotal,
    refunded,
    outstanding: order.paidAt === null && order.cancelledAt === null ? currentTotal - paid : 0,
  };
}

export type FinancialStatus = "pending" | "paid" | "partially_refunded" | "refunded" | "voided";

export function financialStatus(order: Order): FinancialStatus {
  const { refunded } = totalsOf(order);
  const paid = sum(order.transactions, (one) => one.amountMinor);
  if (order.paidAt === null) return order.cancelledAt === null ? "pending" : "voided";
  if (refunded === 0) return "paid";
  return refunded >= paid ? "refunded" : "partially_refunded";
}

export function fulfilmentStatus(order: Order): "fulfilled" | null {
  return order.fulfilledAt === null ? null : "fulfilled";
}
