import { z } from "zod";
import { ENGAGEMENT_TABLES } from "#app/db/books/engagement-books.ts";
import { instant } from "#app/db/column-values.ts";
import type { Statements } from "#app/db/database.ts";
import { IS_LAST_MERGE } from "#app/db/members/member-merges.ts";
import { readRows } from "#app/db/read-rows.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { undoableUntil } from "#app/domain/members/unmerge/merge-undo.ts";

/** A member that became part of another. */
export interface ShownMerge {
  readonly endedId: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly customerId: string | null;
  /** Null where the shop itself merged them. */
  readonly mergedAt: Instant | null;
  /** The instant until which it can be undone; null where it cannot. */
  readonly undoableUntil: Instant | null;
  /** Why it cannot be undone; null where it can. */
  readonly obstacle: "merge_by_shop" | "merge_too_late" | "merge_not_last" | "merge_not_parted" | null;
}

const SHOWN = 10;

/** Something counts for the member in challenges or memberships. */
const IS_ENGAGED = ENGAGEMENT_TABLES.map(
  (table) => `EXISTS (SELECT 1 FROM ${table} WHERE shop_id = $1 AND member_id = $2::bigint)`,
).join(" OR ");

/** What of it came with the ended member, before the merge or by their orders since, cannot be parted again. */
const IS_ONE = `(${IS_ENGAGED}) AND (coalesce((w.undo ->> 'isEngaged')::boolean, true) OR EXISTS (
  SELECT 1 FROM json_array_elements_text(w.undo -> 'orderIds') AS theirs(order_id)
  JOIN (SELECT source FROM challenge_entry WHERE shop_id = $1 AND member_id = $2::bigint
    UNION ALL SELECT source FROM membership_entry WHERE shop_id = $1 AND member_id = $2::bigint) AS counted
  ON counted.source = 'order:' || theirs.order_id)
  OR EXISTS (SELECT 1 FROM referral_standing
    WHERE shop_id = $1 AND member_id = $2::bigint AND advocate_id IS NOT NULL))`;

const row = z.object({
  endedId: z.string(),
  firstName: z.string().nullable(),
  lastName: z.string().nullable(),
  email: z.string().nullable(),
  customerId: z.string().nullable(),
  mergedAt: instant.nullable(),
  isKept: z.boolean(),
  isLast: z.boolean(),
  isOne: z.boolean(),
});

/** Who became part of a member, latest first, and whether that can be undone. Mere names of a customer are nobody. */
export async function mergesOfMember(
  statements: Statements,
  shopId: number,
  memberId: string,
  now: Instant,
): Promise<ShownMerge[]> {
  const rows = await readRows(
    statements,
    row,
    `SELECT e.member_id::text AS "endedId", e.first_name AS "firstName", e.last_name AS "lastName",
       w.undo -> 'ended' ->> 'email' AS email, e.customer_id AS "customerId", w.merged_at AS "mergedAt",
       w.undo IS NOT NULL AS "isKept", coalesce(${IS_LAST_MERGE}, false) AS "isLast",
       (${IS_ONE}) AS "isOne"
     FROM member e LEFT JOIN member_merge w ON w.shop_id = e.shop_id AND w.ended_id = e.member_id
     WHERE e.shop_id = $1 AND e.merged_into = $2::bigint AND (e.sequence > 0 OR w.merged_at IS NOT NULL)
     ORDER BY w.merged_at DESC NULLS LAST, e.member_id DESC LIMIT ${String(SHOWN)}`,
    [shopId, memberId],
  );
  return rows.map(({ isKept, isLast, isOne, ...merge }) => {
    const obstacle = obstacleTo({ mergedAt: merge.mergedAt, isKept, isLast, isOne }, now);
    const until = obstacle === null && merge.mergedAt !== null ? undoableUntil(merge.mergedAt) : null;
    return { ...merge, undoableUntil: until, obstacle };
  });
}

function obstacleTo(
  { mergedAt, isKept, isLast, isOne }: Pick<z.output<typeof row>, "mergedAt" | "isKept" | "isLast" | "isOne">,
  now: Instant,
): ShownMerge["obstacle"] {
  if (mergedAt === null) return "merge_by_shop";
  if (!isKept || now >= undoableUntil(mergedAt)) return "merge_too_late";
  if (!isLast) return "merge_not_last";
  return isOne ? "merge_not_parted" : null;
}
