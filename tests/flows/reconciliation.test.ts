import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { applyEvents } from "#app/commands/inbox/apply-events.ts";
import { createInboxWriter } from "#app/db/inbox/inbox.ts";
import { translateWith } from "#app/jobs/inbox/process-inbox.ts";
import { reconcileOrders } from "#app/jobs/shops/reconcile-orders.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { openShopifyBench, SHOP, type ShopifyBench } from "#tests/support/shopify-bench.ts";
import { installBenchShop } from "./install-bench-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const HOUR_MS = 3_600_000;

interface Standing {
  readonly sure_until: number;
  readonly next_at: number;
  readonly missed: number;
  readonly missed_at: number | null;
}

describe.each(databaseKinds)("orders that no delivery told us of, on the %s database", (kind) => {
  let test: TestDatabase;
  let bench: ShopifyBench;
  let shopId: number;
  /** The moment it is, as the job sees it. */
  let clock = Date.now();

  beforeAll(async () => {
    test = await openTestDatabase(kind);
    bench = await openShopifyBench();
    shopId = await installBenchShop(test.database, bench, clock - 48 * HOUR_MS);
  });
  afterAll(async () => {
    await bench.close();
    await test.drop();
  });

  const findPlatform = () => bench.platform;
  const parts = () => ({ database: test.database, findPlatform, now: () => clock });
  const reconcile = () => reconcileOrders(parts(), createInboxWriter(test.database), shopId);
  const work = () =>
    applyEvents(test.database, shopId, { translate: translateWith(findPlatform), now: clock, batchSize: 50 });
  const known = async () =>
    (
      await rowsOf<{ order_id: string }>(test.database, "SELECT order_id FROM shop_order ORDER BY order_id")
    ).map((row) => row.order_id);
  const inbox = () =>
    rowsOf<{ delivery_id: string; topic: string }>(
      test.database,
      "SELECT delivery_id, topic FROM inbox ORDER BY inbox_id",
    );
  const standing = async (): Promise<Standing | undefined> =>
    (await rowsOf<Standing>(test.database, "SELECT * FROM reconciliation WHERE shop_id = $1", [shopId]))[0];
  const place = async (hoursAgo: number): Promise<string> => {
    const line = { title: "Coffee", price: "20.00" };
    const at = Date.now() - hoursAgo * HOUR_MS;
    return (await bench.fake.control.placeOrder({ shop: SHOP, lines: [line], at, deliver: false })).orderId;
  };

  it("are found, take the way of every delivery, and are counted for the merchant", async () => {
    const missed = [await place(3), await place(2)];
    await reconcile();
    expect((await inbox()).map(({ topic }) => topic)).toEqual(["orders/updated", "orders/updated"]);
    await work();
    expect(await known()).toEqual(missed.sort());
    expect(await standing()).toMatchObject({ missed: 2, missed_at: clock, next_at: clock + HOUR_MS });
  });

  it("are not looked for before the installation: that is history", async () => {
    const before = await known();
    await place(72);
    await reconcile();
    await work();
    expect(await known()).toEqual(before);
  });

  it("are not read again once they are known", async () => {
    const before = (await inbox()).length;
    await reconcile();
    expect((await inbox()).length).toBe(before);
  });

  it("that changed just now are left to their deliveries", async () => {
    const before = (await inbox()).length;
    await place(0);
    await reconcile();
    expect((await inbox()).length).toBe(before);
    clock += HOUR_MS;
    await reconcile();
    expect((await inbox()).length).toBe(before + 1);
  });

  it("are looked for again from the same point where the platform failed", async () => {
    clock += HOUR_MS;
    const before = await standing();
    await bench.fake.control.misbehave({ shop: SHOP, kind: "http_503" });
    await reconcile();
    const after = await standing();
    expect(after?.sure_until).toBe(before?.sure_until);
    expect(after?.next_at).toBeGreaterThan(clock);
    expect(after?.missed).toBe(before?.missed);
  });
});
