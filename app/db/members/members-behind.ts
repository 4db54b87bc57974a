import { z } from "zod";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const memberRow = tables.member.pick({ member_id: true });
const liveVersionRow = tables.shop.pick({ live_version: true });
const carryingOverRow = z.object({ members: z.int(), behind: z.int() });

/** Those of some members to whom a publication has not come yet, or for whom something was due before now. */
export async function membersBehind(
  statements: Statements,
  shopId: number,
  memberIds: readonly MemberId[],
  now: Instant,
): Promise<MemberId[]> {
  if (memberIds.length === 0) return [];
  const rows = await readRows(
    statements,
    memberRow,
    `SELECT m.member_id FROM member m JOIN shop s USING (shop_id)
     WHERE m.shop_id = $1 AND m.member_id = ANY($2::bigint[]) AND m.status <> 'erased'
       AND s.status = 'installed' AND (m.program_version < s.live_version OR m.next_due_at <= $3::timestamptz)
     ORDER BY m.member_id`,
    [shopId, memberIds, timestamp(now)],
  );
  return rows.map(({ member_id }) => String(member_id));
}

/** How far the live version has come with the members of a shop. */
export interface CarryingOver {
  readonly members: number;
  /** Members it has not come to yet. */
  readonly behind: number;
}

/** Null: it has come to everybody. Members are counted only while it has not, by what the shop says itself. */
export async function readCarryingOver(statements: Statements, shopId: number): Promise<CarryingOver | null> {
  const [carried] = await readRows(
    statements,
    liveVersionRow,
    "SELECT live_version FROM shop WHERE shop_id = $1 AND carried_version IS DISTINCT FROM live_version",
    [shopId],
  );
  if (carried === undefined) return null;
  const [row] = await readRows(
    statements,
    carryingOverRow,
    `SELECT count(*) AS members, count(*) FILTER (WHERE program_version < $2::int) AS behind
     FROM member WHERE shop_id = $1 AND status <> 'erased'`,
    [shopId, carried.live_version],
  );
  return row === undefined || row.behind === 0 ? null : row;
}
