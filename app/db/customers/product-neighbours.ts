import type { Neighbour, Neighbours } from "#app/domain/customers/recommendations/bought-together.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const ROWS_AT_ONCE = 5_000;
const MILLION = 1_000_000;

/** Puts what was found in the place of what stood; `names`: what orders call a product. */
export async function writeNeighbours(
  tx: Statements,
  shopId: number,
  neighbours: Neighbours,
  names: ReadonlyMap<string, string>,
): Promise<void> {
  await tx.query("DELETE FROM product_neighbour WHERE shop_id = $1", [shopId]);
  const rows = [...neighbours].flatMap(([product_id, beside]) =>
    beside.map(({ product, common, likeness }, place) => ({
      ...{ product_id, place, other_id: product, common },
      alike_millionths: Math.round(likeness * MILLION),
      other_name: names.get(product) ?? null,
    })),
  );
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    await tx.query(
      `INSERT INTO product_neighbour (shop_id, product_id, place, other_id, other_name, common, alike_millionths)
       SELECT $1, product_id, place, other_id, other_name, common, alike_millionths
       FROM json_to_recordset($2::json) AS r(product_id text, place int, other_id text, other_name text, common int,
         alike_millionths int)`,
      [shopId, JSON.stringify(rows.slice(from, from + ROWS_AT_ONCE))],
    );
  }
}

const row = tables.product_neighbour.omit({ shop_id: true });

export interface StoredNeighbours {
  /** By product, most alike first. */
  readonly neighbours: Neighbours;
  readonly names: ReadonlyMap<string, string>;
}

/** What is bought by those who bought one of these, and what orders call it. */
export async function readNeighbours(
  statements: Statements,
  shopId: number,
  products: readonly string[],
): Promise<StoredNeighbours> {
  const rows = await readRows(
    statements,
    row,
    `SELECT product_id, place, other_id, other_name, common, alike_millionths FROM product_neighbour
     WHERE shop_id = $1 AND product_id = ANY($2::text[]) ORDER BY product_id, place`,
    [shopId, products],
  );
  const neighbours = new Map<string, Neighbour[]>();
  const names = new Map<string, string>();
  for (const { product_id, other_id, other_name, common, alike_millionths } of rows) {
    const beside = neighbours.get(product_id) ?? [];
    neighbours.set(product_id, beside);
    beside.push({ product: other_id, common, likeness: alike_millionths / MILLION });
    if (other_name !== null) names.set(other_id, other_name);
  }
  return { neighbours, names };
}
