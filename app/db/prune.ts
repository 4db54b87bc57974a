import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "./column-values.ts";
import type { Statements } from "./database.ts";

const ROWS_AT_ONCE = 5_000;

/**
 * Deliveries and messages that were settled before an instant are forgotten, personal data in them
 * included; so are keys of clicks, and what products were that nobody has bought or looked at since.
 * What was uploaded and never booked goes as well, and what merges could have been undone with. Parked ones stay until
 * somebody has looked. Returns whether more is left.
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
    await statements.query(
      `DELETE FROM customer_tags WHERE (shop_id, customer_id) IN (SELECT shop_id, customer_id FROM customer_tags
         WHERE read_at < $1::timestamptz LIMIT $2) RETURNING 1`,
      values,
    ),
    await statements.query(
      `DELETE FROM mailbox_proof WHERE (shop_id, address_digest) IN (SELECT shop_id, address_digest FROM mailbox_proof
         WHERE made_at < $1::timestamptz LIMIT $2) RETURNING 1`,
      values,
    ),
    await statements.query(
      `UPDATE member_merge SET undo = NULL, moved = NULL WHERE (shop_id, ended_id) IN (SELECT shop_id, ended_id
         FROM member_merge WHERE merged_at < $1::timestamptz AND undo IS NOT NULL LIMIT $2) RETURNING 1`,
      values,
    ),
    await statements.query(
      `DELETE FROM member_file_part WHERE (shop_id, file_id, part) IN (SELECT p.shop_id, p.file_id, p.part
         FROM member_file_part p JOIN member_file f ON f.shop_id = p.shop_id AND f.file_id = p.file_id
         WHERE f.started_at < $1::timestamptz LIMIT $2) RETURNING 1`,
      values,
    ),
    await statements.query(
      `DELETE FROM member_file_row WHERE (shop_id, file_id, line) IN (SELECT r.shop_id, r.file_id, r.line
         FROM member_file_row r JOIN member_file f ON f.shop_id = r.shop_id AND f.file_id = r.file_id
         WHERE f.started_at < $1::timestamptz AND r.state NOT IN ('booked', 'undone') LIMIT $2) RETURNING 1`,
      values,
    ),
    await statements.query(
      `DELETE FROM member_file WHERE (shop_id, file_id) IN (SELECT f.shop_id, f.file_id FROM member_file f
         WHERE f.started_at < $1::timestamptz AND NOT EXISTS (SELECT 1 FROM member_file_row r
           WHERE r.shop_id = f.shop_id AND r.file_id = f.file_id) LIMIT $2) RETURNING 1`,
      values,
    ),
  ];
  return counts.some((rows) => rows.length === ROWS_AT_ONCE);
}
