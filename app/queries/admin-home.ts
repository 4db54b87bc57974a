import { timestamp } from "#app/db/column-values.ts";
import type { Statements } from "#app/db/database.ts";
import type { Instant } from "#app/domain/calendar.ts";

/** Is it running, and what needs a person. */
export interface HomeState {
  readonly lastDeliveryAt: Instant | null;
  readonly workerSeenAt: Instant | null;
  readonly waiting: number;
  readonly oldestWaitingAt: Instant | null;
  readonly parkedDeliveries: number;
  /** Orders the platform did not tell us of in the last 7 days and that were read afterwards. */
  readonly missedOrders: number;
  readonly failedCodes: number;
  readonly requestedExperiences: number;
  /** People who have asked for their data through the platform and whose record nobody has fetched since. */
  readonly dataRequests: number;
  readonly firstDataRequest: string | null;
  readonly ledgerContradiction: string | null;
}

/** A figure of this month so far, and of the same number of days of the month before. */
export interface Compared {
  readonly now: number;
  readonly before: number;
}

export interface HomeFigures {
  readonly from: Instant;
  readonly to: Instant;
  readonly members: number;
  readonly joined: Compared;
  readonly issued: Compared;
  readonly redeemed: Compared;
  readonly outstanding: number;
}

export interface TierCount {
  /** Null: below the lowest level. */
  readonly levelId: string | null;
  readonly members: number;
}

export interface DayPoints {
  /** `2026-01-31`, in the shop's time zone. */
  readonly day: string;
  readonly issued: number;
  readonly redeemed: number;
}

export interface AdminHome {
  readonly state: HomeState;
  readonly figures: HomeFigures;
  readonly tiers: readonly TierCount[];
  readonly days: readonly DayPoints[];
}

const CHART_DAYS = 30;

/** Everything the home page shows of one shop at `now`; months and days are those of the shop's zone. */
export async function adminHome(
  statements: Statements,
  shopId: number,
  timezone: string,
  now: Instant,
): Promise<AdminHome> {
  const [state, figures, tiers, days] = await Promise.all([
    homeState(statements, shopId, now),
    homeFigures(statements, shopId, timezone, now),
    tierCounts(statements, shopId),
    dayPoints(statements, shopId, timezone, now),
  ]);
  return { state, figures, tiers, days };
}

async function homeState(statements: Statements, shopId: number, now: Instant): Promise<HomeState> {
  const monthAgo = timestamp(now - 30 * 86_400_000);
  const weekAgo = timestamp(now - 7 * 86_400_000);
  return one(
    await statements.query<HomeState>(
      `SELECT
         (SELECT created_at FROM inbox WHERE shop_id = $1 ORDER BY inbox_id DESC LIMIT 1) AS "lastDeliveryAt",
         (SELECT max(seen_at) FROM worker_heartbeat) AS "workerSeenAt",
         (SELECT count(*) FROM inbox WHERE shop_id = $1 AND state = 'waiting')
           + (SELECT count(*) FROM outbox WHERE shop_id = $1 AND state IN ('waiting', 'delivering')) AS "waiting",
         (SELECT created_at FROM inbox WHERE shop_id = $1 AND state = 'waiting' ORDER BY inbox_id LIMIT 1) AS "oldestWaitingAt",
         (SELECT count(*) FROM inbox WHERE shop_id = $1 AND state = 'parked')
           + (SELECT count(*) FROM outbox WHERE shop_id = $1 AND state = 'parked') AS "parkedDeliveries",
         coalesce((SELECT missed FROM reconciliation WHERE shop_id = $1 AND missed_at > $3), 0) AS "missedOrders",
         (SELECT count(*) FROM reward_code WHERE shop_id = $1 AND state = 'failed' AND claimed_at > $2) AS "failedCodes",
         (SELECT count(*) FROM reward_code WHERE shop_id = $1 AND state = 'requested') AS "requestedExperiences",
         (SELECT count(DISTINCT member_id) FROM (${DATA_REQUESTS}) d) AS "dataRequests",
         (SELECT min(member_id)::text FROM (${DATA_REQUESTS}) d) AS "firstDataRequest",
         (SELECT contradiction FROM ledger_proof WHERE shop_id = $1) AS "ledgerContradiction"`,
      [shopId, monthAgo, weekAgo],
    ),
  );
}

const DATA_REQUESTS = `
  SELECT a.member_id FROM audit a JOIN member m ON m.shop_id = a.shop_id AND m.member_id = a.member_id
  WHERE a.shop_id = $1 AND a.action = 'customer_data_requested' AND m.status <> 'erased'
    AND NOT EXISTS (SELECT 1 FROM audit later WHERE later.shop_id = a.shop_id AND later.member_id = a.member_id
      AND later.action = 'hand_over_record' AND later.audit_id > a.audit_id)`;

async function homeFigures(
  statements: Statements,
  shopId: number,
  timezone: string,
  now: Instant,
): Promise<HomeFigures> {
  const row = one(
    await statements.query<{
      from: Instant;
      members: number;
      joined: number;
      joinedBefore: number;
      outstanding: number;
      issued: number;
      issuedBefore: number;
      redeemed: number;
      redeemedBefore: number;
    }>(
      `WITH span AS (
         SELECT date_trunc('month', $2::timestamptz, $3) AS since,
                (date_trunc('month', $2::timestamptz AT TIME ZONE $3) - interval '1 month') AT TIME ZONE $3 AS since_before,
                least((($2::timestamptz AT TIME ZONE $3) - interval '1 month') AT TIME ZONE $3,
                      date_trunc('month', $2::timestamptz, $3)) AS until_before
       ),
       people AS (
         SELECT count(*) FILTER (WHERE status IN ('active', 'shadow')) AS members,
                count(*) FILTER (WHERE enrolled_at >= since AND enrolled_at <= $2) AS joined,
                count(*) FILTER (WHERE enrolled_at >= since_before AND enrolled_at <= until_before) AS joined_before,
                coalesce(sum(available + pending), 0)::int8 AS outstanding
         FROM member, span WHERE shop_id = $1
       ),
       moved AS (
         SELECT coalesce(sum(issued) FILTER (WHERE at >= since), 0)::int8 AS issued,
                coalesce(sum(issued) FILTER (WHERE at < since), 0)::int8 AS issued_before,
                coalesce(sum(redeemed) FILTER (WHERE at >= since), 0)::int8 AS redeemed,
                coalesce(sum(redeemed) FILTER (WHERE at < since), 0)::int8 AS redeemed_before
         FROM (${MOVEMENTS}) m, span
         WHERE at <= $2 AND (at >= since OR (at >= since_before AND at <= until_before))
       )
       SELECT since AS "from", members, joined,
              joined_before AS "joinedBefore", outstanding,
              issued, issued_before AS "issuedBefore",
              redeemed, redeemed_before AS "redeemedBefore"
       FROM span, people, moved`,
      [shopId, timestamp(now), timezone],
    ),
  );
  return {
    from: row.from,
    to: now,
    members: row.members,
    outstanding: row.outstanding,
    joined: { now: row.joined, before: row.joinedBefore },
    issued: { now: row.issued, before: row.issuedBefore },
    redeemed: { now: row.redeemed, before: row.redeemedBefore },
  };
}

/** What came into being (less what was clawed back) and what was spent on rewards, movement by movement. */
const MOVEMENTS = `
  SELECT t.at,
         CASE WHEN f.from_account = 'issued' THEN f.points WHEN f.to_account = 'issued' THEN -f.points ELSE 0 END AS issued,
         CASE WHEN f.to_account = 'redeemed' THEN f.points WHEN f.from_account = 'redeemed' THEN -f.points ELSE 0 END AS redeemed
  FROM ledger_transaction t JOIN transfer f USING (shop_id, transaction_id)
  WHERE t.shop_id = $1`;

async function tierCounts(statements: Statements, shopId: number): Promise<readonly TierCount[]> {
  return statements.query<TierCount>(
    `SELECT tier_level_id AS "levelId", count(*) AS members
     FROM member WHERE shop_id = $1 AND status IN ('active', 'shadow') GROUP BY tier_level_id`,
    [shopId],
  );
}

async function dayPoints(
  statements: Statements,
  shopId: number,
  timezone: string,
  now: Instant,
): Promise<readonly DayPoints[]> {
  return statements.query<DayPoints>(
    `SELECT to_char(d.day, 'YYYY-MM-DD') AS day,
            coalesce(sum(m.issued), 0)::int8 AS issued, coalesce(sum(m.redeemed), 0)::int8 AS redeemed
     FROM generate_series(($2::timestamptz AT TIME ZONE $3)::date - ${String(CHART_DAYS - 1)},
                          ($2::timestamptz AT TIME ZONE $3)::date, interval '1 day') AS d(day)
     LEFT JOIN (${MOVEMENTS} AND t.at > $2::timestamptz - interval '${String(CHART_DAYS + 1)} days') m
       ON (m.at AT TIME ZONE $3)::date = d.day::date
     GROUP BY d.day ORDER BY d.day`,
    [shopId, timestamp(now), timezone],
  );
}

function one<Row>([row]: readonly Row[]): Row {
  if (row === undefined) throw new Error("An aggregate has answered without a row.");
  return row;
}
