import { z } from "zod";
import { instant, type ShapeOf, timestamp } from "#app/db/column-values.ts";
import type { Statements } from "#app/db/database.ts";
import { tables } from "#app/db/generated/tables.ts";
import { TAKES_PART } from "#app/db/members/members-in-turn.ts";
import { readRows } from "#app/db/read-rows.ts";
import { assert } from "#app/domain/assert.ts";
import { type Instant, localDay, localDayNumber, startOfDayNumber } from "#app/domain/calendar.ts";
import type { HomePeriod } from "./home-period.ts";

/** A figure of a period, and of the window of the same length before. */
export interface Compared {
  readonly now: number;
  readonly before: number;
}

export interface HomeFigures {
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

export interface ToldFigures {
  readonly figures: HomeFigures;
  readonly tiers: readonly TierCount[];
  readonly days: readonly DayPoints[];
}

/** Half open. */
interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

const peopleRow = z.object({ joined: z.int(), joinedBefore: z.int(), outstanding: z.int() });
const tierCountRow = z.object({
  levelId: tables.member.shape.tier_level_id,
  members: z.int(),
} satisfies ShapeOf<TierCount>);
const movedRow = z.object({ from: instant, issued: z.int(), redeemed: z.int() });

/** How many there are, what they have, and what was issued and redeemed: each read from an index that has it all. */
export async function homeFigures(
  statements: Statements,
  shopId: number,
  period: HomePeriod,
  timezone: string,
): Promise<ToldFigures> {
  const days = daysOf(period, timezone);
  const [people, tiers, [before, ...moved]] = await Promise.all([
    readPeople(statements, shopId, period),
    tierCounts(statements, shopId),
    pointsMoved(statements, shopId, [period.before, ...days]),
  ]);
  assert(before !== undefined, "every span is answered");
  return {
    figures: {
      members: sum(tiers.map(({ members }) => members)),
      outstanding: people.outstanding,
      joined: { now: people.joined, before: people.joinedBefore },
      issued: { now: sum(moved.map(({ issued }) => issued)), before: before.issued },
      redeemed: { now: sum(moved.map(({ redeemed }) => redeemed)), before: before.redeemed },
    },
    tiers,
    days: moved.map(({ from, issued, redeemed }) => ({ day: localDay(from, timezone), issued, redeemed })),
  };
}

/** The local days of a period, the last one as far as it goes. */
function daysOf({ from, to }: HomePeriod, zone: string): Span[] {
  const first = localDayNumber(from, zone);
  const last = Math.max(first, localDayNumber(to - 1, zone));
  return Array.from({ length: last - first + 1 }, (_, later) => ({
    from: startOfDayNumber(first + later, zone),
    to: Math.min(startOfDayNumber(first + later + 1, zone), to),
  }));
}

async function readPeople(statements: Statements, shopId: number, { from, to, before }: HomePeriod) {
  const [people] = await readRows(
    statements,
    peopleRow,
    `SELECT
       (SELECT count(*) FROM member
        WHERE shop_id = $1 AND enrolled_at >= $2::timestamptz AND enrolled_at < $3::timestamptz) AS "joined",
       (SELECT count(*) FROM member
        WHERE shop_id = $1 AND enrolled_at >= $4::timestamptz AND enrolled_at < $5::timestamptz) AS "joinedBefore",
       coalesce((SELECT sum(available) FROM member WHERE shop_id = $1 AND available > 0), 0)::int8
         + coalesce((SELECT sum(pending) FROM member WHERE shop_id = $1 AND pending > 0), 0)::int8 AS "outstanding"`,
    [shopId, timestamp(from), timestamp(to), timestamp(before.from), timestamp(before.to)],
  );
  assert(people !== undefined, "figures without a table are one row");
  return people;
}

async function tierCounts(statements: Statements, shopId: number): Promise<TierCount[]> {
  return readRows(
    statements,
    tierCountRow,
    `SELECT tier_level_id AS "levelId", count(*) AS members
     FROM member WHERE shop_id = $1 AND ${TAKES_PART} GROUP BY tier_level_id`,
    [shopId],
  );
}

/**
 * What came into being (less what was clawed back) and what was spent on rewards in each of some spans of time. Each
 * is a stretch of one index, so that no movement is asked on which local day it was.
 */
async function pointsMoved(statements: Statements, shopId: number, spans: readonly Span[]) {
  const rows = await readRows(
    statements,
    movedRow,
    `SELECT span."from", m.issued, m.redeemed
     FROM unnest($2::timestamptz[], $3::timestamptz[]) WITH ORDINALITY AS span("from", "to", number)
     CROSS JOIN LATERAL (
       SELECT coalesce(sum(CASE WHEN f.from_account = 'issued' THEN f.points
                                WHEN f.to_account = 'issued' THEN -f.points ELSE 0 END), 0)::int8 AS issued,
              coalesce(sum(CASE WHEN f.to_account = 'redeemed' THEN f.points
                                WHEN f.from_account = 'redeemed' THEN -f.points ELSE 0 END), 0)::int8 AS redeemed
       FROM transfer f
       WHERE f.shop_id = $1 AND f.at >= span."from" AND f.at < span."to"
         AND (f.from_account IN ('issued', 'redeemed') OR f.to_account IN ('issued', 'redeemed'))
     ) m
     ORDER BY span.number`,
    [shopId, spans.map(({ from }) => timestamp(from)), spans.map(({ to }) => timestamp(to))],
  );
  assert(rows.length === spans.length, "every span is answered");
  return rows;
}

function sum(figures: readonly number[]): number {
  return figures.reduce((all, figure) => all + figure, 0);
}
