import type { MemberId } from "#app/domain/books/ids.ts";
import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";
import { membersByShop } from "./members-by-shop.ts";

const dueRow = tables.member.pick({ shop_id: true, member_id: true });

/** Members for whom something is due, the longest overdue first, by shop. */
export async function dueMembers(
  statements: Statements,
  now: Instant,
  limit: number,
): Promise<Map<number, MemberId[]>> {
  const rows = await readRows(
    statements,
    dueRow,
    `SELECT shop_id, member_id FROM member WHERE next_due_at <= $1::timestamptz ORDER BY next_due_at LIMIT $2`,
    [timestamp(now), limit],
  );
  return membersByShop(rows);
}
