import { createHash } from "node:crypto";
import type { MemberId } from "#app/domain/books/ids.ts";
import { normaliseAddress } from "#app/domain/people/normalise-address.ts";
import { memberStatus } from "../books/stored-words.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const { member_id, email, first_name } = tables.member.shape;
const recipientRow = tables.member
  .pick({ member_id: true })
  .extend({ status: memberStatus, member_id, email, first_name });

export interface Recipient {
  readonly memberId: MemberId;
  readonly isActive: boolean;
  readonly isErased: boolean;
  readonly email: string | null;
  readonly firstName: string | null;
}

/** Who a message goes to: whoever the member has merged into. Null where there is nobody of that number. */
export async function readRecipient(
  statements: Statements,
  shopId: number,
  memberId: MemberId,
): Promise<Recipient | null> {
  const [row] = await readRows(
    statements,
    recipientRow,
    `SELECT living.member_id, living.status, living.email, living.first_name FROM member named
     JOIN member living ON living.shop_id = named.shop_id
       AND living.member_id = coalesce(named.merged_into, named.member_id)
     WHERE named.shop_id = $1 AND named.member_id = $2::bigint`,
    [shopId, memberId],
  );
  if (row === undefined) return null;
  return {
    memberId: String(row.member_id),
    isActive: row.status === "active",
    isErased: row.status === "erased",
    email: row.email,
    firstName: row.first_name,
  };
}

/** By what an address is known that mails do not reach: it says nothing of the address, nor of another shop's. */
export function addressDigest(shopId: number, address: string): string {
  return createHash("sha256")
    .update(`${String(shopId)} ${normaliseAddress(address)}`)
    .digest("hex");
}
