import { randomUUID } from "node:crypto";
import { writeWire, type Wire } from "../bodies/wire.ts";
import type { ControlParsed } from "../control-commands.ts";
import type { DeliveryAnswer } from "../control-answers.ts";
import type { Shop } from "../world/records.ts";
import type { World } from "../world/world.ts";
import { pickFields } from "./pick-fields.ts";
import { closeConnections, sendWebhook, type Envelope, type Sent } from "./send-webhook.ts";

/** Eight retries over about four hours, each wait longer than the one before. */
const RETRY_DELAYS_MS = [10, 30, 90, 300, 900, 2_400, 4_500, 6_100].map((seconds) => seconds * 1_000);
const REMEMBERED = 20_000;
/** Sent although the app is gone from the shop. */
const AFTER_UNINSTALL = new Set([
  "app/uninstalled",
  "customers/redact",
  "shop/redact",
  "customers/data_request",
]);

type Mischief = ControlParsed<"misbehaveWebhooks"> & { left: number };
type Delivery = { -readonly [K in keyof DeliveryAnswer]: DeliveryAnswer[K] } & {
  attempts: number[];
  readonly envelope: Envelope;
};

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
  readonly #speed: number;
  readonly #deliveries = new Map<string, Delivery>();
  readonly #mischief: Mischief[] = [];
  #held: (() => void) | null = null;
  #waiting = 0;

  constructor(world: World, speed: number) {
    this.#world = world;
    this.#speed = speed;
  }

  get waiting(): number {
    return this.#waiting;
  }

  list(): readonly DeliveryAnswer[] {
    return [...this.#deliveries.values()].map(({ envelope: _, ...answer }) => ({
      ...answer,
      attempts: [...answer.attempts],
    }));
  }

  misbehave(wish: ControlParsed<"misbehaveWebhooks">): void {
    this.#mischief.push({ ...wish, left: wish.times });
  }

  behave(): void {
    this.#mischief.length = 0;
  }

  /** Tells every subscription of the topic. Nothing is sent to an app that is not installed. */
  announce(shop: Shop, one: Announcement): void {
    if (!shop.installed && !AFTER_UNINSTALL.has(one.topic)) return;
    for (const subscription of this.#subscriptions(shop, one.topic)) {
      const body = writeWire(pickFields(one.body, subscription.includeFields));
      this.#enqueue({
        url: new URL(subscription.uri, this.#world.appUrl).href,
        topic: one.topic,
        shop: shop.domain,
        webhookId: randomUUID(),
        eventId: one.eventId,
        apiVersion: this.#world.settings.config.apiVersion,
        triggeredAt: one.at,
        name: subscription.name,
        body,
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

  async resend(webhookId: string): Promise<Sent | null> {
    const delivery = this.#deliveries.get(webhookId);
    if (delivery === undefined) return null;
    const sent = await sendWebhook(delivery.envelope, this.#world.settings.apiSecret);
    delivery.attempts.push(sent.status);
    return sent;
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

  #enqueue(envelope: Envelope): void {
    const { webhookId, eventId, shop, topic, triggeredAt, body } = envelope;
    const delivery: Delivery = {
      webhookId,
      eventId,
      shop,
      topic,
      triggeredAt,
      body,
      state: "waiting",
      attempts: [],
      envelope,
    };
    this.#deliveries.set(webhookId, delivery);
    if (this.#deliveries.size > REMEMBERED) {
      const [oldest] = this.#deliveries.keys();
      if (oldest !== undefined) this.#deliveries.delete(oldest);
    }
    const mischief = this.#take(envelope);
    const overtaken = this.#held;
    this.#held = null;
    const sent: Promise<void>[] = [];
    const go = (extra: Readonly<Record<string, string>> = {}): void => {
      this.#waiting += 1;
      sent.push(this.#attempt(delivery, extra));
    };
    this.#send(mischief, delivery, go);
    // On another connection the overtaken one might still arrive first: it waits for the answer to this one.
    if (overtaken !== null) void Promise.all(sent).then(overtaken);
  }

  #send(
    mischief: Mischief | null,
    delivery: Delivery,
    go: (extra?: Readonly<Record<string, string>>) => void,
  ): void {
    switch (mischief?.kind) {
      case undefined:
        go();
        break;
      case "lose":
        delivery.state = "lost";
        break;
      case "duplicate":
        for (let copy = 0; copy <= mischief.copies; copy += 1) go();
        break;
      case "delay":
        this.#world.later(mischief.delayMs, go);
        break;
      case "reorder":
        this.#hold(mischief.delayMs, go);
        break;
      case "wrong_signature":
        go({ "x-shopify-hmac-sha256": Buffer.alloc(32, 7).toString("base64") });
        break;
      case "malformed":
        this.#sendMalformed(delivery);
        break;
    }
  }

  /** Waits for the next delivery to overtake, or for the time given when none comes. */
  #hold(delayMs: number, go: () => void): void {
    let gone = false;
    const release = (): void => {
      if (gone) return;
      gone = true;
      go();
    };
    this.#held = release;
    this.#world.later(delayMs, release);
  }

  /** A body that is cut off but rightly signed: the app must keep it and say why it cannot be read. */
  #sendMalformed(delivery: Delivery): void {
    const body = delivery.body.slice(0, Math.ceil(delivery.body.length / 2));
    const envelope = { ...delivery.envelope, body };
    const broken: Delivery = { ...delivery, body, envelope };
    this.#deliveries.set(delivery.webhookId, broken);
    this.#waiting += 1;
    void this.#attempt(broken, {});
  }

  #take(envelope: Envelope): Mischief | null {
    const index = this.#mischief.findIndex(
      (one) =>
        (one.shop === undefined || one.shop === envelope.shop) &&
        (one.topic === undefined || one.topic === envelope.topic),
    );
    const found = this.#mischief[index];
    if (found === undefined) return null;
    found.left -= 1;
    if (found.left === 0) this.#mischief.splice(index, 1);
    return found;
  }

  async #attempt(delivery: Delivery, extra: Readonly<Record<string, string>>): Promise<void> {
    const { status } = await sendWebhook(delivery.envelope, this.#world.settings.apiSecret, extra);
    delivery.attempts.push(status);
    this.#waiting -= 1;
    if (status >= 200 && status < 300) {
      delivery.state = "delivered";
      return;
    }
    const delay = RETRY_DELAYS_MS[delivery.attempts.length - 1];
    if (delay === undefined) {
      delivery.state = "given_up";
      return;
    }
    // Every retry carries the original payload and the right signature again.
    this.#world.later(delay / this.#speed, () => {
      this.#waiting += 1;
      void this.#attempt(delivery, {});
    });
  }
}
