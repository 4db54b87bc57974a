import type { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import type { ShopFigures } from "#app/domain/customers/report/shop-figures.ts";
import { timestamp } from "../column-values.ts";
import type { Database, Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";
import { storedFigures } from "./stored-figures.ts";

const shopRow = tables.shop.pick({ shop_id: true });
const takenRow = tables.customer_scoring.pick({ scored_at: true });

/** Shops whose customers are to be scored: by the clock, by hand, or for the first time once anything was ordered. */
export async function shopsToScore(database: Database, now: Instant): Promise<number[]> {
  const rows = await readRows(
    database,
    shopRow,
    `SELECT s.shop_id FROM shop s LEFT JOIN customer_scoring c ON c.shop_id = s.shop_id
     WHERE s.status = 'installed' AND CASE WHEN c.shop_id IS NULL
       THEN EXISTS (SELECT 1 FROM shop_order o WHERE o.shop_id = s.shop_id)
       ELSE c.next_at <= $1::timestamptz END`,
    [timestamp(now)],
  );
  return rows.map(({ shop_id }) => shop_id);
}

/** What one worker takes up no other does before `until`. Null where there is nothing to take up; else when it was scored last. */
export async function takeScoring(
  statements: Statements,
  shopId: number,
  now: Instant,
  until: Instant,
): Promise<{ readonly scoredBefore: Instant | null } | null> {
  const [row] = await readRows(
    statements,
    takenRow,
    `INSERT INTO customer_scoring AS c (shop_id, next_at, started_at) VALUES ($1, $3::timestamptz, $2::timestamptz)
     ON CONFLICT (shop_id) DO UPDATE SET next_at = excluded.next_at, started_at = excluded.started_at,
       position = 0, total = 0 WHERE c.next_at <= $2::timestamptz
     RETURNING scored_at`,
    [shopId, timestamp(now), timestamp(until)],
  );
  return row === undefined ? null : { scoredBefore: row.scored_at };
}

export interface Progress {
  readonly position: number;
  readonly total: number;
  /** Nobody else takes it up before. */
  readonly until: Instant;
}

export async function noteProgress(
  statements: Statements,
  shopId: number,
  { position, total, until }: Progress,
): Promise<void> {
  await statements.query(
    `UPDATE customer_scoring SET position = $2, total = $3, next_at = greatest(next_at, $4::timestamptz)
     WHERE shop_id = $1`,
    [shopId, position, total, timestamp(until)],
  );
}

export async function finishScoring(
  tx: Statements,
  shopId: number,
  { at, nextAt, figures }: { readonly at: Instant; readonly nextAt: Instant; readonly figures: ShopFigures },
): Promise<void> {
  await tx.query(
    `UPDATE customer_scoring SET started_at = NULL, scored_at = $2::timestamptz, next_at = $3::timestamptz,
       figures = $4::json WHERE shop_id = $1`,
    [shopId, timestamp(at), timestamp(nextAt), JSON.stringify(figures)],
  );
  // They are as old as the figures before.
  await tx.query("DELETE FROM insight_answer WHERE shop_id = $1 AND answer IS NOT NULL", [shopId]);
}

/** Has a shop scored now; one that is being scored is not begun anew. */
export async function wishScoring(statements: Statements, shopId: number, now: Instant): Promise<void> {
  await statements.query(
    `INSERT INTO customer_scoring AS c (shop_id, next_at) VALUES ($1, $2::timestamptz)
     ON CONFLICT (shop_id) DO UPDATE SET next_at = excluded.next_at WHERE c.started_at IS NULL`,
    [shopId, timestamp(now)],
  );
}

const scoringRow = tables.customer_scoring
  .pick({ started_at: true, scored_at: true, position: true, total: true, next_at: true, figures: true })
  .extend({ figures: storedFigures.nullable() });

export type ScoringRow = z.output<typeof scoringRow>;

/** Null before the first. */
export async function readScoring(statements: Statements, shopId: number): Promise<ScoringRow | null> {
  const [row] = await readRows(
    statements,
    scoringRow,
    `SELECT started_at, scored_at, position, total, next_at, figures FROM customer_scoring WHERE shop_id = $1`,
    [shopId],
  );
  return row ?? null;
}
