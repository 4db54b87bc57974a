import { createHmac, timingSafeEqual } from "node:crypto";
import { parseInstant } from "#app/domain/parse-instant.ts";
import type { Delivery } from "../platform.ts";

export type VerifiedWebhook =
  | { readonly ok: true; readonly delivery: Delivery }
  /** 400: it cannot be a delivery of Shopify's. 401: it says it is, and the signature is wrong. */
  | { readonly ok: false; readonly status: 400 | 401; readonly reason: string };

/** One header by its lower-case name; null where it is missing. */
export type ReadHeader = (name: string) => string | null;

const SHOP = /^[a-z0-9][a-z0-9-]*\.myshopify\.com$/u;
const TOPIC = /^[a-z_]+[/.][a-z_]+$/u;
const DELIVERY_ID_LENGTH = 100;

/**
 * Is this a delivery Shopify has sent? The signature is a base64 HMAC-SHA256 of the raw bytes, made
 * with the app's secret. While a secret is being replaced Shopify may sign with either, so every
 * secret given counts. The body is not read: whatever is signed gets written down.
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
  const triggeredAt = readHeader("x-shopify-triggered-at");
  return {
    ok: true,
    delivery: {
      platform: "shopify",
      shopKey,
      topic,
      deliveryId,
      triggeredAt: triggeredAt === null ? null : parseInstant(triggeredAt),
      // A byte sequence that is no UTF-8 becomes U+FFFD; such a body fails to translate and is parked.
      // A NUL cannot be stored as text, and JSON has no use for a bare one.
      body: Buffer.from(body.buffer, body.byteOffset, body.byteLength)
        .toString("utf8")
        .replaceAll("\0", "\uFFFD"),
    },
  };
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
