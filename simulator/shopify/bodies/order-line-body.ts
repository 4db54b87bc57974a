import { shippingNet, currentQuantity } from "../../shop/order-totals.ts";
import { toText } from "../../shop/money.ts";
import type { Allocation, Order, OrderLine, ShippingLine } from "../../shop/records.ts";
import { gid } from "../world.ts";
import { moneySet, type Wire } from "./wire.ts";

function allocations(order: Order, of: readonly Allocation[]): Wire {
  return of.map((one) => ({
    amount: toText(one.amountMinor, order.currency),
    amount_set: moneySet(one.amountMinor, order),
    discount_application_index: one.application,
  }));
}

export function taxLines(order: Order, taxMinor: number): Wire {
  if (taxMinor === 0) return [];
  return [
    {
      channel_liable: false,
      price: toText(taxMinor, order.currency),
      price_set: moneySet(taxMinor, order),
      rate: Number(order.taxPercent) / 100,
      title: "VAT",
    },
  ];
}

/** What a line looks like in both an order and a refund. `total_discount` is Shopify's own: line discounts only. */
function shared(order: Order, line: OrderLine): { readonly [key: string]: Wire } {
  const manual = line.allocations.filter((one) => order.applications[one.application]?.type === "manual");
  const totalDiscount = manual.reduce((sum, one) => sum + one.amountMinor, 0);
  return {
    name: line.variantTitle === null ? line.title : `${line.title} - ${line.variantTitle}`,
    price: toText(line.priceMinor, order.currency),
    price_set: moneySet(line.priceMinor, order),
    product_exists: line.productId !== null,
    product_id: line.productId === null ? null : BigInt(line.productId),
    properties: [],
    quantity: line.quantity,
    requires_shipping: line.requiresShipping ?? !line.giftCard,
    sku: line.sku,
    taxable: line.taxable,
    title: line.title,
    total_discount: toText(totalDiscount, order.currency),
    total_discount_set: moneySet(totalDiscount, order),
    variant_id: line.variantId === null ? null : BigInt(line.variantId),
    variant_inventory_management: null,
    variant_title: line.variantTitle,
    vendor: line.vendor,
    tax_lines: taxLines(order, line.taxMinor),
    duties: [],
    discount_allocations: allocations(order, line.allocations),
  };
}

export function orderLineBody(order: Order, line: OrderLine): Wire {
  const current = currentQuantity(order, line);
  return {
    id: BigInt(line.id),
    admin_graphql_api_id: gid("LineItem", line.id),
    attributed_staffs: [],
    current_quantity: current,
    fulfillable_quantity: line.fulfilled ? 0 : current,
    fulfillment_service: line.giftCard ? "gift_card" : "manual",
    fulfillment_status: line.fulfilled ? "fulfilled" : null,
    gift_card: line.giftCard,
    grams: 250,
    sales_line_item_group_id: null,
    ...shared(order, line),
  };
}

/** The copy of a line that a refund carries with it. */
export function refundedLineBody(order: Order, line: OrderLine): Wire {
  return {
    id: BigInt(line.id),
    fulfillment_service: line.giftCard ? "gift_card" : "manual",
    gift_card: line.giftCard,
    fulfillable_quantity: line.fulfilled ? 0 : currentQuantity(order, line),
    grams: 250,
    fulfillment_status: line.fulfilled ? "fulfilled" : null,
    admin_graphql_api_id: gid("LineItem", line.id),
    ...shared(order, line),
  };
}

export function shippingLineBody(order: Order, line: ShippingLine, refundedMinor: number): Wire {
  const net = shippingNet(line);
  return {
    id: BigInt(line.id),
    carrier_identifier: null,
    code: line.title,
    current_discounted_price_set: moneySet(net - refundedMinor, order),
    discounted_price: toText(net, order.currency),
    discounted_price_set: moneySet(net, order),
    is_removed: false,
    phone: null,
    price: toText(line.priceMinor, order.currency),
    price_set: moneySet(line.priceMinor, order),
    requested_fulfillment_service_id: null,
    source: "shopify",
    title: line.title,
    tax_lines: taxLines(order, line.taxMinor),
    discount_allocations: allocations(order, line.allocations),
  };
}
