import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { OrderState } from "#app/domain/event.ts";
import { minorOfNumber } from "./minor-of-number.ts";
import { translateEcwidOrder } from "./translate-order.ts";

const settings = { currency: "EUR", timezone: "Europe/Berlin", at: Date.UTC(2026, 0, 5) };
const sample = (name: string) =>
  readFileSync(new URL(`../../../../tests/fixtures/payloads/ecwid/${name}.json`, import.meta.url), "utf8");

function translated(body: string) {
  const translation = translateEcwidOrder(body, settings);
  const fact = translation.ok ? translation.facts[0] : undefined;
  if (fact?.type !== "order") throw new Error(JSON.stringify(translation));
  return fact;
}

function stateOf(fields: object): OrderState {
  const item = { id: 1, productId: 7, price: 10.1, quantity: 2, tax: 1.5 };
  const order = {
    id: "A",
    paymentStatus: "PAID",
    createDate: "2026-01-01 10:00:00 +0000",
    total: 20.2,
    items: [item],
    ...fields,
  };
  return translated(JSON.stringify(order)).order;
}

describe("an Ecwid order", () => {
  test("the documented sample comes out paid, delivered and with its tax inside", () => {
    const { customer, order } = translated(sample("order-get"));
    expect(customer).toMatchObject({
      id: "270919557",
      email: "ec.apps@lightspeedhq.com",
      emailProven: false,
    });
    expect(order).toMatchObject({
      id: "K8XTQ",
      paidAt: Date.UTC(2024, 8, 4, 7, 22, 9),
      fulfilledAt: Date.UTC(2024, 8, 4, 7, 26, 24),
      updatedAt: Date.UTC(2024, 8, 4, 7, 26, 24),
      taxesIncluded: true,
      paymentMethods: ["Offline"],
      lines: [{ id: "1828115520", product: "692730761", quantity: 1, unitPriceMinor: 1000, taxMinor: 91 }],
      refunds: [],
    });
  });

  test("ids above 2^53 keep every digit", () => {
    const body = JSON.stringify({
      ...{ id: "A", paymentStatus: "PAID", createDate: "2026-01-01 10:00:00 +0000", customerId: 270919557 },
      items: [{ id: 1828115520, price: 10.1, quantity: 2 }],
    }).replace(/270919557|1828115520/g, "820982911946154508");
    expect(translated(body)).toMatchObject({
      customer: { id: "820982911946154508" },
      order: { lines: [{ id: "820982911946154508", unitPriceMinor: 1010 }] },
    });
  });

  test("a coupon that no item claims is the order's discount, beside shipping and its tax", () => {
    const { customer, order } = translated(sample("orders-search-item"));
    expect(customer).toBeNull();
    expect(order).toMatchObject({
      orderDiscountMinor: 1000,
      shippingMinor: 11000,
      shippingTaxMinor: 1000,
      discountCodes: ["DISC"],
      lines: [{ unitPriceMinor: 50000, discountMinor: 0 }],
    });
  });

  test("discount and coupon add up, because `discount` is without `couponDiscount`", () => {
    expect(stateOf({ discount: 4, couponDiscount: 2 })).toMatchObject({ orderDiscountMinor: 600 });
  });

  test("a discount that the items share out exactly is theirs", () => {
    const items = [
      { id: 1, price: 10, quantity: 1, couponAmount: 2 },
      { id: 2, price: 10, quantity: 1, couponAmount: 1 },
    ];
    const state = stateOf({ items, couponDiscount: 3 });
    expect(state.orderDiscountMinor).toBe(0);
    expect(state.lines.map(({ discountMinor }) => discountMinor)).toEqual([200, 100]);
  });

  test.each([
    ["AWAITING_PAYMENT", false, false],
    ["PAID", true, false],
    ["PARTIALLY_REFUNDED", true, false],
    ["CANCELLED", false, true],
    ["INCOMPLETE", false, false],
    ["CUSTOM_PAYMENT_STATUS_1", false, false],
    ["SOMETHING_NEW", false, false],
  ])("payment status %s: paid %s, cancelled %s", (paymentStatus, isPaid, isCancelled) => {
    const state = stateOf({ paymentStatus });
    expect([state.paidAt !== null, state.cancelledAt !== null]).toEqual([isPaid, isCancelled]);
  });

  test.each([
    ["SHIPPED", true],
    ["DELIVERED", true],
    ["PROCESSING", false],
    ["RETURNED", false],
  ])("fulfilment status %s: handed over %s", (fulfillmentStatus, isHandedOver) => {
    expect(stateOf({ fulfillmentStatus }).fulfilledAt !== null).toBe(isHandedOver);
  });

  test("REFUNDED is all of it, also where no amount is told", () => {
    expect(stateOf({ paymentStatus: "REFUNDED" }).refunds).toMatchObject([
      { amountMinor: 2020, lines: [{ line: "1", quantity: 2, amountMinor: null }] },
    ]);
  });

  test("each refund is only an amount; the sum stands for them where they are not listed", () => {
    const refunds = [
      { date: "2026-01-02 10:00:00 +0000", amount: 1.1 },
      { date: "2026-01-03 10:00:00 +0000", amount: 2 },
    ];
    expect(stateOf({ refunds }).refunds).toMatchObject([
      { amountMinor: 110, lines: [] },
      { amountMinor: 200, lines: [] },
    ]);
    expect(stateOf({ refundedAmount: 3.1 }).refunds).toMatchObject([{ amountMinor: 310, lines: [] }]);
  });

  test("a partial refund of an unknown amount changes nothing, and says that somebody must look", () => {
    expect(stateOf({ paymentStatus: "PARTIALLY_REFUNDED", refundedAmount: 0 }).refunds).toEqual([]);
    const body = sample("order-get").replace('"PAID"', '"PARTIALLY_REFUNDED"');
    expect(translateEcwidOrder(body, settings)).toMatchObject({
      facts: [{ type: "order" }, { type: "nothing", reason: expect.stringContaining("partly refunded") }],
    });
  });

  test.each([
    ["PAID with refunds keeps the rest", { paymentStatus: "PAID", refundedAmount: 5 }, 500],
    ["REFUNDED with less takes all", { paymentStatus: "REFUNDED", refundedAmount: 5 }, 2020],
    ["REFUNDED with nothing takes all", { paymentStatus: "REFUNDED", refundedAmount: 0 }, 2020],
  ])("where status and refunds contradict: %s", (_, fields, amountMinor) => {
    expect(stateOf(fields).refunds).toMatchObject([{ amountMinor }]);
  });

  test("a coupon for shipping takes nothing off the goods", () => {
    const discountCoupon = { code: "SHIP", discountType: "SHIPPING" };
    expect(
      stateOf({ discountCoupon, couponDiscount: 4.9, shippingOption: { shippingRate: 4.9 } }),
    ).toMatchObject({ orderDiscountMinor: 0, shippingMinor: 0, discountCodes: ["SHIP"] });
  });

  test("a line is called as the shop calls its product", () => {
    const items = [{ id: 1, productId: 7, name: "Sidamo 250 g", price: 9.5, quantity: 1 }];
    expect(stateOf({ items })).toMatchObject({ lines: [{ title: "Sidamo 250 g" }] });
  });

  test("money paid by gift card is told", () => {
    expect(stateOf({ giftCardRedemption: 5.55 })).toMatchObject({ paidByGiftCardMinor: 555 });
  });

  test.each([
    ["what is not JSON", "{", ""],
    [
      "an order without items' prices",
      JSON.stringify({
        id: "A",
        paymentStatus: "PAID",
        createDate: "2026-01-01 10:00:00 +0000",
        items: [{ id: 1, quantity: 1 }],
      }),
      "items.0.price",
    ],
    [
      "a date of another form",
      JSON.stringify({ id: "A", paymentStatus: "PAID", createDate: "yesterday" }),
      "createDate",
    ],
  ])("%s is refused with its place", (_, body, place) => {
    const translation = translateEcwidOrder(body, settings);
    expect(translation.ok ? "" : translation.reason).toContain(place);
    expect(translation.ok).toBe(false);
  });
});

describe("Ecwid's amounts, which are JSON numbers", () => {
  test.each([
    [10.1, 2, 1010],
    [0.29, 2, 29],
    [1.005, 2, 101],
    [1076.64, 2, 107664],
    [9.0909090909, 2, 909],
    [500, 0, 500],
    [499.5, 0, 500],
    [12.345, 3, 12345],
    [12.3, 3, 12300],
    [0.0005, 3, 1],
    [-2.5, 2, -250],
    [0.0000001, 2, 0],
    [1e21, 2, null],
  ])("%d at %i digits is %s minor units", (value, digits, minor) => {
    expect(minorOfNumber(value, digits)).toBe(minor);
  });
});
