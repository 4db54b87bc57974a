import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";

/**
 * What was said of mails while two members were one, and not known of which. A no counts for both. A yes that the shop
 * told is nobody's until the shop, asked again about each, says whose it is.
 */
export async function partWords(
  tx: Statements,
  shopId: number,
  {
    keptId,
    endedId,
    mergedAt,
  }: { readonly keptId: MemberId; readonly endedId: MemberId; readonly mergedAt: Instant },
): Promise<void> {
  const values = [shopId, keptId, timestamp(mergedAt)];
  await tx.query(
    `DELETE FROM message_consent WHERE shop_id = $1 AND member_id = $2::bigint AND at >= $3::timestamptz
       AND granted AND source = 'shop'`,
    values,
  );
  await tx.query(
    `INSERT INTO message_consent (shop_id, member_id, channel, purpose, granted, source, wording, record_of, at)
     SELECT shop_id, $4::bigint, channel, purpose, granted, source, wording, record_of, at FROM message_consent
     WHERE shop_id = $1 AND member_id = $2::bigint AND at >= $3::timestamptz AND NOT granted`,
    [...values, endedId],
  );
  await tx.query(
    `INSERT INTO message_suppression (shop_id, member_id, channel, address_digest, reason, at)
     SELECT shop_id, $4::bigint, channel, address_digest, reason, at FROM message_suppression
     WHERE shop_id = $1 AND member_id = $2::bigint AND at >= $3::timestamptz`,
    [...values, endedId],
  );
  await tx.query(
    "UPDATE member SET consents_asked_at = NULL WHERE shop_id = $1 AND member_id IN ($2::bigint, $3::bigint)",
    [shopId, keptId, endedId],
  );
}
