import type { ControlParsed } from "../control-commands.ts";
import { toMinor } from "../../shop/money.ts";
import type { Stage } from "./announce.ts";
import type { Collection, Product, Shop } from "../../shop/records.ts";
import { Refusal } from "../../shop/refusal.ts";
import type { World } from "../world.ts";

export function createShop(
  world: World,
  wish: ControlParsed<"createShop">,
): { domain: string; shopId: string } {
  if (world.state.shops[wish.domain] !== undefined)
    throw new Refusal(`There is a shop ${wish.domain} already`);
  const shop: Shop = {
    domain: wish.domain,
    id: world.newId(),
    name: wish.name,
    currency: wish.currency,
    timezone: wish.timezone,
    country: wish.country,
    taxesIncluded: wish.taxesIncluded,
    taxPercent: wish.taxPercent,
    locale: wish.locale,
    createdAt: world.now(),
    installed: wish.installed,
    scopes: wish.installed ? [...(wish.scopes ?? world.settings.config.scopes)] : [],
    installationId: world.newId(),
    nextOrderNumber: 1001,
    bucket: 2_000,
    restorePerSecond: 100,
    products: {},
    collections: {},
    customers: {},
    orders: {},
    discounts: {},
    codeImports: {},
    segments: {},
    metafields: {},
    definitions: {},
    storeCredit: {},
    giftCards: {},
    bulkOperations: {},
    subscriptions: {},
    flowTriggers: [],
  };
  world.state.shops[shop.domain] = shop;
  world.changed();
  return { domain: shop.domain, shopId: shop.id };
}

function handleOf(title: string): string {
  const plain = title
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .replaceAll("ß", "ss");
  return plain
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

function collectionNamed(world: World, shop: Shop, title: string): Collection {
  const found = Object.values(shop.collections).find((one) => one.title === title);
  if (found !== undefined) return found;
  const collection = { id: world.newId(), handle: handleOf(title), title };
  shop.collections[collection.id] = collection;
  return collection;
}

export function createProduct(
  world: World,
  wish: ControlParsed<"createProduct">,
): { productId: string; variantIds: readonly string[] } {
  const shop = world.shop(wish.shop);
  const handle = wish.handle ?? handleOf(wish.title);
  const variants = wish.variants ?? [{ title: "Default Title", price: wish.price }];
  const product: Product = {
    id: world.newId(),
    title: wish.title,
    handle,
    vendor: wish.vendor,
    productType: wish.productType,
    tags: wish.tags,
    collectionIds: wish.collections.map((title) => collectionNamed(world, shop, title).id),
    giftCard: wish.giftCard,
    description: wish.description,
    createdAt: world.now(),
    updatedAt: world.now(),
    variants: variants.map((one, index) => ({
      id: world.newId(),
      title: one.title,
      priceMinor: toMinor(one.price, shop.currency),
      sku: `${handle.toUpperCase()}-${index + 1}`,
    })),
  };
  shop.products[product.id] = product;
  world.changed();
  return { productId: product.id, variantIds: product.variants.map((one) => one.id) };
}

export function changeProduct({ world }: Pick<Stage, "world">, wish: ControlParsed<"changeProduct">): void {
  const shop = world.shop(wish.shop);
  const product = productOf(shop, wish.productId);
  const { productType = product.productType, tags = product.tags, collections } = wish;
  const collectionIds =
    collections === undefined
      ? product.collectionIds
      : collections.map((title) => collectionNamed(world, shop, title).id);
  shop.products[product.id] = { ...product, productType, tags, collectionIds, updatedAt: world.now() };
  world.changed();
}

export function deleteProduct({ world }: Pick<Stage, "world">, wish: ControlParsed<"deleteProduct">): void {
  const shop = world.shop(wish.shop);
  Reflect.deleteProperty(shop.products, productOf(shop, wish.productId).id);
  world.changed();
}

function productOf(shop: Shop, productId: string): Product {
  const product = shop.products[productId];
  if (product === undefined) throw new Refusal(`There is no product ${productId}`);
  return product;
}
