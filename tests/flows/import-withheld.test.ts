import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookHistory } from "#app/commands/history/book-history.ts";
import { previewHistory } from "#app/commands/history/preview-history.ts";
import type { ShopFact } from "#app/domain/event.ts";
import type { PlatformAnswer, ProductDescription } from "#app/platforms/platform.ts";
import { adminHistory } from "#app/queries/history/admin-history.ts";
import { adminShop } from "#app/queries/shops/admin-shop.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { anna, carla, openOldShop, past, PROGRAM } from "./old-product-shop.ts";
import { run, wish, work } from "./old-shop.ts";
import { customer, DAY, type PlainShop, START } from "./plain-shop.ts";
import { answer, product } from "./product-shop.ts";

const MINUTE = 60_000;
const REASON = "this product cannot be shown";
/** More than an import lets wait at once. */
const MANY = 320;

type Described = PlatformAnswer<ProductDescription[]>;

describe.each(databaseKinds)("past orders a shop refuses to speak about, on the %s database", (kind) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await openTestDatabase(kind);
  });
  afterAll(() => opened.drop());

  /** Everything that is asked for together with a secret product is refused. */
  const guarded = (ids: readonly string[]): Described =>
    ids.some((id) => id.startsWith("secret"))
      ? { kind: "refused", reason: REASON }
      : { kind: "data", data: ids.map((id) => product(id, { tags: ["new"] })) };

  async function published(orders: readonly ShopFact[]): Promise<PlainShop> {
    const shop = await openOldShop(opened.database, orders);
    await shop.publish(PROGRAM, START - 10 * DAY);
    shop.platform.describe = guarded;
    return shop;
  }

  /** The import and those who ask, in turn, as time goes by. */
  async function workFor(shop: PlainShop, minutes: number, from = START): Promise<void> {
    for (let at = from; at < from + minutes * MINUTE; at += MINUTE / 2) {
      await work(shop, { rounds: 2, now: at });
      await answer(shop, at);
    }
    await work(shop, { rounds: 4, now: from + minutes * MINUTE });
  }

  async function page(shop: PlainShop) {
    const visited = await adminShop(shop.database, "shopify", shop.shopKey);
    if (visited === null) throw new Error("the shop is there");
    return adminHistory(shop.database, visited);
  }

  it("are set aside after some refusals, however many they are, and the rest is shown and booked", async () => {
    const secret = Array.from({ length: MANY }, (_, index) => {
      const name = String(index).padStart(4, "0");
      return past(name, customer(`a${name}`), 50, { products: [`secret-${name}`] });
    });
    const shop = await published([...secret, past("x", customer("zoe"), 40, { products: ["tea"] })]);
    await workFor(shop, 10);
    expect(await run(shop)).toMatchObject({
      state: "ready",
      figures: { people: 1, orders: 1, earned: 60, newMembers: 1 },
    });
    const shown = await page(shop);
    expect(shown.counts).toMatchObject({ people: MANY + 1, setAside: MANY });
    expect(shown.setAside[0]).toEqual({ name: "Anna Beispiel", reason: REASON });
    expect(await bookHistory(shop.database, wish(shop, START + DAY))).toEqual({ ok: true });
    await workFor(shop, 2, START + DAY);
    expect((await run(shop)).state).toBe("done");
    expect(await shop.member("zoe")).toMatchObject({ earned: 60 });
    expect((await page(shop)).counts).toMatchObject({ setAside: MANY });
    expect(await shop.contradiction()).toBeNull();
  });

  it("of one product in a request are those of that product, and are booked once the shop speaks", async () => {
    const shop = await published([
      past("1", anna, 50, { products: ["tea", "secret"] }),
      past("2", anna, 40, { products: ["mug"] }),
      past("3", carla, 30, { products: ["tea", "mug"] }),
    ]);
    await workFor(shop, 3);
    expect(await run(shop)).toMatchObject({ state: "ready", figures: { people: 1, earned: 120 } });
    expect((await page(shop)).counts.setAside).toBe(1);
    expect(await bookHistory(shop.database, wish(shop, START + DAY))).toEqual({ ok: true });
    // The shop speaks by now; who was not in the preview is not booked with it all the same.
    shop.platform.describe = (ids) => ({ kind: "data", data: ids.map((id) => product(id)) });
    await workFor(shop, 1, START + DAY);
    expect((await run(shop)).state).toBe("done");
    expect((await page(shop)).counts.setAside).toBe(1);
    expect(await bookHistory(shop.database, wish(shop, START + 2 * DAY))).toEqual({ ok: true });
    await workFor(shop, 2, START + 2 * DAY);
    expect(await run(shop)).toMatchObject({ state: "done" });
    expect((await page(shop)).counts.setAside).toBe(0);
    expect(await shop.member("anna")).toMatchObject({ earned: 10 + 50 + 10 + (10 + 50) });
    expect(await shop.contradiction()).toBeNull();
  });

  it("are asked about again with a new preview", async () => {
    const shop = await published([
      past("1", anna, 50, { products: ["secret"] }),
      past("2", carla, 40, { products: ["tea"] }),
    ]);
    await workFor(shop, 3);
    expect((await page(shop)).counts.setAside).toBe(1);
    shop.platform.describe = (ids) => ({ kind: "data", data: ids.map((id) => product(id)) });
    const again = { shopId: shop.shopId, program: "live", now: START + DAY } as const;
    expect(await previewHistory(shop.database, again)).toEqual({ ok: true });
    await workFor(shop, 1, START + DAY);
    expect(await run(shop)).toMatchObject({ state: "ready", figures: { people: 2 } });
    expect((await page(shop)).counts.setAside).toBe(0);
  });

  it("are waited for as long as the shop only cannot answer", async () => {
    const shop = await published([past("1", anna, 50, { products: ["tea"] })]);
    shop.platform.describe = () => ({ kind: "retry", reason: "no answer in time", afterMs: 1_000 });
    await workFor(shop, 20);
    expect(await run(shop)).toMatchObject({ state: "previewing", waiting: true });
    expect((await page(shop)).counts.setAside).toBe(0);
  });
});
