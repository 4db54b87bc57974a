import type { Database } from "#app/db/client.ts";
import { ensureShopId } from "#app/db/shops/shop-directory.ts";
import { noteOpening } from "#app/db/shops/admin-openings.ts";
import { type Installation, installShop } from "./install-shop.ts";

/**
 * A shop's admin opens the app, which installs it as well. What it opens with may be seen on its way and
 * says nothing of when it was made, so it works once. Null: it has worked before.
 */
export async function openAdmin(
  database: Database,
  installation: Installation,
  mark: string | null,
): Promise<{ readonly shopId: number } | null> {
  if (mark !== null) {
    const shopId = await ensureShopId(database, installation);
    if (!(await noteOpening(database, shopId, mark, installation.now))) return null;
  }
  return installShop(database, installation);
}
