import type { Database } from "#app/db/client.ts";
import { rowsOf } from "#tests/support/rows-of.ts";

/** Every row of a shop's in every table, as text: what is in none of it is not kept. */
export async function keptOfShop(database: Database, shopId: number): Promise<ReadonlyMap<string, string>> {
  const tables = await rowsOf<{ table_name: string }>(
    database,
    `SELECT table_name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'shop_id' ORDER BY table_name`,
  );
  const kept = new Map<string, string>();
  for (const { table_name: table } of tables) {
    const rows = await rowsOf<{ row: string }>(
      database,
      `SELECT row_to_json(t)::text AS row FROM "${table}" t WHERE shop_id = $1`,
      [shopId],
    );
    kept.set(table, rows.map(({ row }) => row).join("\n"));
  }
  return kept;
}

/** Where one of these texts stands, by table. */
export async function whereKept(
  database: Database,
  shopId: number,
  texts: readonly string[],
): Promise<string[]> {
  const kept = await keptOfShop(database, shopId);
  return [...kept].flatMap(([table, rows]) =>
    texts
      .filter((text) => rows.toLowerCase().includes(text.toLowerCase()))
      .map((text) => `${table}: ${text}`),
  );
}
