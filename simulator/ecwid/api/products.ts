import type { Product } from "../../shop/records.ts";
import type { Store } from "../records.ts";
import { amountOf, dateText } from "../wire.ts";
import type { Endpoint } from "./endpoint.ts";
import { ApiRefusal } from "./errors.ts";
import { Question } from "./question.ts";

export const productEndpoints: readonly Endpoint[] = [
  {
    name: "searchProducts",
    method: "GET",
    path: "products",
    scope: "read_catalog",
    answer: ({ ask, store }) => {
      const question = new Question(ask, ["productId", "keyword"]);
      const ids = question.list("productId");
      const keyword = question.text("keyword")?.toLowerCase() ?? null;
      const found = Object.values(store.products).filter(
        ({ id, title }) =>
          (ids === null || ids.includes(id)) && (keyword === null || title.toLowerCase().includes(keyword)),
      );
      return question.page(found.map((product) => productView(product, store)));
    },
  },
  {
    name: "readProduct",
    method: "GET",
    path: "products/:id",
    scope: "read_catalog",
    answer: ({ ask, store, id }) => {
      const product = store.products[id];
      if (product === undefined)
        throw new ApiRefusal(404, "PRODUCT_NOT_FOUND", `Product with id = ${id} not found`);
      return new Question(ask, []).trimmed(productView(product, store));
    },
  },
  {
    name: "searchCategories",
    method: "GET",
    path: "categories",
    scope: "read_catalog",
    answer: ({ ask, store }) =>
      new Question(ask, ["keyword"]).page(
        Object.values(store.collections).map(({ id, title }) => ({ id: Number(id), name: title })),
      ),
  },
];

function productView(product: Product, store: Store): Readonly<Record<string, unknown>> {
  const [variant] = product.variants;
  return {
    id: Number(product.id),
    sku: "",
    name: product.title,
    price: variant === undefined ? 0 : amountOf(variant.priceMinor, store.currency),
    enabled: true,
    inStock: true,
    categoryIds: product.collectionIds.map(Number),
    attributes: product.vendor === "" ? [] : [{ id: 1, name: "Brand", type: "BRAND", value: product.vendor }],
    created: dateText(product.createdAt),
    updated: dateText(product.updatedAt),
    isGiftCard: product.giftCard,
  };
}
