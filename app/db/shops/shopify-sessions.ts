import type { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import { encryptionEnv, type EncryptionKey } from "#app/env.server.ts";
import { placeOf } from "../credentials.ts";
import type { Database } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";
import { seal, unseal } from "../seal.ts";
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

const sessionRow = tables.shopify_session
  .pick({ shop_id: true, session_id: true, is_online: true, expires_at: true, sealed: true })
  .extend({ shop_key: tables.shop.shape.shop_key });

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
      const sealed = seal(secret, placeOf(shopId, sessionId), keys());
      const kept = { isOnline, sealed, expiresAt: expiresAt === null ? null : new Date(expiresAt) };
      await database.prisma.shopifySession.upsert({
        where: { shopId_sessionId: { shopId, sessionId } },
        create: { shopId, sessionId, ...kept },
        update: kept,
      });
    },

    async read(sessionId) {
      const database = await open();
      const [row] = await readRows(database, sessionRow, `${SELECT} WHERE s.session_id = $1`, [sessionId]);
      return row === undefined ? null : openRow(row, keys());
    },

    async ofShop(shopKey) {
      const database = await open();
      const rows = await readRows(
        database,
        sessionRow,
        `${SELECT} WHERE shop.platform = 'shopify' AND shop.shop_key = $1 ORDER BY s.session_id`,
        [shopKey],
      );
      return rows.map((row) => openRow(row, keys()));
    },

    async remove(sessionIds) {
      const database = await open();
      await database.prisma.shopifySession.deleteMany({ where: { sessionId: { in: [...sessionIds] } } });
    },
  };
}

function openRow(row: z.output<typeof sessionRow>, keys: readonly EncryptionKey[]): KeptSession {
  return {
    sessionId: row.session_id,
    shopKey: row.shop_key,
    isOnline: row.is_online,
    expiresAt: row.expires_at,
    secret: unseal(row.sealed, placeOf(row.shop_id, row.session_id), keys),
  };
}
