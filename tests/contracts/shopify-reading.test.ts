import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OrderState } from "#app/domain/event.ts";
import type { ReadOrder } from "#app/platforms/platform.ts";
import { translateShopify } from "#app/platforms/shopify/orders/translate.ts";
import { openShopifyBench, SHOP, type ShopifyBench } from "#tests/support/shopify-bench.ts";

const DAY_MS = 86_400_000;
const settings = { currency: "EUR", timezone: "Europe/Berlin" };

let bench: ShopifyBench;
beforeAll(async () => {
  bench = await openShopifyBench();
});
afterAll(() => bench.close());

function orderIn(delivery: Pick<ReadOrder, "topic" | "body"> | null): OrderState {
  if (delivery === null) throw new Error("the shop has no such order");
  const translation = translateShopify(delivery.topic, delivery.body, { ...settings, at: 0 });
  const fact = translation.ok ? translation.facts[0] : undefined;
  if (fact?.type !== "order") throw new Error(translation.ok ? "no order" : translation.reason);
  return fact.order;
}

async function delivered(orderId: string): Promise<OrderState> {
  const order = await bench.fake.control.order({ shop: SHOP, orderId });
  return orderIn(order === null ? null : { topic: "orders/updated", body: order.body });
}

async function read(orderId: string): Promise<OrderState> {
  const answer = await bench.platform.readOrder(SHOP, orderId);
  if (answer.kind !== "data") throw new Error(answer.reason);
  return orderIn(answer.data);
}

/** Orders in the shapes they come in; each is placed and then has something happen to it. */
async function placeAll(): Promise<Map<string, string>> {
  const { control } = bench.fake;
  const { customerId } = await control.createCustomer({
    shop: SHOP,
    email: "anna@example.com",
    deliver: false,
  });
  const coffee = { title: "Coffee", price: "20.00", quantity: 2 };
  const base = { shop: SHOP, customerId, lines: [coffee, { title: "Mug", price: "12.00" }], deliver: false };
  const orders = new Map<string, string>();
  const place = async (name: string, more: Partial<Parameters<typeof control.placeOrder>[0]> = {}) => {
    const placed = await control.placeOrder({ ...base, ...more });
    orders.set(name, placed.orderId);
    return placed;
  };
  await place("paid");
  await place("unpaid", { paid: false });
  await place("of a guest", { customerId: null, email: "guest@example.com" });
  await place("a test", { test: true });
  await place("at the counter", { sourceName: "pos" });
  await place("with shipping and a tip", { shipping: "4.90", tip: "3.00" });
  const service = { title: "Tasting", price: "5.00", requiresShipping: false };
  await place("with a tip as large as a custom sale that is not shipped", { lines: [service], tip: "5.00" });
  await place("without tax in its prices", { taxesIncluded: false });
  await place("in another currency", {
    presentmentCurrency: "USD",
    presentmentRate: "1.08",
    shipping: "4.90",
  });
  await place("with sixty lines", {
    lines: Array.from({ length: 60 }, (_, index) => ({ title: `Bean ${String(index)}`, price: "1.50" })),
  });
  const partly = await place("refunded by line");
  await control.refundOrder({
    shop: SHOP,
    orderId: partly.orderId,
    lines: [{ lineId: partly.lineIds[0] ?? "", quantity: 1 }],
    deliver: false,
  });
  const amount = await place("refunded by amount");
  await control.refundOrder({ shop: SHOP, orderId: amount.orderId, amount: "7.50", deliver: false });
  const shipping = await place("refunded its shipping", { shipping: "4.90" });
  await control.refundOrder({ shop: SHOP, orderId: shipping.orderId, shipping: "4.90", deliver: false });
  const foreign = await place("refunded in another currency", {
    presentmentCurrency: "USD",
    presentmentRate: "1.08",
  });
  await control.refundOrder({ shop: SHOP, orderId: foreign.orderId, lines: "all", deliver: false });
  const edited = await place("edited");
  await control.editOrder({
    shop: SHOP,
    orderId: edited.orderId,
    remove: [{ lineId: edited.lineIds[0] ?? "", quantity: 1 }],
    add: [{ title: "Filter", price: "5.00" }],
    deliver: false,
  });
  const lowered = await place("edited without a record");
  await control.editOrder({
    shop: SHOP,
    orderId: lowered.orderId,
    remove: [{ lineId: lowered.lineIds[0] ?? "", quantity: 1 }],
    asRefundRecord: false,
    deliver: false,
  });
  const cancelled = await place("cancelled");
  await control.cancelOrder({ shop: SHOP, orderId: cancelled.orderId, deliver: false });
  const fulfilled = await place("fulfilled");
  await control.fulfilOrder({ shop: SHOP, orderId: fulfilled.orderId, deliver: false });
  return orders;
}

/** Only a reading knows what a gift card paid; a delivery names the gateways. */
const comparable = ({ paidByGiftCardMinor: _, ...order }: OrderState) => order;

describe("an order that is read is the fact its delivery would have been", () => {
  it("in every shape, one by one and by a history import", async () => {
    const orders = await placeAll();
    for (const [name, orderId] of orders) {
      expect(comparable(await read(orderId)), name).toEqual(comparable(await delivered(orderId)));
    }

    const started = await bench.platform.startHistory(SHOP, null);
    if (started.kind !== "data") throw new Error(started.reason);
    await bench.fake.control.settle({});
    expect(await bench.platform.historyProgress(SHOP, started.data)).toMatchObject({
      kind: "data",
      data: { state: "completed" },
    });
    const history = new Map<string, OrderState>();
    for await (const row of bench.platform.readHistory(SHOP, started.data, 0)) {
      const order = orderIn(row.order);
      history.set(order.id, order);
    }
    expect([...history.keys()].sort()).toEqual([...orders.values()].sort());
    for (const orderId of orders.values()) {
      const imported = history.get(orderId);
      if (imported === undefined) throw new Error("an order is missing from the history");
      expect(comparable(imported)).toEqual(comparable(await delivered(orderId)));
    }

    const behind: number[] = [];
    for await (const row of bench.platform.readHistory(SHOP, started.data, orders.size - 2)) {
      behind.push(row.position);
    }
    expect(behind).toEqual([orders.size - 1, orders.size]);
  });

  it("a custom sale that is not shipped, beside a tip as large, is goods", async () => {
    const { orderId } = await bench.fake.control.placeOrder({
      shop: SHOP,
      lines: [{ title: "Tasting", price: "5.00", requiresShipping: false }],
      tip: "5.00",
      deliver: false,
    });
    expect((await read(orderId)).lines).toMatchObject([{ unitPriceMinor: 500, quantity: 1 }]);
  });

  it("an order the shop does not have is none", async () => {
    expect(await bench.platform.readOrder(SHOP, "42")).toEqual({ kind: "data", data: null });
  });

  it("what a gift card paid is known when the order is read", async () => {
    const { orderId } = await bench.fake.control.placeOrder({
      shop: SHOP,
      lines: [{ title: "Coffee", price: "20.00" }],
      paidByGiftCard: "5.00",
      deliver: false,
    });
    expect((await read(orderId)).paidByGiftCardMinor).toBe(500);
  });

  it("what a gift card paid in another currency is known in the shop's", async () => {
    const { orderId } = await bench.fake.control.placeOrder({
      shop: SHOP,
      lines: [{ title: "Coffee", price: "20.00" }],
      paidByGiftCard: "5.00",
      presentmentCurrency: "USD",
      presentmentRate: "1.08",
      deliver: false,
    });
    expect((await read(orderId)).paidByGiftCardMinor).toBe(500);
  });
});

describe("reconciliation", () => {
  it("lists what changed since an instant, oldest change first", async () => {
    const { control } = bench.fake;
    const placed: string[] = [];
    // Shopify shows an app the orders of the last sixty days.
    const start = Date.now() - 30 * DAY_MS;
    for (let day = 0; day < 3; day += 1) {
      const at = start + day * DAY_MS;
      const line = { title: "Coffee", price: "3.00" };
      placed.push((await control.placeOrder({ shop: SHOP, lines: [line], at, deliver: false })).orderId);
    }
    const listed = await bench.platform.listUpdatedOrders(SHOP, start + DAY_MS, null);
    if (listed.kind !== "data") throw new Error(listed.reason);
    const ids = listed.data.orders.map(({ id }) => id);
    expect(ids).not.toContain(placed[0]);
    expect(ids.slice(0, 2)).toEqual(placed.slice(1));
    const instants = listed.data.orders.map(({ updatedAt }) => updatedAt);
    expect(instants).toEqual([...instants].sort((a, b) => a - b));
  });
});

describe("what installing and rules ask for", () => {
  it("a shop's name, money, clock, language and leave", async () => {
    expect(await bench.platform.describeShop(SHOP)).toMatchObject({
      kind: "data",
      data: { name: "Bench", currency: "EUR", timezone: "Europe/Berlin", locale: "en" },
    });
  });

  it("tags, collections, vendor and kind of products, and nothing of unknown ones", async () => {
    const { productId } = await bench.fake.control.createProduct({
      shop: SHOP,
      title: "Espresso",
      price: "12.00",
      vendor: "Kiez",
      productType: "Beans",
      tags: ["new"],
      collections: ["Summer"],
    });
    // Numbers that cannot be ids of Shopify's would make it refuse the whole request.
    const asked = [productId, "42", "9".repeat(25), "p1", ""];
    const described = await bench.platform.describeProducts(SHOP, asked);
    expect(described).toEqual({
      kind: "data",
      data: [
        {
          product: productId,
          vendor: "Kiez",
          kind: "Beans",
          tags: ["new"],
          collections: [expect.stringMatching(/^\d+$/), "summer"],
        },
      ],
    });
  });

  it("all collections of a product, however many, and no request dearer than Shopify allows", async () => {
    const { control } = bench.fake;
    const collections = Array.from({ length: 300 }, (_, index) => `Shelf ${String(index)}`);
    const ids: string[] = [];
    for (let index = 0; index < 26; index += 1) {
      const product = { shop: SHOP, title: `Tea ${String(index)}`, price: "4.00" };
      const made = await control.createProduct(index === 0 ? { ...product, collections } : product);
      ids.push(made.productId);
    }
    const described = await bench.platform.describeProducts(SHOP, ids);
    if (described.kind !== "data") throw new Error(described.reason);
    expect(described.data.map(({ product }) => product)).toEqual(ids);
    const [first] = described.data;
    expect(first?.collections).toHaveLength(2 * collections.length);
    expect(first?.collections).toContain("shelf-299");
  });

  it("of a product that was deleted nothing", async () => {
    const { control } = bench.fake;
    const { productId } = await control.createProduct({ shop: SHOP, title: "Gone", price: "1.00" });
    await control.deleteProduct({ shop: SHOP, productId });
    expect(await bench.platform.describeProducts(SHOP, [productId])).toEqual({ kind: "data", data: [] });
  });
});

describe("words that come late", () => {
  it.each(["app/uninstalled", "shop/redact"])("%s counts from when Shopify says it happened", (topic) => {
    const body = JSON.stringify({ id: 1 });
    const told = (triggeredAt: number | null) =>
      bench.platform.translate({ topic, body, triggeredAt }, settings);
    expect(told(1_000)).toMatchObject({ ok: true, facts: [{ at: 1_000 }] });
    const now = told(null);
    expect(now.ok ? now.facts[0]?.at : 0).toBeGreaterThan(Date.now() - DAY_MS);
  });
});
