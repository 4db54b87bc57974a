import { z } from "zod";
import type { Statements } from "#app/db/database.ts";
import { tables } from "#app/db/generated/tables.ts";
import { VIEWS_OF_A_SHOP, type MemberView } from "#app/db/members/member-views.ts";
import { readRows } from "#app/db/read-rows.ts";

const { name, query } = tables.member_view.shape;
const viewRow = z.object({ viewId: z.string(), name, query });

/** A shop's views of its list, in the order in which they were kept. */
export function memberViews(statements: Statements, shopId: number): Promise<MemberView[]> {
  return readRows(
    statements,
    viewRow,
    `SELECT view_id::text AS "viewId", name, query FROM member_view WHERE shop_id = $1 ORDER BY view_id
     LIMIT ${String(VIEWS_OF_A_SHOP)}`,
    [shopId],
  );
}
