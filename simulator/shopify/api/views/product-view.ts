import { toDecimal } from "../../../shop/money.ts";
import type { Collection, Product, Variant } from "../../../shop/records.ts";
import { gid } from "../../world.ts";
import { time, type ApiContext, type Args, type View } from "../api-context.ts";
import { connection, sortedBy } from "../connection.ts";
import { search, type Searchable } from "../search.ts";
import { metafieldsOf } from "./metafield-view.ts";

const SEARCH: Searchable<Product> = {
  id: (one) => Number(one.id),
  title: (one) => one.title,
  handle: (one) => one.handle,
  tag: (one) => one.tags,
  vendor: (one) => one.vendor,
  product_type: (one) => one.productType,
  collection_id: (one) => one.collectionIds,
  updated_at: (one) => one.updatedAt,
  created_at: (one) => one.createdAt,
};

export function productsConnection(context: ApiContext, all: readonly Product[], args: Args): View {
  const found = search(all, args["query"], SEARCH);
  return connection(
    context,
    sortedBy(found, () => 0),
    args,
    (one) => productView(context, one),
  );
}

export function productView(context: ApiContext, one: Product): View {
  const id = gid("Product", one.id);
  const collections = one.collectionIds.flatMap(
    (collectionId) => context.shop.collections[collectionId] ?? [],
  );
  return {
    __typename: "Product",
    id,
    legacyResourceId: one.id,
    title: one.title,
    handle: one.handle,
    vendor: one.vendor,
    productType: one.productType,
    tags: one.tags,
    status: "ACTIVE",
    isGiftCard: one.giftCard,
    description: one.description,
    descriptionHtml: one.description,
    createdAt: time(one.createdAt),
    updatedAt: time(one.updatedAt),
    featuredImage: null,
    featuredMedia: null,
    onlineStoreUrl: `https://${context.shop.domain}/products/${one.handle}`,
    totalInventory: 100,
    hasOnlyDefaultVariant: one.variants.length === 1,
    inCollection: (args: Args) =>
      one.collectionIds.some((collectionId) => gid("Collection", collectionId) === args["id"]),
    collections: (args: Args) =>
      connection(context, collections, args, (collection) => collectionView(context, collection)),
    variants: (args: Args) =>
      connection(context, one.variants, args, (variant) => variantView(context, one, variant)),
    ...metafieldsOf(context, id),
  };
}

export function variantView(context: ApiContext, product: Product, one: Variant): View {
  const id = gid("ProductVariant", one.id);
  return {
    __typename: "ProductVariant",
    id,
    legacyResourceId: one.id,
    title: one.title,
    displayName: `${product.title} - ${one.title}`,
    sku: one.sku,
    price: toDecimal(one.priceMinor, context.shop.currency),
    compareAtPrice: null,
    availableForSale: true,
    inventoryQuantity: 100,
    product: () => productView(context, product),
    ...metafieldsOf(context, id),
  };
}

export function collectionView(context: ApiContext, one: Collection): View {
  const id = gid("Collection", one.id);
  const products = Object.values(context.shop.products).filter((product) =>
    product.collectionIds.includes(one.id),
  );
  return {
    __typename: "Collection",
    id,
    legacyResourceId: one.id,
    title: one.title,
    handle: one.handle,
    updatedAt: time(context.shop.createdAt),
    productsCount: { count: products.length, precision: "EXACT" },
    products: (args: Args) => productsConnection(context, products, args),
    ...metafieldsOf(context, id),
  };
}
