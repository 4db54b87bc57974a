import { describe, expect, it } from "vitest";
import { facts, order, set, type Body } from "#tests/support/shopify-bodies.ts";

const sale = (gateway: string, amount: string, more: Body = {}): Body => ({
  kind: "sale",
  status: "success",
  gateway,
  amount,
  currency: "EUR",
  ...more,
});

function paidByGiftCard(more: Body): { minor: number; isUnknown: boolean } {
  const [fact] = facts(
    "orders/paid",
    order({ total_price: "40.00", total_price_set: set("40.00"), ...more }),
  );
  if (fact?.type !== "order") throw new Error("no order");
  return { minor: fact.order.paidByGiftCardMinor, isUnknown: fact.giftCardPartUnknown === true };
}

describe("what a gift card paid of an order", () => {
  it.each<[string, Body, number, boolean]>([
    ["is nothing where none is named", { payment_gateway_names: ["shopify_payments"] }, 0, false],
    ["is nothing where nobody has paid", { payment_gateway_names: [] }, 0, false],
    ["is everything where nothing else is named", { payment_gateway_names: ["gift_card"] }, 4_000, false],
    ["is not known where it is one of several", { payment_gateway_names: ["gift_card", "paypal"] }, 0, true],
    [
      "is what its transactions say, in an order that was read",
      {
        payment_gateway_names: ["gift_card", "paypal"],
        transactions: [
          sale("gift_card", "5.00"),
          sale("gift_card", "2.50", { kind: "capture" }),
          sale("gift_card", "9.00", { status: "failure" }),
          sale("gift_card", "9.00", { kind: "authorization" }),
          sale("gift_card", "9.00", { kind: "refund" }),
          sale("paypal", "32.50"),
        ],
      },
      750,
      false,
    ],
    [
      "in the currency that was paid in is turned at the order's own rate",
      {
        payment_gateway_names: ["gift_card", "paypal"],
        total_price_set: {
          shop_money: { amount: "40.00", currency_code: "EUR" },
          presentment_money: { amount: "50.00", currency_code: "USD" },
        },
        transactions: [
          sale("gift_card", "10.00", { currency: "USD" }),
          sale("paypal", "40.00", { currency: "USD" }),
        ],
      },
      800,
      false,
    ],
  ])("%s", (_, more, minor, isUnknown) => {
    expect(paidByGiftCard(more)).toEqual({ minor, isUnknown });
  });
});
