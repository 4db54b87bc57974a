import { z } from "zod";
import { assert } from "#app/domain/assert.ts";
import type { Statements } from "../database.ts";
import { readRows } from "../read-rows.ts";

const spreadRow = z.object({ members: z.int(), starts: z.array(z.string()).nullable() });
const memberRow = z.object({ memberId: z.string() });

/** How many active members a shop has, and numbers spread evenly over theirs, behind each of which a part begins. */
export async function spreadOfMembers(
  statements: Statements,
  shopId: number,
  parts: number,
): Promise<{ readonly members: number; readonly starts: readonly string[] }> {
  const shares = Array.from({ length: parts }, (_, part) => part / parts);
  const [row] = await readRows(
    statements,
    spreadRow,
    `SELECT count(*) AS members,
       (percentile_disc($2::float8[]) WITHIN GROUP (ORDER BY member_id))::text[] AS starts
     FROM member WHERE shop_id = $1 AND status = 'active'`,
    [shopId, shares],
  );
  assert(row !== undefined, "a count is one row");
  return { members: row.members, starts: row.starts ?? [] };
}

/** Which of these are active members. */
export async function activeAmong(
  statements: Statements,
  shopId: number,
  memberIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await readRows(
    statements,
    memberRow,
    `SELECT member_id::text AS "memberId" FROM member
     WHERE shop_id = $1 AND status = 'active' AND member_id = ANY($2::bigint[])`,
    [shopId, memberIds],
  );
  return new Set(rows.map(({ memberId }) => memberId));
}
