import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { applyEvents } from "#app/commands/inbox/apply-events.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import { createInboxWriter } from "#app/db/inbox/inbox.ts";
import { verifyLedger } from "#app/db/verify-ledger.ts";
import { createFront } from "#app/doors/front.ts";
import { createWebhookDoor } from "#app/doors/webhook-door.ts";
import { translateWith } from "#app/jobs/inbox/process-inbox.ts";
import { reconcileOrders } from "#app/jobs/shops/reconcile-orders.ts";
import { verifyShopifyWebhook } from "#app/platforms/shopify/auth/verify-webhook.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { API_SECRET, openShopifyBench, SHOP, type ShopifyBench } from "#tests/support/shopify-bench.ts";
import { installBenchShop } from "./install-bench-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const HOUR = 3_600_000;
const program = {
  format: "regulars.program/1",
  name: "Club",
  currency: "EUR",
  timezone: "Europe/Berlin",
  earning: { rules: [{ id: "spend", kind: "spend", points: 1, per: "1.00" }] },
};

describe.each(databaseKinds)("webhooks of a Shopify that misbehaves, on the %s database", (kind) => {
  let test: TestDatabase;
  let bench: ShopifyBench;
  let server: ReturnType<typeof createFront>;
  let shopId: number;
  let clock = Date.now();
  let made = 0;

  beforeAll(async () => {
    test = await openTestDatabase(kind);
    bench = await openShopifyBench();
    server = createFront({
      webhooks: new Map([
        [
          "/webhooks",
          createWebhookDoor({
            verify: (readHeader, body) => verifyShopifyWebhook(readHeader, body, [API_SECRET]),
            inbox: createInboxWriter(test.database),
            now: () => clock,
          }),
        ],
      ]),
      storefront: (_, response) => {
        response.end();
      },
      seen: (_, response) => void response.end(),
      shoppers: (_wish, _request, response) => void response.end(),
      shopAskedFor: () => null,
      isStorefrontOrigin: () => Promise.resolve(false),
      health: { live: (response) => response.end(), ready: () => Promise.resolve() },
      pages: { answer: (_, response) => response.end() },
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    await bench.fake.control.setAppUrl({ appUrl: `http://127.0.0.1:${String(port)}` });
    shopId = await installBenchShop(test.database, bench, clock - 48 * HOUR);
    const wish = { shopId, document: program, effectiveAt: null, actor: "test", now: clock - 47 * HOUR };
    expect(await publishProgram(test.database, wish)).toMatchObject({ ok: true });
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await bench.close();
    await test.drop();
  });
  beforeEach(() => bench.fake.control.behave({}));

  const work = async (): Promise<void> => {
    const translate = translateWith(() => bench.platform);
    while ((await applyEvents(test.database, shopId, { translate, now: clock, batchSize: 50 })).settled > 0);
  };
  const reconcile = async (): Promise<void> => {
    clock += 2 * HOUR;
    await bench.fake.control.advanceClock({ ms: 2 * HOUR });
    const parts = { database: test.database, findPlatform: () => bench.platform, now: () => clock };
    await reconcileOrders(parts, createInboxWriter(test.database), shopId);
    await work();
  };
  const pointsOf = async (customerId: string): Promise<number | undefined> =>
    (
      await rowsOf<{ available: number }>(
        test.database,
        "SELECT available FROM member WHERE shop_id = $1 AND customer_id = $2",
        [shopId, customerId],
      )
    )[0]?.available;

  /** Somebody buys for 40 euros, gets 10 back and has the rest sent. */
  async function aPurchase(): Promise<string> {
    const { control } = bench.fake;
    made += 1;
    const email = `guest-${String(made)}@example.com`;
    const { customerId } = await control.createCustomer({ shop: SHOP, email, deliver: false });
    const lines = [{ title: "Coffee", price: "40.00" }];
    const { orderId } = await control.placeOrder({ shop: SHOP, customerId, lines });
    await control.refundOrder({ shop: SHOP, orderId, amount: "10.00" });
    await control.fulfilOrder({ shop: SHOP, orderId });
    expect(await control.settle({})).toMatchObject({ settled: true });
    return customerId;
  }

  it.each<[string, Parameters<ShopifyBench["fake"]["control"]["misbehaveWebhooks"]>[0]]>([
    ["come twice", { kind: "duplicate", copies: 2, times: 10 }],
    ["overtake one another", { kind: "reorder", delayMs: 100, times: 10 }],
    ["come late", { kind: "delay", delayMs: 200, times: 3 }],
    ["are signed wrongly at first", { kind: "wrong_signature", times: 10 }],
  ])("that %s come to the same points without anybody's help", async (_, mischief) => {
    await bench.fake.control.misbehaveWebhooks(mischief);
    const customerId = await aPurchase();
    await work();
    expect(await pointsOf(customerId)).toBe(30);
    await reconcile();
    expect(await pointsOf(customerId)).toBe(30);
    expect((await verifyLedger(test.database, shopId)).contradiction).toBeNull();
  });

  it.each<[string, Parameters<ShopifyBench["fake"]["control"]["misbehaveWebhooks"]>[0]]>([
    ["never come", { kind: "lose", times: 10 }],
    ["cannot be read", { kind: "malformed", times: 10 }],
    ["come in part", { kind: "lose", topic: "orders/paid", times: 10 }],
    ["leave the refund out", { kind: "lose", topic: "refunds/create", times: 10 }],
  ])("that %s are made good by reading the orders", async (_, mischief) => {
    await bench.fake.control.misbehaveWebhooks(mischief);
    const customerId = await aPurchase();
    await work();
    await reconcile();
    expect(await pointsOf(customerId)).toBe(30);
    expect((await verifyLedger(test.database, shopId)).contradiction).toBeNull();
  });
});
