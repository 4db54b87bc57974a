import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bookHistory } from "#app/commands/history/book-history.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import { startHistory } from "#app/commands/history/start-history.ts";
import { readImport } from "#app/db/history/history-import.ts";
import { verifyLedger } from "#app/db/verify-ledger.ts";
import { advanceImport } from "#app/jobs/history/import-history.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { openShopifyBench, SHOP, type ShopifyBench } from "#tests/support/shopify-bench.ts";
import { installBenchShop } from "./install-bench-shop.ts";

const DAY_MS = 86_400_000;
const PROGRAM = {
  format: "regulars.program/1",
  name: "Club",
  currency: "EUR",
  timezone: "Europe/Berlin",
  earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }] },
};

describe.each(databaseKinds)("a shop's past at a Shopify that stumbles, on the %s database", (kind) => {
  let test: TestDatabase;
  let bench: ShopifyBench;
  let shopId: number;

  beforeAll(async () => {
    test = await openTestDatabase(kind);
    bench = await openShopifyBench();
    const now = Date.now() - 2 * DAY_MS;
    shopId = await installBenchShop(test.database, bench, now);
    const wish = { document: PROGRAM, effectiveAt: null, actor: "test", now };
    expect((await publishProgram(test.database, { shopId, ...wish })).ok).toBe(true);
  });
  afterAll(async () => {
    await bench.close();
    await test.drop();
  });

  /** One round of the worker, whatever it would have waited for. */
  async function round(): Promise<string> {
    const findPlatform = () => bench.platform;
    const parts = { database: test.database, findPlatform, now: Date.now };
    await test.database.query("UPDATE history_import SET next_at = started_at WHERE shop_id = $1", [shopId]);
    await advanceImport(parts, shopId, new AbortController().signal);
    return (await readImport(test.database, shopId))?.state ?? "none";
  }
  const until = (state: string) => expect.poll(round, { interval: 50 }).toBe(state);
  const placeOrders = async (): Promise<void> => {
    const { control } = bench.fake;
    const { customerId } = await control.createCustomer({
      shop: SHOP,
      email: "anna@example.com",
      deliver: false,
    });
    for (let index = 0; index < 8; index += 1) {
      const lines = [{ title: "Coffee", price: "10.00" }];
      const at = Date.now() - (40 - index) * DAY_MS;
      const { orderId } = await control.placeOrder({ shop: SHOP, customerId, lines, at, deliver: false });
      if (index === 3)
        await control.refundOrder({ shop: SHOP, orderId, lines: "all", at: at + DAY_MS, deliver: false });
    }
    const lines = [{ title: "Mug", price: "25.00" }];
    const at = Date.now() - 20 * DAY_MS;
    await control.placeOrder({ shop: SHOP, email: "guest@example.com", lines, at, deliver: false });
  };

  it("is read, shown and booked in the end, exactly once", async () => {
    await placeOrders();
    const { control } = bench.fake;
    await control.misbehave({ shop: SHOP, kind: "http_429", on: "bulkOperationRunQuery" });
    await control.misbehave({ shop: SHOP, kind: "bulk_fails", on: "bulkOperationRunQuery" });
    await control.misbehave({ shop: SHOP, kind: "http_503", on: "bulkOperation", after: 3 });
    await control.misbehave({ shop: SHOP, kind: "http_503", on: "bulkFile" });
    await control.misbehave({ shop: SHOP, kind: "cut_off", on: "bulkFile" });
    await control.misbehave({ shop: SHOP, kind: "http_502", on: "refund" });
    const by = { shopId, actor: "test", now: Date.now() };
    expect(await startHistory(test.database, by)).toEqual({ ok: true });
    await until("ready");
    const seen = await readImport(test.database, shopId);
    expect(seen).toMatchObject({ position: 9, restarts: 1 });
    expect(seen?.figures).toMatchObject({ orders: 9, people: 2, newMembers: 2, earned: 95, outstanding: 95 });
    expect(await bookHistory(test.database, by)).toEqual({ ok: true });
    await until("done");
    const balances = await test.database.query(
      "SELECT coalesce(customer_id, email) LIKE 'g%' AS known, status, earned, available FROM member WHERE shop_id = $1 ORDER BY earned",
      [shopId],
    );
    expect(balances).toMatchObject([
      { status: "shadow", earned: 25, available: 25 },
      { status: "active", earned: 70, available: 70 },
    ]);
    expect((await verifyLedger(test.database, shopId)).contradiction).toBeNull();
  });
});
