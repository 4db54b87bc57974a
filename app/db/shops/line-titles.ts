import { z } from "zod";

/**
 * What the lines of an order are called, as one JSON value by their ids; null where the order is not kept.
 * Read from the order, so that nothing more is kept for it: what forgets the order forgets them.
 * `shop` and `order` are SQL.
 */
export function lineTitlesAsColumn(shop: string, order: string): string {
  return `(SELECT json_object_agg(line ->> 'id', line ->> 'title') FROM shop_order titled,
    json_array_elements(titled.state -> 'lines') AS line
    WHERE titled.shop_id = ${shop} AND titled.order_id = ${order} AND line ->> 'title' IS NOT NULL)`;
}

/** Parses that value. */
export const lineTitlesColumn = z.record(z.string(), z.string()).nullable();

export function lineTitlesOf(column: z.output<typeof lineTitlesColumn>): ReadonlyMap<string, string> {
  return new Map(Object.entries(column ?? {}));
}
