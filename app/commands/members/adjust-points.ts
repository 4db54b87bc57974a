import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import type { Database } from "#app/db/client.ts";
import { decide, done, type Refused } from "../decide.ts";

export interface PointsAdjustment {
  readonly shopId: number;
  readonly memberId: MemberId;
  /** Negative takes points away, never more than are available. */
  readonly points: number;
  /** Towards the tier, in the metric's unit: minor units for spend, else a count. */
  readonly qualifying: number;
  readonly reason: string;
  /** Given to be spent: what the member owes stays owed. */
  readonly sparesDebt: boolean;
  /** A staff member's id. */
  readonly actor: string;
  /** Of the click: pressing twice does it once. */
  readonly key: string;
  readonly now: Instant;
}

/** Points are given or taken by hand, with a reason the member can read. */
export function adjustPoints(
  database: Database,
  { shopId, memberId, points, qualifying, reason, sparesDebt, actor, key, now }: PointsAdjustment,
): Promise<{ readonly ok: true } | Refused> {
  const input = { memberId, points, qualifying, reason, sparesDebt };
  const by = { actor, details: { points, qualifying, reason, sparesDebt } };
  return decide(
    database,
    { shopId, command: "adjust_points", memberIds: [memberId], now, key, input, accepted: done, by },
    (books) =>
      applyEvent(books, {
        type: "points_adjusted",
        at: now,
        memberId,
        id: key,
        points,
        qualifying,
        reason,
        sparesDebt,
      }),
  );
}
