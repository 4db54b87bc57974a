import type { PlatformAnswer, ShopProfile } from "../platform.ts";
import type { AdminClient } from "./admin-client.ts";
import { READ_SHOP } from "./documents/reading.ts";
import { withoutImplied } from "./auth/scopes.ts";

export async function describeShop(
  client: AdminClient,
  shopKey: string,
): Promise<PlatformAnswer<ShopProfile>> {
  const asked = await client.ask(shopKey, READ_SHOP, {});
  if (asked.kind !== "data") return asked;
  const { shop, currentAppInstallation } = asked.data;
  const data = {
    name: shop.name,
    currency: shop.currencyCode,
    timezone: shop.ianaTimezone,
    // A domain without a language of its own speaks Shopify's default.
    locale: shop.primaryDomain.localization?.defaultLocale ?? "en",
    scopes: withoutImplied(currentAppInstallation.accessScopes.map(({ handle }) => handle)),
  };
  return { kind: "data", data };
}
