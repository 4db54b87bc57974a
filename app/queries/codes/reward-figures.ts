import { z } from "zod";
import type { ShapeOf } from "#app/db/column-values.ts";
import type { Statements } from "#app/db/database.ts";
import { readRows } from "#app/db/read-rows.ts";
import { CODE_CONDITIONS, type CodeCondition } from "#app/domain/books/codes.ts";
import { CONDITION } from "./code-condition.ts";

/** What one reward did so far. */
export interface RewardFigures {
  readonly rewardId: string;
  /** For points, and for nothing: by a tier, or by hand. */
  readonly claimed: number;
  readonly given: number;
  readonly open: number;
  readonly used: number;
  /** Expired, given back, withdrawn, refused, or used in what came back since. */
  readonly lapsed: number;
  readonly pointsSpent: number;
  /** What the used ones were worth; null where the reward is not worth a fixed sum. */
  readonly usedMinor: number | null;
}

const figuresRow = z.object({
  rewardId: z.string(),
  claimed: z.int(),
  given: z.int(),
  open: z.int(),
  used: z.int(),
  lapsed: z.int(),
  pointsSpent: z.int(),
  usedMinor: z.int().nullable(),
} satisfies ShapeOf<RewardFigures>);

/** Of a used code: some of what it cost stays spent. What came back with a return is no reward any more. */
const NOT_RETURNED = "(points = 0 OR returned_points < points)";
const IS_USED = `(state IN ('used', 'fulfilled') AND ${NOT_RETURNED})`;

/** What each reward that was ever claimed or given did. */
export function rewardFigures(statements: Statements, shopId: number): Promise<RewardFigures[]> {
  return readRows(
    statements,
    figuresRow,
    `SELECT reward_id AS "rewardId",
            count(*) FILTER (WHERE origin = 'redemption') AS claimed,
            count(*) FILTER (WHERE origin <> 'redemption') AS given,
            count(*) FILTER (WHERE state IN ('held', 'issued', 'requested')) AS open,
            count(*) FILTER (WHERE ${IS_USED}) AS used,
            count(*) FILTER (WHERE state NOT IN ('held', 'issued', 'requested') AND NOT ${IS_USED}) AS lapsed,
            coalesce(sum(points - returned_points) FILTER (WHERE state IN ('used', 'fulfilled')), 0)::int8 AS "pointsSpent",
            (sum(value_minor) FILTER (WHERE ${IS_USED}))::int8 AS "usedMinor"
     FROM reward_code WHERE shop_id = $1 GROUP BY reward_id ORDER BY reward_id`,
    [shopId],
  );
}

const conditionRow = z.object({ condition: z.enum(CODE_CONDITIONS), codes: z.int() });

/** How many codes of a shop are in each state. */
export async function codeCounts(
  statements: Statements,
  shopId: number,
): Promise<Readonly<Record<CodeCondition, number>>> {
  const rows = await readRows(
    statements,
    conditionRow,
    `SELECT ${CONDITION} AS condition, count(*) AS codes FROM reward_code c WHERE shop_id = $1 GROUP BY 1`,
    [shopId],
  );
  const counts: Record<CodeCondition, number> = {
    held: 0,
    issued: 0,
    used: 0,
    released: 0,
    revoked: 0,
    failed: 0,
    requested: 0,
    fulfilled: 0,
    declined: 0,
    expired: 0,
  };
  for (const { condition, codes } of rows) counts[condition] = codes;
  return counts;
}
