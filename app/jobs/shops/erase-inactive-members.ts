import { eraseInactive } from "#app/commands/members/erase-inactive.ts";
import type { Database } from "#app/db/client.ts";
import { allShopIds } from "#app/db/shops/shops.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { log } from "#app/log.server.ts";

/** Every night, every shop that wishes it. */
export async function eraseInactiveMembers(database: Database, now: () => Instant): Promise<void> {
  for (const shopId of await allShopIds(database)) {
    const erased = await eraseInactive(database, shopId, now());
    if (erased > 0) log.info("inactive_members_erased", { shopId, erased });
  }
}
