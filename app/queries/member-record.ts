import type { MemberId } from "#app/domain/books.ts";
import type { Database } from "#app/db/client.ts";

/** Everything that is kept of one person, as it is kept: the answer to "what do you know of me". */
export interface MemberRecord {
  readonly member: object;
  readonly lots: readonly object[];
  readonly codes: readonly object[];
  readonly orders: readonly object[];
  readonly transactions: readonly object[];
  readonly activities: readonly object[];
}

/** Null where the shop has no such member. Members that merged into this one are part of it. */
export async function memberRecord(
  database: Database,
  shopId: number,
  memberId: MemberId,
): Promise<MemberRecord | null> {
  const values = [shopId, memberId];
  const [member] = await database.query(
    `SELECT member_id, customer_id, email, email_proven, first_name, last_name, birthday, tags, segments, status,
       enrolled_at, available, pending, held, debt, earned, spent, expired, tier_level_id, tier_since, tier_until
     FROM member WHERE shop_id = $1 AND member_id = $2`,
    values,
  );
  if (member === undefined) return null;
  const rowsOf = (columns: string, table: string, order: string): Promise<object[]> =>
    database.query(
      `SELECT ${columns} FROM ${table} WHERE shop_id = $1 AND member_id = $2 ORDER BY ${order}`,
      values,
    );
  return {
    member,
    lots: await rowsOf("lot_id, points, remaining, expired, available_at, expires_at", "lot", "created_at"),
    codes: await rowsOf(
      "code, reward_id, points, state, claimed_at, expires_at",
      "reward_code",
      "claimed_at",
    ),
    orders: await rowsOf("order_id, name, state, placed_at, paid_at", "shop_order", "placed_at"),
    transactions: await rowsOf("key, kind, at, explanation", "ledger_transaction", "transaction_id"),
    activities: await rowsOf("activity_key", "activity_key", "activity_key"),
  };
}
