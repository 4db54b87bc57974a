import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";

/** False: what bears this mark has opened the app before. */
export async function noteOpening(
  statements: Statements,
  shopId: number,
  mark: string,
  now: Instant,
): Promise<boolean> {
  const written = await statements.query(
    `INSERT INTO admin_opening (shop_id, mark, opened_at) VALUES ($1, $2, $3::timestamptz)
     ON CONFLICT (shop_id, mark) DO NOTHING RETURNING 1`,
    [shopId, mark, timestamp(now)],
  );
  return written.length > 0;
}
