import type { Order, Refund } from "../../../shop/records.ts";
import { gid } from "../../world.ts";
import { time, type ApiContext, type Args, type View } from "../api-context.ts";
import { connection } from "../connection.ts";
import { lineItemView } from "./line-item-view.ts";
import { moneyBag, moneyV2 } from "./money-view.ts";
import { shippingViews, transactionView } from "./payment-views.ts";

export function refundView(context: ApiContext, order: Order, one: Refund): View {
  const total = one.transactions.reduce((sum, transaction) => sum + transaction.amountMinor, 0);
  const shipping = one.shipping === null ? [] : [one.shipping];
  return {
    __typename: "Refund",
    id: gid("Refund", one.id),
    legacyResourceId: one.id,
    createdAt: time(one.at),
    processedAt: time(one.at),
    updatedAt: time(one.at),
    note: one.note,
    duties: [],
    return: null,
    order: () => context.owners.order(context, order),
    totalRefunded: moneyV2(total, order.currency),
    totalRefundedSet: moneyBag(total, order),
    refundLineItems: (args: Args) =>
      connection(context, one.lines, args, (line) => refundLineView(context, order, line)),
    refundShippingLines: (args: Args) =>
      connection(context, shipping, args, (line) => ({
        id: gid("RefundShippingLine", line.id),
        subtotalAmountSet: moneyBag(line.amountMinor, order),
        taxAmountSet: moneyBag(line.taxMinor, order),
        shippingLine: shippingViews(order)[0] ?? null,
      })),
    orderAdjustments: (args: Args) =>
      connection(context, one.adjustments, args, (adjustment) => ({
        id: gid("OrderAdjustment", adjustment.id),
        amountSet: moneyBag(adjustment.amountMinor, order),
        taxAmountSet: moneyBag(0, order),
        reason: adjustment.reason.startsWith("Pending") ? "PENDING_REFUND_DISCREPANCY" : "REFUND_DISCREPANCY",
      })),
    transactions: (args: Args) =>
      connection(context, one.transactions, args, (transaction) => transactionView(order, transaction)),
  };
}

function refundLineView(context: ApiContext, order: Order, one: Refund["lines"][number]): View {
  const line = order.lines.find((candidate) => candidate.id === one.lineId);
  return {
    id: gid("RefundLineItem", one.id),
    quantity: one.quantity,
    restockType: one.restock.toUpperCase(),
    restocked: one.restock !== "no_restock",
    subtotalSet: moneyBag(one.subtotalMinor, order),
    totalTaxSet: moneyBag(one.taxMinor, order),
    priceSet: moneyBag(Math.round(one.subtotalMinor / one.quantity), order),
    lineItem: line === undefined ? null : lineItemView(context, order, line),
    location: null,
  };
}
