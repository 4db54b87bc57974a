import type { Instant } from "#app/domain/calendar.ts";
import { parseProgram } from "#app/domain/program/parse-program.ts";
import { assert } from "#app/domain/assert.ts";
import type { Database, Statements } from "#app/db/client.ts";
import { wakeParkedDeliveries } from "#app/db/inbox-batch.ts";
import { activateVersion, writeProgramVersion } from "#app/db/programs.ts";
import { ensureShopId } from "#app/db/shop-directory.ts";
import { type InstalledShop, markShopInstalled } from "#app/db/shop-states.ts";
import { readShop } from "#app/db/shops.ts";
import { SHOP_NOT_INSTALLED } from "./apply-events/read-deliveries.ts";

export interface Installation extends InstalledShop {
  readonly platform: string;
  readonly shopKey: string;
  readonly now: Instant;
}

/**
 * A shop has installed the app, or opened it again. Its first program earns nothing, so that what
 * happens before the merchant publishes one is seen and counted at zero, never guessed later. What it
 * had sent before waits no longer.
 */
export async function installShop(
  database: Database,
  installation: Installation,
): Promise<{ readonly shopId: number }> {
  const { now } = installation;
  const shopId = await database.transaction(async (tx) => {
    const id = await ensureShopId(tx, installation);
    await markShopInstalled(tx, id, installation, now);
    const shop = await readShop(tx, id);
    if (shop?.liveVersion === null) await publishQuietProgram(tx, id, installation);
    await wakeParkedDeliveries(tx, id, SHOP_NOT_INSTALLED, now);
    return id;
  });
  await database.notify("inbox", String(shopId));
  return { shopId };
}

async function publishQuietProgram(tx: Statements, shopId: number, shop: Installation): Promise<void> {
  const quiet = parseProgram({
    format: "regulars.program/1",
    name: shop.name,
    currency: shop.currency,
    timezone: shop.timezone,
    earning: { rules: [] },
  });
  assert(quiet.ok, "a program without rules is valid");
  const { now } = shop;
  const version = await writeProgramVersion(tx, shopId, {
    document: quiet.document,
    effectiveAt: now,
    publishedAt: now,
    publishedBy: "installation",
  });
  await activateVersion(tx, shopId, version, now);
}
