import { shopifyEnv } from "#app/env.server.ts";

/** A shop's own domain leads on to whatever other one its merchant has. */
export function shopAddress(shopKey: string): string {
  const { SHOPIFY_SHOP_URL } = shopifyEnv();
  return SHOPIFY_SHOP_URL ?? `https://${shopKey}/`;
}
