import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { applyEvents } from "#app/commands/inbox/apply-events.ts";
import { askAboutProducts } from "#app/commands/questions/ask-about-products.ts";
import { publishProgram } from "#app/commands/program/publish-program.ts";
import { createInboxWriter } from "#app/db/inbox/inbox.ts";
import { answerQuestions } from "#app/jobs/questions/answer-questions.ts";
import { translateWith } from "#app/jobs/inbox/process-inbox.ts";
import { reconcileOrders } from "#app/jobs/shops/reconcile-orders.ts";
import { storefrontEstimate } from "#app/queries/storefront/storefront-estimate.ts";
import { databaseKinds, openTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { openShopifyBench, SHOP, type ShopifyBench } from "#tests/support/shopify-bench.ts";
import { installBenchShop } from "./install-bench-shop.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

const HOUR = 3_600_000;

/** A point for each euro that no gift card paid; twenty for each bag of beans that is new or on the summer shelf. */
const program = {
  format: "regulars.program/1",
  name: "Club",
  currency: "EUR",
  timezone: "Europe/Berlin",
  earning: {
    basis: { giftCards: "whenBought" },
    rules: [
      { id: "spend", kind: "spend", points: 1, per: "1.00" },
      { id: "new", kind: "item", points: 20, lines: { tags: ["new"], types: ["Beans"] } },
      { id: "summer", kind: "item", points: 20, lines: { collections: ["summer"] } },
    ],
  },
};

describe.each(databaseKinds)("an order of a Shopify shop, on the %s database", (kind) => {
  let test: TestDatabase;
  let bench: ShopifyBench;
  let shopId: number;
  let clock = Date.now();
  let made = 0;

  beforeAll(async () => {
    test = await openTestDatabase(kind);
    bench = await openShopifyBench();
    shopId = await installBenchShop(test.database, bench, clock - 48 * HOUR);
    const wish = { shopId, document: program, effectiveAt: null, actor: "test", now: clock - 47 * HOUR };
    expect(await publishProgram(test.database, wish)).toMatchObject({ ok: true });
  });
  afterAll(async () => {
    await bench.close();
    await test.drop();
  });
  beforeEach(async () => {
    await bench.fake.control.behave({});
    await bench.fake.control.forgetCalls({});
  });

  const parts = () => ({ database: test.database, findPlatform: () => bench.platform, now: () => clock });
  const apply = () =>
    applyEvents(test.database, shopId, {
      translate: translateWith(() => bench.platform),
      now: clock,
      batchSize: 50,
    });
  const answer = () => answerQuestions(parts(), shopId);

  interface Bought {
    readonly orderId: string;
    readonly customerId: string;
  }
  type Order = Parameters<ShopifyBench["fake"]["control"]["placeOrder"]>[0];

  async function buy(more: Partial<Order>): Promise<Bought> {
    const { control } = bench.fake;
    made += 1;
    const { customerId } = await control.createCustomer({
      shop: SHOP,
      email: `guest-${String(made)}@example.com`,
      deliver: false,
    });
    const lines = [{ title: "Coffee", price: "10.00" }];
    const placed = await control.placeOrder({ shop: SHOP, customerId, lines, deliver: false, ...more });
    return { orderId: placed.orderId, customerId };
  }

  /** As the webhook door would have written it down. */
  async function deliver({ orderId }: Bought, topic = "orders/paid"): Promise<void> {
    const order = await bench.fake.control.order({ shop: SHOP, orderId });
    if (order === null) throw new Error("the shop has no such order");
    made += 1;
    const deliveryId = `delivery-${String(made)}`;
    await createInboxWriter(test.database).write(
      { platform: "shopify", shopKey: SHOP, topic, deliveryId, triggeredAt: clock, body: order.body },
      clock,
    );
  }

  async function earned({ customerId }: Bought): Promise<number | null> {
    const [row] = await rowsOf<{ available: number }>(
      test.database,
      "SELECT available FROM member WHERE shop_id = $1 AND customer_id = $2",
      [shopId, customerId],
    );
    return row?.available ?? null;
  }

  const beans = async (
    more: Record<string, unknown> = {},
  ): Promise<{ productId: string; variantId: string }> => {
    const { productId, variantIds } = await bench.fake.control.createProduct({
      shop: SHOP,
      title: `Beans ${String((made += 1))}`,
      price: "10.00",
      productType: "Beans",
      tags: ["new"],
      ...more,
    });
    const [variantId = ""] = variantIds;
    return { productId, variantId };
  };

  const asked = async (field: string): Promise<number> =>
    (await bench.fake.control.calls({ shop: SHOP, field })).length;

  it("earns by the tags, types and collections of what was bought", async () => {
    const both = await beans({ collections: ["Summer"] });
    const neither = await beans({ tags: [], productType: "Tea" });
    const order = await buy({
      lines: [{ variantId: both.variantId, quantity: 2 }, { variantId: neither.variantId }],
    });
    await deliver(order);
    await apply();
    expect(await earned(order)).toBeNull();
    await answer();
    await apply();
    expect(await earned(order)).toBe(30 + 2 * 20 + 2 * 20);
  });

  it("is judged once: tags that change afterwards change nothing of it", async () => {
    const { productId, variantId } = await beans();
    const order = await buy({ lines: [{ variantId }] });
    await deliver(order);
    await apply();
    await answer();
    await apply();
    await bench.fake.control.changeProduct({ shop: SHOP, productId, tags: [] });
    clock += HOUR;
    await bench.fake.control.fulfilOrder({ shop: SHOP, orderId: order.orderId, deliver: false });
    await deliver(order, "orders/fulfilled");
    await apply();
    expect(await earned(order)).toBe(30);
    expect(await asked("nodes")).toBe(1);
  });

  it.each(["http_429", "throttled", "http_503", "hang_up_before", "hang_up_after", "not_json"] as const)(
    "waits where Shopify answers with %s, and earns what it should",
    async (misfortune) => {
      const { variantId } = await beans();
      const order = await buy({ lines: [{ variantId }] });
      await bench.fake.control.misbehave({ shop: SHOP, kind: misfortune, on: "nodes" });
      await deliver(order);
      await apply();
      await answer();
      await apply();
      expect(await earned(order)).toBeNull();
      clock += HOUR;
      await answer();
      await apply();
      expect(await earned(order)).toBe(30);
    },
  );

  it("that no delivery told of is read and judged by the same facts", async () => {
    const { variantId } = await beans();
    const order = await buy({ lines: [{ variantId }], paidByGiftCard: "4.00", at: clock - HOUR });
    clock += 2 * HOUR;
    await reconcileOrders(parts(), createInboxWriter(test.database), shopId);
    await apply();
    await answer();
    await apply();
    expect(await earned(order)).toBe(6 + 20);
  });

  it.each<[string, Partial<Order>, number]>([
    ["in part", { paidByGiftCard: "4.00" }, 6],
    ["wholly", { paidByGiftCard: "10.00" }, 0],
    [
      "in part, in another currency",
      { paidByGiftCard: "4.00", presentmentCurrency: "USD", presentmentRate: "1.08" },
      6,
    ],
  ])("that a gift card paid %s earns for the rest only", async (_, more, points) => {
    const order = await buy(more);
    await deliver(order);
    await apply();
    await answer();
    await apply();
    expect(await earned(order)).toBe(points);
    // Later deliveries leave the amount out again; it stays what it was.
    await bench.fake.control.fulfilOrder({ shop: SHOP, orderId: order.orderId, deliver: false });
    await deliver(order, "orders/updated");
    await apply();
    expect(await earned(order)).toBe(points);
    expect(await asked("order")).toBeLessThanOrEqual(1);
  });

  it("that no gift card paid is not read", async () => {
    const order = await buy({});
    await deliver(order);
    await apply();
    expect(await earned(order)).toBe(10);
    expect(await asked("order")).toBe(0);
  });

  it("is estimated by the same facts before it is placed", async () => {
    const { productId } = await beans({ collections: ["Summer"] });
    const lines = [
      { product: productId, variant: "1", quantity: 1, totalHundredths: 1_000, giftCard: false },
    ];
    const visitor = { shopId, memberId: null, language: null };
    const estimate = async () => (await storefrontEstimate(test.database, visitor, lines, clock)).points;
    const ask = (patienceMs: number) =>
      askAboutProducts(test.database, { shopId, products: [productId], now: clock, patienceMs });
    expect(await estimate()).toBe(10);
    const waiting = ask(30_000);
    // Written down while it is being answered, it would be asked twice: somebody may know it too late.
    const open = () => test.database.query("SELECT 1 FROM shop_question WHERE shop_id = $1", [shopId]);
    await expect.poll(open).toHaveLength(1);
    await answer();
    await waiting;
    expect(await estimate()).toBe(50);
    await ask(0);
    expect(await asked("nodes")).toBe(1);
  });
});
