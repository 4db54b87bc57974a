import type { Instant } from "#app/domain/calendar.ts";
import { writeAudit } from "#app/db/audit.ts";
import type { Database } from "#app/db/client.ts";
import { markShopUninstalled } from "#app/db/shop-states.ts";

/** The shop has removed the app: its secrets go, nothing more is told it, its ledger waits for a return. */
export async function uninstallShop(
  database: Database,
  { shopId, now }: { readonly shopId: number; readonly now: Instant },
): Promise<void> {
  await database.transaction(async (tx) => {
    await markShopUninstalled(tx, shopId, now);
    await writeAudit(tx, shopId, {
      at: now,
      actor: "platform",
      action: "app_uninstalled",
      memberId: null,
      details: {},
    });
  });
}
