import { installShop } from "#app/commands/shops/install-shop.ts";
import { notePresence } from "#app/commands/shops/note-presence.ts";
import { database } from "#app/db/client.ts";
import type { Database } from "#app/db/database.ts";
import type { ShopAbilities } from "#app/domain/program/shop-abilities.ts";
import { adminDoorOf, findPlatform } from "#app/platforms/registry.server.ts";
import type { PlatformName } from "#app/platforms/platform.ts";
import { adminShop, type AdminShop } from "#app/queries/shops/admin-shop.ts";

/** Who asks: a member of staff in a shop's admin, as its platform says who. */
export interface AdminVisitor {
  readonly database: Database;
  readonly shop: AdminShop;
  /** Who is written into the audit for what they do by hand: the platform's number of them, no name. */
  readonly actor: string;
  readonly missingScopes: readonly string[];
  /** What this kind of shop can do. */
  readonly abilities: ShopAbilities;
}

/**
 * Lets staff of a shop in; every other request is answered by the platform's own log-in. Where opening the
 * app is what installs it, the platform gives its token at the first visit, also after it was uninstalled.
 */
export async function admitStaff(request: Request): Promise<AdminVisitor> {
  const door = adminDoorOf(request);
  const { platform, shopKey, actor, seenAt, installs } = await door.admit(request);
  const db = await database();
  const shop = installs ? await installedShop(db, platform, shopKey) : await adminShop(db, platform, shopKey);
  const abilities = findPlatform(platform)?.abilities;
  if (shop?.status !== "installed" || abilities === undefined) throw new Response(null, { status: 401 });
  await notePresence(db, shop.shopId, seenAt);
  return {
    database: db,
    shop,
    actor,
    abilities,
    missingScopes: door.missingScopes(shop.scopes),
  };
}

async function installedShop(db: Database, platform: PlatformName, shopKey: string): Promise<AdminShop> {
  const known = await adminShop(db, platform, shopKey);
  // A shop that could not be reached has a new token now: it is asked about itself, and spoken to again.
  if (known?.status === "installed" && known.outboxStopped === null) return known;
  await install(db, platform, shopKey);
  const shop = await adminShop(db, platform, shopKey);
  if (shop === null) throw new Error("A shop that was just installed is not there.");
  return shop;
}

async function install(db: Database, platform: PlatformName, shopKey: string): Promise<void> {
  const described = await findPlatform(platform)?.describeShop(shopKey);
  if (described?.kind !== "data") throw new Error("The shop could not be asked about itself.");
  await installShop(db, { ...described.data, platform, shopKey, now: Date.now() });
}
