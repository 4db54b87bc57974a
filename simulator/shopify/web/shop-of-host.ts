import type { Shop } from "../../shop/records.ts";
import type { World } from "../world.ts";

/**
 * Which shop an address means: its own domain (as rerouted calls say in X-Forwarded-Host),
 * `<name>.localhost` in a browser, and the first shop for a bare loopback address.
 */
export function shopOfHost(world: World, host: string): Shop | null {
  const name = host.replace(/:\d+$/, "");
  const { shops } = world.state;
  if (name.endsWith(".myshopify.com")) return shops[name] ?? null;
  if (name.endsWith(".localhost")) return shops[name.replace(/\.localhost$/, ".myshopify.com")] ?? null;
  return Object.values(shops)[0] ?? null;
}

/** "kiezcafe.myshopify.com" → "kiezcafe", the store's name in the admin's addresses. */
export function storeName(shop: Shop): string {
  return shop.domain.replace(/\.myshopify\.com$/, "");
}
