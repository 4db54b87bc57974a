import { z } from "zod";
import { timestamp, type ShapeOf } from "#app/db/column-values.ts";
import type { Statements } from "#app/db/database.ts";
import { readRows } from "#app/db/read-rows.ts";
import type { Instant } from "#app/domain/calendar.ts";

/** What one reward did in a time. */
export interface RewardUses {
  readonly rewardId: string;
  /** For points. */
  readonly claimed: number;
  /** For nothing: by a tier, a challenge, a journey, or by hand. */
  readonly given: number;
}

/** How many members a challenge gave something to in a time. */
export interface ChallengeUses {
  readonly challengeId: string;
  readonly members: number;
}

interface Time {
  readonly from: Instant;
  readonly to: Instant;
}

const rewardRow = z.object({
  rewardId: z.string(),
  claimed: z.int(),
  given: z.int(),
} satisfies ShapeOf<RewardUses>);

const challengeRow = z.object({
  challengeId: z.string(),
  members: z.int(),
} satisfies ShapeOf<ChallengeUses>);

/** Rewards claimed or given, most first; what was refused or came to nothing is not in it. */
export function rewardsUsed(
  statements: Statements,
  shopId: number,
  { from, to }: Time,
): Promise<RewardUses[]> {
  return readRows(
    statements,
    rewardRow,
    `SELECT reward_id AS "rewardId", count(*) FILTER (WHERE origin = 'redemption') AS claimed,
       count(*) FILTER (WHERE origin <> 'redemption') AS given
     FROM reward_code WHERE shop_id = $1 AND claimed_at >= $2::timestamptz AND claimed_at < $3::timestamptz
       AND state NOT IN ('failed', 'declined', 'revoked')
     GROUP BY reward_id ORDER BY count(*) DESC, reward_id`,
    [shopId, timestamp(from), timestamp(to)],
  );
}

/** Challenges that gave points or a code, most members first. */
export function challengesReached(
  statements: Statements,
  shopId: number,
  { from, to }: Time,
): Promise<ChallengeUses[]> {
  return readRows(
    statements,
    challengeRow,
    `SELECT challenge_id AS "challengeId", count(DISTINCT member_id) AS members FROM (
       SELECT member_id, explanation->'of'->>'challengeId' AS challenge_id FROM ledger_transaction
       WHERE shop_id = $1 AND at >= $2::timestamptz AND at < $3::timestamptz AND kind = 'earned'
         AND explanation->'of'->>'kind' = 'challenge'
       UNION ALL
       SELECT g.member_id, g.given_for->>'challengeId' FROM gift_grant g
       JOIN reward_code c ON c.shop_id = g.shop_id AND c.code = ANY(g.codes)
       WHERE g.shop_id = $1 AND g.given_for->>'kind' = 'challenge'
         AND c.claimed_at >= $2::timestamptz AND c.claimed_at < $3::timestamptz
     ) reached GROUP BY challenge_id ORDER BY members DESC, challenge_id`,
    [shopId, timestamp(from), timestamp(to)],
  );
}
