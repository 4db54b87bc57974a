import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import type { Database } from "#app/db/client.ts";
import { decide, done, type Refused } from "../decide.ts";

export interface FriendReview {
  readonly shopId: number;
  readonly friendId: MemberId;
  readonly approve: boolean;
  /** Why, in the words of whoever decides. */
  readonly reason: string;
  readonly actor: string;
  readonly now: Instant;
}

/** Somebody at the shop decides whether a friend counts who looked made up. The advocate is settled with it. */
export function reviewFriend(
  database: Database,
  { shopId, friendId, approve, reason, actor, now }: FriendReview,
): Promise<{ readonly ok: true } | Refused> {
  return decide(
    database,
    {
      ...{ shopId, command: approve ? "approve_friend" : "decline_friend", memberIds: [friendId], now },
      ...{ key: null, input: null, accepted: done, by: { actor, details: { reason } } },
    },
    (books) => applyEvent(books, { type: "referral_reviewed", at: now, memberId: friendId, approve }),
  );
}
