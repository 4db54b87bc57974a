import type { ShopAbilities } from "#app/domain/program/shop-abilities.ts";
import { shopifyApiKey } from "#app/platforms/registry.server.ts";

/** Where the merchant switches on what shoppers see; null where the shop has no such editor. */
export function themeEditorUrl(abilities: ShopAbilities, shopKey: string): string | null {
  if (!abilities.themeEditor) return null;
  const query = new URLSearchParams({
    context: "apps",
    template: "index",
    activateAppId: `${shopifyApiKey()}/launcher`,
  });
  return `https://${shopKey}/admin/themes/current/editor?${query.toString()}`;
}
