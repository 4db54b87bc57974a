import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const tagsRow = tables.customer_tags.omit({ shop_id: true });

export interface KnownTags {
  /** Null: the shop has no such customer (any more), and what is known of them otherwise stands. */
  readonly tags: readonly string[] | null;
  readonly readAt: Instant;
}

/** What the shop said of these customers, and nobody has used yet. */
export async function readCustomerTags(
  statements: Statements,
  shopId: number,
  customerIds: readonly string[],
): Promise<Map<string, KnownTags>> {
  if (customerIds.length === 0) return new Map();
  const rows = await readRows(
    statements,
    tagsRow,
    "SELECT customer_id, tags, read_at FROM customer_tags WHERE shop_id = $1 AND customer_id = ANY($2::text[])",
    [shopId, customerIds],
  );
  return new Map(rows.map(({ customer_id, tags, read_at }) => [customer_id, { tags, readAt: read_at }]));
}

/**
 * Remembers what a shop said, of those who are still asked about: who was erased meanwhile is not. The questions
 * are locked first, so that an erasure that comes at the same moment comes before or after all of this.
 */
export async function writeCustomerTags(
  tx: Statements,
  shopId: number,
  customers: readonly { readonly customer: string; readonly tags: readonly string[] | null }[],
  readAt: Instant,
): Promise<void> {
  const rows = customers.map(({ customer, tags }) => ({ customer_id: customer, tags }));
  await tx.query(
    `WITH asked AS MATERIALIZED (
       SELECT subject_id FROM shop_question WHERE shop_id = $1 AND about = 'customer_tags'
         AND subject_id = ANY($4::text[]) ORDER BY subject_id FOR UPDATE)
     INSERT INTO customer_tags (shop_id, customer_id, tags, read_at)
     SELECT $1, customer_id, tags, $3::timestamptz
     FROM json_to_recordset($2::json) AS r(customer_id text, tags text[]) JOIN asked ON subject_id = customer_id
     ON CONFLICT (shop_id, customer_id) DO UPDATE SET tags = excluded.tags, read_at = excluded.read_at`,
    [shopId, JSON.stringify(rows), timestamp(readAt), rows.map(({ customer_id }) => customer_id)],
  );
}

/** Used: the member has them now, and the next order asks anew. */
export async function dropCustomerTags(
  tx: Statements,
  shopId: number,
  customerIds: readonly string[],
): Promise<void> {
  if (customerIds.length === 0) return;
  await tx.query("DELETE FROM customer_tags WHERE shop_id = $1 AND customer_id = ANY($2::text[])", [
    shopId,
    customerIds,
  ]);
}

/** Customers who are erased: nothing of them is kept, and nobody asks about them. */
export async function forgetCustomerTags(
  tx: Statements,
  shopId: number,
  customerIds: readonly string[],
): Promise<void> {
  if (customerIds.length === 0) return;
  await tx.query(
    `DELETE FROM shop_question
     WHERE shop_id = $1 AND about IN ('customer_tags', 'customer_consents') AND subject_id = ANY($2::text[])`,
    [shopId, customerIds],
  );
  await dropCustomerTags(tx, shopId, customerIds);
}
