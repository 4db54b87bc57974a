import { encryptionEnv, type EncryptionKey } from "#app/env.server.ts";
import type { Database, Statements } from "./database.ts";
import { findShopId, type ShopName } from "./shops/shop-directory.ts";
import { isSealedWithOldKey, seal, unseal } from "./seal.ts";

/** A shop's secrets (tokens), encrypted at rest. They leave this file only to the platform adapter. */
export async function writeCredential(
  statements: Statements,
  shopId: number,
  { name, secret }: { readonly name: string; readonly secret: string },
  keys: readonly EncryptionKey[] = encryptionEnv().REGULARS_ENCRYPTION_KEYS,
): Promise<void> {
  await statements.query(
    `INSERT INTO credential (shop_id, name, sealed) VALUES ($1, $2, $3)
     ON CONFLICT (shop_id, name) DO UPDATE SET sealed = excluded.sealed, updated_at = now()`,
    [shopId, name, seal(secret, placeOf(shopId, name), keys)],
  );
}

export async function readCredential(
  { prisma }: Database,
  shopId: number,
  name: string,
  keys: readonly EncryptionKey[] = encryptionEnv().REGULARS_ENCRYPTION_KEYS,
): Promise<string | null> {
  const kept = await prisma.credential.findUnique({ where: { shopId_name: { shopId, name } } });
  return kept === null ? null : unseal(kept.sealed, placeOf(shopId, name), keys);
}

/** The secret of a shop by its platform's name of it; null also where the shop is not known. */
export async function readShopCredential(
  database: Database,
  shop: ShopName,
  name: string,
  keys: readonly EncryptionKey[] = encryptionEnv().REGULARS_ENCRYPTION_KEYS,
): Promise<string | null> {
  const shopId = await findShopId(database, shop);
  return shopId === null ? null : readCredential(database, shopId, name, keys);
}

/** All secrets of a shop, credentials and sessions: what uninstalling takes away. */
export async function deleteSecrets(statements: Statements, shopId: number): Promise<void> {
  await statements.query("DELETE FROM credential WHERE shop_id = $1", [shopId]);
  await statements.query("DELETE FROM shopify_session WHERE shop_id = $1", [shopId]);
}

/** Seals every secret anew that an older key still holds; returns how many. Run after a new key came first. */
export async function rotateSecrets(
  { prisma }: Database,
  keys: readonly EncryptionKey[] = encryptionEnv().REGULARS_ENCRYPTION_KEYS,
): Promise<number> {
  let rotated = 0;
  const anew = (shopId: number, name: string, sealed: string): string => {
    const place = placeOf(shopId, name);
    return seal(unseal(sealed, place, keys), place, keys);
  };
  // Each only if it is still what was read: a token refreshed meanwhile is already sealed anew.
  for (const { shopId, name, sealed } of await prisma.credential.findMany()) {
    if (!isSealedWithOldKey(sealed, keys)) continue;
    const data = { sealed: anew(shopId, name, sealed) };
    rotated += (await prisma.credential.updateMany({ where: { shopId, name, sealed }, data })).count;
  }
  for (const { shopId, sessionId, sealed } of await prisma.shopifySession.findMany()) {
    if (!isSealedWithOldKey(sealed, keys)) continue;
    const data = { sealed: anew(shopId, sessionId, sealed) };
    rotated += (await prisma.shopifySession.updateMany({ where: { shopId, sessionId, sealed }, data })).count;
  }
  return rotated;
}

/** What a sealed text of this shop and name is bound to; sessions use their id as the name. */
export function placeOf(shopId: number, name: string): string {
  return `${String(shopId)} ${name}`;
}
