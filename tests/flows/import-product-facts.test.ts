import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookHistory } from "#app/commands/history/book-history.ts";
import { previewHistory } from "#app/commands/history/preview-history.ts";
import { saveDraft } from "#app/commands/program/save-draft.ts";
import { startHistory } from "#app/commands/history/start-history.ts";
import type { ShopFact } from "#app/domain/event.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import {
  ANNA,
  anna,
  book,
  carla,
  foreseen,
  HISTORY,
  KNOWN,
  openOldShop,
  past,
  PROGRAM,
  workAndAnswer,
} from "./old-product-shop.ts";
import { members, run, wish, work } from "./old-shop.ts";
import { customer, DAY, type PlainShop, START } from "./plain-shop.ts";
import { answer, base, product } from "./product-shop.ts";

describe.each(databaseKinds)("what past orders leave out of their products, on the %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  async function previewed(orders: readonly ShopFact[] = HISTORY): Promise<PlainShop> {
    const shop = await openOldShop(opened.database, orders);
    await shop.publish(PROGRAM, START - 10 * DAY);
    await workAndAnswer(shop);
    expect((await run(shop)).state).toBe("ready");
    return shop;
  }

  it("is asked before it is shown what they give, and booking comes to the same", async () => {
    const shop = await previewed();
    const figures = { earned: ANNA + 60 + 10, outstanding: ANNA + 60 + 10, people: 3 };
    expect((await run(shop)).figures).toMatchObject(figures);
    await book(shop);
    expect(await shop.member("anna")).toMatchObject({ earned: ANNA, available: ANNA });
    expect(await shop.member("bert")).toMatchObject({ earned: 60 });
    expect(await shop.member("carla")).toMatchObject({ earned: 10 });
    expect(shop.platform.questions).toEqual(["products gone mug tea"]);
  });

  it("keeps only those waiting whose orders need it", async () => {
    const shop = await openOldShop(opened.database);
    await shop.publish(PROGRAM, START - 10 * DAY);
    await work(shop, { rounds: 6 });
    expect(await run(shop)).toMatchObject({ state: "previewing", waiting: true, reason: null, failures: 0 });
    expect(await foreseen(shop)).toEqual(["c:carla"]);
    await answer(shop);
    await work(shop, { rounds: 2 });
    expect(await run(shop)).toMatchObject({ state: "ready", waiting: false });
  });

  it("that comes late keeps the import working, and it goes on by itself", async () => {
    const shop = await openOldShop(opened.database);
    await shop.publish(PROGRAM, START - 10 * DAY);
    const { describe: described } = shop.platform;
    shop.platform.describe = () => ({ kind: "retry", reason: "429 Too Many Requests", afterMs: 30_000 });
    await workAndAnswer(shop, 2);
    expect(await run(shop)).toMatchObject({ state: "previewing", waiting: true, failures: 0 });
    expect(shop.platform.questions).toHaveLength(1);
    shop.platform.describe = described;
    await answer(shop, START + 30_000);
    await work(shop, { rounds: 2 });
    expect((await run(shop)).figures).toMatchObject({ earned: ANNA + 60 + 10 });
    await book(shop);
    expect(await shop.member("anna")).toMatchObject({ earned: ANNA });
  });

  it("is asked before booking as well, where nobody has seen it yet", async () => {
    const shop = await previewed();
    await shop.database.query("DELETE FROM product_fact WHERE shop_id = $1", [shop.shopId]);
    expect(await bookHistory(shop.database, wish(shop))).toEqual({ ok: true });
    await work(shop, { rounds: 3 });
    expect(await run(shop)).toMatchObject({ state: "booking", waiting: true });
    expect((await members(shop)).map(({ who }) => who)).toEqual(["carla"]);
    await workAndAnswer(shop);
    expect((await run(shop)).state).toBe("done");
    expect(await shop.member("anna")).toMatchObject({ earned: ANNA });
    expect(await shop.contradiction()).toBeNull();
  });

  it("is what was known of it, where the product is gone by now", async () => {
    const shop = await openOldShop(opened.database);
    await shop.publish(PROGRAM, START - 10 * DAY);
    const bought = past("9", customer("dora"), 1, { products: ["gone"] });
    shop.platform.describe = (ids) => ({
      kind: "data",
      data: ids.map((id) => product(id, { tags: ["new"] })),
    });
    await shop.tell([bought], START - DAY);
    await answer(shop, START - DAY);
    await shop.settle(START - DAY);
    shop.platform.describe = (ids) => ({ kind: "data", data: ids.flatMap((id) => KNOWN.get(id) ?? []) });
    await workAndAnswer(shop);
    expect(shop.platform.questions).toEqual(["products gone", "products mug tea"]);
    await book(shop);
    expect(await shop.member("anna")).toMatchObject({ earned: ANNA + 50 });
  });

  it("is asked for by the draft that is looked at", async () => {
    const shop = await openOldShop(opened.database);
    await shop.publish({ earning: { rules: [base] } }, START - 10 * DAY);
    await work(shop, { rounds: 6 });
    expect((await run(shop)).figures).toMatchObject({ earned: 60 });
    expect(shop.platform.questions).toEqual([]);
    const head = { format: "regulars.program/1", name: "Club", currency: "EUR", timezone: "Europe/Berlin" };
    const text = JSON.stringify({ ...head, ...PROGRAM });
    await saveDraft(shop.database, { ...wish(shop), text, baseVersion: 2, expectedRevision: null });
    expect(await previewHistory(shop.database, { ...wish(shop), program: "draft" })).toEqual({ ok: true });
    await workAndAnswer(shop);
    expect(await run(shop)).toMatchObject({ state: "ready", figures: { earned: ANNA + 60 + 10 } });
    expect(shop.platform.questions).toEqual(["products gone mug tea"]);
    // Published, it gives what was seen, and nothing is asked twice.
    await shop.publish(PROGRAM, START - 1);
    expect(await previewHistory(shop.database, { ...wish(shop), program: "live" })).toEqual({ ok: true });
    await work(shop, { rounds: 4 });
    await book(shop);
    expect(await shop.member("anna")).toMatchObject({ earned: ANNA });
    expect(shop.platform.questions).toHaveLength(1);
  });

  it("is asked for orders that were delivered while nobody could earn, in their newest state", async () => {
    const shop = await openOldShop(opened.database, HISTORY.slice(0, 2));
    const since = { updatedAt: START - 12 * DAY, fulfilledAt: START - 12 * DAY };
    await shop.tell([past("1", anna, 300, { products: ["tea", "mug"], more: since })], START - 12 * DAY);
    await shop.tell([past("8", carla, 12, { products: ["mug"] })], START - 12 * DAY);
    await shop.publish(PROGRAM, START - 10 * DAY);
    await workAndAnswer(shop);
    expect((await run(shop)).figures).toMatchObject({ earned: 77 + 60 + 17 });
    await book(shop);
    expect(await shop.member("anna")).toMatchObject({ earned: 77 });
    expect(await shop.member("carla")).toMatchObject({ earned: 17 });
  });

  it("is not asked again of orders that were judged", async () => {
    const shop = await previewed();
    await book(shop);
    const before = await members(shop);
    shop.platform.history.orders = [...HISTORY];
    await shop.database.query("DELETE FROM product_fact WHERE shop_id = $1", [shop.shopId]);
    expect(await startHistory(shop.database, wish(shop, START - 1))).toEqual({ ok: true });
    await workAndAnswer(shop);
    await book(shop);
    expect(await members(shop)).toEqual(before);
    expect(shop.platform.questions).toHaveLength(1);
  });
});
