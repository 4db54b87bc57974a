import { z } from "zod";
import type { OrderId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { instant, timestamp } from "../column-values.ts";
import type { Database, Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const shopRow = tables.shop.pick({ shop_id: true });
const sureUntilRow = z.object({ sure_until: tables.reconciliation.shape.sure_until.nullable() });
const orderVersionRow = tables.shop_order.pick({ order_id: true }).extend({ order_updated_at: instant });

/** Installed shops whose orders are to be compared again. */
export async function shopsToReconcile(statements: Statements, now: Instant): Promise<number[]> {
  const rows = await readRows(
    statements,
    shopRow,
    `SELECT shop.shop_id FROM shop LEFT JOIN reconciliation r ON r.shop_id = shop.shop_id
     WHERE status = 'installed' AND outbox_stopped IS NULL AND (r.next_at IS NULL OR r.next_at <= $1::timestamptz)
     ORDER BY shop.shop_id`,
    [timestamp(now)],
  );
  return rows.map(({ shop_id }) => shop_id);
}

/** Up to when everything is known; a shop begins with its installation, what was before is history. */
export async function readSureUntil(statements: Statements, shopId: number): Promise<Instant | null> {
  const [row] = await readRows(
    statements,
    sureUntilRow,
    `SELECT greatest(r.sure_until, shop.installed_at) AS sure_until
     FROM shop LEFT JOIN reconciliation r ON r.shop_id = shop.shop_id WHERE shop.shop_id = $1`,
    [shopId],
  );
  return row?.sure_until ?? null;
}

export async function writeReconciled(
  statements: Statements,
  shopId: number,
  done: {
    readonly sureUntil: Instant;
    readonly nextAt: Instant;
    readonly missed: number;
    readonly now: Instant;
  },
): Promise<void> {
  await statements.query(
    `INSERT INTO reconciliation (shop_id, sure_until, next_at, missed, missed_at)
     VALUES ($1, $2::timestamptz, $3::timestamptz, $4, CASE WHEN $4 > 0 THEN $5::timestamptz END)
     ON CONFLICT (shop_id) DO UPDATE SET sure_until = excluded.sure_until, next_at = excluded.next_at,
       missed = CASE WHEN $4 > 0 THEN $4 ELSE reconciliation.missed END,
       missed_at = coalesce(excluded.missed_at, reconciliation.missed_at)`,
    [shopId, timestamp(done.sureUntil), timestamp(done.nextAt), done.missed, timestamp(done.now)],
  );
}

/** It did not work: the sure point stays, the next try comes later. */
export async function postponeReconciliation(
  { prisma }: Database,
  shopId: number,
  sureUntil: Instant,
  nextAt: Instant,
): Promise<void> {
  await prisma.reconciliation.upsert({
    where: { shopId },
    create: { shopId, sureUntil: new Date(sureUntil), nextAt: new Date(nextAt) },
    update: { nextAt: new Date(nextAt) },
  });
}

/** Which versions of these orders we know. */
export async function readOrderVersions(
  statements: Statements,
  shopId: number,
  orderIds: readonly OrderId[],
): Promise<Map<OrderId, Instant>> {
  const rows = await readRows(
    statements,
    orderVersionRow,
    `SELECT order_id, order_updated_at FROM shop_order
     WHERE shop_id = $1 AND order_id = ANY($2::text[]) AND order_updated_at IS NOT NULL`,
    [shopId, orderIds],
  );
  return new Map(rows.map((row) => [row.order_id, row.order_updated_at]));
}
