import type { Instant } from "#app/domain/calendar.ts";
import { writeAudit } from "#app/db/audit.ts";
import type { Database } from "#app/db/client.ts";
import { tagSegments } from "#app/db/customers/segment-tags.ts";
import { tellStorefrontAgain } from "#app/db/program/storefront-telling.ts";
import { writeStatesOfTiers } from "#app/db/outbox/outbox.ts";
import { lockShopSettings, writeShopSettings } from "#app/db/shops/shop-settings.ts";
import type { MerchantChoices } from "#app/domain/shops/merchant-choices.ts";

export interface SettingsWish {
  readonly shopId: number;
  readonly settings: MerchantChoices;
  readonly actor: string;
  readonly now: Instant;
}

/**
 * The merchant's choices, as a whole. The shop front is told what of them shoppers see. Tags for tiers come and go with the choice: whoever has a tier is
 * told to the shop again, which writes their tag or takes it away. So do tags for segments.
 */
export async function changeSettings(
  database: Database,
  { shopId, settings, actor, now }: SettingsWish,
): Promise<void> {
  await database.transaction(async (tx) => {
    const before = await lockShopSettings(tx, shopId);
    const tierTagsLeft = !settings.tagTier && (before.tagTier || before.tierTagsLeft);
    await writeShopSettings(tx, shopId, { ...settings, tierTagsLeft });
    if (settings.tagTier !== before.tagTier) await writeStatesOfTiers(tx, shopId, now);
    const tagged = {
      before: new Set(before.taggedSegments),
      after: new Set(settings.taggedSegments),
    };
    const ended = [...tagged.before].filter((id) => !tagged.after.has(id));
    const begun = [...tagged.after].filter((id) => !tagged.before.has(id));
    await tagSegments(tx, shopId, { segments: ended, isTagged: false, now });
    await tagSegments(tx, shopId, { segments: begun, isTagged: true, now });
    if (shownToShoppers(settings) !== shownToShoppers(before)) await tellStorefrontAgain(tx, shopId);
    await writeAudit(tx, shopId, {
      at: now,
      actor,
      action: "change_settings",
      memberId: null,
      details: { ...settings },
    });
  });
  await database.notify("outbox", String(shopId));
}

/** What a shop front renders without asking the app. */
function shownToShoppers({ address, languages, look, noticeDays, retentionMonths }: MerchantChoices): string {
  return JSON.stringify([address, languages, look, noticeDays, retentionMonths]);
}
