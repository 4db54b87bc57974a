import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SHOP_IS_ASKED } from "#app/commands/inbox/apply-events.ts";
import type { ShopFact } from "#app/domain/event.ts";
import type { PlatformAnswer, ReadOrder } from "#app/platforms/platform.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customer, DAY, orderFact, PlainShop, START } from "./plain-shop.ts";
import { base, goThrough, inbox } from "./product-shop.ts";

const whenBought = { earning: { basis: { giftCards: "whenBought" }, rules: [base] } };

/** Forty euros, a part of them from a gift card. */
function partlyByCard(id: string, more: Partial<Parameters<typeof orderFact>[2]> = {}): ShopFact {
  const fact = orderFact(id, customer("c1"), { euros: 40, ...more });
  return fact.type === "order" ? { ...fact, giftCardPartUnknown: true } : fact;
}

const read = (id: string, euros: number): PlatformAnswer<ReadOrder> => {
  const fact = orderFact(id, customer("c1"), { euros: 40, paidByGiftCardMinor: euros * 100 });
  return {
    kind: "data",
    data: { topic: "orders/updated", deliveryId: "read", body: JSON.stringify([fact]) },
  };
};

describe.each(databaseKinds)("a part paid by gift card, on the %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  it("is read before the order is judged, where the program counts cards when they are bought", async () => {
    const shop = await PlainShop.open(opened.database, whenBought);
    shop.platform.readOrder = (id) => read(id, 15);
    await shop.deliver([partlyByCard("1")]);
    await shop.settle();
    expect(await inbox(shop)).toEqual([["waiting", SHOP_IS_ASKED]]);
    await goThrough(shop);
    expect(await shop.member("c1")).toMatchObject({ available: 25 });
  });

  it.each<[string, Record<string, unknown>, Partial<Parameters<typeof orderFact>[2]>]>([
    ["the program counts cards when they are spent", {}, {}],
    ["the order is not paid", whenBought, { paidAt: null }],
    ["the order is a test", whenBought, { test: true }],
  ])("is not read where %s", async (_, program, more) => {
    const shop = await PlainShop.open(opened.database, program);
    await shop.tell([partlyByCard("1", more)]);
    expect((await inbox(shop)).map(([state]) => state)).toEqual(["done"]);
    expect(shop.platform.questions).toEqual([]);
  });

  it("of an order that was judged stays what it was, though later deliveries leave it out", async () => {
    const shop = await PlainShop.open(opened.database, whenBought);
    shop.platform.readOrder = (id) => read(id, 15);
    await shop.deliver([partlyByCard("1")]);
    await goThrough(shop);
    await shop.tell([partlyByCard("1", { updatedAt: START + DAY })], START + DAY);
    expect(shop.platform.questions).toEqual(["order 1"]);
    expect(await shop.member("c1")).toMatchObject({ available: 25 });
  });

  it("of an order that is gone by then counts as nothing", async () => {
    const shop = await PlainShop.open(opened.database, whenBought);
    await shop.deliver([partlyByCard("1")]);
    await goThrough(shop);
    expect(await shop.member("c1")).toMatchObject({ available: 40 });
  });

  it("that cannot be read keeps its own order waiting and no other", async () => {
    const shop = await PlainShop.open(opened.database, whenBought);
    shop.platform.readOrder = (id) =>
      id === "1" ? { kind: "refused", reason: "the order has too many lines" } : read(id, 10);
    await shop.deliver([partlyByCard("1")]);
    await shop.deliver([partlyByCard("2")]);
    await goThrough(shop);
    expect((await inbox(shop)).map(([state]) => state)).toEqual(["waiting", "done"]);
    expect(await shop.member("c1")).toMatchObject({ available: 30 });
  });
});
