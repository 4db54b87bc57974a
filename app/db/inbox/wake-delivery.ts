import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";

/** Parked or refused becomes waiting, with its attempts forgotten. False where there is no such row. */
export async function wakeDelivery(
  tx: Statements,
  shopId: number,
  { box, id }: { readonly box: "inbox" | "outbox"; readonly id: number },
  now: Instant,
): Promise<boolean> {
  const values = [shopId, id, timestamp(now)];
  const woken =
    box === "inbox"
      ? await tx.query(
          `UPDATE inbox SET state = 'waiting', attempts = 0, next_attempt_at = $3::timestamptz, done_at = NULL
           WHERE shop_id = $1 AND inbox_id = $2 AND state = 'parked' AND body <> '' RETURNING 1`,
          values,
        )
      : // A newer state of the same member may wait already; then there is nothing to wake.
        await tx.query(
          `UPDATE outbox SET state = 'waiting', attempts = 0, next_attempt_at = $3::timestamptz, done_at = NULL
           WHERE shop_id = $1 AND outbox_id = $2 AND state = 'parked' AND NOT EXISTS (
             SELECT 1 FROM outbox newer WHERE newer.shop_id = $1 AND newer.member_id = outbox.member_id
               AND outbox.topic = 'publish_member_state' AND newer.topic = outbox.topic AND newer.state = 'waiting')
           RETURNING 1`,
          values,
        );
  return woken.length > 0;
}
