import { z } from "zod";
import type { Instant } from "#app/domain/calendar.ts";
import type { ProductFacts } from "#app/domain/earning/orders/product-facts.ts";
import { timestamp } from "../column-values.ts";
import type { Statements } from "../database.ts";
import { tables } from "../generated/tables.ts";
import { readRows } from "../read-rows.ts";

const productRow = tables.product_fact.omit({ shop_id: true });
const countRow = z.object({ count: z.int() });

export interface KnownProduct extends ProductFacts {
  readonly readAt: Instant;
}

/** What is known of these products, and when it was read. */
export async function readProductFacts(
  statements: Statements,
  shopId: number,
  productIds: readonly string[],
): Promise<Map<string, KnownProduct>> {
  if (productIds.length === 0) return new Map();
  const rows = await readRows(
    statements,
    productRow,
    `SELECT product_id, tags, collections, vendor, kind, refreshed_at FROM product_fact
     WHERE shop_id = $1 AND product_id = ANY($2::text[])`,
    [shopId, productIds],
  );
  return new Map(
    rows.map(({ product_id, tags, collections, vendor, kind, refreshed_at }) => [
      product_id,
      { tags, collections, vendor, kind, readAt: refreshed_at },
    ]),
  );
}

/** How many products of a shop are remembered; counted up to `limit`. */
export async function countProducts(statements: Statements, shopId: number, limit: number): Promise<number> {
  const rows = await readRows(
    statements,
    countRow,
    "SELECT count(*) AS count FROM (SELECT 1 FROM product_fact WHERE shop_id = $1 LIMIT $2) AS kept",
    [shopId, limit],
  );
  return rows.reduce((sum, { count }) => sum + count, 0);
}

/** Remembers what a shop said of its products. */
export async function writeProductFacts(
  tx: Statements,
  shopId: number,
  products: readonly (ProductFacts & { readonly product: string })[],
  readAt: Instant,
): Promise<void> {
  if (products.length === 0) return;
  const rows = products.map(({ product, tags, collections, vendor, kind }) => ({
    product_id: product,
    tags,
    collections,
    vendor,
    kind,
  }));
  await tx.query(
    `INSERT INTO product_fact (shop_id, product_id, tags, collections, vendor, kind, refreshed_at)
     SELECT $1, product_id, tags, collections, vendor, kind, $3::timestamptz
     FROM json_to_recordset($2::json) AS r(product_id text, tags text[], collections text[], vendor text, kind text)
     ON CONFLICT (shop_id, product_id) DO UPDATE SET tags = excluded.tags, collections = excluded.collections,
       vendor = excluded.vendor, kind = excluded.kind, refreshed_at = excluded.refreshed_at`,
    [shopId, JSON.stringify(rows), timestamp(readAt)],
  );
}

/**
 * The shop has no such products (any more). What was known of one stands, because it was that when it
 * was bought; of one never seen there is nothing to say.
 */
export async function writeMissingProducts(
  tx: Statements,
  shopId: number,
  productIds: readonly string[],
  readAt: Instant,
): Promise<void> {
  if (productIds.length === 0) return;
  await tx.query(
    `INSERT INTO product_fact (shop_id, product_id, refreshed_at)
     SELECT $1, product_id, $3::timestamptz FROM unnest($2::text[]) AS product_id
     ON CONFLICT (shop_id, product_id) DO UPDATE SET refreshed_at = excluded.refreshed_at`,
    [shopId, productIds, timestamp(readAt)],
  );
}
