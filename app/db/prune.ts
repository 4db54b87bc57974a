import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "./column-values.ts";
import type { Statements } from "./database.ts";

const ROWS_AT_ONCE = 5_000;

/**
 * Deliveries and messages that were settled before an instant are forgotten, personal data in them
 * included; so are keys of clicks, and what products were that nobody has bought or looked at since.
 * Parked ones stay until somebody has looked. Returns whether more is left.
 */
export async function prune(statements: Statements, before: Instant): Promise<boolean> {
  const values = [timestamp(before), ROWS_AT_ONCE];
  const counts = [
    await statements.query(
      `DELETE FROM inbox WHERE (shop_id, inbox_id) IN (SELECT shop_id, inbox_id FROM inbox
         WHERE state = 'done' AND done_at < $1::timestamptz LIMIT $2) RETURNING 1`,
      values,
    ),
    await statements.query(
      `DELETE FROM outbox WHERE (shop_id, outbox_id) IN (SELECT shop_id, outbox_id FROM outbox
         WHERE state IN ('done', 'refused') AND done_at < $1::timestamptz LIMIT $2) RETURNING 1`,
      values,
    ),
    await statements.query(
      `DELETE FROM command_key WHERE (shop_id, key) IN (SELECT shop_id, key FROM command_key
         WHERE created_at < $1::timestamptz LIMIT $2) RETURNING 1`,
      values,
    ),
    await statements.query(
      `DELETE FROM product_fact WHERE (shop_id, product_id) IN (SELECT shop_id, product_id FROM product_fact
         WHERE refreshed_at < $1::timestamptz LIMIT $2) RETURNING 1`,
      values,
    ),
    await statements.query(
      `DELETE FROM gift_card_payment WHERE (shop_id, order_id) IN (SELECT shop_id, order_id FROM gift_card_payment
         WHERE read_at < $1::timestamptz LIMIT $2) RETURNING 1`,
      values,
    ),
  ];
  return counts.some((rows) => rows.length === ROWS_AT_ONCE);
}
