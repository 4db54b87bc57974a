import type { Instant } from "#app/domain/calendar.ts";
import type { MemberId, OrderId } from "#app/domain/books/ids.ts";
import type { OrderRefund, OrderState } from "#app/domain/event.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";
import { storedOrder, storedRefund } from "./stored-order.ts";

export interface KnownOrders {
  /** Last known states, and whose the orders are (null: nobody's). */
  readonly states: Map<OrderId, { readonly state: OrderState; readonly memberId: MemberId | null }>;
  /** Refunds that came before their order. */
  readonly refunds: Map<OrderId, OrderRefund[]>;
}

/** One of both tables: an order has a state, a refund that waits for its order has none. */
const knownOrderRow = tables.shop_order.pick({ order_id: true, member_id: true }).extend({
  state: storedOrder.nullable(),
  refund: storedRefund.nullable(),
});

export async function readKnownOrders(
  tx: Statements,
  shopId: number,
  orderIds: readonly OrderId[],
): Promise<KnownOrders> {
  const known: KnownOrders = { states: new Map(), refunds: new Map() };
  if (orderIds.length === 0) return known;
  const rows = await readRows(
    tx,
    knownOrderRow,
    `SELECT order_id, member_id, state, NULL::json AS refund FROM shop_order
       WHERE shop_id = $1 AND order_id = ANY($2::text[])
     UNION ALL
     SELECT order_id, NULL, NULL, refund FROM waiting_refund WHERE shop_id = $1 AND order_id = ANY($2::text[])`,
    [shopId, orderIds],
  );
  for (const row of rows) {
    if (row.state !== null) {
      const memberId = row.member_id === null ? null : String(row.member_id);
      known.states.set(row.order_id, { state: row.state, memberId });
    }
    if (row.refund !== null) {
      known.refunds.set(row.order_id, [...(known.refunds.get(row.order_id) ?? []), row.refund]);
    }
  }
  return known;
}

export interface OrderToRemember {
  readonly order: OrderState;
  readonly memberId: MemberId | null;
  /** Why the engine refused this state; null = it was applied. */
  readonly refusal: string | null;
}

export async function writeOrders(
  tx: Statements,
  shopId: number,
  orders: readonly OrderToRemember[],
  now: Instant,
): Promise<void> {
  if (orders.length === 0) return;
  const rows = orders.map(({ order, memberId, refusal }) => ({
    order_id: order.id,
    member_id: memberId,
    name: order.name,
    state: order,
    placed_at: timestamp(order.placedAt),
    paid_at: timestamp(order.paidAt),
    order_updated_at: timestamp(order.updatedAt),
    refusal,
  }));
  await tx.query(
    `INSERT INTO shop_order (shop_id, order_id, member_id, name, state, placed_at, paid_at, order_updated_at, seen_at,
       refusal)
     SELECT $1, order_id, member_id, name, state, placed_at, paid_at, order_updated_at, $3::timestamptz, refusal
     FROM json_to_recordset($2::json) AS r(order_id text, member_id bigint, name text, state json,
       placed_at timestamptz, paid_at timestamptz, order_updated_at timestamptz, refusal text)
     ON CONFLICT (shop_id, order_id) DO UPDATE SET member_id = excluded.member_id, name = excluded.name,
       state = excluded.state, placed_at = excluded.placed_at, paid_at = excluded.paid_at,
       order_updated_at = excluded.order_updated_at, seen_at = excluded.seen_at, refusal = excluded.refusal`,
    [shopId, JSON.stringify(rows), timestamp(now)],
  );
}

export interface EarlyRefund {
  readonly orderId: OrderId;
  readonly refund: OrderRefund;
}

export async function keepEarlyRefunds(
  tx: Statements,
  shopId: number,
  refunds: readonly EarlyRefund[],
  now: Instant,
): Promise<void> {
  if (refunds.length === 0) return;
  const rows = refunds.map(({ orderId, refund }) => ({ order_id: orderId, refund_id: refund.id, refund }));
  await tx.query(
    `INSERT INTO waiting_refund (shop_id, order_id, refund_id, refund, seen_at)
     SELECT DISTINCT ON (order_id, refund_id) $1, order_id, refund_id, refund, $3::timestamptz
     FROM json_to_recordset($2::json) AS r(order_id text, refund_id text, refund json)
     ON CONFLICT (shop_id, order_id, refund_id) DO UPDATE SET refund = excluded.refund`,
    [shopId, JSON.stringify(rows), timestamp(now)],
  );
}

/** Refunds that have found their order wait no longer. */
export async function dropEarlyRefunds(
  tx: Statements,
  shopId: number,
  orderIds: readonly OrderId[],
): Promise<void> {
  if (orderIds.length === 0) return;
  await tx.query("DELETE FROM waiting_refund WHERE shop_id = $1 AND order_id = ANY($2::text[])", [
    shopId,
    orderIds,
  ]);
}
