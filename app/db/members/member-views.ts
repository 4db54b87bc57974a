import type { Instant } from "#app/domain/calendar.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";

/** Filters and order of the list that staff keep under a name. */
export interface MemberView {
  readonly viewId: string;
  readonly name: string;
  /** As it stands in the address of the list. */
  readonly query: string;
}

/** More would be no list to choose from any more. */
export const VIEWS_OF_A_SHOP = 30;

/** Answers false where the name is taken, and where there are as many as a shop may have. */
export async function writeMemberView(
  statements: Statements,
  shopId: number,
  view: Omit<MemberView, "viewId"> & { readonly actor: string; readonly now: Instant },
): Promise<boolean> {
  const written = await statements.query(
    `INSERT INTO member_view (shop_id, name, query, created_by, created_at)
     SELECT $1, $2, $3, $4, $5::timestamptz
     WHERE (SELECT count(*) FROM member_view WHERE shop_id = $1) < ${String(VIEWS_OF_A_SHOP)}
     ON CONFLICT (shop_id, name) DO NOTHING RETURNING 1`,
    [shopId, view.name, view.query, view.actor, timestamp(view.now)],
  );
  return written.length > 0;
}

/** Answers false where the name is taken by another. One that is gone stays gone. */
export async function renameMemberView(
  statements: Statements,
  shopId: number,
  { viewId, name: next }: Omit<MemberView, "query">,
): Promise<boolean> {
  const taken = await statements.query(
    "SELECT 1 FROM member_view WHERE shop_id = $1 AND name = $3 AND view_id <> $2::bigint",
    [shopId, viewId, next],
  );
  if (taken.length > 0) return false;
  await statements.query("UPDATE member_view SET name = $3 WHERE shop_id = $1 AND view_id = $2::bigint", [
    shopId,
    viewId,
    next,
  ]);
  return true;
}

export async function dropMemberView(statements: Statements, shopId: number, viewId: string): Promise<void> {
  await statements.query("DELETE FROM member_view WHERE shop_id = $1 AND view_id = $2::bigint", [
    shopId,
    viewId,
  ]);
}
