import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";

/** What an order delivery of the documented form says, and what is different in each. */
export interface Delivery {
  readonly shopKey: string;
  readonly topic: "orders/create" | "orders/paid" | "orders/updated";
  readonly deliveryId: string;
  readonly body: string;
}

export interface OrderToTell {
  readonly shopKey: string;
  readonly orderNumber: number;
  readonly customerId: string;
  readonly priceCents: number;
  readonly createdAt: number;
}

const SAMPLE = new URL("../../tests/fixtures/payloads/shopify/orders_paid.json", import.meta.url);
const BODY_BYTES = 12 * 1024;

/**
 * Makes deliveries out of Shopify's own sample: its whole body with the ids, the price, the person
 * and the instants of this order, filled up to 12 KB. Cutting the sample at the places that differ
 * keeps the load generator cheap beside what it measures.
 */
export function createDeliveryMaker() {
  const pieces = cutSample();

  return function tellOrder(order: OrderToTell): Delivery[] {
    const tell = (topic: Delivery["topic"], status: string, secondsLater: number): Delivery => {
      const values = valuesOf(order, status, secondsLater);
      return {
        shopKey: order.shopKey,
        topic,
        deliveryId: `${String(order.orderNumber)}-${topic}`,
        body: pieces.map((piece, index) => (index % 2 === 0 ? piece : values.get(piece))).join(""),
      };
    };
    return [
      tell("orders/create", "pending", 0),
      tell("orders/paid", "paid", 2),
      tell("orders/updated", "paid", 5),
    ];
  };
}

/** The points a program of 1 point per 1.00 gives for the order. */
export function pointsOf(order: OrderToTell): number {
  return Math.floor(order.priceCents / 100);
}

/** The bytes of a whole request, signed as Shopify signs. */
export function requestOf(delivery: Delivery, secret: string, host: string): Buffer {
  const hmac = createHmac("sha256", secret).update(delivery.body).digest("base64");
  const headers = [
    "POST /webhooks HTTP/1.1",
    `Host: ${host}`,
    "Content-Type: application/json",
    `Content-Length: ${String(Buffer.byteLength(delivery.body))}`,
    `X-Shopify-Topic: ${delivery.topic}`,
    `X-Shopify-Hmac-Sha256: ${hmac}`,
    `X-Shopify-Shop-Domain: ${delivery.shopKey}`,
    "X-Shopify-API-Version: 2026-10",
    `X-Shopify-Webhook-Id: ${delivery.deliveryId}`,
    `X-Shopify-Event-Id: ${delivery.deliveryId}`,
    `X-Shopify-Triggered-At: ${new Date(Date.now()).toISOString()}`,
  ];
  return Buffer.from(`${headers.join("\r\n")}\r\n\r\n${delivery.body}`);
}

function valuesOf(order: OrderToTell, status: string, secondsLater: number): Map<string, string> {
  const price = (order.priceCents / 100).toFixed(2);
  return new Map([
    ["id", String(5_000_000_000_000 + order.orderNumber)],
    ["number", String(order.orderNumber)],
    ["customer", order.customerId],
    ["price", price],
    ["status", status],
    ["created", new Date(order.createdAt).toISOString()],
    ["updated", new Date(order.createdAt + secondsLater * 1_000).toISOString()],
  ]);
}

const money = (amount: string) => ({
  shop_money: { amount, currency_code: "USD" },
  presentment_money: { amount, currency_code: "USD" },
});

/** The products the sample is of, by their numbers as the bodies have them. */
export function sampleProducts(): string[] {
  const sample = JSON.parse(readFileSync(SAMPLE, "utf8")) as { line_items: { product_id: number | null }[] };
  return [...new Set(sample.line_items.flatMap(({ product_id: id }) => (id === null ? [] : [String(id)])))];
}

/** The sample as pieces: text, name of a value, text, name of a value, …, text. */
function cutSample(): string[] {
  const sample = JSON.parse(readFileSync(SAMPLE, "utf8")) as Record<string, unknown>;
  const [line] = sample["line_items"] as Record<string, unknown>[];
  const customer = sample["customer"] as Record<string, unknown>;
  const order = {
    ...sample,
    id: "{{id}}",
    admin_graphql_api_id: "gid://shopify/Order/{{id}}",
    name: "#{{number}}",
    order_number: "{{number}}",
    currency: "USD",
    test: false,
    cancelled_at: null,
    cancel_reason: null,
    financial_status: "{{status}}",
    created_at: "{{created}}",
    processed_at: "{{created}}",
    updated_at: "{{updated}}",
    total_discounts: "0.00",
    total_discounts_set: money("0.00"),
    discount_applications: [],
    discount_codes: [],
    total_price: "{{price}}",
    subtotal_price: "{{price}}",
    current_total_price: "{{price}}",
    refunds: [],
    line_items: (sample["line_items"] as Record<string, unknown>[]).map((one, index) => ({
      ...one,
      price: index === 0 ? "{{price}}" : "0.00",
      price_set: money(index === 0 ? "{{price}}" : "0.00"),
    })),
    customer: {
      ...customer,
      id: "{{customer}}",
      admin_graphql_api_id: "gid://shopify/Customer/{{customer}}",
      email: "member-{{customer}}@example.com",
    },
    note: "",
  };
  if (line === undefined) throw new Error("Shopify's sample order has no line.");
  const bare = JSON.stringify(order);
  const missing = Math.max(0, BODY_BYTES - Buffer.byteLength(bare) - 60);
  const filled = JSON.stringify({ ...order, note: "Please ring twice. ".repeat(missing).slice(0, missing) });
  // Ids are numbers in Shopify's bodies: the quotes around whole values go.
  return filled.replace(/"\{\{(id|number|customer)\}\}"/g, "{{$1}}").split(/\{\{(\w+)\}\}/);
}
