import { z } from "zod";
import { instant, timestamp } from "#app/db/column-values.ts";
import type { Statements } from "#app/db/database.ts";
import { readRows } from "#app/db/read-rows.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { CHANNELS } from "#app/domain/journeys/document.ts";
import { namedRow } from "../members/timeline/member-named.ts";

const messageRow = z.object({
  messageId: z.string(),
  ...namedRow.shape,
  channel: z.enum(CHANNELS),
  template: z.string(),
  /** When the server took it over, else when it was written down. */
  at: instant,
  writtenAt: instant,
  state: z.enum(["waiting", "sent", "skipped", "failed"]),
  /** Why it did not go; null: it went, or waits. */
  reason: z.string().nullable(),
  isClicked: z.boolean(),
});
export type JourneyMessage = z.output<typeof messageRow>;

/** Where a page of messages goes on: what the page before ended with. */
export interface MessagePlace {
  readonly writtenAt: Instant;
  readonly messageId: string;
}

const PAGE = 25;

/** The messages of a journey, the newest first, each with what became of it. */
export async function journeyMessages(
  statements: Statements,
  shopId: number,
  { journeyId, after }: { readonly journeyId: string; readonly after: MessagePlace | null },
): Promise<{ readonly messages: readonly JourneyMessage[]; readonly next: MessagePlace | null }> {
  const rows = await readRows(
    statements,
    messageRow,
    `SELECT w.message_id AS "messageId", w.member_id::text AS "memberId", m.first_name AS "firstName",
       m.last_name AS "lastName", m.email, m.customer_id AS "customerId", m.status, w.channel, w.template,
       coalesce(w.handed_at, w.written_at) AS at, w.written_at AS "writtenAt", w.state,
       CASE WHEN w.state IN ('skipped', 'failed') THEN w.reason END AS reason,
       EXISTS (SELECT 1 FROM message_click c WHERE c.shop_id = w.shop_id AND c.message_id = w.message_id)
         AS "isClicked"
     FROM message w JOIN member m ON m.shop_id = w.shop_id AND m.member_id = w.member_id
     WHERE w.shop_id = $1 AND w.journey_id = $2
       AND ($3::timestamptz IS NULL OR (w.written_at, w.message_id) < ($3::timestamptz, $4::text))
     ORDER BY w.written_at DESC, w.message_id DESC LIMIT ${String(PAGE + 1)}`,
    [shopId, journeyId, ...(after === null ? [null, null] : [timestamp(after.writtenAt), after.messageId])],
  );
  const messages = rows.slice(0, PAGE);
  const last = messages.at(-1);
  const next = rows.length > PAGE && last !== undefined ? last : null;
  return {
    messages,
    next: next === null ? null : { writtenAt: next.writtenAt, messageId: next.messageId },
  };
}
