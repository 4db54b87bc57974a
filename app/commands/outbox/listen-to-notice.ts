import type { Instant } from "#app/domain/calendar.ts";
import type { Effect } from "#app/domain/effect.ts";
import type { Database } from "#app/db/client.ts";
import { writeNoticeListener } from "#app/db/outbox/notice-listeners.ts";

export interface ListenerWord {
  readonly shopId: number;
  readonly topic: Effect["type"];
  readonly listening: boolean;
  /** When the platform said so, by its clock. */
  readonly saidAt: Instant;
}

/** A merchant's automation begins or ceases to listen to a notice: from now on it is told, or not. */
export function listenToNotice(
  database: Database,
  { shopId, topic, listening, saidAt }: ListenerWord,
): Promise<void> {
  return writeNoticeListener(database, shopId, { topic, listening, saidAt });
}
