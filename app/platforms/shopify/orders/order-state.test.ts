import { expect, it } from "vitest";
import { type Body, facts, line, order, state } from "#tests/support/shopify-bodies.ts";

it.each<[string, Body[], Body[], Body]>([
  [
    "its price after discounts says so",
    [{ code: "SHIP", amount: "5.00", type: "shipping" }],
    [{ price: "5.00", discounted_price: "0.00" }],
    { orderDiscountMinor: 200, shippingMinor: 0 },
  ],
  [
    "only its code says so",
    [
      { code: "SHIP", amount: "5.00", type: "shipping" },
      { code: "TWO", amount: "2.00", type: "fixed_amount" },
    ],
    [{ price: "5.00" }],
    { orderDiscountMinor: 200, shippingMinor: 0 },
  ],
  ["nothing says so", [], [{ price: "5.00" }], { orderDiscountMinor: 700, shippingMinor: 500 }],
])("a discount that nothing was allocated is shipping's as far as %s", (_, codes, shipping, expected) => {
  const body = order({ total_discounts: "7.00", discount_codes: codes, shipping_lines: shipping });
  expect(state(body)).toMatchObject(expected);
});

it("what a body leaves out is not said to be nothing; orders/paid says that it was paid", () => {
  const { financial_status, refunds, test: isTest, ...rest } = order({ line_items: [line()] });
  expect([financial_status, refunds, isTest]).toEqual(["paid", [], false]);
  const unsaid = ["refunds", "lines", "test"];
  expect(facts("orders/updated", rest)).toMatchObject([{ unsaid: ["paidAt", ...unsaid] }]);
  expect(facts("orders/paid", rest)).toMatchObject([{ unsaid }]);
  expect(facts("orders/paid", order())[0]).not.toHaveProperty("unsaid");
});
