import type { Instant } from "#app/domain/calendar.ts";
import { mainLanguage } from "#app/domain/program/texts/text.ts";
import { parseProgram } from "#app/domain/program/document/parse-program.ts";
import { assert } from "#app/domain/assert.ts";
import type { Database, Statements } from "#app/db/client.ts";
import { writeCredential } from "#app/db/credentials.ts";
import { wakeParkedDeliveries } from "#app/db/inbox/inbox-batch.ts";
import { activateVersion, writeProgramVersion } from "#app/db/program/programs.ts";
import { ensureShopId } from "#app/db/shops/shop-directory.ts";
import { type InstalledShop, markShopInstalled } from "#app/db/shops/shop-states.ts";
import { readShop } from "#app/db/shops/shops.ts";
import { SHOP_NOT_INSTALLED } from "../inbox/read-deliveries.ts";

export interface Installation extends InstalledShop {
  readonly platform: string;
  readonly shopKey: string;
  /** The token a platform gives once, when the app is installed; kept with the installation or not at all. */
  readonly credential?: { readonly name: string; readonly secret: string };
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
    const { credential } = installation;
    if (credential !== undefined)
      await writeCredential(tx, id, { name: credential.name, secret: credential.secret });
    const shop = await readShop(tx, id);
    if (shop?.liveVersion === null) await publishQuietProgram(tx, id, installation);
    await wakeParkedDeliveries(tx, id, SHOP_NOT_INSTALLED, now);
    return id;
  });
  await database.notify("inbox", String(shopId));
  return { shopId };
}

const LONGEST_NAME = 200;

/** A shop may be called what a program may not; its language is the program's, as far as it names one. */
function nameAndLanguage({ name, shopKey, locale }: Installation) {
  const allowed = name.replaceAll(/[<>]/gu, " ").slice(0, LONGEST_NAME).trim();
  const language = mainLanguage(locale);
  return {
    name: allowed === "" ? shopKey : allowed,
    ...(/^[a-z]{2,3}$/u.test(language) ? { language } : {}),
  };
}

async function publishQuietProgram(tx: Statements, shopId: number, shop: Installation): Promise<void> {
  const quiet = parseProgram({
    format: "regulars.program/1",
    ...nameAndLanguage(shop),
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
