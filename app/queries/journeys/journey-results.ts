import { z } from "zod";
import { instant, timestamp } from "#app/db/column-values.ts";
import type { Statements } from "#app/db/database.ts";
import { readJourneySettings } from "#app/db/journeys/stored-journeys.ts";
import { readRows } from "#app/db/read-rows.ts";
import { storedOrder } from "#app/db/shops/stored-order.ts";
import { addDays, startOfPeriod, type Instant } from "#app/domain/calendar.ts";
import { goodsOutcome, type OrderOutcome } from "#app/domain/customers/history/order-outcome.ts";
import { comparePasses, type Comparison } from "#app/domain/journeys/compare/compare-passes.ts";
import type { FirstPass } from "#app/domain/journeys/record.ts";

/** What a journey did since the month began in the shop's zone. */
export interface MonthOfJourney {
  readonly begun: number;
  readonly heldOut: number;
  readonly sent: number;
  /** Messages that did not go, for whatever reason. */
  readonly notSent: number;
  /** Messages of which a link was followed. */
  readonly clicked: number;
}

export interface JourneyResults {
  readonly month: MonthOfJourney;
  /** What members bought within so many days of their first pass. */
  readonly compareDays: number;
  readonly comparisons: readonly Comparison[];
}

const monthRow = z.object({
  ...{ begun: z.int(), heldOut: z.int(), sent: z.int(), notSent: z.int(), clicked: z.int() },
});
const passRow = z.object({
  memberId: z.string(),
  key: z.string(),
  at: instant,
  isHeldOut: z.boolean(),
  arms: z.record(z.string(), z.int()).nullable(),
});
const boughtRow = z.object({ memberId: z.string(), state: storedOrder });

/** The newest of those whose days are over are compared: more would show no more and take long to read. */
const MOST_COMPARED = 5_000;

/** What came of one journey: this month, and against those it holds out. */
export async function journeyResults(
  statements: Statements,
  shopId: number,
  { journeyId, zone, now }: { readonly journeyId: string; readonly zone: string; readonly now: Instant },
): Promise<JourneyResults> {
  const { compareDays } = await readJourneySettings(statements, shopId);
  const over = addDays(now, -compareDays, zone);
  const passes = await readFirstPasses(statements, shopId, { journeyId, over });
  const bought = await readBought(statements, shopId, { passes, days: compareDays + 1 });
  const purchasesOf = (memberId: string) => bought.get(memberId) ?? [];
  return {
    month: await readMonth(statements, shopId, journeyId, startOfPeriod(now, zone, "month")),
    compareDays,
    comparisons: comparePasses(passes, purchasesOf, { days: compareDays, zone, now }),
  };
}

async function readMonth(
  statements: Statements,
  shopId: number,
  journeyId: string,
  since: Instant,
): Promise<MonthOfJourney> {
  const [row] = await readRows(
    statements,
    monthRow,
    `SELECT p.begun, p."heldOut", m.sent, m."notSent", m.clicked
     FROM (SELECT count(*) FILTER (WHERE NOT is_held_out) AS begun, count(*) FILTER (WHERE is_held_out) AS "heldOut"
         FROM journey_pass WHERE shop_id = $1 AND journey_id = $2 AND begun_at >= $3::timestamptz) p,
       (SELECT count(*) FILTER (WHERE state = 'sent') AS sent,
          count(*) FILTER (WHERE state IN ('skipped', 'failed')) AS "notSent",
          count(*) FILTER (WHERE EXISTS (SELECT 1 FROM message_click c
            WHERE c.shop_id = w.shop_id AND c.message_id = w.message_id)) AS clicked
        FROM message w WHERE shop_id = $1 AND journey_id = $2 AND written_at >= $3::timestamptz) m`,
    [shopId, journeyId, timestamp(since)],
  );
  return row ?? { begun: 0, heldOut: 0, sent: 0, notSent: 0, clicked: 0 };
}

async function readFirstPasses(
  statements: Statements,
  shopId: number,
  { journeyId, over }: { readonly journeyId: string; readonly over: Instant },
): Promise<FirstPass[]> {
  const rows = await readRows(
    statements,
    passRow,
    `SELECT member_id::text AS "memberId", pass_key AS key, begun_at AS at, is_held_out AS "isHeldOut", arms
     FROM (SELECT DISTINCT ON (member_id) member_id, pass_key, begun_at, is_held_out, arms
       FROM journey_pass WHERE shop_id = $1 AND journey_id = $2 ORDER BY member_id, begun_at, pass_key) f
     WHERE begun_at <= $3::timestamptz ORDER BY begun_at DESC, "memberId" DESC LIMIT ${String(MOST_COMPARED)}`,
    [shopId, journeyId, timestamp(over)],
  );
  // In the order they began, as `replay` has them.
  return rows
    .toReversed()
    .map(({ arms, ...pass }) => ({ ...pass, journeyId, arms: new Map(Object.entries(arms ?? {})) }));
}

/** What these members bought soon after: within some more hours than are compared, wherever clocks were changed. */
async function readBought(
  statements: Statements,
  shopId: number,
  { passes, days }: { readonly passes: readonly FirstPass[]; readonly days: number },
): Promise<Map<string, OrderOutcome[]>> {
  const bought = new Map<string, OrderOutcome[]>();
  if (passes.length === 0) return bought;
  const asked = passes.map(({ memberId, at }) => ({ member_id: memberId, at: timestamp(at) }));
  const rows = await readRows(
    statements,
    boughtRow,
    `SELECT o.member_id::text AS "memberId", o.state
     FROM json_to_recordset($2::json) AS r(member_id bigint, at timestamptz)
     JOIN shop_order o ON o.shop_id = $1 AND o.member_id = r.member_id
       AND o.paid_at > r.at AND o.paid_at <= r.at + $3::int * interval '1 day'`,
    [shopId, JSON.stringify(asked), days],
  );
  for (const { memberId, state } of rows) {
    const outcome = goodsOutcome(state);
    if (outcome?.isPurchase === true) bought.set(memberId, [...(bought.get(memberId) ?? []), outcome]);
  }
  return bought;
}
