import { day, type Line } from "./case.ts";

/** Raw deliveries with only what a case is about; the rest is the plainest the platform sends. */
export const shopify = (at: string, topic: string, payload: object): Line => ({
  at,
  type: "shopify",
  topic,
  payload,
});

export const shopifyOrder = (more: Line = {}): Line => ({
  id: 1,
  name: "#1",
  currency: "EUR",
  presentment_currency: "EUR",
  financial_status: "paid",
  cancelled_at: null,
  created_at: day("01-05"),
  processed_at: day("01-05"),
  updated_at: day("01-05"),
  taxes_included: true,
  test: false,
  source_name: "web",
  payment_gateway_names: ["card"],
  customer: { id: 77, email: "x@example.com" },
  line_items: [shopifyLine(1, "10.00")],
  discount_codes: [],
  shipping_lines: [],
  refunds: [],
  total_price: "10.00",
  fulfillments: [],
  ...more,
});

export const shopifyLine = (id: number, price: string, more: Line = {}): Line => ({
  id,
  product_id: 100 + id,
  variant_id: 200 + id,
  quantity: 1,
  price,
  total_discount: "0.00",
  discount_allocations: [],
  tax_lines: [],
  gift_card: false,
  vendor: "V",
  title: "t",
  ...more,
});

export const shopifyRefund = (
  amount: string,
  lines: readonly { line_item_id: number; quantity: number; subtotal: number }[],
): Line => ({
  id: 5,
  order_id: 1,
  created_at: day("01-10"),
  processed_at: day("01-10"),
  refund_line_items: lines.map((line, index) => ({ id: 50 + index, total_tax: 0, ...line })),
  order_adjustments: [],
  transactions: [{ id: 9, kind: "refund", status: "success", amount, currency: "EUR" }],
});

export const ecwid = (at: string, more: Line = {}): Line => ({
  at,
  type: "ecwid",
  order: {
    id: "E1",
    total: 50,
    subtotal: 50,
    tax: 0,
    pricesIncludeTax: true,
    couponDiscount: 0,
    discount: 0,
    paymentStatus: "PAID",
    fulfillmentStatus: "SHIPPED",
    customerId: 9,
    email: "e@example.com",
    createDate: "2026-01-05 09:00:00 +0000",
    updateDate: "2026-01-05 09:00:00 +0000",
    refundedAmount: 0,
    items: [
      { id: 1, productId: 11, price: 30, quantity: 1, tax: 0 },
      { id: 2, productId: 12, price: 10, quantity: 2, tax: 0 },
    ],
    ...more,
  },
});
