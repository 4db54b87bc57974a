import type { Effect } from "#app/domain/effect.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";

/** Notices are told only while somebody listens. The newest word counts, also when an older one comes later. */
export async function writeNoticeListener(
  statements: Statements,
  shopId: number,
  {
    topic,
    listening,
    saidAt,
  }: { readonly topic: Effect["type"]; readonly listening: boolean; readonly saidAt: Instant },
): Promise<void> {
  await statements.query(
    `INSERT INTO notice_listener AS known (shop_id, topic, listening, said_at) VALUES ($1, $2, $3, $4::timestamptz)
     ON CONFLICT (shop_id, topic) DO UPDATE SET listening = EXCLUDED.listening, said_at = EXCLUDED.said_at
     WHERE known.said_at <= EXCLUDED.said_at`,
    [shopId, topic, listening, timestamp(saidAt)],
  );
}
