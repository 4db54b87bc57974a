import { describe, expect, it } from "vitest";
import {
  type Body,
  set,
  line,
  order,
  refund,
  money,
  lineBack,
  difference,
  facts,
  state,
} from "#tests/support/shopify-bodies.ts";

describe("refunds of an order", () => {
  const refundsOf = (refunds: Body[], more: Body = {}) => state(order({ refunds, ...more })).refunds;

  it.each<[string, Body[], Body[]]>([
    [
      "by line",
      [refund({ refund_line_items: [lineBack(1, 20)], transactions: [money("20.00")] })],
      [
        {
          id: "501",
          amountMinor: 2000,
          shippingMinor: 0,
          lines: [{ line: "11", quantity: 1, amountMinor: 2000 }],
        },
      ],
    ],
    [
      "of a custom amount",
      [refund({ transactions: [money("7.50")], order_adjustments: [difference("-7.50")] })],
      [{ id: "501", amountMinor: 750, lines: [] }],
    ],
    [
      "of shipping only",
      [
        refund({
          refund_shipping_lines: [{ subtotal_amount_set: set("4.90") }],
          transactions: [money("4.90")],
        }),
      ],
      [{ amountMinor: 490, shippingMinor: 490, lines: [] }],
    ],
    [
      "of shipping only, as versions before 2024-10 wrote it",
      [
        refund({
          order_adjustments: [{ kind: "shipping_refund", amount: "-4.90", tax_amount: "0.00" }],
          transactions: [money("4.90")],
        }),
      ],
      [{ amountMinor: 490, shippingMinor: 490, lines: [] }],
    ],
    [
      "to store credit",
      [refund({ transactions: [money("5.00", { gateway: "shopify_store_credit" })] })],
      [{ amountMinor: 500 }],
    ],
    [
      "that failed take nothing back",
      [refund({ transactions: [money("5.00", { status: "failure" })] })],
      [{ amountMinor: 0, lines: [] }],
    ],
    [
      "of a line for less money take the line back",
      [
        refund({
          refund_line_items: [lineBack(1, 20)],
          transactions: [money("15.00")],
          order_adjustments: [difference("5.00")],
        }),
      ],
      [{ amountMinor: 2000, lines: [{ quantity: 1 }] }],
    ],
    [
      "of a line with something on top are two",
      [
        refund({
          refund_line_items: [lineBack(1, 20)],
          transactions: [money("23.00")],
          order_adjustments: [difference("-3.00")],
        }),
      ],
      [
        { id: "501", amountMinor: 2000 },
        { id: "501:amount", amountMinor: 300, lines: [] },
      ],
    ],
    [
      "of one edit, lines in one record and money in the other, count once",
      [
        refund({ id: 501, refund_line_items: [lineBack(1, 20)] }),
        refund({ id: 502, transactions: [money("20.00")] }),
      ],
      [
        { id: "501", amountMinor: 2000 },
        { id: "502", amountMinor: 0, lines: [] },
      ],
    ],
    [
      "of one edit in the other order count once as well",
      [
        refund({ id: 502, transactions: [money("20.00")] }),
        refund({ id: 501, refund_line_items: [lineBack(1, 20)] }),
      ],
      [
        { id: "502", amountMinor: 0, lines: [] },
        { id: "501", amountMinor: 2000 },
      ],
    ],
    [
      "of duties alone take no goods back",
      [refund({ total_duties_set: set("3.00"), transactions: [money("3.00")] })],
      [{ amountMinor: 0, lines: [] }],
    ],
  ])("%s", (_, refunds, expected) => {
    expect(refundsOf(refunds)).toMatchObject(expected);
  });

  it("of a tip take no goods back", () => {
    const tip = line({ id: 12, quantity: 1, current_quantity: 1, price: "3.00", price_set: null, tip: {} });
    const back = refund({
      refund_line_items: [{ line_item_id: 12, quantity: 1, subtotal: 3, total_tax: 0 }],
      transactions: [money("3.00")],
    });
    expect(refundsOf([back], { line_items: [line(), tip] })).toMatchObject([{ amountMinor: 0, lines: [] }]);
  });

  it("with tax on top of the prices, by line, are no custom amount", () => {
    const back = refund({
      refund_line_items: [lineBack(1, 20, { total_tax: 3.8 })],
      transactions: [money("23.80")],
    });
    expect(refundsOf([back], { taxes_included: false })).toMatchObject([{ id: "501", amountMinor: 2000 }]);
  });

  it("paid back in the shopper's currency are turned at the order's own rate", () => {
    const total = {
      shop_money: { amount: "40.00" },
      presentment_money: { amount: "43.20", currency_code: "USD" },
    };
    const back = refund({ transactions: [money("10.80", { currency: "USD" })] });
    expect(refundsOf([back], { total_price_set: total })).toMatchObject([{ amountMinor: 1000 }]);
  });

  it("of lines in the shopper's currency take back the lines, and no coin that was rounded", () => {
    const paidIn = (currency_code: string, amount: string) => ({
      total_price_set: {
        shop_money: { amount: "60.00" },
        presentment_money: { amount, currency_code },
      },
    });
    // 0.855 a unit was written as 0.86, and 2.58 at the order's rate is 3.02.
    const back = (transaction: Body) => [
      refund({ refund_line_items: [lineBack(3, 3)], transactions: [transaction] }),
    ];
    const pounds = money("2.58", { currency: "GBP" });
    expect(refundsOf(back(pounds), paidIn("GBP", "51.30"))).toMatchObject([{ id: "501", amountMinor: 300 }]);
    const more = money("3.58", { currency: "GBP" });
    expect(refundsOf(back(more), paidIn("GBP", "51.30"))).toMatchObject([
      { id: "501" },
      { id: "501:amount", amountMinor: 119 },
    ]);
    expect(refundsOf(back(money("3.02")), paidIn("EUR", "60.00"))).toMatchObject([
      { id: "501" },
      { id: "501:amount", amountMinor: 2 },
    ]);
  });
});

describe("refunds/create", () => {
  it.each<[string, Body, unknown]>([
    [
      "by line",
      refund({ refund_line_items: [lineBack(2, 40)], transactions: [money("40.00")] }),
      [{ type: "order_refunded", orderId: "1001", refund: { amountMinor: 4000 } }],
    ],
    [
      "of an amount",
      refund({ transactions: [money("7.50")] }),
      [{ type: "order_refunded", refund: { amountMinor: 750, lines: [] } }],
    ],
    [
      "of shipping with tax on top is shipping only",
      refund({
        refund_shipping_lines: [{ subtotal_amount_set: set("4.00"), tax_amount_set: set("0.76") }],
        transactions: [money("4.76")],
      }),
      [{ refund: { amountMinor: 400, shippingMinor: 400 } }],
    ],
    [
      "of an amount in a foreign currency waits for the order's next state",
      refund({ transactions: [money("7.50", { currency: "USD" })] }),
      [{ type: "nothing" }],
    ],
  ])("%s", (_, body, expected) => {
    expect(facts("refunds/create", body)).toMatchObject(expected as Body[]);
  });
});
