import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "./column-values.ts";
import type { Statements } from "./database.ts";

/** Shops whose front renders another version than the live one, or was told longer ago than `toldBefore`. */
export async function storefrontsToTell(
  statements: Statements,
  now: Instant,
  toldBefore: Instant,
): Promise<number[]> {
  const rows = await statements.query<{ shop_id: number }>(
    `SELECT shop_id FROM shop
     WHERE status = 'installed' AND live_version IS NOT NULL AND outbox_stopped IS NULL
       AND (storefront_retry_at IS NULL OR storefront_retry_at <= $1::timestamptz)
       AND (storefront_version IS DISTINCT FROM live_version OR storefront_told_at < $2::timestamptz)
     ORDER BY shop_id`,
    [timestamp(now), timestamp(toldBefore)],
  );
  return rows.map(({ shop_id }) => shop_id);
}

export async function writeStorefrontTold(
  statements: Statements,
  shopId: number,
  version: number,
  now: Instant,
): Promise<void> {
  await statements.query(
    `UPDATE shop SET storefront_version = $2, storefront_told_at = $3::timestamptz, storefront_retry_at = NULL
     WHERE shop_id = $1`,
    [shopId, version, timestamp(now)],
  );
}

export async function postponeStorefront(
  statements: Statements,
  shopId: number,
  retryAt: Instant,
): Promise<void> {
  await statements.query("UPDATE shop SET storefront_retry_at = $2::timestamptz WHERE shop_id = $1", [
    shopId,
    timestamp(retryAt),
  ]);
}
