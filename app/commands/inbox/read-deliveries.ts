import type { Instant } from "#app/domain/calendar.ts";
import type { ShopFact } from "#app/domain/event.ts";
import type { DeliveryResult, TakenDelivery } from "#app/db/inbox/inbox-batch.ts";
import type { Shop } from "#app/db/shops/shops.ts";
import type { ReadableDelivery } from "#app/domain/people/plan-batch.ts";

/** Reads a delivery of this shop's platform. Handed in: commands do not know platforms. */
export type Translate = (
  delivery: {
    readonly topic: string;
    readonly body: string;
    readonly deliveryId: string;
    readonly triggeredAt: Instant | null;
    readonly shop: Shop;
  },
  at: Instant,
) =>
  | { readonly ok: true; readonly facts: readonly ShopFact[] }
  | { readonly ok: false; readonly reason: string };

export const SHOP_NOT_INSTALLED = "the shop has not installed the app";

/** A shop that is not there any more (or never was) is still heard when it speaks of privacy. */
const HEARD_WITHOUT_INSTALLATION = new Set<ShopFact["type"]>([
  "app_uninstalled",
  "shop_redacted",
  "customer_redacted",
  "customer_data_requested",
  "nothing",
]);

/** Translates what was taken; what cannot be read, or comes from a shop that is not there, is parked. */
export function readDeliveries(
  taken: readonly TakenDelivery[],
  shop: Shop,
  translate: Translate,
  now: Instant,
): { readable: ReadableDelivery[]; parked: DeliveryResult[] } {
  const readable: ReadableDelivery[] = [];
  const parked: DeliveryResult[] = [];
  for (const delivery of taken) {
    const inboxId = delivery.inbox_id;
    const park = (reason: string) =>
      parked.push({ inboxId, state: "parked", reason, memberId: null, isForgotten: false });
    const { topic, body, delivery_id: deliveryId, triggered_at: triggeredAt } = delivery;
    const translation = translate({ topic, body, deliveryId, triggeredAt, shop }, now);
    if (!translation.ok) park(shop.status === "installed" ? translation.reason : SHOP_NOT_INSTALLED);
    else if (
      shop.status !== "installed" &&
      !translation.facts.every(({ type }) => HEARD_WITHOUT_INSTALLATION.has(type))
    ) {
      park(SHOP_NOT_INSTALLED);
    } else readable.push({ inboxId, facts: translation.facts, toldAt: null });
  }
  return { readable, parked };
}
