import type { Order, Transaction } from "../../../shop/records.ts";
import { gid } from "../../world.ts";
import { time, type View } from "../api-context.ts";
import { allocationViews, taxLineViews } from "./line-item-view.ts";
import { moneyBag } from "./money-view.ts";

export function transactionView(order: Order, one: Transaction): View {
  return {
    id: gid("OrderTransaction", one.id),
    kind: one.kind.toUpperCase(),
    status: "SUCCESS",
    gateway: one.gateway,
    formattedGateway: one.gateway,
    test: order.test,
    amountSet: moneyBag(one.amountMinor, order),
    createdAt: time(one.at),
    processedAt: time(one.at),
  };
}

export function shippingViews(order: Order): View[] {
  const back = order.refunds.reduce((sum, refund) => sum + (refund.shipping?.amountMinor ?? 0), 0);
  return order.shippingLines.map((line) => {
    const net = line.priceMinor - line.allocations.reduce((sum, one) => sum + one.amountMinor, 0);
    return {
      id: gid("ShippingLine", line.id),
      title: line.title,
      code: line.title,
      source: "shopify",
      isRemoved: false,
      originalPriceSet: moneyBag(line.priceMinor, order),
      discountedPriceSet: moneyBag(net, order),
      currentDiscountedPriceSet: moneyBag(net - back, order),
      taxLines: taxLineViews(order, line.taxMinor),
      discountAllocations: allocationViews(order, line.allocations),
    };
  });
}
