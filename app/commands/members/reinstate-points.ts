import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import type { Database } from "#app/db/client.ts";
import { readShopSettings } from "#app/db/shops/shop-settings.ts";
import { decide, done, type Refused } from "../decide.ts";

export interface Reinstatement {
  readonly shopId: number;
  readonly memberId: MemberId;
  readonly lotId: string;
  readonly reason: string;
  /** A staff member's id. */
  readonly actor: string;
  /** Of the click: pressing twice does it once. */
  readonly key: string;
  readonly now: Instant;
}

/** Expired points of a lot are brought back, within the days the shop allows. */
export async function reinstatePoints(
  database: Database,
  { shopId, memberId, lotId, reason, actor, key, now }: Reinstatement,
): Promise<{ readonly ok: true } | Refused> {
  const input = { memberId, lotId, reason };
  const { reinstateDays: withinDays } = await readShopSettings(database, shopId);
  const by = { actor, details: { lotId, reason } };
  return decide(
    database,
    { shopId, command: "reinstate_points", memberIds: [memberId], now, key, input, accepted: done, by },
    (books) => applyEvent(books, { type: "points_reinstated", at: now, memberId, lotId, reason, withinDays }),
  );
}
