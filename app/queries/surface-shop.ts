import type { Statements } from "#app/db/database.ts";
import { findShop } from "#app/db/shops.ts";

/** The number of an installed shop; null where the app is not (or no longer) installed. */
export async function surfaceShop(
  statements: Statements,
  platform: string,
  shopKey: string,
): Promise<number | null> {
  const shop = await findShop(statements, platform, shopKey);
  return shop?.status === "installed" ? shop.shopId : null;
}
