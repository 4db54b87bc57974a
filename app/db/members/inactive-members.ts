import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const memberRow = tables.member.pick({ member_id: true });

/**
 * Members, former ones and guests, whose last order or claim, and last points by hand, were before that instant, by
 * number. What comes about by time alone, such as points for a birthday, does not count.
 */
export async function inactiveMembers(
  statements: Statements,
  shopId: number,
  { since, after, limit }: { readonly since: Instant; readonly after: MemberId; readonly limit: number },
): Promise<MemberId[]> {
  const rows = await readRows(
    statements,
    memberRow,
    `SELECT m.member_id FROM member m
     WHERE m.shop_id = $1 AND m.member_id > $3::bigint AND m.status IN ('active', 'shadow', 'left')
       AND m.enrolled_at < $2::timestamptz
       AND (m.last_activity_at IS NULL OR m.last_activity_at < $2::timestamptz)
       AND NOT EXISTS (
         SELECT 1 FROM ledger_transaction t WHERE t.shop_id = m.shop_id AND t.member_id = m.member_id
           AND t.at >= $2::timestamptz AND t.kind IN ('held', 'used', 'adjusted', 'reinstated'))
       AND NOT EXISTS (
         SELECT 1 FROM shop_order o WHERE o.shop_id = m.shop_id AND o.member_id = m.member_id
           AND coalesce(o.paid_at, o.placed_at) >= $2::timestamptz)
     ORDER BY m.member_id LIMIT $4`,
    [shopId, timestamp(since), after, limit],
  );
  return rows.map(({ member_id }) => String(member_id));
}
