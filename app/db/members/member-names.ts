import type { MemberId } from "#app/domain/books/ids.ts";
import type { CustomerRef } from "#app/domain/event.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const namesRow = tables.member.pick({ customer_id: true, email: true });

/**
 * What the shop calls a member: the customer, or the address where there is none, as a guest's. Null where
 * nobody can be named.
 */
export async function readMemberNames(
  statements: Statements,
  shopId: number,
  memberId: MemberId,
): Promise<CustomerRef | null> {
  const [row] = await readRows(
    statements,
    namesRow,
    `SELECT living.customer_id, living.email FROM member named
     JOIN member living ON living.shop_id = named.shop_id
       AND living.member_id = coalesce(named.merged_into, named.member_id)
     WHERE named.shop_id = $1 AND named.member_id = $2::bigint`,
    [shopId, memberId],
  );
  if (row === undefined) return null;
  const { customer_id: id, email } = row;
  if (id !== null) return { id, email: null };
  return email === null ? null : { id: null, email };
}
