import { randomUUID } from "node:crypto";
import type { Wire } from "../bodies/wire.ts";
import { orderBody } from "../bodies/order-body.ts";
import { refundBody } from "../bodies/refund-body.ts";
import type { WebhookPost } from "../webhooks/webhook-post.ts";
import type { Order, Shop } from "../../shop/records.ts";
import { Refusal } from "../../shop/refusal.ts";
import type { World } from "../world.ts";

export interface Stage {
  readonly world: World;
  readonly post: WebhookPost;
}

/** When a wish happens and whether the app hears of it. */
export interface Occasion {
  readonly at?: number | undefined;
  readonly deliver: boolean;
}

/** Tells the app of one action; all of it shares one event id, as Shopify's does. */
export function announce(
  stage: Stage,
  shop: Shop,
  occasion: Occasion,
  facts: readonly (readonly [topic: string, body: Wire])[],
): void {
  stage.world.changed();
  if (!occasion.deliver) return;
  const eventId = randomUUID();
  const at = occasion.at ?? stage.world.now();
  for (const [topic, body] of facts) stage.post.announce(shop, { topic, body, eventId, at });
}

export function announceOrder(
  stage: Stage,
  shop: Shop,
  order: Order,
  { occasion, topics }: { readonly occasion: Occasion; readonly topics: readonly string[] },
): void {
  const body = orderBody(shop, order);
  announce(
    stage,
    shop,
    occasion,
    topics.map((topic) => [topic, body] as const),
  );
}

/** refunds/create for the newest refund, then the order's own topics. */
export function announceRefund(
  stage: Stage,
  shop: Shop,
  order: Order,
  { occasion, topics }: { readonly occasion: Occasion; readonly topics: readonly string[] },
): void {
  const refund = order.refunds.at(-1);
  if (refund === undefined) return;
  const body = orderBody(shop, order);
  announce(stage, shop, occasion, [
    ["refunds/create", refundBody(shop, order, refund)],
    ...topics.map((topic) => [topic, body] as const),
  ]);
}

export function findOrder(shop: Shop, orderId: string): Order {
  const order = shop.orders[orderId];
  if (order === undefined) throw new Refusal(`There is no order ${orderId}`);
  return order;
}

/** An order's version never goes back, also when a wish is dated before the last change. */
export function touch(order: Order, at: number): void {
  order.updatedAt = Math.max(at, order.updatedAt + 1_000);
}
