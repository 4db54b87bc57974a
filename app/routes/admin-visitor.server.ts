import { database } from "#app/db/client.ts";
import type { Database } from "#app/db/database.ts";
import { authenticate, missingScopes } from "#app/platforms/registry.server.ts";
import { adminShop, type AdminShop } from "#app/queries/admin-shop.ts";

/** Who asks: a member of staff in a shop's admin, proven by a session token. */
export interface AdminVisitor {
  readonly database: Database;
  readonly shop: AdminShop;
  /** Who is written into the audit for what they do by hand: the platform's number of them, no name. */
  readonly actor: string;
  readonly missingScopes: readonly string[];
}

/** Lets staff of an installed shop in; every other request is answered by the platform's own log-in. */
export async function admitStaff(request: Request): Promise<AdminVisitor> {
  const { session, sessionToken } = await authenticate.admin(request);
  const db = await database();
  const shop = await adminShop(db, "shopify", session.shop);
  if (shop === null) throw new Response(null, { status: 404 });
  return {
    database: db,
    shop,
    actor: `shopify:user:${sessionToken.sub}`,
    missingScopes: missingScopes(session.scope),
  };
}
