import type { Shop } from "#app/db/shops/shops.ts";
import type { Delivery, Platform, ShopSettings, Translation } from "#app/platforms/platform.ts";

/** What a delivery of this shop says, by its platform's own reader. */
export function translateDelivery(
  platform: Pick<Platform, "translate">,
  shop: Shop,
  delivery: Pick<Delivery, "topic" | "body" | "triggeredAt">,
): Translation {
  return platform.translate(delivery, translationSettings(shop));
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
