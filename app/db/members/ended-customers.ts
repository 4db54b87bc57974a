import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const endedRow = tables.ended_customer.pick({ customer_id: true, kept_id: true });

type Ended = readonly [endedId: string, keptId: string];

/** Of these customers who ended in whom, and who ended in them, over however many merges. */
export async function readEndedCustomers(
  tx: Statements,
  shopId: number,
  customerIds: readonly string[],
): Promise<Ended[]> {
  if (customerIds.length === 0) return [];
  const rows = await readRows(
    tx,
    endedRow,
    `WITH RECURSIVE met AS (
       SELECT customer_id, kept_id FROM ended_customer
       WHERE shop_id = $1 AND (customer_id = ANY($2::text[]) OR kept_id = ANY($2::text[]))
       UNION
       SELECT e.customer_id, e.kept_id FROM ended_customer e
       JOIN met ON e.customer_id = met.kept_id OR e.kept_id = met.customer_id WHERE e.shop_id = $1)
     SELECT customer_id, kept_id FROM met`,
    [shopId, customerIds],
  );
  return rows.map(({ customer_id, kept_id }) => [customer_id, kept_id]);
}

/** Two customers have become one of whom nothing is known yet: a late order of the one is the other's. */
export async function writeEndedCustomers(
  tx: Statements,
  shopId: number,
  ended: readonly { readonly endedId: string; readonly keptId: string }[],
  now: Instant,
): Promise<void> {
  if (ended.length === 0) return;
  const rows = ended.map(({ endedId, keptId }) => ({ customer_id: endedId, kept_id: keptId }));
  await tx.query(
    `INSERT INTO ended_customer (shop_id, customer_id, kept_id, ended_at)
     SELECT $1, customer_id, kept_id, $3::timestamptz
     FROM json_to_recordset($2::json) AS r(customer_id text, kept_id text)
     ON CONFLICT (shop_id, customer_id) DO NOTHING`,
    [shopId, JSON.stringify(rows), timestamp(now)],
  );
}

/** Nothing is kept of customers who are erased. Answers the names that led to them. */
export async function forgetEndedCustomers(
  tx: Statements,
  shopId: number,
  customerIds: readonly string[],
): Promise<string[]> {
  const ids = (await readEndedCustomers(tx, shopId, customerIds)).map(([endedId]) => endedId);
  if (ids.length === 0) return [];
  await tx.query("DELETE FROM ended_customer WHERE shop_id = $1 AND customer_id = ANY($2::text[])", [
    shopId,
    ids,
  ]);
  return ids;
}
