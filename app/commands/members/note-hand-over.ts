import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { writeAudit } from "#app/db/audit.ts";
import type { Database } from "#app/db/client.ts";

export interface HandOver {
  readonly shopId: number;
  readonly memberId: MemberId;
  /** Who fetched it. */
  readonly actor: string;
  readonly now: Instant;
}

/** A member's record was fetched, to be passed on: a request for it waits no longer. */
export async function noteHandOver(
  database: Database,
  { shopId, memberId, actor, now }: HandOver,
): Promise<void> {
  const entry = { at: now, actor, action: "hand_over_record", memberId, details: {} };
  await database.transaction((tx) => writeAudit(tx, shopId, entry));
}
