import { installShop } from "#app/commands/install-shop.ts";
import { notePresence } from "#app/commands/note-presence.ts";
import { database } from "#app/db/client.ts";
import type { Database } from "#app/db/database.ts";
import { authenticate, findPlatform, missingScopes } from "#app/platforms/registry.server.ts";
import type { PlatformName } from "#app/platforms/platform.ts";
import { adminShop, type AdminShop } from "#app/queries/admin-shop.ts";

/** Who asks: a member of staff in a shop's admin, proven by a session token. */
export interface AdminVisitor {
  readonly database: Database;
  readonly shop: AdminShop;
  /** Who is written into the audit for what they do by hand: the platform's number of them, no name. */
  readonly actor: string;
  readonly missingScopes: readonly string[];
}

/**
 * Lets staff of a shop in; every other request is answered by the platform's own log-in. Opening the app
 * is what installs it: the platform gives its token at the first visit, also after it was uninstalled.
 */
export async function admitStaff(request: Request): Promise<AdminVisitor> {
  const { session, sessionToken } = await authenticate.admin(request);
  const db = await database();
  const shop = await installedShop(db, "shopify", session.shop);
  await notePresence(db, shop.shopId, sessionToken.iat * 1_000);
  return {
    database: db,
    shop,
    actor: `shopify:user:${sessionToken.sub}`,
    missingScopes: missingScopes(shop.scopes),
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
