import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { readRows } from "../read-rows.ts";

const sumRow = z.object({ value: z.int() });

/** In how many places of a large shop's members some are taken. */
const PLACES = 50;

const METRICS = { spend: "spend_minor", points: "points", orders: "orders" } as const;

export interface SumsWish {
  readonly metric: keyof typeof METRICS;
  /** Entries dated later count; null: all there ever were. */
  readonly after: Instant | null;
  readonly atMost: number;
}

/**
 * What members have towards their level, one figure a member, of at most so many: where there are more, some
 * from each of many places in the order of their numbers, so that old and new ones are among them.
 */
export async function qualifyingSums(
  statements: Statements,
  shopId: number,
  { metric, after, atMost }: SumsWish,
): Promise<number[]> {
  const rows = await readRows(
    statements,
    sumRow,
    `WITH span AS (
       SELECT min(member_id) AS first, max(member_id) AS last FROM member WHERE shop_id = $1
     ), few AS (
       SELECT member_id FROM member WHERE shop_id = $1 AND status IN ('active', 'shadow')
       ORDER BY member_id LIMIT $2::int + 1
     ), spread AS (
       SELECT DISTINCT m.member_id FROM span, generate_series(0, ${String(PLACES - 1)}) AS place
       CROSS JOIN LATERAL (
         SELECT member_id FROM member WHERE shop_id = $1 AND status IN ('active', 'shadow')
           AND member_id >= span.first + (span.last - span.first) * place / ${String(PLACES)}
         ORDER BY member_id LIMIT $2::int / ${String(PLACES)}) AS m
       WHERE (SELECT count(*) FROM few) > $2::int
     ), chosen AS (
       SELECT member_id FROM few WHERE (SELECT count(*) FROM few) <= $2::int UNION SELECT member_id FROM spread
     )
     SELECT coalesce(sum(q.${METRICS[metric]}), 0)::bigint AS value FROM chosen
     LEFT JOIN qualifying_entry q ON q.shop_id = $1 AND q.member_id = chosen.member_id
       AND ($3::timestamptz IS NULL OR q.at > $3::timestamptz)
     GROUP BY chosen.member_id`,
    [shopId, atMost, timestamp(after)],
  );
  return rows.map(({ value }) => value);
}
