import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SHOP_IS_ASKED } from "#app/commands/inbox/apply-events.ts";
import { installShop } from "#app/commands/shops/install-shop.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { customer, DAY, orderFact, START } from "./plain-shop.ts";
import { answer, bought, goThrough, inbox, line, openProductShop } from "./product-shop.ts";

describe.each(databaseKinds)("what a product is, on the %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  const open = () => openProductShop(opened.database);

  it("holds only the orders that need it", async () => {
    const shop = await open();
    await shop.deliver([bought("1", [line("1", "p1")])]);
    await shop.deliver([orderFact("2", customer("c2"), { euros: 0, lines: [line("1", null)] })]);
    await shop.settle();
    expect((await inbox(shop)).map(([state]) => state)).toEqual(["waiting", "done"]);
    expect(await shop.member("c2")).toMatchObject({ available: 10 });
  });

  it("that cannot be had now is asked for later; the order waits and is judged right", async () => {
    const shop = await open();
    const described = shop.platform.describe;
    shop.platform.describe = () => ({ kind: "retry", reason: "no answer in time", afterMs: null });
    await shop.deliver([bought("1", [line("1", "p1")])]);
    let now = START;
    for (const waitMs of [2_000, 4_000, 8_000]) {
      await goThrough(shop, now);
      const asked = shop.platform.questions.length;
      await answer(shop, now + waitMs - 1);
      expect(shop.platform.questions).toHaveLength(asked);
      now += waitMs;
    }
    expect((await inbox(shop)).map(([state]) => state)).toEqual(["waiting"]);
    shop.platform.describe = described;
    await answer(shop, now);
    await shop.settle(now);
    expect(await shop.member("c1")).toMatchObject({ available: 60 });
  });

  it("waits as long as the platform says, and keeps what it had answered before", async () => {
    const shop = await open();
    const described = shop.platform.describe;
    shop.platform.describe = (ids) =>
      shop.platform.questions.length > 1
        ? { kind: "retry", reason: "throttled", afterMs: 45_000 }
        : described(ids);
    const lines = Array.from({ length: 30 }, (_, index) => line(String(index), `p${String(index)}`));
    await shop.deliver([bought("1", lines)]);
    await goThrough(shop);
    expect(shop.platform.questions).toHaveLength(2);
    await answer(shop, START + 44_999);
    expect(shop.platform.questions).toHaveLength(2);
    shop.platform.describe = described;
    await answer(shop, START + 45_000);
    await shop.settle(START + 45_000);
    expect(shop.platform.questions.map((asked) => asked.split(" ").length - 1)).toEqual([25, 5, 5]);
    expect(await shop.member("c1")).toMatchObject({ available: 30 * 60 });
  });

  it("that the shop refuses to tell keeps the order waiting, never judged by half", async () => {
    const shop = await open();
    const described = shop.platform.describe;
    shop.platform.describe = () => ({ kind: "refused", reason: "Access denied for nodes" });
    await shop.deliver([bought("1", [line("1", "p1")])]);
    await goThrough(shop);
    await shop.settle(START + DAY);
    expect(await inbox(shop)).toEqual([["waiting", SHOP_IS_ASKED]]);
    shop.platform.describe = described;
    await answer(shop, START + DAY);
    await shop.settle(START + DAY);
    expect(await shop.member("c1")).toMatchObject({ available: 60 });
  });

  it("of a shop that is gone is not asked again until the app is opened, and then the order is judged", async () => {
    const shop = await open();
    const described = shop.platform.describe;
    shop.platform.describe = () => ({ kind: "gone", reason: "Shopify answers 401" });
    await shop.deliver([bought("1", [line("1", "p1")])]);
    await goThrough(shop);
    await answer(shop, START + DAY);
    expect(shop.platform.questions).toHaveLength(1);
    shop.platform.describe = described;
    await installShop(opened.database, {
      platform: "shopify",
      shopKey: shop.shopKey,
      name: "Kiezcafé",
      currency: "EUR",
      timezone: "Europe/Berlin",
      locale: "de",
      scopes: [],
      now: START + DAY,
    });
    await goThrough(shop, START + DAY);
    expect(await shop.member("c1")).toMatchObject({ available: 60 });
  });
});
