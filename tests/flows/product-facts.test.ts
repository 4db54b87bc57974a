import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyFacts } from "#app/commands/inbox/apply-facts.ts";
import { SHOP_IS_ASKED } from "#app/commands/inbox/apply-events.ts";
import { PRODUCT_FACTS_AGE_MS } from "#app/commands/inbox/complete-orders.ts";
import { startWorker } from "#app/jobs/worker.ts";
import type { ProductDescription } from "#app/platforms/platform.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { DAY, orderFact, START } from "./plain-shop.ts";
import {
  anna,
  answer,
  base,
  bought,
  byTag,
  goThrough,
  inbox,
  line,
  openProductShop,
  product,
} from "./product-shop.ts";

const MINUTE = 60_000;

describe.each(databaseKinds)("what orders leave out of their products, on the %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  const open = (program?: Record<string, unknown>) => openProductShop(opened.database, program);

  it("is asked of the shop before the order is judged, all products of a batch at once", async () => {
    const shop = await open();
    await shop.deliver([bought("1", [line("1", "p1"), line("2", "p2")])]);
    await shop.deliver([bought("2", [line("1", "p2")])]);
    await shop.settle();
    expect(await inbox(shop)).toEqual([
      ["waiting", SHOP_IS_ASKED],
      ["waiting", SHOP_IS_ASKED],
    ]);
    await answer(shop);
    await shop.settle();
    expect(shop.platform.questions).toEqual(["products p1 p2"]);
    expect(await shop.member("c1")).toMatchObject({ available: 180 });
    expect(await inbox(shop)).toEqual([
      ["done", null],
      ["done", null],
    ]);
    expect(await shop.contradiction()).toBeNull();
  });

  it.each<[string, Record<string, unknown>, Partial<ProductDescription>, number]>([
    ["a collection's number", { collections: ["77"] }, { collections: ["77", "summer"] }, 60],
    ["a collection's handle", { collections: ["summer"] }, { collections: ["77", "summer"] }, 60],
    ["a type", { types: ["Beans"] }, { kind: "Beans" }, 60],
    ["a vendor the order leaves out", { vendors: ["Kiez"] }, {}, 60],
    ["what it must not be", { not: { tags: ["sale"] } }, { tags: ["sale"] }, 10],
  ])("serves rules that ask for %s", async (_, lines, facts, points) => {
    const shop = await open({ earning: { rules: [base, { id: "r", kind: "item", points: 50, lines }] } });
    shop.platform.describe = (ids) => ({ kind: "data", data: ids.map((id) => product(id, facts)) });
    await shop.deliver([bought("1", [line("1", "p1")])]);
    await goThrough(shop);
    expect(await shop.member("c1")).toMatchObject({ available: points });
  });

  it("serves campaigns", async () => {
    const campaigns = [{ id: "double", factor: 2, lines: { tags: ["new"] } }];
    const shop = await open({ earning: { rules: [base], campaigns } });
    await shop.deliver([bought("1", [line("1", "p1")])]);
    await goThrough(shop);
    expect(await shop.member("c1")).toMatchObject({ available: 20 });
  });

  it.each<[string, Partial<Parameters<typeof orderFact>[2]>, Record<string, unknown>]>([
    ["the program does not ask for it", {}, {}],
    ["the order is not paid", { paidAt: null }, byTag],
    ["the order is a test", { test: true }, byTag],
    ["the order is cancelled", { cancelledAt: START }, byTag],
    ["a line has no product", { lines: [line("1", null)] }, byTag],
    [
      "the order was paid under a version that did not ask",
      { paidAt: START - 40 * DAY },
      { ...byTag, late: true },
    ],
  ])("is not asked where %s", async (_, more, { late, ...program }) => {
    const shop = await open(late === true ? {} : program);
    if (late === true) await shop.publish(program, START);
    await shop.deliver([bought("1", [line("1", "p1")], more)]);
    await shop.settle();
    expect((await inbox(shop)).map(([state]) => state)).toEqual(["done"]);
    expect(shop.platform.questions).toEqual([]);
  });

  it("is not asked for orders that are nobody's, and is once they are somebody's", async () => {
    const shop = await open();
    await shop.tell([orderFact("1", null, { euros: 0, lines: [line("1", "p1")] })]);
    expect(await inbox(shop)).toEqual([["done", "the order names nobody"]]);
    await shop.deliver([bought("1", [line("1", "p1")], { updatedAt: START + MINUTE })]);
    await goThrough(shop, START + MINUTE);
    expect(await shop.member("c1")).toMatchObject({ available: 60 });
  });

  it("is remembered for five minutes, and read again after that", async () => {
    const shop = await open();
    const buy = async (id: string, at: number) => {
      await shop.deliver([bought(id, [line("1", "p1")], { paidAt: at, updatedAt: at })]);
      await goThrough(shop, at);
    };
    await buy("1", START);
    await buy("2", START + PRODUCT_FACTS_AGE_MS);
    expect(shop.platform.questions).toHaveLength(1);
    shop.platform.describe = (ids) => ({ kind: "data", data: ids.map((id) => product(id)) });
    await buy("3", START + PRODUCT_FACTS_AGE_MS + 1);
    expect(shop.platform.questions).toHaveLength(2);
    expect(await shop.member("c1")).toMatchObject({ available: 60 + 60 + 10 });
  });

  it("is read once for a history, however long that takes", async () => {
    const shop = await open();
    for (const [id, now] of [
      ["1", START],
      ["2", START + DAY],
    ] as const) {
      const longAgo = START - 10 * DAY;
      await shop.deliver([bought(id, [line("1", "p1")], { paidAt: longAgo, updatedAt: longAgo })]);
      await goThrough(shop, now);
    }
    expect(shop.platform.questions).toEqual(["products p1"]);
    expect(await shop.member("c1")).toMatchObject({ available: 120 });
  });

  it("that changes later changes nothing of an order that was judged, also when an edit adds to it", async () => {
    const shop = await open();
    shop.platform.describe = (ids) => ({
      kind: "data",
      data: ids.map((id) => product(id, { tags: id === "p1" ? [] : ["new"] })),
    });
    await shop.deliver([bought("1", [line("1", "p1")])]);
    await goThrough(shop);
    shop.platform.describe = (ids) => ({
      kind: "data",
      data: ids.map((id) => product(id, { tags: ["new"] })),
    });
    const later = START + DAY;
    await shop.deliver([bought("1", [line("1", "p1"), line("2", "p2")], { updatedAt: later })]);
    await goThrough(shop, later);
    // Only what the edit added was asked for; the first line is what it was.
    expect(shop.platform.questions).toEqual(["products p1", "products p2"]);
    expect(await shop.member("c1")).toMatchObject({ available: 10 + 10 + 50 });
    await shop.tell([bought("1", [line("1", "p1"), line("2", "p2")], { updatedAt: later + 1 })], later);
    expect(shop.platform.questions).toHaveLength(2);
  });

  it("of a product that is gone is what was known of it; of one never seen there is nothing", async () => {
    const shop = await open();
    await shop.deliver([bought("1", [line("1", "p1")])]);
    await goThrough(shop);
    shop.platform.describe = () => ({ kind: "data", data: [] });
    const later = START + DAY;
    await shop.deliver([
      bought("2", [line("1", "p1"), line("2", "p9")], { paidAt: later, updatedAt: later }),
    ]);
    await goThrough(shop, later);
    expect(await shop.member("c1")).toMatchObject({ available: 60 + 60 + 10 });
  });

  it("is asked for facts that are applied without the inbox, too: they say that they are held", async () => {
    const shop = await open();
    const facts = [
      bought("1", [line("1", "p1")]),
      orderFact("2", anna, { euros: 0, lines: [line("1", null)] }),
    ];
    const first = await applyFacts(opened.database, shop.shopId, facts, START);
    expect(first.map(({ isWaiting }) => isWaiting)).toEqual([true, false]);
    await answer(shop);
    const again = await applyFacts(opened.database, shop.shopId, facts, START);
    expect(again.map(({ isWaiting }) => isWaiting)).toEqual([false, false]);
    expect(await shop.member("c1")).toMatchObject({ available: 70 });
  });

  it("is fetched by a running worker without anybody's help", async () => {
    const shop = await open();
    const now = () => START + MINUTE;
    const worker = await startWorker({ database: opened.database, findPlatform: shop.platform.find, now });
    try {
      await shop.deliver([bought("1", [line("1", "p1")])]);
      await expect.poll(() => inbox(shop)).toEqual([["done", null]]);
    } finally {
      await worker.stop();
    }
    expect(await shop.member("c1")).toMatchObject({ available: 60 });
  });
});
