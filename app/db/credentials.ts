import { encryptionEnv, type EncryptionKey } from "#app/env.server.ts";
import type { Statements } from "./database.ts";
import { isSealedWithOldKey, seal, unseal } from "./seal.ts";

/** A shop's secrets (tokens), encrypted at rest. They leave this file only to the platform adapter. */
export async function writeCredential(
  statements: Statements,
  shopId: number,
  name: string,
  secret: string,
  keys: readonly EncryptionKey[] = encryptionEnv().REGULARS_ENCRYPTION_KEYS,
): Promise<void> {
  await statements.query(
    `INSERT INTO credential (shop_id, name, sealed) VALUES ($1, $2, $3)
     ON CONFLICT (shop_id, name) DO UPDATE SET sealed = excluded.sealed, updated_at = now()`,
    [shopId, name, seal(secret, placeOf(shopId, name), keys)],
  );
}

export async function readCredential(
  statements: Statements,
  shopId: number,
  name: string,
  keys: readonly EncryptionKey[] = encryptionEnv().REGULARS_ENCRYPTION_KEYS,
): Promise<string | null> {
  const [row] = await statements.query<{ sealed: string }>(
    "SELECT sealed FROM credential WHERE shop_id = $1 AND name = $2",
    [shopId, name],
  );
  return row === undefined ? null : unseal(row.sealed, placeOf(shopId, name), keys);
}

/** All secrets of a shop, credentials and sessions: what uninstalling takes away. */
export async function deleteSecrets(statements: Statements, shopId: number): Promise<void> {
  await statements.query("DELETE FROM credential WHERE shop_id = $1", [shopId]);
  await statements.query("DELETE FROM shopify_session WHERE shop_id = $1", [shopId]);
}

/** Seals every secret anew that an older key still holds; returns how many. Run after a new key came first. */
export async function rotateSecrets(
  statements: Statements,
  keys: readonly EncryptionKey[] = encryptionEnv().REGULARS_ENCRYPTION_KEYS,
): Promise<number> {
  let rotated = 0;
  for (const [table, nameColumn] of [
    ["credential", "name"],
    ["shopify_session", "session_id"],
  ] as const) {
    const rows = await statements.query<{ shop_id: number; name: string; sealed: string }>(
      `SELECT shop_id, ${nameColumn} AS name, sealed FROM ${table}`,
    );
    for (const row of rows.filter(({ sealed }) => isSealedWithOldKey(sealed, keys))) {
      const place = placeOf(row.shop_id, row.name);
      // Only if it is still what was read: a token refreshed meanwhile is already sealed anew.
      const changed = await statements.query(
        `UPDATE ${table} SET sealed = $3 WHERE shop_id = $1 AND ${nameColumn} = $2 AND sealed = $4 RETURNING shop_id`,
        [row.shop_id, row.name, seal(unseal(row.sealed, place, keys), place, keys), row.sealed],
      );
      rotated += changed.length;
    }
  }
  return rotated;
}

/** What a sealed text of this shop and name is bound to; sessions use their id as the name. */
export function placeOf(shopId: number, name: string): string {
  return `${String(shopId)} ${name}`;
}
