import type { Instant } from "#app/domain/calendar.ts";
import { encryptionEnv, type EncryptionKey } from "#app/env.server.ts";
import { timestamp } from "./column-values.ts";
import { placeOf } from "./credentials.ts";
import type { Database } from "./database.ts";
import { seal, unseal } from "./seal.ts";
import { ensureShopId } from "./shop-directory.ts";

/** A session as it is kept: who and until when in the open, everything else sealed. */
export interface KeptSession {
  readonly sessionId: string;
  readonly shopKey: string;
  readonly isOnline: boolean;
  readonly expiresAt: Instant | null;
  readonly secret: string;
}

export interface SessionRecords {
  write(session: KeptSession): Promise<void>;
  read(sessionId: string): Promise<KeptSession | null>;
  ofShop(shopKey: string): Promise<KeptSession[]>;
  remove(sessionIds: readonly string[]): Promise<void>;
}

interface Row {
  readonly shop_id: number;
  readonly session_id: string;
  readonly shop_key: string;
  readonly is_online: boolean;
  readonly expires_at: Instant | null;
  readonly sealed: string;
}

const SELECT = `SELECT s.shop_id, s.session_id, shop.shop_key, s.is_online, s.expires_at, s.sealed
  FROM shopify_session s JOIN shop ON shop.shop_id = s.shop_id`;

/** Sessions of Shopify's library. Sealed text is bound to its shop and id and opens nowhere else. */
export function createSessionRecords(
  open: () => Promise<Database>,
  keys: () => readonly EncryptionKey[] = () => encryptionEnv().REGULARS_ENCRYPTION_KEYS,
): SessionRecords {
  return {
    async write({ sessionId, shopKey, isOnline, expiresAt, secret }) {
      const database = await open();
      const shopId = await ensureShopId(database, { platform: "shopify", shopKey });
      await database.query(
        `INSERT INTO shopify_session (shop_id, session_id, is_online, sealed, expires_at)
         VALUES ($1, $2, $3, $4, $5::timestamptz)
         ON CONFLICT (shop_id, session_id) DO UPDATE
         SET is_online = excluded.is_online, sealed = excluded.sealed,
             expires_at = excluded.expires_at, updated_at = now()`,
        [shopId, sessionId, isOnline, seal(secret, placeOf(shopId, sessionId), keys()), timestamp(expiresAt)],
      );
    },

    async read(sessionId) {
      const database = await open();
      const [row] = await database.query<Row>(`${SELECT} WHERE s.session_id = $1`, [sessionId]);
      return row === undefined ? null : openRow(row, keys());
    },

    async ofShop(shopKey) {
      const database = await open();
      const rows = await database.query<Row>(
        `${SELECT} WHERE shop.platform = 'shopify' AND shop.shop_key = $1 ORDER BY s.session_id`,
        [shopKey],
      );
      return rows.map((row) => openRow(row, keys()));
    },

    async remove(sessionIds) {
      const database = await open();
      await database.query("DELETE FROM shopify_session WHERE session_id = ANY($1::text[])", [sessionIds]);
    },
  };
}

function openRow(row: Row, keys: readonly EncryptionKey[]): KeptSession {
  return {
    sessionId: row.session_id,
    shopKey: row.shop_key,
    isOnline: row.is_online,
    expiresAt: row.expires_at,
    secret: unseal(row.sealed, placeOf(row.shop_id, row.session_id), keys),
  };
}
