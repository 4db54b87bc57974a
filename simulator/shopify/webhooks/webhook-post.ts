import { randomUUID } from "node:crypto";
import { DeliveryPost } from "../../shop/delivery-post.ts";
import type { Shop } from "../../shop/records.ts";
import { closeConnections, type Sent } from "../../shop/web/post-to-app.ts";
import { writeWire, type Wire } from "../bodies/wire.ts";
import type { DeliveryAnswer } from "../control-answers.ts";
import type { ControlParsed } from "../control-commands.ts";
import type { World } from "../world.ts";
import { pickFields } from "./pick-fields.ts";
import { sendWebhook, type Envelope } from "./send-webhook.ts";

/** Eight retries over about four hours, each wait longer than the one before. */
const RETRY_DELAYS_MS = [10, 30, 90, 300, 900, 2_400, 4_500, 6_100].map((seconds) => seconds * 1_000);
const WRONG_SIGNATURE = { "x-shopify-hmac-sha256": Buffer.alloc(32, 7).toString("base64") };
/** Sent although the app is gone from the shop. */
const AFTER_UNINSTALL = new Set([
  "app/uninstalled",
  "customers/redact",
  "shop/redact",
  "customers/data_request",
]);

export interface Announcement {
  readonly topic: string;
  readonly body: Wire;
  /** Shared by everything one action of a person causes. */
  readonly eventId: string;
  readonly at: number;
}

/** Posts webhooks to the app and keeps the record of every attempt. */
export class WebhookPost {
  readonly #world: World;
  readonly #post: DeliveryPost<Envelope>;

  constructor(world: World, speed: number) {
    this.#world = world;
    this.#post = new DeliveryPost({
      later: (delayMs, work) => world.later(delayMs, work),
      retryDelaysMs: RETRY_DELAYS_MS,
      speed,
      isDelivered: (status) => status >= 200 && status < 300,
      send: (envelope, spoil) =>
        sendWebhook(envelope, world.settings.apiSecret, spoil === null ? {} : WRONG_SIGNATURE),
    });
  }

  get waiting(): number {
    return this.#post.waiting;
  }

  list(): readonly DeliveryAnswer[] {
    return this.#post.list().map(({ letter, state, attempts }) => {
      const { webhookId, eventId, shop, topic, triggeredAt, body } = letter;
      return { webhookId, eventId, shop, topic, triggeredAt, body, state, attempts: [...attempts] };
    });
  }

  misbehave(wish: ControlParsed<"misbehaveWebhooks">): void {
    this.#post.misbehave(wish);
  }

  behave(): void {
    this.#post.behave();
  }

  /** Tells every subscription of the topic. Nothing is sent to an app that is not installed. */
  announce(shop: Shop, one: Announcement): void {
    if (!shop.installed && !AFTER_UNINSTALL.has(one.topic)) return;
    for (const subscription of this.#subscriptions(shop, one.topic)) {
      this.#post.post({
        url: new URL(subscription.uri, this.#world.appUrl).href,
        topic: one.topic,
        shop: shop.domain,
        webhookId: randomUUID(),
        eventId: one.eventId,
        apiVersion: this.#world.settings.config.apiVersion,
        triggeredAt: one.at,
        name: subscription.name,
        body: writeWire(pickFields(one.body, subscription.includeFields)),
      });
    }
  }

  /** Sends once, at once and outside the queue; for documented samples and fuzzing. */
  async post(wish: ControlParsed<"postWebhook">): Promise<Sent & { webhookId: string }> {
    const webhookId = wish.webhookId ?? randomUUID();
    const uri = this.#world.settings.config.subscriptions[0]?.uri ?? "/webhooks";
    const envelope: Envelope = {
      url: new URL(uri, this.#world.appUrl).href,
      topic: wish.topic,
      shop: wish.shop,
      webhookId,
      eventId: webhookId,
      apiVersion: this.#world.settings.config.apiVersion,
      triggeredAt: wish.at ?? this.#world.now(),
      name: null,
      body: wish.body,
    };
    return { ...(await sendWebhook(envelope, this.#world.settings.apiSecret, wish.headers)), webhookId };
  }

  resend(webhookId: string): Promise<{ readonly status: number } | null> {
    return this.#post.resend(webhookId);
  }

  close(): void {
    closeConnections();
  }

  #subscriptions(
    shop: Shop,
    topic: string,
  ): { uri: string; includeFields: readonly string[]; name: string | null }[] {
    const shipped = this.#world.settings.config.subscriptions.filter((one) => one.topics.includes(topic));
    const own = Object.values(shop.subscriptions).filter((one) => one.topic === topic);
    return [...shipped, ...own.map((one) => ({ ...one, name: null }))];
  }
}
