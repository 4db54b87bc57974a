import type { Instant } from "#app/domain/calendar.ts";
import { writeAudit } from "#app/db/audit.ts";
import type { Database } from "#app/db/client.ts";
import { type ShopSettings, writeShopSettings } from "#app/db/shop-settings.ts";

export interface SettingsWish {
  readonly shopId: number;
  readonly settings: ShopSettings;
  readonly actor: string;
  readonly now: Instant;
}

/** The merchant's choices, as a whole. */
export async function changeSettings(
  database: Database,
  { shopId, settings, actor, now }: SettingsWish,
): Promise<void> {
  await database.transaction(async (tx) => {
    await writeShopSettings(tx, shopId, settings);
    await writeAudit(tx, shopId, {
      at: now,
      actor,
      action: "change_settings",
      memberId: null,
      details: { ...settings },
    });
  });
}
