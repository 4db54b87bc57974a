import type { OrderState, ShopFact } from "#app/domain/event.ts";
import { translateShopify } from "#app/platforms/shopify/orders/translate.ts";

const context = { currency: "EUR", timezone: "Europe/Berlin", at: 1_000 };
export const PLACED = "2026-01-05T10:00:00+01:00";
export const PLACED_AT = Date.UTC(2026, 0, 5, 9);

export type Body = Record<string, unknown>;

export const set = (amount: string): Body => ({
  shop_money: { amount, currency_code: "EUR" },
  presentment_money: { amount: "999.99", currency_code: "USD" },
});

/** One line of two units at 20.00, paid online by card, tax inside. */
export const line = (more: Body = {}): Body => ({
  id: 11,
  quantity: 2,
  current_quantity: 2,
  price: "20.00",
  price_set: set("20.00"),
  product_id: 91,
  variant_id: 92,
  vendor: "Kiez",
  gift_card: false,
  tax_lines: [{ price: "6.39", price_set: set("6.39") }],
  discount_allocations: [],
  ...more,
});

export const order = (more: Body = {}): Body => ({
  id: 1001,
  name: "#1001",
  currency: "EUR",
  created_at: PLACED,
  processed_at: PLACED,
  updated_at: "2026-01-05T10:00:05+01:00",
  cancelled_at: null,
  financial_status: "paid",
  fulfillment_status: null,
  test: false,
  taxes_included: true,
  source_name: "web",
  payment_gateway_names: ["shopify_payments"],
  discount_codes: [],
  total_discounts: "0.00",
  line_items: [line()],
  shipping_lines: [],
  refunds: [],
  customer: {
    id: 7,
    email: "anna@example.com",
    verified_email: true,
    first_name: "Anna",
    last_name: null,
    tags: "vip, staff",
  },
  email: "anna@example.com",
  ...more,
});

export const refund = (more: Body = {}): Body => ({
  id: 501,
  order_id: 1001,
  created_at: "2026-01-20T12:00:00+01:00",
  processed_at: "2026-01-20T12:00:00+01:00",
  refund_line_items: [],
  refund_shipping_lines: [],
  order_adjustments: [],
  transactions: [],
  ...more,
});
export const money = (amount: string, more: Body = {}): Body => ({
  kind: "refund",
  status: "success",
  amount,
  currency: "EUR",
  ...more,
});
export const lineBack = (quantity: number, subtotal: number, more: Body = {}): Body => ({
  line_item_id: 11,
  quantity,
  subtotal,
  total_tax: 0,
  ...more,
});
export const difference = (amount: string): Body => ({
  kind: "refund_discrepancy",
  amount,
  tax_amount: "0.00",
});

export function facts(topic: string, body: Body | string): readonly ShopFact[] {
  const translation = translateShopify(
    topic,
    typeof body === "string" ? body : JSON.stringify(body),
    context,
  );
  if (!translation.ok) throw new Error(translation.reason);
  return translation.facts;
}

export function state(body: Body, topic = "orders/updated"): OrderState {
  const [fact] = facts(topic, body);
  if (fact?.type !== "order") throw new Error("no order");
  return fact.order;
}

export function reason(topic: string, body: Body | string): string {
  const translation = translateShopify(
    topic,
    typeof body === "string" ? body : JSON.stringify(body),
    context,
  );
  return translation.ok ? "accepted" : translation.reason;
}
