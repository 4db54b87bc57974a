import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { OrderState } from "#app/domain/event.ts";
import {
  type Body,
  set,
  line,
  order,
  refund,
  money,
  lineBack,
  facts,
  state,
  reason,
  PLACED,
  PLACED_AT,
} from "#tests/support/shopify-bodies.ts";
import { COMPLIANCE_TOPICS, SUBSCRIBED_TOPICS } from "./topics.ts";

describe("an order", () => {
  it.each<[string, Body, Partial<OrderState>]>([
    ["is judged at the instant it was processed", {}, { placedAt: PLACED_AT, paidAt: PLACED_AT }],
    ["that awaits its payment is not paid", { financial_status: "pending" }, { paidAt: null }],
    ["that was authorised only is not paid", { financial_status: "authorized" }, { paidAt: null }],
    ["that is paid in part is not paid", { financial_status: "partially_paid" }, { partlyPaid: true }],
    ["that was refunded had been paid", { financial_status: "refunded" }, { paidAt: PLACED_AT }],
    [
      "imported without processed_at is judged at its making",
      { processed_at: null },
      { placedAt: PLACED_AT },
    ],
    ["for testing is a test", { test: true }, { test: true }],
    [
      "that is still a draft counts as a test",
      { admin_graphql_api_id: "gid://shopify/DraftOrder/1001" },
      { test: true },
    ],
    [
      "made from a draft is an order",
      { source_name: "shopify_draft_order" },
      { test: false, channel: "shopify_draft_order" },
    ],
    ["at the counter comes from pos", { source_name: "pos" }, { channel: "pos" }],
    ["from the web is online", { source_name: "web" }, { channel: "online" }],
    ["without tax in its prices says so", { taxes_included: false }, { taxesIncluded: false }],
    [
      "names the codes it carried",
      { discount_codes: [{ code: "ABC", amount: "5.00", type: "fixed_amount" }] },
      { discountCodes: ["ABC"] },
    ],
    [
      "keeps an id above 2^53 from its global id",
      { id: 820982911946154500, admin_graphql_api_id: "gid://shopify/Order/820982911946154508" },
      { id: "820982911946154508" },
    ],
    [
      "is fulfilled when its last parcel left",
      {
        fulfillment_status: "fulfilled",
        fulfillments: [
          { created_at: "2026-01-06T10:00:00Z", status: "success" },
          { created_at: "2026-01-07T10:00:00Z", status: "success" },
          { created_at: "2026-01-09T10:00:00Z", status: "cancelled" },
        ],
      },
      { fulfilledAt: Date.UTC(2026, 0, 7, 10) },
    ],
    [
      "fulfilled in part is not fulfilled",
      { fulfillment_status: "partial", fulfillments: [{ created_at: PLACED, status: "success" }] },
      { fulfilledAt: null },
    ],
    [
      "has the shipping that was paid: without its discount, without a removed one",
      {
        shipping_lines: [
          {
            price: "4.90",
            price_set: set("4.90"),
            tax_lines: [{ price: "0.78" }],
            discount_allocations: [{ amount: "1.00" }],
          },
          { price: "9.90", is_removed: true },
        ],
      },
      { shippingMinor: 390, shippingTaxMinor: 78 },
    ],
    [
      "paid by gift card alone is paid by gift card in all",
      { payment_gateway_names: ["gift_card"], total_price: "44.90" },
      { paidByGiftCardMinor: 4490 },
    ],
    [
      "paid by gift card in part, without saying how much, is taken as not",
      { payment_gateway_names: ["gift_card", "shopify_payments"], total_price: "44.90" },
      { paidByGiftCardMinor: 0 },
    ],
    [
      "with its transactions says what the gift card paid",
      {
        transactions: [
          { kind: "sale", status: "success", gateway: "gift_card", amount: "10.00", currency: "EUR" },
          { kind: "sale", status: "failure", gateway: "gift_card", amount: "9.00", currency: "EUR" },
        ],
      },
      { paidByGiftCardMinor: 1000 },
    ],
    [
      "with a discount that no line was allocated keeps it as one of the order",
      { total_discounts: "5.00" },
      { orderDiscountMinor: 500 },
    ],
    [
      "with allocated discounts has none of the order",
      { total_discounts: "5.00", line_items: [line({ discount_allocations: [{ amount: "5.00" }] })] },
      { orderDiscountMinor: 0 },
    ],
  ])("%s", (_, more, expected) => {
    expect(state(order(more))).toMatchObject(expected);
  });

  it("delivered as orders/paid is paid, whatever its status says", () => {
    expect(state(order({ financial_status: "voided" }), "orders/paid").paidAt).toBe(PLACED_AT);
  });

  it.each(["orders/create", "orders/updated", "orders/cancelled", "orders/fulfilled", "orders/paid"])(
    "is the same fact in %s",
    (topic) => {
      expect(facts(topic, order())).toEqual(facts("orders/updated", order()));
    },
  );

  it.each<[string, Body, unknown]>([
    ["a customer", {}, { id: "7", email: "anna@example.com", emailProven: true, tags: ["vip", "staff"] }],
    [
      "a customer without tags in the body",
      { customer: { id: 7, email: null } },
      { id: "7", email: null, emailProven: false, tags: null },
    ],
    ["a guest", { customer: null }, { id: null, email: "anna@example.com", emailProven: false }],
    ["nobody", { customer: null, email: null, contact_email: "" }, null],
  ])("names %s", (_, more, expected) => {
    const [fact] = facts("orders/create", order(more));
    const customer = fact?.type === "order" ? fact.customer : undefined;
    if (expected === null) expect(customer).toBeNull();
    else expect(customer).toMatchObject(expected as Body);
  });
});

describe("a line", () => {
  it.each<[string, Body, Body | null]>([
    [
      "is in the shop's money",
      {},
      { unitPriceMinor: 2000, taxMinor: 639, quantity: 2, product: "91", variant: "92", vendor: "Kiez" },
    ],
    [
      "has all discounts allocated to it",
      { discount_allocations: [{ amount_set: set("1.50") }, { amount: "0.50" }] },
      { discountMinor: 200 },
    ],
    ["of an older order has the sum of its discounts", { total_discount: "3.00" }, { discountMinor: 300 }],
    ["is called by product and variant", { title: "A", name: "A - 1 kg" }, { title: "A - 1 kg" }],
    ["that is a gift card says so", { gift_card: true }, { giftCard: true }],
    [
      "of which a unit was removed without a refund has one unit less, with its share of discount and tax",
      { current_quantity: 1, discount_allocations: [{ amount: "5.00" }] },
      { quantity: 1, discountMinor: 250, taxMinor: 319 },
    ],
    ["that was removed without a refund is gone", { current_quantity: 0 }, null],
    ["that is a tip is no line", { tip: { payment_gateway: "shopify_payments" } }, null],
    [
      "of something without a product has none",
      { product_id: null, variant_id: null },
      { product: null, variant: null },
    ],
  ])("%s", (_, more, expected) => {
    const { lines } = state(order({ line_items: [line(more)] }));
    if (expected === null) expect(lines).toEqual([]);
    else expect(lines).toMatchObject([expected]);
  });

  it("of which a unit was refunded keeps its quantity: the refund takes it back, once", () => {
    const refunded = state(
      order({
        line_items: [line({ current_quantity: 1 })],
        refunds: [refund({ refund_line_items: [lineBack(1, 20)], transactions: [money("20.00")] })],
      }),
    );
    expect(refunded.lines).toMatchObject([{ quantity: 2 }]);
    expect(refunded.refunds).toMatchObject([{ lines: [{ line: "11", quantity: 1, amountMinor: 2000 }] }]);
  });

  it("is exact in a currency without cents and in one with thousandths", () => {
    expect(
      state(order({ currency: "JPY", line_items: [line({ price: "500", price_set: null, tax_lines: [] })] }))
        .lines,
    ).toMatchObject([{ unitPriceMinor: 500 }]);
    expect(
      state(
        order({ currency: "KWD", line_items: [line({ price: "1.234", price_set: null, tax_lines: [] })] }),
      ).lines,
    ).toMatchObject([{ unitPriceMinor: 1234 }]);
  });
});

describe("what is not as documented is refused with its path", () => {
  it.each<[string, string, Body | string, string]>([
    ["no JSON", "orders/paid", "{", "the body is not JSON"],
    ["no object", "orders/paid", "[]", "body: "],
    ["an unknown topic", "carts/update", "{}", "topic carts/update is not one of ours"],
    [
      "a price that is no amount",
      "orders/paid",
      order({ line_items: [line({ price_set: null, price: "twenty" })] }),
      "line_items.0.price: is not an amount with at most 2 decimals",
    ],
    [
      "half a cent",
      "orders/paid",
      order({ line_items: [line({ price_set: set("0.005") })] }),
      "line_items.0.price_set: is not an amount with at most 2 decimals",
    ],
    [
      "an instant without an offset",
      "orders/paid",
      order({ created_at: "2026-01-05T10:00:00" }),
      "created_at: is not an instant with an offset",
    ],
    [
      "half a unit",
      "orders/paid",
      order({ line_items: [line({ quantity: 0.5 })] }),
      "line_items.0.quantity: ",
    ],
    ["an unknown currency", "orders/paid", order({ currency: "ABC" }), "currency: is not one we know"],
    ["a refund of no order", "refunds/create", refund({ order_id: null }), "order_id: is missing"],
    ["a customer without an id", "customers/update", { email: "a@example.com" }, "id: "],
    ["a privacy request about nobody", "customers/redact", { customer: {} }, "customer: names nobody"],
  ])("%s", (_, topic, body, expected) => {
    expect(reason(topic, body)).toContain(expected);
  });

  it("and never with what was in it", () => {
    expect(reason("customers/update", { id: "anna@example.com", email: 5 })).not.toContain("anna");
  });
});

describe("people and the app", () => {
  it.each<[string, Body, unknown]>([
    [
      "customers/create",
      { id: 7, email: "a@example.com", verified_email: true },
      { type: "customer", joined: true, customer: { id: "7", emailProven: true } },
    ],
    [
      "customers/update",
      { id: 7, email: "a@example.com", verified_email: false },
      { type: "customer", joined: false, customer: { emailProven: false } },
    ],
    [
      "customers/delete",
      { id: 7, admin_graphql_api_id: "gid://shopify/Customer/706405506930370084" },
      { type: "customer_deleted", customerId: "706405506930370084" },
    ],
    [
      "customers/merge",
      {
        admin_graphql_api_customer_kept_id: "gid://shopify/Customer/1",
        admin_graphql_api_customer_deleted_id: "gid://shopify/Customer/2",
        status: "completed",
      },
      { type: "customers_merged", keptCustomerId: "1", endedCustomerId: "2" },
    ],
    [
      "customers/merge",
      {
        admin_graphql_api_customer_kept_id: "gid://shopify/Customer/1",
        admin_graphql_api_customer_deleted_id: "gid://shopify/Customer/2",
        status: "in_progress",
      },
      { type: "nothing" },
    ],
    ["app/scopes_update", { current: ["read_orders"] }, { type: "scopes_changed", scopes: ["read_orders"] }],
    ["app/uninstalled", {}, { type: "app_uninstalled" }],
    ["shop/redact", {}, { type: "shop_redacted" }],
    [
      "customers/data_request",
      { customer: { id: 7, email: "a@example.com" }, data_request: { id: 9 } },
      { type: "customer_data_requested", requestId: "9" },
    ],
  ])("%s", (topic, body, expected) => {
    expect(facts(topic, body)).toMatchObject([expected as Body]);
  });
});

it.each([...SUBSCRIBED_TOPICS, ...COMPLIANCE_TOPICS])("Shopify's own sample of %s is understood", (topic) => {
  const file = `tests/fixtures/payloads/shopify/${topic.replace("/", "_")}.json`;
  expect(facts(topic, readFileSync(file, "utf8")).length).toBeGreaterThan(0);
});
