import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import type { Database } from "#app/db/client.ts";
import { decide, done, type Refused } from "../decide.ts";

export interface ExclusionWish {
  readonly shopId: number;
  readonly memberId: MemberId;
  readonly excluded: boolean;
  readonly reason: string;
  /** A staff member's id. */
  readonly actor: string;
  /** Of the click: pressing twice does it once. */
  readonly key: string;
  readonly now: Instant;
}

/** A member earns nothing while excluded; what was earned before stays. */
export function setExclusion(
  database: Database,
  { shopId, memberId, excluded, reason, actor, key, now }: ExclusionWish,
): Promise<{ readonly ok: true } | Refused> {
  const input = { memberId, excluded, reason };
  const by = { actor, details: { excluded, reason } };
  return decide(
    database,
    { shopId, command: "set_exclusion", memberIds: [memberId], now, key, input, accepted: done, by },
    (books) => applyEvent(books, { type: "exclusion_set", at: now, memberId, excluded, reason }),
  );
}
