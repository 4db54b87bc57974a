import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import type { Database } from "#app/db/client.ts";
import { decide, done, type Refused } from "../decide.ts";

export interface TierDecision {
  readonly shopId: number;
  readonly memberId: MemberId;
  readonly levelId: string;
  /** Nothing changes the tier automatically before this instant; null = the usual validity. */
  readonly lockedUntil: Instant | null;
  readonly reason: string;
  /** What comes with entering a level is not given. */
  readonly withoutEntry: boolean;
  /** A staff member's id. */
  readonly actor: string;
  /** Of the click: pressing twice does it once. */
  readonly key: string;
  readonly now: Instant;
}

/** A member's tier is set by hand, up or down. */
export function decideTier(
  database: Database,
  { shopId, memberId, levelId, lockedUntil, reason, withoutEntry, actor, key, now }: TierDecision,
): Promise<{ readonly ok: true } | Refused> {
  const input = { memberId, levelId, lockedUntil, reason, withoutEntry };
  const by = { actor, details: { levelId, lockedUntil, reason, withoutEntry } };
  return decide(
    database,
    { shopId, command: "decide_tier", memberIds: [memberId], now, key, input, accepted: done, by },
    (books) =>
      applyEvent(books, {
        type: "tier_decided",
        at: now,
        memberId,
        levelId,
        lockedUntil,
        reason,
        withoutEntry,
      }),
  );
}
