import { z } from "zod";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const codeRow = tables.referral_link.pick({ code: true });

/** The code of a member's link, made the first time it is asked for. */
export async function keepReferralCode(
  statements: Statements,
  shopId: number,
  { memberId, fresh }: { readonly memberId: MemberId; readonly fresh: string },
  now: Instant,
): Promise<string | null> {
  await statements.query(
    `INSERT INTO referral_link (shop_id, code, member_id, made_at) VALUES ($1, $2, $3, $4::timestamptz)
     ON CONFLICT DO NOTHING`,
    [shopId, fresh, memberId, timestamp(now)],
  );
  const [row] = await readRows(
    statements,
    codeRow,
    "SELECT code FROM referral_link WHERE shop_id = $1 AND member_id = $2",
    [shopId, memberId],
  );
  return row?.code ?? null;
}

const bearerRow = z.object({
  memberId: z.string(),
  firstName: tables.member.shape.first_name,
});

/** Who shares a link. */
export type LinkBearer = z.output<typeof bearerRow>;

/** Whose link a code is: whoever they have become by now, while they take part. Null: nobody's of this shop. */
export async function findLinkBearer(
  statements: Statements,
  shopId: number,
  code: string,
): Promise<LinkBearer | null> {
  const [row] = await readRows(
    statements,
    bearerRow,
    `SELECT living.member_id::text AS "memberId", living.first_name AS "firstName"
     FROM referral_link l
     JOIN member named ON named.shop_id = l.shop_id AND named.member_id = l.member_id
     JOIN member living
       ON living.shop_id = named.shop_id AND living.member_id = coalesce(named.merged_into, named.member_id)
     WHERE l.shop_id = $1 AND l.code = $2 AND living.status = 'active'`,
    [shopId, code],
  );
  return row ?? null;
}

/** One more mail to a friend was asked for with it. */
export async function countInvitation(statements: Statements, shopId: number, code: string): Promise<void> {
  await statements.query("UPDATE referral_link SET invited = invited + 1 WHERE shop_id = $1 AND code = $2", [
    shopId,
    code,
  ]);
}
