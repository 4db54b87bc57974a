import { parse, validate } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { gid } from "#app/platforms/shopify/gid.ts";
import {
  DiscountBench,
  type DiscountWish,
  idsOf,
  problemsWith,
  SINCE,
  UNTIL,
  VERSIONS,
} from "#tests/support/discount-bench.ts";
import { READ_DISCOUNT } from "#tests/support/discount-shape.ts";
import { SHOP } from "#tests/support/shopify-bench.ts";
import { readShopifySchema } from "#tests/support/shopify-schema.ts";

let bench: DiscountBench;
beforeAll(async () => {
  bench = await DiscountBench.open();
});
afterAll(() => bench.close());

it.each(VERSIONS)("what these tests ask is valid in %s", (version) => {
  const { schema } = readShopifySchema(version);
  expect(validate(schema, parse(READ_DISCOUNT.text)).map(({ message }) => message)).toEqual([]);
});

it("an input that Shopify does not know is refused by this check", () => {
  expect(problemsWith("DiscountCodeBxgyInput", { customerBuys: { colour: 1 } })).toHaveLength(2);
});

describe("every discount", () => {
  const kinds: readonly [string, DiscountWish][] = [
    ["an amount off", {}],
    ["a percentage off", { terms: { kind: "percentOff", percent: "12.5" } }],
    ["free shipping", { terms: { kind: "freeShipping" } }],
  ];

  it.each(kinds)(
    "%s works once, from the claim to the code's end, for the one who claimed it",
    async (_, wish) => {
      const { code, discount } = await bench.issued(wish);
      expect(discount).toMatchObject({
        usageLimit: 1,
        appliesOncePerCustomer: false,
        context: { customers: [{ id: gid("Customer", bench.anna) }] },
        minimumRequirement: null,
      });
      expect([Date.parse(discount.startsAt), Date.parse(discount.endsAt ?? "")]).toEqual([SINCE, UNTIL]);
      await expect(bench.buy([code], [bench.bag], bench.bert)).rejects.toThrow("not available to you");
      await expect(bench.buy([code], [bench.bag], null)).rejects.toThrow("not available to you");
      await bench.buy([code], [bench.bag]);
      await expect(bench.buy([code], [bench.bag])).rejects.toThrow("reached its usage limit");
    },
  );

  it.each(kinds)(
    "%s without an end has none, and is anybody's where the code is nobody's",
    async (_, wish) => {
      const { code, discount } = await bench.issued({ ...wish, expiresAt: null, customerId: null });
      expect(discount).toMatchObject({ endsAt: null, usageLimit: 1, context: { all: "ALL" } });
      await bench.buy([code], [bench.bag], bench.bert);
      await expect(bench.buy([code], [bench.bag])).rejects.toThrow("reached its usage limit");
    },
  );

  it.each(kinds)("%s asks for the reward's minimum", async (_, wish) => {
    const { code, discount } = await bench.issued({ ...wish, minSubtotalMinor: 2400 });
    expect(discount.minimumRequirement).toEqual({ greaterThanOrEqualToSubtotal: { amount: "24.0" } });
    await expect(bench.buy([code], [bench.bag])).rejects.toThrow("does not reach the minimum");
    await bench.buy([code], [bench.bag, bench.bag]);
  });

  it("is worth what the reward says", async () => {
    const amount = await bench.issued({ terms: { kind: "amountOff", valueMinor: 505 } });
    expect(amount.discount.customerGets).toEqual({
      items: { allItems: true },
      value: { amount: { amount: "5.05" }, appliesOnEachItem: false },
    });
    expect((await bench.buy([amount.code], [bench.bag])).total).toBe("6.95");
    const percent = await bench.issued({ terms: { kind: "percentOff", percent: "12.5" } });
    expect(percent.discount.customerGets?.value).toEqual({ percentage: 0.125 });
    expect((await bench.buy([percent.code], [bench.bag])).total).toBe("10.50");
  });
});

describe("beside other discounts", () => {
  const all = { order: true, product: true, shipping: true };
  it.each<[string, DiscountWish, typeof all, [boolean, boolean, boolean]]>([
    ["an amount off the order", {}, all, [false, true, true]],
    ["an amount off the order", {}, { ...all, product: false }, [false, false, true]],
    ["free shipping", { terms: { kind: "freeShipping" } }, all, [true, true, false]],
    ["free shipping", { terms: { kind: "freeShipping" } }, { ...all, order: false }, [false, true, false]],
    [
      "anybody's code",
      { customerId: null },
      { order: false, product: false, shipping: false },
      [false, false, false],
    ],
  ])(
    "%s stands where it can and the merchant lets it",
    async (_, wish, combinesWith, [order, product, shipping]) => {
      const { discount } = await bench.issued({ ...wish, combinesWith });
      expect(discount.combinesWith).toEqual({
        orderDiscounts: order,
        productDiscounts: product,
        shippingDiscounts: shipping,
      });
    },
  );
});

describe("a reward for some products", () => {
  it("takes the products by their ids", async () => {
    const { code, discount } = await bench.issued({ scope: { products: [bench.mug], collections: [] } });
    expect(idsOf(discount.customerGets?.items.products)).toEqual([gid("Product", bench.mug)]);
    await expect(bench.buy([code], [bench.bag])).rejects.toThrow("does not apply");
    expect((await bench.buy([code], [bench.bag, bench.blueMug])).total).toBe("16.50");
  });

  it.each([
    ["its number", () => bench.beans],
    ["its gid", () => gid("Collection", bench.beans)],
    ["its handle, as programs write it", () => "beans"],
  ])("takes a collection by %s", async (_, name) => {
    const { code, discount } = await bench.issued({ scope: { products: [], collections: [name()] } });
    expect(idsOf(discount.customerGets?.items.collections)).toEqual([gid("Collection", bench.beans)]);
    await expect(bench.buy([code], [bench.blueMug])).rejects.toThrow("does not apply");
    expect((await bench.buy([code], [bench.bag, bench.blueMug])).total).toBe("16.50");
  });

  it("takes a collection by its handle where the code is not bound to a person, too", async () => {
    const { discount } = await bench.issued({
      customerId: null,
      scope: { products: [], collections: ["beans"] },
    });
    expect(idsOf(discount.customerGets?.items.collections)).toEqual([gid("Collection", bench.beans)]);
  });

  it("asks for a handle once, not for every code", async () => {
    const scope = { products: [], collections: ["whole-bean"] };
    await bench.shopify.fake.control.forgetCalls({});
    for (let code = 0; code < 3; code += 1) await bench.issued({ scope });
    const calls = await bench.shopify.fake.control.calls({ shop: SHOP, field: "collectionByIdentifier" });
    expect(calls).toHaveLength(1);
  });

  it("passes over a collection that is gone as long as another is there", async () => {
    const { discount } = await bench.issued({ scope: { products: [], collections: ["summer", "beans"] } });
    expect(idsOf(discount.customerGets?.items.collections)).toEqual([gid("Collection", bench.beans)]);
  });

  it("is refused with the collection's name where the shop has none of them: the points go back", async () => {
    const { code, outcome } = await bench.issue({ scope: { products: [], collections: ["summer"] } });
    expect(outcome).toEqual({
      kind: "refused",
      reason: 'the shop has no collection "summer", which the reward is for',
    });
    const all = await bench.shopify.fake.control.discounts({ shop: SHOP });
    expect(all.flatMap(({ codes }) => codes).some((one) => one.code === code)).toBe(false);
  });

  it("is tried again where the shop cannot say just now which collection it is", async () => {
    await bench.shopify.fake.control.misbehave({
      shop: SHOP,
      kind: "http_503",
      on: "collectionByIdentifier",
    });
    const scope = { products: [], collections: ["autumn"] };
    expect((await bench.issue({ scope })).outcome).toMatchObject({ kind: "retry" });
    await bench.shopify.fake.control.behave({});
  });
});
