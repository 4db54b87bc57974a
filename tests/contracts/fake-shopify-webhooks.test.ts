import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { FakeShopify } from "#simulator/shopify/fake-shopify.ts";
import { startFakeShopify } from "#simulator/shopify/start-fake-shopify.ts";

const shop = "beans.myshopify.com";

interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

let app: Server;
let appUrl: string;
let received: Received[];
/** Status for the next requests; 200 when used up. */
let statuses: number[];
let fake: FakeShopify;

beforeEach(async () => {
  received = [];
  statuses = [];
  app = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      received.push({
        path: request.url ?? "",
        headers: request.headers,
        text: Buffer.concat(chunks).toString("utf8"),
      });
      response
        .writeHead(statuses.shift() ?? 200, { "set-cookie": "app=1", "content-type": "text/plain" })
        .end("ok");
    });
  });
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  appUrl = `http://127.0.0.1:${(app.address() as AddressInfo).port}`;
  fake = await startFakeShopify({
    apiKey: "key",
    apiSecret: "secret",
    appUrl,
    webhookSpeed: 100_000,
    firstId: "9007199254741001",
    shops: [{ domain: shop, name: "Beans", taxPercent: "19" }],
  });
});

afterEach(async () => {
  await fake.close();
  await new Promise((resolve) => app.close(resolve));
});

const topics = (): unknown[] => received.map((one) => one.headers["x-shopify-topic"]);

function bodyOf(topic: string): Record<string, unknown> {
  const found = received.find((one) => one.headers["x-shopify-topic"] === topic);
  if (found === undefined) throw new Error(`No ${topic} arrived`);
  return JSON.parse(found.text) as Record<string, unknown>;
}

function documented(name: string): Record<string, unknown> {
  const file = new URL(`../fixtures/payloads/shopify/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
}

async function placePaid(
  more: Record<string, unknown> = {},
): Promise<{ orderId: string; lineIds: readonly string[] }> {
  const { customerId } = await fake.control.createCustomer({
    shop,
    email: `${received.length}@example.com`,
    deliver: false,
  });
  const lines = [
    { title: "Espresso", price: "12.50", quantity: 2 },
    { title: "Cup", price: "9.00" },
  ];
  const placed = await fake.control.placeOrder({ shop, customerId, lines, shipping: "4.90", ...more });
  await fake.control.settle({});
  return placed;
}

test("a paid order is told as created, paid and updated, signed, with one event id and three webhook ids", async () => {
  await placePaid();
  expect(topics().sort()).toEqual(["orders/create", "orders/paid", "orders/updated"]);
  for (const { headers, text, path } of received) {
    expect(path).toBe("/webhooks");
    expect(headers["x-shopify-hmac-sha256"]).toBe(
      createHmac("sha256", "secret").update(text).digest("base64"),
    );
    expect(headers["x-shopify-shop-domain"]).toBe(shop);
    expect(headers["x-shopify-triggered-at"]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/);
  }
  expect(new Set(received.map((one) => one.headers["x-shopify-event-id"])).size).toBe(1);
  expect(new Set(received.map((one) => one.headers["x-shopify-webhook-id"])).size).toBe(3);
});

test.each(["orders_paid", "orders_cancelled"])(
  "the body of an order has the fields of the documented %s",
  async (name) => {
    await placePaid();
    expect(Object.keys(bodyOf("orders/paid")).sort()).toEqual(Object.keys(documented(name)).sort());
    const [line] = bodyOf("orders/paid")["line_items"] as Record<string, unknown>[];
    const [sample] = documented(name)["line_items"] as Record<string, unknown>[];
    expect(Object.keys(line ?? {}).sort()).toEqual(Object.keys(sample ?? {}).sort());
  },
);

test("the bodies of a customer and of a refund have the documented fields", async () => {
  const { orderId } = await placePaid();
  await fake.control.createCustomer({ shop, email: "new@example.com" });
  await fake.control.refundOrder({ shop, orderId, lines: "all" });
  await fake.control.settle({});
  const fields = (body: Record<string, unknown>): string[] => Object.keys(body).sort();
  expect(fields(bodyOf("customers/create"))).toEqual(fields(documented("customers_create")));
  expect(fields(bodyOf("refunds/create"))).toEqual(fields(documented("refunds_create")));
});

test("ids above 2^53 are written with every digit", async () => {
  const { orderId } = await placePaid();
  expect(BigInt(orderId) > BigInt(Number.MAX_SAFE_INTEGER)).toBe(true);
  expect(received[0]?.text).toContain(`"id":${orderId},`);
});

test("an order's amounts add up, with tax inside the prices", async () => {
  await placePaid();
  expect(bodyOf("orders/paid")).toMatchObject({
    subtotal_price: "34.00",
    total_price: "38.90",
    total_tax: "6.21",
    financial_status: "paid",
    taxes_included: true,
  });
});

test("a refund of one unit gives back its share and lowers what is left", async () => {
  const { orderId, lineIds } = await placePaid();
  received = [];
  const refund = await fake.control.refundOrder({
    shop,
    orderId,
    lines: [{ lineId: lineIds[0] ?? "", quantity: 1 }],
  });
  await fake.control.settle({});
  expect(refund.amount).toBe("12.50");
  expect(topics().sort()).toEqual(["orders/updated", "refunds/create"]);
  expect(bodyOf("refunds/create")["refund_line_items"]).toMatchObject([{ quantity: 1, subtotal: 12.5 }]);
  const order = bodyOf("orders/updated");
  expect(order).toMatchObject({ financial_status: "partially_refunded", current_total_price: "26.40" });
  expect(order["line_items"]).toMatchObject([{ quantity: 2, current_quantity: 1 }, { current_quantity: 1 }]);
});

test("a refund of an amount alone is an adjustment without lines, and more than was paid is refused", async () => {
  const { orderId } = await placePaid();
  await fake.control.refundOrder({ shop, orderId, amount: "10.00" });
  await fake.control.settle({});
  expect(bodyOf("refunds/create")).toMatchObject({
    refund_line_items: [],
    order_adjustments: [{ kind: "refund_discrepancy", amount: "-10.00" }],
    transactions: [{ kind: "refund", amount: "10.00" }],
  });
  await expect(fake.control.refundOrder({ shop, orderId, amount: "30.00" })).rejects.toThrow(
    "More than was paid",
  );
});

test("cancelling gives everything back in one refund", async () => {
  const { orderId } = await placePaid();
  await fake.control.cancelOrder({ shop, orderId });
  await fake.control.settle({});
  expect(bodyOf("orders/cancelled")).toMatchObject({
    financial_status: "refunded",
    cancel_reason: "customer",
  });
  expect(bodyOf("refunds/create")["transactions"]).toMatchObject([{ amount: "38.90" }]);
});

test("an edit that removes a line of a paid order is a refund record without money", async () => {
  const { orderId, lineIds } = await placePaid();
  await fake.control.editOrder({ shop, orderId, remove: [{ lineId: lineIds[1] ?? "", quantity: 1 }] });
  await fake.control.settle({});
  expect(bodyOf("refunds/create")).toMatchObject({ transactions: [], refund_line_items: [{ quantity: 1 }] });
  expect(topics()).toContain("orders/edited");
});

test("a delivery that is not answered with 2xx is tried again with the same webhook id and body", async () => {
  statuses = [500, 302, 200];
  await fake.control.createCustomer({ shop, email: "again@example.com" });
  await fake.control.settle({});
  expect(received).toHaveLength(3);
  expect(new Set(received.map((one) => one.headers["x-shopify-webhook-id"])).size).toBe(1);
  expect(new Set(received.map((one) => one.text)).size).toBe(1);
  const [delivery] = await fake.control.deliveries({ shop });
  expect(delivery?.attempts).toEqual([500, 302, 200]);
});

test("after eight retries a delivery is given up", async () => {
  statuses = Array.from({ length: 9 }, () => 500);
  await fake.control.createCustomer({ shop, email: "never@example.com" });
  await fake.control.settle({});
  expect((await fake.control.deliveries({ shop }))[0]?.state).toBe("given_up");
  expect(received.length).toBe(9);
});

test("webhooks are duplicated, lost, delayed, overtaken or wrongly signed on demand", async () => {
  const create = (email: string): Promise<unknown> => fake.control.createCustomer({ shop, email });
  await fake.control.misbehaveWebhooks({ kind: "duplicate", copies: 2 });
  await create("duplicate@example.com");
  await fake.control.settle({});
  expect(new Set(received.map((one) => one.headers["x-shopify-webhook-id"])).size).toBe(1);
  expect(received.length).toBe(3);
  await fake.control.misbehaveWebhooks({ kind: "lose" });
  await create("lost@example.com");
  await fake.control.settle({});
  expect(received.length).toBe(3);
  received = [];
  await fake.control.misbehaveWebhooks({ kind: "reorder", delayMs: 5_000 });
  await create("first@example.com");
  await create("second@example.com");
  await expect.poll(() => received.length).toBe(2);
  expect(received.map((one) => (JSON.parse(one.text) as { email: string }).email)).toEqual([
    "second@example.com",
    "first@example.com",
  ]);
  received = [];
  statuses = [401];
  await fake.control.misbehaveWebhooks({ kind: "wrong_signature" });
  await create("signed@example.com");
  await expect.poll(() => received.length).toBe(2);
  const right = createHmac("sha256", "secret")
    .update(received[1]?.text ?? "")
    .digest("base64");
  expect(received[0]?.headers["x-shopify-hmac-sha256"]).not.toBe(right);
  expect(received[1]?.headers["x-shopify-hmac-sha256"]).toBe(right);
});

test("an uninstalled app hears of its end and of redaction, and of nothing else", async () => {
  await fake.control.uninstallApp({ shop });
  await fake.control.createCustomer({ shop, email: "quiet@example.com" });
  await fake.control.redactShop({ shop });
  await fake.control.settle({});
  // Each on a connection of its own: which comes first is left open.
  expect(topics().sort()).toEqual(["app/uninstalled", "shop/redact"]);
});

test("a discount code is honoured, counted, and refused once it is used up", async () => {
  const { access_token } = await fake.control.issueToken({ shop });
  const query = `mutation { discountCodeBasicCreate(basicCodeDiscount: { title: "Ten", code: "REG-TEN",
    startsAt: "2026-01-01T00:00:00Z", usageLimit: 1, context: { all: ALL },
    customerGets: { value: { percentage: 0.1 }, items: { all: true } } }) { userErrors { code } } }`;
  await fetch(`${fake.url}/admin/api/2026-10/graphql.json`, {
    method: "POST",
    headers: { "x-forwarded-host": shop, "x-shopify-access-token": access_token },
    body: JSON.stringify({ query }),
  });
  await placePaid({ discountCodes: ["reg-ten"] });
  expect(bodyOf("orders/paid")).toMatchObject({
    subtotal_price: "30.60",
    discount_codes: [{ code: "reg-ten", amount: "3.40", type: "percentage" }],
    line_items: [
      { discount_allocations: [{ amount: "2.50" }] },
      { discount_allocations: [{ amount: "0.90" }] },
    ],
  });
  await expect(placePaid({ discountCodes: ["REG-TEN"] })).rejects.toThrow("usage limit");
});

test("the app proxy signs what it knows, drops cookies both ways and keeps the shopper's own parameters", async () => {
  const response = await fetch(`${fake.url}/apps/regulars/state?page=2&page=3`, {
    headers: { "x-forwarded-host": shop, cookie: "secret=1" },
  });
  expect(response.headers.get("set-cookie")).toBeNull();
  const [asked] = received;
  expect(asked?.headers["cookie"]).toBeUndefined();
  const url = new URL(asked?.path ?? "", appUrl);
  expect(url.pathname).toBe("/storefront/state");
  const given = Object.fromEntries(url.searchParams);
  expect(given).toMatchObject({ shop, path_prefix: "/apps/regulars", logged_in_customer_id: "" });
  const text = `logged_in_customer_id=page=2,3path_prefix=/apps/regularsshop=${shop}timestamp=${given["timestamp"] ?? ""}`;
  expect(given["signature"]).toBe(createHmac("sha256", "secret").update(text).digest("hex"));
});
