import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const shopRow = tables.shop.pick({ shop_id: true });
const customerRow = tables.member.pick({ customer_id: true });

/**
 * Shops that write to members and were not asked yet what some of these agreed to. While a shop has such questions
 * before it, no more are written down: a hundred thousand that wait would be looked through by every poll.
 */
export async function shopsToAskForConsents(statements: Statements): Promise<readonly number[]> {
  const rows = await readRows(
    statements,
    shopRow,
    `SELECT shop_id FROM shop WHERE status = 'installed'
       AND EXISTS (SELECT 1 FROM journey j WHERE j.shop_id = shop.shop_id AND j.on_since IS NOT NULL)
       AND EXISTS (SELECT 1 FROM member m WHERE m.shop_id = shop.shop_id AND m.consents_asked_at IS NULL
         AND m.customer_id IS NOT NULL AND m.status IN ('active', 'shadow'))
       AND NOT EXISTS (SELECT 1 FROM shop_question q WHERE q.shop_id = shop.shop_id
         AND q.about = 'customer_consents' AND q.attempts = 0)
     ORDER BY shop_id`,
    [],
  );
  return rows.map(({ shop_id }) => shop_id);
}

/** Takes customers of whom the shop was not asked yet, at most so many: from now on it was. */
export async function takeUnaskedCustomers(
  tx: Statements,
  shopId: number,
  { now, limit }: { readonly now: Instant; readonly limit: number },
): Promise<readonly string[]> {
  const rows = await readRows(
    tx,
    customerRow,
    `WITH unasked AS MATERIALIZED (
       SELECT member_id FROM member WHERE shop_id = $1 AND consents_asked_at IS NULL AND customer_id IS NOT NULL
         AND status IN ('active', 'shadow') ORDER BY member_id LIMIT $3 FOR UPDATE)
     UPDATE member SET consents_asked_at = $2::timestamptz FROM unasked
     WHERE member.shop_id = $1 AND member.member_id = unasked.member_id RETURNING customer_id`,
    [shopId, timestamp(now), limit],
  );
  return rows.map(({ customer_id }) => customer_id).filter((id) => id !== null);
}
