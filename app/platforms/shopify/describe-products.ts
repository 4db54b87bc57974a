import type { PlatformAnswer, ProductDescription } from "../platform.ts";
import type { AdminClient } from "./admin-client.ts";
import { DESCRIBE_PRODUCTS } from "./documents/reading.ts";
import { numericId } from "./fields.ts";
import { gid } from "./gid.ts";

/** As many as fit into one request's cost with their collections. */
const PRODUCTS_AT_ONCE = 25;

export async function describeProducts(
  client: AdminClient,
  shopKey: string,
  products: readonly string[],
): Promise<PlatformAnswer<ProductDescription[]>> {
  const found: ProductDescription[] = [];
  for (let start = 0; start < products.length; start += PRODUCTS_AT_ONCE) {
    const ids = products.slice(start, start + PRODUCTS_AT_ONCE).map((id) => gid("Product", id));
    const asked = await client.ask(shopKey, DESCRIBE_PRODUCTS, { ids });
    if (asked.kind !== "data") return asked;
    for (const node of asked.data.nodes) {
      if (node === null) continue;
      found.push({
        product: numericId(node.id),
        tags: node.tags,
        collections: node.collections.nodes.map(({ id }) => numericId(id)),
        vendor: node.vendor,
        kind: node.productType,
      });
    }
  }
  return { kind: "data", data: found };
}
