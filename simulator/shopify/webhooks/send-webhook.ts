import { createHmac } from "node:crypto";
import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";

const TOTAL_MS = 5_000;
const CONNECT_MS = 1_000;
const agent = new Agent({ keepAlive: true, maxSockets: 32 });

export interface Envelope {
  readonly url: string;
  readonly topic: string;
  readonly shop: string;
  readonly webhookId: string;
  readonly eventId: string;
  readonly apiVersion: string;
  readonly triggeredAt: number;
  readonly name: string | null;
  readonly body: string;
}

export interface Sent {
  /** 0: no answer within five seconds, or none at all. */
  readonly status: number;
  readonly ms: number;
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
  const started = performance.now();
  const body = Buffer.from(envelope.body, "utf8");
  const headers: Record<string, string> = {
    "content-type": "application/json",
    accept: "*/*",
    "accept-encoding": "gzip;q=1.0,deflate;q=0.6,identity;q=0.3",
    "user-agent": "Shopify-Captain-Hook",
    "content-length": String(body.length),
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
  return new Promise((resolve) => {
    const finish = (status: number): void => {
      clearTimeout(total);
      resolve({ status, ms: performance.now() - started });
    };
    const outgoing = request(envelope.url, { method: "POST", headers, agent }, (response) => {
      response.resume();
      response.on("end", () => finish(response.statusCode ?? 0));
      response.on("error", () => finish(0));
    });
    const total = setTimeout(() => outgoing.destroy(new Error("five seconds are over")), TOTAL_MS);
    outgoing.on("socket", (socket) => {
      if (!socket.connecting) return;
      const connect = setTimeout(
        () => outgoing.destroy(new Error("one second to connect is over")),
        CONNECT_MS,
      );
      socket.once("connect", () => clearTimeout(connect));
      socket.once("close", () => clearTimeout(connect));
    });
    outgoing.on("error", () => finish(0));
    outgoing.end(body);
  });
}

/** Lets the process end: idle keep-alive connections are closed. */
export function closeConnections(): void {
  agent.destroy();
}
