import { z } from "zod";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { readRows } from "../read-rows.ts";

const countRow = z.object({ count: z.int() });

export type Deed = "claims" | "cancellations";

const COUNT: Readonly<Record<Deed, string>> = {
  claims: `SELECT count(*) AS count FROM reward_code
    WHERE shop_id = $1 AND member_id = $2::bigint AND origin = 'redemption' AND claimed_at > $3::timestamptz`,
  cancellations: `SELECT count(*) AS count FROM ledger_transaction
    WHERE shop_id = $1 AND member_id = $2::bigint AND kind = 'released' AND at > $3::timestamptz
      AND explanation->>'reason' = 'cancelled_by_member'`,
};

/** How often a member has claimed rewards, or given codes back, since an instant. */
export async function countLately(
  tx: Statements,
  shopId: number,
  { deed, memberId, since }: { readonly deed: Deed; readonly memberId: MemberId; readonly since: Instant },
): Promise<number> {
  const [row] = await readRows(tx, countRow, COUNT[deed], [shopId, memberId, timestamp(since)]);
  return row === undefined ? 0 : row.count;
}
