import { shopifyEnv } from "#app/env.server.ts";

/** A shop's own domain leads on to whatever other one its merchant has. */
export function shopAddress(shopKey: string): string {
  const { SHOPIFY_SHOP_URL } = shopifyEnv();
  return SHOPIFY_SHOP_URL ?? `https://${shopKey}/`;
}

/** Through the app proxy, so that it lies in the shop's own front; see `shopify.app.toml`. */
export function friendPage(shopKey: string, code: string): string {
  const page = new URL("apps/regulars/friend", shopAddress(shopKey));
  page.searchParams.set("c", code);
  return page.href;
}
