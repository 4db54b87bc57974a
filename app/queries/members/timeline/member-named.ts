import type { Statements } from "#app/db/database.ts";
import { readRows } from "#app/db/read-rows.ts";
import type { MemberId } from "#app/domain/books/ids.ts";
import { memberRow, type MemberRow } from "../admin-members.ts";

/** What a member is called by. */
export const namedRow = memberRow.pick({
  memberId: true,
  firstName: true,
  lastName: true,
  email: true,
  customerId: true,
  status: true,
});

export type NamedRow = Pick<
  MemberRow,
  "memberId" | "firstName" | "lastName" | "email" | "customerId" | "status"
>;

/** What a member is called by; null: there is no such member. */
export async function memberNamed(
  statements: Statements,
  shopId: number,
  memberId: MemberId,
): Promise<NamedRow | null> {
  const [row] = await readRows(
    statements,
    namedRow,
    `SELECT member_id::text AS "memberId", first_name AS "firstName", last_name AS "lastName", email,
       customer_id AS "customerId", status
     FROM member WHERE shop_id = $1 AND member_id = $2::bigint`,
    [shopId, memberId],
  );
  return row ?? null;
}
