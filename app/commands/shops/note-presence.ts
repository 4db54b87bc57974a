import type { Instant } from "#app/domain/calendar.ts";
import type { Database } from "#app/db/client.ts";
import { markShopPresent } from "#app/db/shops/shop-states.ts";

/**
 * The platform has let staff of the shop into the app at this instant. Words of an uninstallation from
 * before it that arrive later are about an earlier installation.
 */
export async function notePresence(database: Database, shopId: number, at: Instant): Promise<void> {
  await markShopPresent(database, shopId, at);
}
