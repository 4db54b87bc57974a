import type { TranslateLine } from "#app/domain/replay/replay.ts";
import { translateEcwidOrder } from "#app/platforms/ecwid/orders/translate-order.ts";
import { isTopic } from "#app/platforms/shopify/orders/topics.ts";
import { translateShopify } from "#app/platforms/shopify/orders/translate.ts";

/** A shop's history also tells of carts and checkouts: what the app does not listen to says nothing and is no error. */
export const translateLine: TranslateLine = ({ platform, topic, body, ...settings }) => {
  if (platform === "ecwid") return translateEcwidOrder(body, settings);
  return isTopic(topic) ? translateShopify(topic, body, settings) : { ok: true, facts: [] };
};
