import type { Statements } from "#app/db/database.ts";
import { readShopSettings } from "#app/db/shops/shop-settings.ts";
import { findShop } from "#app/db/shops/shops.ts";
import { languageOffered, type SpokenLanguages } from "#app/domain/shops/merchant-choices.ts";

/** The number of an installed shop; null where the app is not (or no longer) installed. */
export async function surfaceShop(
  statements: Statements,
  platform: string,
  shopKey: string,
): Promise<number | null> {
  const shop = await findShop(statements, platform, shopKey);
  return shop?.status === "installed" ? shop.shopId : null;
}

/** Whether German shoppers are spoken to with Sie, and in which languages anybody is. */
export async function spokenByShop(
  statements: Statements,
  shopId: number,
): Promise<{ readonly formal: boolean; readonly languages: SpokenLanguages }> {
  const { address, languages } = await readShopSettings(statements, shopId);
  return { formal: address === "Sie", languages };
}

/** The language a surface's shopper is answered in; null where none was said. */
export async function languageOfShopper(
  statements: Statements,
  shopId: number,
  asked: string | null,
): Promise<string | null> {
  if (asked === null) return null;
  return languageOffered((await readShopSettings(statements, shopId)).languages, asked);
}

/** Whether points may be given and taken with a till's token; only where the merchant has said so. */
export async function tillMayAdjust(statements: Statements, shopId: number): Promise<boolean> {
  return (await readShopSettings(statements, shopId)).tillMayAdjust;
}
