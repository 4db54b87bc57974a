import { createHmac, timingSafeEqual } from "node:crypto";
import { parseInstant } from "#app/domain/parse-instant.ts";
import { parseBody } from "../../parse-body.ts";
import type { ReadHeader, VerifiedWebhook } from "../../platform.ts";

const SHOP = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/u;
const TOPIC = /^[a-z_]+[/.][a-z_]+$/u;
const DELIVERY_ID_LENGTH = 100;

/**
 * Is this a delivery Shopify has sent? The signature is a base64 HMAC-SHA256 of the raw bytes, made
 * with the app's secret. While a secret is being replaced Shopify may sign with either, so every
 * secret given counts. The body is hardly read: whatever is signed gets written down, if it can be a
 * delivery at all. The same secret signs session tokens, whose text is no object; and what ends a shop
 * or erases a person must say itself which shop it is about, since no signature covers the headers.
 */
export function verifyShopifyWebhook(
  readHeader: ReadHeader,
  body: Uint8Array,
  secrets: readonly string[],
): VerifiedWebhook {
  const signature = readHeader("x-shopify-hmac-sha256");
  const shopKey = readHeader("x-shopify-shop-domain");
  const topic = readHeader("x-shopify-topic");
  const deliveryId = readHeader("x-shopify-webhook-id");
  if (signature === null) return refuse(400, "signature missing");
  if (body.length === 0) return refuse(400, "body missing");
  if (!isSigned(body, signature, secrets)) return refuse(401, "signature wrong");
  if (shopKey === null || !SHOP.test(shopKey)) return refuse(400, "shop missing or malformed");
  if (topic === null || !TOPIC.test(topic)) return refuse(400, "topic missing or malformed");
  if (deliveryId === null || deliveryId === "" || deliveryId.length > DELIVERY_ID_LENGTH) {
    return refuse(400, "delivery id missing or malformed");
  }
  if (!beginsAsObject(body)) return refuse(400, "the body is no object");
  const text = readText(body);
  const named = SHOP_NAMED_IN_BODY.get(topic);
  if (named !== undefined && shopIn(text, named) !== shopKey) {
    return refuse(400, "the body does not name the shop");
  }
  const triggeredAt = readHeader("x-shopify-triggered-at");
  return {
    ok: true,
    delivery: {
      platform: "shopify",
      shopKey,
      topic,
      deliveryId,
      triggeredAt: triggeredAt === null ? null : parseInstant(triggeredAt),
      body: text,
    },
  };
}

/** Where the body of a delivery that takes something away for good names its shop. */
const SHOP_NAMED_IN_BODY: ReadonlyMap<string, string> = new Map([
  ["app/uninstalled", "myshopify_domain"],
  ["shop/redact", "shop_domain"],
  ["customers/redact", "shop_domain"],
  ["customers/data_request", "shop_domain"],
]);

function shopIn(text: string, name: string): string | null {
  const body = parseBody(text);
  const shop: unknown = typeof body === "object" && body !== null ? Reflect.get(body, name) : null;
  return typeof shop === "string" ? shop : null;
}

const BRACE = 123;
const BLANKS = new Set([9, 10, 13, 32]);

function beginsAsObject(body: Uint8Array): boolean {
  return body.find((byte) => !BLANKS.has(byte)) === BRACE;
}

/**
 * A byte sequence that is no UTF-8 becomes U+FFFD; such a body fails to translate and is parked. A NUL
 * cannot be stored as text, and JSON has no use for a bare one.
 */
function readText(body: Uint8Array): string {
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength)
    .toString("utf8")
    .replaceAll("\0", "\uFFFD");
}

/** A base64 HMAC-SHA256 of the raw bytes, made with one of the secrets. */
export function isSigned(body: Uint8Array, signature: string, secrets: readonly string[]): boolean {
  const given = Buffer.from(signature, "base64");
  return secrets.some((secret) => {
    const expected = createHmac("sha256", secret).update(body).digest();
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}

function refuse(status: 400 | 401, reason: string): VerifiedWebhook {
  return { ok: false, status, reason };
}
