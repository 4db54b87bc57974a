import { randomUUID } from "node:crypto";
import { DeliveryPost } from "../../shop/delivery-post.ts";
import type { Fake } from "../fake.ts";
import type { Store } from "../records.ts";
import type { Scope } from "../scopes.ts";
import type { World } from "../world.ts";
import { sendEvent, type EcwidLetter } from "./send-event.ts";

const MINUTE_MS = 60_000;
/** 15, 30 and 45 minutes, then hourly: 27 in a day. */
const RETRY_DELAYS_MS = [15, 30, 45, ...Array.from({ length: 24 }, () => 60)].map((m) => m * MINUTE_MS);
/** Every other answer, each 3xx included, is a failure. */
const DELIVERED = new Set([200, 201, 202, 204, 209]);
const WRONG_SIGNATURE = { "x-ecwid-webhook-signature": Buffer.alloc(32, 7).toString("base64") };

export function createPost(world: World, speed: number): DeliveryPost<EcwidLetter> {
  return new DeliveryPost({
    later: (delayMs, work) => world.later(delayMs, work),
    retryDelaysMs: RETRY_DELAYS_MS,
    speed,
    isDelivered: (status) => DELIVERED.has(status),
    send: (letter, spoil) =>
      sendEvent(letter, world.settings.clientSecret, spoil === null ? {} : WRONG_SIGNATURE),
  });
}

export interface EcwidEvent {
  /** In the spelling of the docs: "customer.personalDataRemovalRequest". */
  readonly type: string;
  readonly entityId: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly at: number;
}

/** What an app must be allowed to read to hear of it. */
function scopeOf(type: string): Scope | null {
  const [noun = ""] = type.split(".");
  if (type.includes("personalData")) return "read_store_profile";
  if (noun === "order") return "read_orders";
  if (noun === "customer" || noun === "customer_group") return "read_customers";
  if (noun === "discount_coupon") return "read_discount_coupons";
  return noun === "profile" ? "read_store_profile" : null;
}

/** Tells the app's one address, where it has the scope. Nothing is sent to an app that is not installed. */
export function announce({ world, post }: Fake, store: Store, event: EcwidEvent): void {
  const leaves = event.type === "application.uninstalled";
  const scope = scopeOf(event.type);
  if (!store.installed && !leaves) return;
  if (scope !== null && !store.scopes.includes(scope)) return;
  const eventId = randomUUID();
  const eventCreated = Math.floor(event.at / 1000);
  const eventType = store.spelling === "snake" ? snakeCase(event.type) : event.type;
  const isText = store.idsAsText || event.type.startsWith("application.");
  const body = JSON.stringify({
    eventId,
    eventCreated,
    storeId: Number(store.id),
    entityId: isText ? event.entityId : Number(event.entityId),
    eventType,
    ...(event.data === undefined ? {} : { data: event.data }),
  });
  post.post({
    url: `${world.appUrl}${world.settings.webhookPath}?eventtype=${eventType}`,
    webhookId: eventId,
    shop: store.id,
    topic: event.type,
    eventCreated,
    body,
  });
}

function snakeCase(type: string): string {
  return type.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
