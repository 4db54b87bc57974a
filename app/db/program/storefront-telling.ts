import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Database, Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const shopRow = tables.shop.pick({ shop_id: true });

/** Whether a pause has begun or ended since the front was told. */
const PAUSE_TURNED = `EXISTS (SELECT 1 FROM pause p WHERE p.shop_id = shop.shop_id
  AND ((p.starts_at > shop.storefront_told_at AND p.starts_at <= $1::timestamptz)
    OR (p.ends_at > shop.storefront_told_at AND p.ends_at <= $1::timestamptz)))`;

/**
 * Shops whose front renders another version than the live one, or was told longer ago than `toldBefore`, or
 * before a pause began or ended.
 */
export async function storefrontsToTell(
  statements: Statements,
  now: Instant,
  toldBefore: Instant,
): Promise<number[]> {
  const rows = await readRows(
    statements,
    shopRow,
    `SELECT shop_id FROM shop
     WHERE status = 'installed' AND live_version IS NOT NULL AND outbox_stopped IS NULL
       AND (storefront_retry_at IS NULL OR storefront_retry_at <= $1::timestamptz)
       AND (storefront_version IS DISTINCT FROM live_version OR storefront_told_at < $2::timestamptz OR ${PAUSE_TURNED})
     ORDER BY shop_id`,
    [timestamp(now), timestamp(toldBefore)],
  );
  return rows.map(({ shop_id }) => shop_id);
}

export async function writeStorefrontTold(
  { prisma }: Database,
  shopId: number,
  version: number,
  now: Instant,
): Promise<void> {
  await prisma.shop.updateMany({
    where: { shopId },
    data: { storefrontVersion: version, storefrontToldAt: new Date(now), storefrontRetryAt: null },
  });
}

export async function postponeStorefront(
  { prisma }: Database,
  shopId: number,
  retryAt: Instant,
): Promise<void> {
  await prisma.shop.updateMany({ where: { shopId }, data: { storefrontRetryAt: new Date(retryAt) } });
}

/** What a front shows has changed though its program has not. */
export async function tellStorefrontAgain(statements: Statements, shopId: number): Promise<void> {
  await statements.query("UPDATE shop SET storefront_version = NULL WHERE shop_id = $1", [shopId]);
}
