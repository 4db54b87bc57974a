import { z } from "zod";
import type { PlatformAnswer, ProductDescription } from "../platform.ts";
import { type RestClient, withoutMissing } from "./rest-client.ts";
import { id } from "./fields.ts";

const PRODUCTS_AT_ONCE = 100;
const PRODUCT_FIELDS = "total,count,items(id,categoryIds,attributes(type,value))";

const products = z.object({
  items: z.array(
    z.object({
      id,
      categoryIds: z.array(id).default([]),
      attributes: z.array(z.object({ type: z.string().nullish(), value: z.string().nullish() })).default([]),
    }),
  ),
});

/** A product's categories and its brand. Ecwid's products have neither tags nor a kind. */
export async function describeProducts(
  client: RestClient,
  shopKey: string,
  ids: readonly string[],
): Promise<PlatformAnswer<ProductDescription[]>> {
  // Visitors may name anything.
  const numbers = ids.filter((one) => /^\d{1,15}$/u.test(one));
  const found: ProductDescription[] = [];
  for (let start = 0; start < numbers.length; start += PRODUCTS_AT_ONCE) {
    const asked = withoutMissing(
      await client.ask(shopKey, {
        path: "products",
        query: {
          productId: numbers.slice(start, start + PRODUCTS_AT_ONCE).join(","),
          responseFields: PRODUCT_FIELDS,
        },
        answer: products,
      }),
    );
    if (asked.kind !== "data") return asked;
    for (const { id: product, categoryIds, attributes } of asked.data.items) {
      const brand = attributes.find(({ type }) => type === "BRAND")?.value;
      const vendor = brand ?? NO_BRAND;
      found.push({ product, tags: [], collections: categoryIds, vendor, kind: "" });
    }
  }
  return { kind: "data", data: found };
}

/** A product without a brand is of nobody's. */
const NO_BRAND = "";
