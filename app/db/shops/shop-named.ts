import { tables } from "../generated/tables.ts";
import type { Statements } from "../database.ts";
import { readRows } from "../read-rows.ts";

const shopRow = tables.shop.pick({ shop_id: true, timezone: true });

/** A shop as an operator names it: by its number or its address. */
export async function findShopNamed(
  statements: Statements,
  named: string,
): Promise<{ readonly shopId: number; readonly timezone: string | null } | null> {
  const [row] = await readRows(
    statements,
    shopRow,
    "SELECT shop_id, timezone FROM shop WHERE shop_key = $1 OR shop_id::text = $1",
    [named],
  );
  return row === undefined ? null : { shopId: row.shop_id, timezone: row.timezone };
}
