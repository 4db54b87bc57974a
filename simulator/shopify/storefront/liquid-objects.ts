import { fullNamespace } from "../api/views/metafield-view.ts";
import { totalsOf } from "../../shop/order-totals.ts";
import type { Metafield, Product, Shop, Variant } from "../../shop/records.ts";
import { gid, type World } from "../world.ts";
import type { Cart } from "./cart.ts";
import { hundredthsOf } from "./money-text.ts";
import { customerOfVisit, type Visit } from "./visit.ts";

type Liquid = Record<string, unknown>;

/** Ids are numbers in Liquid while JavaScript can hold them. */
function liquidId(id: string): number | string {
  return Number.isSafeInteger(Number(id)) ? Number(id) : id;
}

function valueOf(one: Metafield): unknown {
  switch (one.type) {
    case "json":
    case "money":
    case "boolean":
      return JSON.parse(one.value);
    case "number_integer":
    case "number_decimal":
      return Number(one.value);
    default:
      return one.type.startsWith("list.") ? JSON.parse(one.value) : one.value;
  }
}

/** namespace → key → { value, type }; the app's own namespaces also under their short names. */
function metafieldsOf(world: World, shop: Shop, ownerId: string): Liquid {
  const own = fullNamespace(world, "$app");
  const byNamespace: Record<string, Liquid> = {};
  for (const one of Object.values(shop.metafields)) {
    if (one.ownerId !== ownerId) continue;
    const entry = { value: valueOf(one), type: one.type, list: one.type.startsWith("list.") };
    const names = [one.namespace];
    if (one.namespace === own) names.push("$app");
    if (one.namespace.startsWith(`${own}--`)) names.push(`$app:${one.namespace.slice(own.length + 2)}`);
    for (const name of names) byNamespace[name] = { ...byNamespace[name], [one.key]: entry };
  }
  return byNamespace;
}

export function appObject(world: World, shop: Shop): Liquid {
  return { metafields: metafieldsOf(world, shop, gid("AppInstallation", shop.installationId)) };
}

export function shopObject(shop: Shop): Liquid {
  return {
    id: liquidId(shop.id),
    name: shop.name,
    currency: shop.currency,
    domain: shop.domain,
    permanent_domain: shop.domain,
    url: "",
    locale: shop.locale,
    money_format: "{{amount}}",
    taxes_included: shop.taxesIncluded,
    customer_accounts_enabled: true,
    enabled_currencies: [{ iso_code: shop.currency }],
  };
}

export function customerObject(world: World, shop: Shop, visit: Visit): Liquid | null {
  const customer = customerOfVisit(shop, visit);
  if (customer === null) return null;
  const orders = Object.values(shop.orders).filter((order) => order.customerId === customer.id);
  const spent = orders.reduce((sum, order) => sum + totalsOf(order).currentTotal, 0);
  const account = Object.values(shop.storeCredit).find((one) => one.customerId === customer.id);
  return {
    id: liquidId(customer.id),
    email: customer.email,
    first_name: customer.firstName,
    last_name: customer.lastName,
    name: [customer.firstName, customer.lastName].filter(Boolean).join(" "),
    tags: customer.tags,
    has_account: true,
    orders_count: orders.length,
    total_spent: hundredthsOf(spent, shop.currency),
    store_credit_account:
      account === undefined
        ? null
        : { balance: { amount: hundredthsOf(account.balanceMinor, account.currency) } },
    metafields: metafieldsOf(world, shop, gid("Customer", customer.id)),
  };
}

function variantObject(shop: Shop, product: Product, one: Variant): Liquid {
  return {
    id: liquidId(one.id),
    title: one.title,
    price: hundredthsOf(one.priceMinor, shop.currency),
    compare_at_price: null,
    available: true,
    sku: one.sku,
    url: `/products/${product.handle}?variant=${one.id}`,
  };
}

export function productObject(world: World, shop: Shop, product: Product): Liquid {
  const variants = product.variants.map((one) => variantObject(shop, product, one));
  const prices = product.variants.map((one) => hundredthsOf(one.priceMinor, shop.currency));
  return {
    id: liquidId(product.id),
    title: product.title,
    handle: product.handle,
    url: `/products/${product.handle}`,
    description: product.description,
    vendor: product.vendor,
    type: product.productType,
    tags: product.tags,
    available: true,
    "gift_card?": product.giftCard,
    price: Math.min(...prices),
    price_min: Math.min(...prices),
    price_max: Math.max(...prices),
    variants,
    selected_variant: null,
    first_available_variant: variants[0],
    selected_or_first_available_variant: variants[0],
    collections: product.collectionIds.map((id) => ({
      id: liquidId(id),
      title: shop.collections[id]?.title,
    })),
    metafields: metafieldsOf(world, shop, gid("Product", product.id)),
  };
}

export function cartObject(world: World, shop: Shop, cart: Cart): Liquid {
  const { currency } = shop;
  return {
    item_count: cart.itemCount,
    items: cart.lines.map((line) => ({
      id: liquidId(line.variant.id),
      key: line.variant.id,
      variant_id: liquidId(line.variant.id),
      product_id: liquidId(line.product.id),
      product: productObject(world, shop, line.product),
      title: line.product.title,
      quantity: line.quantity,
      gift_card: line.product.giftCard,
      price: hundredthsOf(line.variant.priceMinor, currency),
      original_line_price: hundredthsOf(line.variant.priceMinor * line.quantity, currency),
      final_line_price: hundredthsOf(line.netMinor, currency),
      final_price: Math.round(hundredthsOf(line.netMinor, currency) / line.quantity),
      vendor: line.product.vendor,
    })),
    total_price: hundredthsOf(cart.subtotalMinor, currency),
    items_subtotal_price: hundredthsOf(cart.subtotalMinor, currency),
    original_total_price: hundredthsOf(cart.subtotalMinor + cart.discountMinor, currency),
    total_discount: hundredthsOf(cart.discountMinor, currency),
    currency: { iso_code: currency },
    empty: cart.lines.length === 0,
  };
}

export const ROUTES: Liquid = {
  root_url: "/",
  account_url: "/account",
  account_login_url: "/account/login",
  account_logout_url: "/account/logout",
  account_register_url: "/account/register",
  storefront_login_url: "/account/login",
  cart_url: "/cart",
  cart_add_url: "/cart/add",
  cart_change_url: "/cart/change",
  collections_url: "/collections",
  all_products_collection_url: "/collections/all",
  search_url: "/search",
};
