import type { Statements } from "#app/db/database.ts";
import type { RewardCodeState } from "#app/domain/books.ts";
import type { Instant } from "#app/domain/calendar.ts";

export interface RewardCount {
  readonly rewardId: string;
  readonly open: number;
  readonly used: number;
  readonly lapsed: number;
  readonly pointsSpent: number;
}

export interface CodeRow {
  readonly code: string;
  readonly memberId: string;
  readonly memberName: string | null;
  readonly email: string | null;
  readonly rewardId: string;
  readonly points: number;
  readonly state: RewardCodeState;
  readonly stateReason: string | null;
  readonly claimedAt: Instant;
  readonly expiresAt: Instant | null;
}

export interface AdminRewards {
  readonly counts: readonly RewardCount[];
  readonly codes: readonly CodeRow[];
  readonly next: string | null;
}

const PAGE_SIZE = 50;

/** What each reward did so far, and the codes, newest first; `after` is the cut the page before ended with. */
export async function adminRewards(
  statements: Statements,
  shopId: number,
  filter: {
    readonly state: RewardCodeState | null;
    readonly search: string | null;
    readonly after: string | null;
  },
): Promise<AdminRewards> {
  const [counts, rows] = await Promise.all([
    statements.query<RewardCount>(
      `SELECT reward_id AS "rewardId",
              count(*) FILTER (WHERE state IN ('held', 'issued', 'requested')) AS open,
              count(*) FILTER (WHERE state IN ('used', 'fulfilled')) AS used,
              count(*) FILTER (WHERE state IN ('released', 'revoked', 'failed', 'declined')) AS lapsed,
              coalesce(sum(points - returned_points) FILTER (WHERE state IN ('used', 'fulfilled')), 0)::int8 AS "pointsSpent"
       FROM reward_code WHERE shop_id = $1 GROUP BY reward_id`,
      [shopId],
    ),
    statements.query<CodeRow & { cut: string }>(
      `SELECT c.code, c.member_id::text AS "memberId", nullif(concat_ws(' ', m.first_name, m.last_name), '') AS "memberName",
              m.email, c.reward_id AS "rewardId", c.points, c.state, c.state_reason AS "stateReason",
              c.claimed_at AS "claimedAt", c.expires_at AS "expiresAt",
              round(extract(epoch from c.claimed_at) * 1000)::text || '~' || c.code AS cut
       FROM reward_code c JOIN member m USING (shop_id, member_id)
       WHERE c.shop_id = $1 AND ($2::text IS NULL OR c.state = $2)
         AND ($3::text IS NULL OR strpos(lower(c.code), $3) > 0)
         AND ($4::float8 IS NULL OR (c.claimed_at, c.code) < (to_timestamp($4 / 1000.0), $5))
       ORDER BY c.claimed_at DESC, c.code DESC LIMIT ${String(PAGE_SIZE + 1)}`,
      [shopId, filter.state, filter.search?.trim().toLowerCase() ?? null, ...cutOf(filter.after)],
    ),
  ]);
  const codes = rows.slice(0, PAGE_SIZE);
  const last = codes.at(-1);
  return { counts, codes, next: rows.length > codes.length && last !== undefined ? last.cut : null };
}

function cutOf(after: string | null): readonly [number | null, string | null] {
  const match = after === null ? null : /^(\d{1,15})~(.+)$/.exec(after);
  const [, claimedAt, code] = match ?? [];
  return claimedAt === undefined || code === undefined ? [null, null] : [Number(claimedAt), code];
}
