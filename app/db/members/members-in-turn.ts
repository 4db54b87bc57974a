import { z } from "zod";
import type { MemberId } from "#app/domain/books/ids.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const memberRow = tables.member.pick({ member_id: true });
const countRow = z.object({ members: z.int() });

/** Who takes part: people, known or only by their address, who have neither left nor gone. */
export const TAKES_PART = "status IN ('active', 'shadow')";

/** Members of a shop in the order of their numbers, after this one. */
export async function membersAfter(
  statements: Statements,
  shopId: number,
  after: MemberId,
  limit: number,
): Promise<MemberId[]> {
  const rows = await readRows(
    statements,
    memberRow,
    `SELECT member_id FROM member WHERE shop_id = $1 AND member_id > $2::bigint AND ${TAKES_PART}
     ORDER BY member_id LIMIT $3`,
    [shopId, after, limit],
  );
  return rows.map(({ member_id }) => String(member_id));
}

export async function countMembers(statements: Statements, shopId: number): Promise<number> {
  const [row] = await readRows(
    statements,
    countRow,
    `SELECT count(*) AS members FROM member WHERE shop_id = $1 AND ${TAKES_PART}`,
    [shopId],
  );
  return row === undefined ? 0 : row.members;
}
