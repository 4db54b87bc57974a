import { day, program, type ReplayCase } from "./case.ts";
import { shopify, shopifyLine, shopifyOrder, shopifyRefund } from "./deliveries.ts";

/** Raw deliveries as Shopify sends them. */
export const shopifyLinesCases: readonly ReplayCase[] = [
  {
    title: "Shopify: a paid order earns on what its discount allocations leave",
    program: program({}),
    events: [
      shopify(
        day("01-05"),
        "orders/paid",
        shopifyOrder({
          line_items: [
            shopifyLine(1, "50.00", { discount_allocations: [{ amount: "10.00" }] }),
            shopifyLine(2, "10.00", { quantity: 2 }),
          ],
        }),
      ),
    ],
    expect: { "77": { available: 60 } },
  },
  {
    title: "Shopify: the amount in the shop's currency earns, not what the shopper was shown",
    program: program({}),
    events: [
      shopify(
        day("01-05"),
        "orders/paid",
        shopifyOrder({
          presentment_currency: "USD",
          line_items: [
            shopifyLine(1, "10.00", {
              price_set: {
                shop_money: { amount: "10.00", currency_code: "EUR" },
                presentment_money: { amount: "11.00", currency_code: "USD" },
              },
            }),
          ],
        }),
      ),
    ],
    expect: { "77": { available: 10 } },
  },
  {
    title: "Shopify: an order of a shop in another currency is refused",
    program: program({}),
    events: [shopify(day("01-05"), "orders/paid", shopifyOrder({ currency: "USD" }))],
    expect: {},
    rejected: [{ line: 1 }],
  },
  {
    title: "Shopify: without its tax, where tax does not earn",
    program: program({ basis: { tax: "exclude" } }),
    events: [
      shopify(
        day("01-05"),
        "orders/paid",
        shopifyOrder({ line_items: [shopifyLine(1, "119.00", { tax_lines: [{ price: "19.00" }] })] }),
      ),
    ],
    expect: { "77": { available: 100 } },
  },
  {
    title: "Shopify: with its tax, where prices are net",
    program: program({}),
    events: [
      shopify(
        day("01-05"),
        "orders/paid",
        shopifyOrder({
          taxes_included: false,
          line_items: [shopifyLine(1, "100.00", { tax_lines: [{ price: "19.00" }] })],
        }),
      ),
    ],
    expect: { "77": { available: 119 } },
  },
  {
    title: "Shopify: test order",
    program: program({}),
    events: [shopify(day("01-05"), "orders/paid", shopifyOrder({ test: true }))],
    expect: { "77": { available: 0 } },
  },
  {
    title: "Shopify: pending, then paid",
    program: program({}),
    events: [
      shopify(day("01-05"), "orders/create", shopifyOrder({ financial_status: "pending" })),
      shopify(day("01-06"), "orders/paid", shopifyOrder({ updated_at: day("01-06") })),
    ],
    expect: { "77": { available: 10 } },
  },
  {
    title: "Shopify: refunds/create",
    program: program({}),
    events: [
      shopify(
        day("01-05"),
        "orders/paid",
        shopifyOrder({ line_items: [shopifyLine(1, "30.00"), shopifyLine(2, "20.00")] }),
      ),
      shopify(
        day("01-10"),
        "refunds/create",
        shopifyRefund("30.00", [{ line_item_id: 1, quantity: 1, subtotal: 30.0 }]),
      ),
    ],
    expect: { "77": { available: 20 } },
  },
  {
    title: "Shopify: refund before its order",
    program: program({}),
    events: [
      shopify(
        day("01-10"),
        "refunds/create",
        shopifyRefund("30.00", [{ line_item_id: 1, quantity: 1, subtotal: 30.0 }]),
      ),
      shopify(
        day("01-05"),
        "orders/paid",
        shopifyOrder({ line_items: [shopifyLine(1, "30.00"), shopifyLine(2, "20.00")] }),
      ),
    ],
    expect: { "77": { available: 20 } },
  },
  {
    title: "Shopify: refund amount only",
    program: program({}),
    events: [
      shopify(
        day("01-05"),
        "orders/paid",
        shopifyOrder({ line_items: [shopifyLine(1, "30.00"), shopifyLine(2, "20.00")] }),
      ),
      shopify(day("01-10"), "refunds/create", shopifyRefund("25.00", [])),
    ],
    expect: { "77": { available: 25 } },
  },
  {
    title: "Shopify: refund within the order state",
    program: program({}),
    events: [
      shopify(
        day("01-05"),
        "orders/paid",
        shopifyOrder({ line_items: [shopifyLine(1, "30.00"), shopifyLine(2, "20.00")] }),
      ),
      shopify(
        day("01-10"),
        "orders/updated",
        shopifyOrder({
          financial_status: "partially_refunded",
          updated_at: day("01-10"),
          line_items: [shopifyLine(1, "30.00"), shopifyLine(2, "20.00")],
          refunds: [shopifyRefund("30.00", [{ line_item_id: 1, quantity: 1, subtotal: 30.0 }])],
        }),
      ),
    ],
    expect: { "77": { available: 20 } },
  },
  {
    title: "Shopify: cancelled",
    program: program({}),
    events: [
      shopify(day("01-05"), "orders/paid", shopifyOrder()),
      shopify(
        day("01-10"),
        "orders/cancelled",
        shopifyOrder({ financial_status: "refunded", cancelled_at: day("01-10"), updated_at: day("01-10") }),
      ),
    ],
    expect: { "77": { available: 0 } },
  },
  {
    title: "Shopify: older state late",
    program: program({}),
    events: [
      shopify(
        day("01-10"),
        "orders/cancelled",
        shopifyOrder({ cancelled_at: day("01-10"), updated_at: day("01-10") }),
      ),
      shopify(day("01-11"), "orders/paid", shopifyOrder()),
    ],
    expect: { "77": { available: 0 } },
  },
  {
    title: "Shopify: guest then account",
    program: program({}),
    events: [
      shopify(
        day("01-05"),
        "orders/paid",
        shopifyOrder({ customer: null, email: "x@example.com", contact_email: "x@example.com" }),
      ),
      shopify(day("01-06"), "customers/create", {
        id: 77,
        email: "x@example.com",
        verified_email: true,
        state: "enabled",
        tags: "",
        created_at: day("01-06"),
        updated_at: day("01-06"),
      }),
    ],
    expect: { "77": { available: 10 } },
  },
  {
    title: "Shopify: unknown topic is nothing",
    program: program({}),
    events: [
      shopify(day("01-05"), "carts/create", { id: "x" }),
      shopify(day("01-06"), "orders/paid", shopifyOrder()),
    ],
    expect: { "77": { available: 10 } },
  },
  {
    title: "Shopify: broken payload is rejected",
    program: program({}),
    events: [
      shopify(day("01-05"), "orders/paid", { id: 1 }),
      shopify(day("01-06"), "orders/paid", shopifyOrder()),
    ],
    expect: { "77": { available: 10 } },
    rejected: [{ line: 1 }],
  },
  {
    title: "Shopify: gift card line",
    program: program({}),
    events: [
      shopify(
        day("01-05"),
        "orders/paid",
        shopifyOrder({ line_items: [shopifyLine(1, "30.00"), shopifyLine(2, "20.00", { gift_card: true })] }),
      ),
    ],
    expect: { "77": { available: 30 } },
  },
  {
    title: "Shopify: shipping earns",
    program: program({ basis: { shipping: true } }),
    events: [
      shopify(
        day("01-05"),
        "orders/paid",
        shopifyOrder({
          shipping_lines: [
            { price: "4.90", discounted_price: "4.90", tax_lines: [], discount_allocations: [] },
          ],
        }),
      ),
    ],
    expect: { "77": { available: 14 } },
  },
  {
    title: "Shopify: merge",
    program: program({}),
    events: [
      shopify(day("01-05"), "orders/paid", shopifyOrder()),
      shopify(
        day("01-05"),
        "orders/paid",
        shopifyOrder({ id: 2, customer: { id: 78, email: "y@example.com" } }),
      ),
      shopify(day("01-06"), "customers/merge", {
        admin_graphql_api_customer_kept_id: "gid://shopify/Customer/77",
        admin_graphql_api_customer_deleted_id: "gid://shopify/Customer/78",
        status: "completed",
      }),
    ],
    expect: { "77": { available: 20 } },
    absent: ["78"],
  },
  {
    title: "Shopify: customer deleted: points stay in the totals",
    program: program({}),
    events: [
      shopify(day("01-05"), "orders/paid", shopifyOrder()),
      shopify(day("01-06"), "customers/delete", { id: 77 }),
    ],
    expect: {},
    totals: { outstanding: 10 },
  },
  {
    title: "Shopify: redact: address goes, sums stay",
    program: program({}),
    events: [
      shopify(day("01-05"), "orders/paid", shopifyOrder()),
      shopify(day("01-06"), "customers/redact", {
        shop_domain: "a",
        customer: { id: 77, email: "x@example.com", phone: null },
        orders_to_redact: [],
      }),
    ],
    expect: { "77": { email: null, available: 10 } },
    totals: { outstanding: 10 },
  },
];
