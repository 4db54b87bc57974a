import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gid } from "#app/platforms/shopify/gid.ts";
import { DiscountBench, type DiscountWish, idsOf, SINCE, UNTIL } from "#tests/support/discount-bench.ts";
import type { IssueDiscount } from "#tests/support/five-off.ts";

let bench: DiscountBench;
beforeAll(async () => {
  bench = await DiscountBench.open();
});
afterAll(() => bench.close());

describe("a free product", () => {
  const freeMug = (): IssueDiscount["terms"] => ({
    kind: "freeProduct",
    products: [],
    variants: [bench.blueMug],
  });
  const fromBeans = { products: [], collections: ["beans"] };

  it("from a collection is buy one, get one of the product free, once", async () => {
    const { code, discount } = await bench.issued({ terms: freeMug(), scope: fromBeans });
    expect(discount).toMatchObject({
      __typename: "DiscountCodeBxgy",
      usageLimit: 1,
      appliesOncePerCustomer: false,
      context: { customers: [{ id: gid("Customer", bench.anna) }] },
      combinesWith: { orderDiscounts: true, productDiscounts: false, shippingDiscounts: true },
    });
    expect([Date.parse(discount.startsAt), Date.parse(discount.endsAt ?? "")]).toEqual([SINCE, UNTIL]);
    expect(idsOf(discount.customerBuys?.items.collections)).toEqual([gid("Collection", bench.beans)]);
    expect(discount.customerBuys?.value).toEqual({ quantity: "1" });
    expect(idsOf(discount.customerGets?.items.productVariants)).toEqual([
      gid("ProductVariant", bench.blueMug),
    ]);
    expect(idsOf(discount.customerGets?.items.products)).toEqual([]);
    expect(discount.customerGets?.value).toEqual({ quantity: { quantity: "1" }, effect: { percentage: 1 } });

    await expect(bench.buy([code], [bench.blueMug, bench.blueMug])).rejects.toThrow("Add more items");
    await expect(bench.buy([code], [bench.bag, bench.goldMug])).rejects.toThrow("does not apply");
    await expect(bench.buy([code], [bench.bag, bench.blueMug], bench.bert)).rejects.toThrow(
      "not available to you",
    );
    expect((await bench.buy([code], [bench.bag, bench.blueMug, bench.blueMug])).total).toBe("21.50");
    await expect(bench.buy([code], [bench.bag, bench.blueMug])).rejects.toThrow("reached its usage limit");
  });

  it("of a product with several variants is any one of them", async () => {
    const terms = { kind: "freeProduct", products: [bench.mug], variants: [] } as const;
    const { code, discount } = await bench.issued({ terms, scope: fromBeans, expiresAt: null });
    expect(idsOf(discount.customerGets?.items.products)).toEqual([gid("Product", bench.mug)]);
    expect(discount.endsAt).toBeNull();
    expect((await bench.buy([code], [bench.bag, bench.goldMug])).total).toBe("12.00");
  });

  it("with a minimum is got for so much money spent on the collection", async () => {
    const { code, discount } = await bench.issued({
      terms: freeMug(),
      scope: fromBeans,
      minSubtotalMinor: 2400,
    });
    expect(discount.customerBuys?.value).toEqual({ amount: "24.0" });
    await expect(bench.buy([code], [bench.bag, bench.blueMug, bench.goldMug])).rejects.toThrow("Spend more");
    expect((await bench.buy([code], [bench.bag, bench.bag, bench.blueMug])).total).toBe("24.00");
  });

  it("is one discount with many codes where they are not bound to a person", async () => {
    const wish = { terms: freeMug(), scope: fromBeans, rewardId: "mug", customerId: null };
    const [first, second] = [await bench.issued(wish), await bench.issued(wish)];
    expect(second.discount).toEqual(first.discount);
    expect(first.discount).toMatchObject({ usageLimit: 1, endsAt: null, context: { all: "ALL" } });
    expect((await bench.buy([first.code], [bench.bag, bench.blueMug], bench.bert)).total).toBe("12.00");
    expect((await bench.buy([second.code], [bench.bag, bench.blueMug], bench.bert)).total).toBe("12.00");
    await expect(bench.buy([second.code], [bench.bag, bench.blueMug])).rejects.toThrow(
      "reached its usage limit",
    );
  });

  it("with nothing to buy is the price of one, of the cheapest where there is a choice", async () => {
    const terms = { kind: "freeProduct", products: [], variants: [bench.goldMug, bench.blueMug] } as const;
    const { code, discount } = await bench.issued({ terms });
    expect(discount).toMatchObject({
      __typename: "DiscountCodeBasic",
      usageLimit: 1,
      context: { customers: [{ id: gid("Customer", bench.anna) }] },
      combinesWith: { orderDiscounts: true, productDiscounts: false, shippingDiscounts: true },
    });
    expect(discount.customerGets?.value).toEqual({ amount: { amount: "9.5" }, appliesOnEachItem: false });
    await expect(bench.buy([code], [bench.bag])).rejects.toThrow("does not apply");
    expect((await bench.buy([code], [bench.blueMug, bench.blueMug])).total).toBe("9.50");
  });

  it("with a minimum and nothing to spend it on is refused: no shopper could use it", async () => {
    const { outcome } = await bench.issue({ terms: freeMug(), minSubtotalMinor: 2400 });
    expect(outcome).toMatchObject({ kind: "refused" });
    expect("reason" in outcome ? outcome.reason : "").toContain("`collections`");
  });

  it("that the shop does not have any more is refused", async () => {
    const terms = { kind: "freeProduct", products: ["424242"], variants: [] } as const;
    expect((await bench.issue({ terms })).outcome).toMatchObject({ kind: "refused" });
    expect((await bench.issue({ terms, scope: fromBeans })).outcome).toMatchObject({ kind: "refused" });
  });
});

describe("two rewards in one cart", () => {
  const mugOnly = () => ({ products: [bench.mug], collections: [] });
  const onOrder = (): DiscountWish => ({});
  const onProduct = (): DiscountWish => ({ scope: mugOnly() });
  const onShipping = (): DiscountWish => ({ terms: { kind: "freeShipping" } });
  const gift = (): DiscountWish => ({
    terms: { kind: "freeProduct", products: [bench.mug], variants: [] },
    scope: { products: [], collections: ["beans"] },
  });

  it.each([
    ["off the order and off a product", onOrder, onProduct],
    ["off the order and the shipping", onOrder, onShipping],
    ["off a product and the shipping", onProduct, onShipping],
    ["a free product and off the order", gift, onOrder],
    ["a free product and the shipping", gift, onShipping],
  ])("go together where they work on different parts: %s", async (_, one, other) => {
    const codes = [(await bench.issued(one())).code, (await bench.issued(other())).code];
    await bench.buy(codes, [bench.bag, bench.blueMug]);
    await bench.buy(
      [(await bench.issued(other())).code, (await bench.issued(one())).code],
      [bench.bag, bench.blueMug],
    );
  });

  it.each([
    ["off the order", onOrder, onOrder],
    ["off products", onProduct, onProduct],
    ["the shipping", onShipping, onShipping],
    ["a free product and off a product", gift, onProduct],
  ])("do not on the same part: %s", async (_, one, other) => {
    const codes = [(await bench.issued(one())).code, (await bench.issued(other())).code];
    await expect(bench.buy(codes, [bench.bag, bench.blueMug])).rejects.toThrow("does not combine");
  });
});
