import type { OrderId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const paymentRow = tables.gift_card_payment.pick({ order_id: true, amount_minor: true });

/** What gift cards paid of these orders, in minor units, where the shop was asked. */
export async function readGiftCardPayments(
  statements: Statements,
  shopId: number,
  orderIds: readonly OrderId[],
): Promise<Map<OrderId, number>> {
  if (orderIds.length === 0) return new Map();
  const rows = await readRows(
    statements,
    paymentRow,
    "SELECT order_id, amount_minor FROM gift_card_payment WHERE shop_id = $1 AND order_id = ANY($2::text[])",
    [shopId, orderIds],
  );
  return new Map(rows.map(({ order_id, amount_minor }) => [order_id, amount_minor]));
}

export async function writeGiftCardPayment(
  tx: Statements,
  shopId: number,
  {
    orderId,
    amountMinor,
    readAt,
  }: { readonly orderId: OrderId; readonly amountMinor: number; readonly readAt: Instant },
): Promise<void> {
  await tx.query(
    `INSERT INTO gift_card_payment (shop_id, order_id, amount_minor, read_at) VALUES ($1, $2, $3, $4::timestamptz)
     ON CONFLICT (shop_id, order_id) DO UPDATE SET amount_minor = excluded.amount_minor, read_at = excluded.read_at`,
    [shopId, orderId, amountMinor, timestamp(readAt)],
  );
}
