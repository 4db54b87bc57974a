import { ACTIVITY_TOPIC, readActivity } from "#app/commands/activities/tell-activity.ts";
import type { Shop } from "#app/db/shops/shops.ts";
import type { Delivery, Platform, ShopSettings, Translation } from "#app/platforms/platform.ts";

/** What a delivery of this shop says: by its platform's own reader, or ours where a page of ours tells it. */
export function translateDelivery(
  platform: Pick<Platform, "translate">,
  shop: Shop,
  delivery: Pick<Delivery, "topic" | "body" | "triggeredAt">,
): Translation {
  if (delivery.topic === ACTIVITY_TOPIC) return translateActivity(delivery);
  return platform.translate(delivery, translationSettings(shop));
}

function translateActivity({ body, triggeredAt }: Pick<Delivery, "body" | "triggeredAt">): Translation {
  const fact = triggeredAt === null ? null : readActivity(body, triggeredAt);
  if (fact === null) return { ok: false, reason: "the body is not what our own pages write" };
  return { ok: true, facts: [fact] };
}

/** What of a shop its deliveries are read by. */
export function translationSettings({ currency, timezone, settings }: Shop): ShopSettings {
  return {
    // A shop that never installed has told neither; then only what concerns no money is read.
    currency: currency ?? "EUR",
    timezone: timezone ?? "UTC",
    ownStatuses: { paid: settings.paidStatuses, handedOver: settings.handedOverStatuses },
  };
}
