import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";

/** A person has followed a link: counted once per message and link. Answers whether this was the first time. */
export async function countClick(
  statements: Statements,
  shopId: number,
  { messageId, link }: { readonly messageId: string; readonly link: string },
  at: Instant,
): Promise<boolean> {
  const counted = await statements.query(
    `INSERT INTO message_click (shop_id, message_id, link, member_id, at)
     SELECT shop_id, message_id, $3, member_id, $4::timestamptz FROM message
     WHERE shop_id = $1 AND message_id = $2
     ON CONFLICT (shop_id, message_id, link) DO NOTHING RETURNING 1`,
    [shopId, messageId, link, timestamp(at)],
  );
  return counted.length > 0;
}
