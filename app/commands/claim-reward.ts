import type { MemberId } from "#app/domain/books.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { applyEvent } from "#app/domain/engine.ts";
import type { Database } from "#app/db/client.ts";
import { decide, type Refused } from "./decide.ts";
import { newCode } from "./new-code.ts";

export interface RewardWish {
  readonly shopId: number;
  readonly memberId: MemberId;
  readonly rewardId: string;
  /** How many points, for rewards where the member chooses. */
  readonly points: number | null;
  /** Who claims it for the member, for the record: staff at the till, a workflow; null: the member. */
  readonly actor: string | null;
  /** Of the click: pressing twice claims once. */
  readonly key: string;
  readonly now: Instant;
}

/** A member claims a reward: points are set aside, the code is written down, the platform is asked for it. */
export function claimReward(
  database: Database,
  wish: RewardWish,
): Promise<{ readonly ok: true; readonly code: string } | Refused> {
  const { shopId, memberId, rewardId, points, actor, key, now } = wish;
  const code = newCode();
  const by = actor === null ? null : { actor, details: { rewardId, code } };
  const input = { memberId, rewardId, points };
  return decide<{ readonly ok: true; readonly code: string }>(
    database,
    { shopId, command: "claim_reward", memberIds: [memberId], now, key, input, by },
    (books) => {
      const outcome = applyEvent(books, {
        type: "reward_claimed",
        at: now,
        memberId,
        rewardId,
        points,
        code,
      });
      return outcome.ok ? { ok: true, code } : outcome;
    },
  );
}
