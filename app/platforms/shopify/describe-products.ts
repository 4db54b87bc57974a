import type { PlatformAnswer, ProductDescription } from "../platform.ts";
import type { AdminClient, Asked } from "./admin-client.ts";
import { DESCRIBE_PRODUCTS, LIST_COLLECTIONS } from "./documents/reading.ts";
import { numericId } from "./orders/fields.ts";
import { gid } from "./gid.ts";

/** As many as fit into one request's cost with their collections. */
const PRODUCTS_AT_ONCE = 25;
/** A limit on everything: 40 pages are 10,000 collections. */
const PAGES = 40;
const LARGEST_ID = 2n ** 63n - 1n;

export async function describeProducts(
  client: AdminClient,
  shopKey: string,
  products: readonly string[],
): Promise<PlatformAnswer<ProductDescription[]>> {
  const numbers = products.filter(isProductNumber);
  const found: ProductDescription[] = [];
  for (let start = 0; start < numbers.length; start += PRODUCTS_AT_ONCE) {
    const ids = numbers.slice(start, start + PRODUCTS_AT_ONCE).map((id) => gid("Product", id));
    const asked = await client.ask(shopKey, DESCRIBE_PRODUCTS, { ids });
    if (asked.kind !== "data") return asked;
    for (const node of asked.data.nodes) {
      if (node === null) continue;
      const collections = await allCollections(client, shopKey, node.id, node.collections);
      if (collections.kind !== "data") return collections;
      found.push({
        product: numericId(node.id),
        tags: node.tags,
        collections: collections.data,
        vendor: node.vendor,
        kind: node.productType,
      });
    }
  }
  return { kind: "data", data: found };
}

/** Visitors may name anything. Shopify refuses a whole request for one id that cannot be. */
function isProductNumber(id: string): boolean {
  return /^\d{1,19}$/u.test(id) && BigInt(id) <= LARGEST_ID;
}

interface CollectionPage {
  readonly nodes: readonly { readonly id: string; readonly handle: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Numbers and handles of all collections the product is in, from the first page on. */
async function allCollections(
  client: AdminClient,
  shopKey: string,
  id: string,
  first: CollectionPage,
): Promise<PlatformAnswer<string[]>> {
  const nodes = [...first.nodes];
  let { pageInfo } = first;
  for (let page = 0; page < PAGES && pageInfo.hasNextPage; page += 1) {
    const asked: Asked<{ product: { collections: CollectionPage } | null }> = await client.ask(
      shopKey,
      LIST_COLLECTIONS,
      { id, after: pageInfo.endCursor },
    );
    if (asked.kind !== "data") return asked;
    // Deleted while it was read: what was seen of it is what is known.
    if (asked.data.product === null) break;
    const { collections } = asked.data.product;
    nodes.push(...collections.nodes);
    ({ pageInfo } = collections);
  }
  return { kind: "data", data: nodes.flatMap((node) => [numericId(node.id), node.handle]) };
}
