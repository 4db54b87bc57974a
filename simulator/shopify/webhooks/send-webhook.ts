import { createHmac } from "node:crypto";
import type { Letter } from "../../shop/delivery-post.ts";
import { postToApp, type Sent } from "../../shop/web/post-to-app.ts";

const TOTAL_MS = 5_000;
const CONNECT_MS = 1_000;

export interface Envelope extends Letter {
  readonly url: string;
  readonly eventId: string;
  readonly apiVersion: string;
  readonly triggeredAt: number;
  readonly name: string | null;
}

function hmacOf(body: string, secret: string): string {
  return createHmac("sha256", secret).update(body, "utf8").digest("base64");
}

/** One attempt, with the headers Shopify sends. Extra headers win, so that a test can spoil any of them. */
export function sendWebhook(
  envelope: Envelope,
  secret: string,
  extra: Readonly<Record<string, string>> = {},
): Promise<Sent> {
  const headers = {
    "content-type": "application/json",
    accept: "*/*",
    "accept-encoding": "gzip;q=1.0,deflate;q=0.6,identity;q=0.3",
    "user-agent": "Shopify-Captain-Hook",
    "x-shopify-topic": envelope.topic,
    "x-shopify-shop-domain": envelope.shop,
    "x-shopify-api-version": envelope.apiVersion,
    "x-shopify-webhook-id": envelope.webhookId,
    "x-shopify-event-id": envelope.eventId,
    "x-shopify-triggered-at": new Date(envelope.triggeredAt).toISOString().replace("Z", "000000Z"),
    "x-shopify-hmac-sha256": hmacOf(envelope.body, secret),
    ...(envelope.name === null ? {} : { "x-shopify-name": envelope.name }),
    ...extra,
  };
  return postToApp({
    url: envelope.url,
    headers,
    body: envelope.body,
    connectMs: CONNECT_MS,
    totalMs: TOTAL_MS,
  });
}
