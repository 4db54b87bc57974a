import { toText } from "../../shop/money.ts";
import type { Order, Refund, Shop, Transaction } from "../../shop/records.ts";
import { gid } from "../world.ts";
import { refundedLineBody, shippingLineBody } from "./order-line-body.ts";
import { moneySet, wireTime, type Wire } from "./wire.ts";

function transactionBody(shop: Shop, order: Order, one: Transaction): Wire {
  const at = wireTime(one.at, shop.timezone);
  return {
    id: BigInt(one.id),
    admin_graphql_api_id: gid("OrderTransaction", one.id),
    amount: toText(one.amountMinor, order.currency),
    amount_rounding: null,
    authorization: null,
    created_at: at,
    currency: order.currency,
    device_id: null,
    error_code: null,
    gateway: one.gateway,
    kind: one.kind,
    location_id: null,
    message: null,
    order_id: BigInt(order.id),
    parent_id: one.parentId === null ? null : BigInt(one.parentId),
    payment_id: `${order.number}.1`,
    processed_at: at,
    receipt: {},
    source_name: order.sourceName,
    status: "success",
    test: order.test,
    user_id: null,
    manual_payment_gateway: false,
  };
}

function refundedLines(order: Order, refund: Refund): Wire {
  return refund.lines.flatMap((one) => {
    const line = order.lines.find((candidate) => candidate.id === one.lineId);
    if (line === undefined) return [];
    return [
      {
        id: BigInt(one.id),
        quantity: one.quantity,
        line_item_id: BigInt(one.lineId),
        location_id: null,
        restock_type: one.restock,
        subtotal: Number(toText(one.subtotalMinor, order.currency)),
        total_tax: Number(toText(one.taxMinor, order.currency)),
        subtotal_set: moneySet(one.subtotalMinor, order),
        total_tax_set: moneySet(one.taxMinor, order),
        line_item: refundedLineBody(order, line),
      },
    ];
  });
}

function refundedShipping(order: Order, refund: Refund): Wire {
  const line = order.shippingLines[0];
  if (refund.shipping === null || line === undefined) return [];
  return [
    {
      id: BigInt(refund.shipping.id),
      shipping_line_id: BigInt(line.id),
      subtotal_amount_set: moneySet(refund.shipping.amountMinor, order),
      tax_amount_set: moneySet(refund.shipping.taxMinor, order),
      shipping_line: shippingLineBody(order, line, refund.shipping.amountMinor),
    },
  ];
}

/** The body of refunds/create, and each record of an order's `refunds`. */
export function refundBody(shop: Shop, order: Order, refund: Refund): Wire {
  const at = wireTime(refund.at, shop.timezone);
  return {
    id: BigInt(refund.id),
    order_id: BigInt(order.id),
    created_at: at,
    note: refund.note,
    user_id: 548380009,
    processed_at: at,
    duties: [],
    total_duties_set: moneySet(0, order),
    return: null,
    refund_shipping_lines: refundedShipping(order, refund),
    restock: refund.lines.some((line) => line.restock !== "no_restock"),
    admin_graphql_api_id: gid("Refund", refund.id),
    order_adjustments: refund.adjustments.map((one) => ({
      id: BigInt(one.id),
      amount: toText(one.amountMinor, order.currency),
      amount_set: moneySet(one.amountMinor, order),
      kind: one.kind,
      order_id: BigInt(order.id),
      reason: one.reason,
      refund_id: BigInt(refund.id),
      tax_amount: toText(0, order.currency),
      tax_amount_set: moneySet(0, order),
    })),
    refund_line_items: refundedLines(order, refund),
    transactions: refund.transactions.map((one) => transactionBody(shop, order, one)),
  };
}
