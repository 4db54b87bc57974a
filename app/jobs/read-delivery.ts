import type { Shop } from "#app/db/shops.ts";
import type { Delivery, Platform, Translation } from "#app/platforms/platform.ts";

/** What a delivery of this shop says, by its platform's own reader. */
export function readDelivery(
  platform: Pick<Platform, "translate">,
  shop: Shop,
  delivery: Pick<Delivery, "topic" | "body" | "triggeredAt">,
): Translation {
  // A shop that never installed has told neither; then only what concerns no money is read.
  const settings = { currency: shop.currency ?? "EUR", timezone: shop.timezone ?? "UTC" };
  return platform.translate(delivery, settings);
}
