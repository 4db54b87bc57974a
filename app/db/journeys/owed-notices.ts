import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const shopRow = tables.shop.pick({ shop_id: true });

/** Shops whose live program is another one than the one whose notices are on. */
export async function shopsToGiveNotice(statements: Statements): Promise<readonly number[]> {
  const rows = await readRows(
    statements,
    shopRow,
    `SELECT shop_id FROM shop WHERE status = 'installed' AND live_version IS NOT NULL
       AND notices_version IS DISTINCT FROM live_version ORDER BY shop_id`,
    [],
  );
  return rows.map(({ shop_id }) => shop_id);
}

export async function markNoticesOn(tx: Statements, shopId: number, version: number): Promise<void> {
  await tx.query("UPDATE shop SET notices_version = $2 WHERE shop_id = $1", [shopId, version]);
}
