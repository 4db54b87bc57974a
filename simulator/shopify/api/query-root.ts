import { z } from "zod";
import type { Discount } from "../../shop/discount-records.ts";
import { findByCode } from "../../shop/discount-rules.ts";
import type { Shop } from "../../shop/records.ts";
import { gid, idOf } from "../world.ts";
import { text, type ApiContext, type Args, type View } from "./api-context.ts";
import {
  bulkOperationsConnection,
  bulkOperationView,
  bulkQueryMutations,
  knownBulkOperations,
} from "./bulk-operations.ts";
import { sortedBy } from "./connection.ts";
import { automaticDiscountMutations } from "./mutations/automatic-discount-mutations.ts";
import { creditMutations } from "./mutations/credit-mutations.ts";
import { bulkCreationView, discountMutations } from "./mutations/discount-mutations.ts";
import { metafieldMutations, mutationsOnTags } from "./mutations/metafield-mutations.ts";
import { otherMutations } from "./mutations/other-mutations.ts";
import { segmentMutations } from "./mutations/segment-mutations.ts";
import { customersConnection, customerView } from "./views/customer-view.ts";
import {
  allDiscountsConnection,
  automaticDiscountNodeView,
  codeDiscountNodeView,
  codeDiscountsConnection,
  discountNodeView,
} from "./views/discount-view.ts";
import { orderView, searchOrders, visibleOrders } from "./views/order-view.ts";
import { collectionView, productsConnection, productView, variantView } from "./views/product-view.ts";
import { segmentsConnection, segmentView } from "./views/segment-view.ts";
import { refundView } from "./views/refund-view.ts";
import { appInstallationView, shopView, subscriptionsConnection } from "./views/shop-view.ts";
import { giftCardView, storeCreditAccountView } from "./views/store-credit-view.ts";

type Root = Readonly<Record<string, (args: Args) => unknown>>;

function byId(context: ApiContext, args: Args, ...types: readonly string[]): View | null {
  const id = text(args, "id") ?? "";
  return types.some((type) => idOf(type, id) !== null) ? nodeView(context, id) : null;
}

const collectionIdentifier = z.object({ handle: z.string().nullish(), id: z.string().nullish() });

function collectionByIdentifier(context: ApiContext, args: Args): View | null {
  const { handle, id } = collectionIdentifier.parse(args["identifier"]);
  const found = Object.values(context.shop.collections).find(
    (one) => one.handle === handle || gid("Collection", one.id) === id,
  );
  return found === undefined ? null : collectionView(context, found);
}

export function queryRoot(context: ApiContext): Root {
  const { shop } = context;
  return {
    shop: () => shopView(context),
    currentAppInstallation: () => appInstallationView(context),
    appInstallation: () => appInstallationView(context),
    node: (args) => nodeView(context, text(args, "id") ?? ""),
    nodes: (args) =>
      Array.isArray(args["ids"]) ? args["ids"].map((id) => nodeView(context, String(id))) : [],
    customer: (args) => byId(context, args, "Customer"),
    customers: (args) => customersConnection(context, args),
    customersCount: () => ({ count: Object.keys(shop.customers).length, precision: "EXACT" }),
    order: (args) => byId(context, args, "Order"),
    orders: (args) => searchOrders(context, visibleOrders(context), args),
    refund: (args) => byId(context, args, "Refund"),
    ordersCount: () => ({ count: visibleOrders(context).length, precision: "EXACT" }),
    product: (args) => byId(context, args, "Product"),
    products: (args) => productsConnection(context, Object.values(shop.products), args),
    productVariant: (args) => byId(context, args, "ProductVariant"),
    collection: (args) => byId(context, args, "Collection"),
    collectionByIdentifier: (args) => collectionByIdentifier(context, args),
    codeDiscountNode: (args) => byId(context, args, "DiscountCodeNode"),
    codeDiscountNodeByCode: (args) => {
      const found = findByCode(shop, text(args, "code") ?? "");
      return found === null ? null : codeDiscountNodeView(context, found);
    },
    codeDiscountNodes: (args) => codeDiscountsConnection(context, args),
    discountNodes: (args) => allDiscountsConnection(context, args),
    segment: (args) => byId(context, args, "Segment"),
    segments: (args) => segmentsConnection(context, args),
    discountRedeemCodeBulkCreation: (args) =>
      bulkCreationView(context, idOf("DiscountRedeemCodeBulkCreation", text(args, "id") ?? "") ?? ""),
    bulkOperation: (args) => byId(context, args, "BulkOperation"),
    bulkOperations: (args) => bulkOperationsConnection(context, args),
    currentBulkOperation: () => {
      const newest = sortedBy(Object.values(shop.bulkOperations), (one) => one.createdAt).at(-1);
      return newest === undefined ? null : bulkOperationView(context, newest);
    },
    webhookSubscriptions: (args) => subscriptionsConnection(context, args),
    giftCard: (args) => byId(context, args, "GiftCard"),
    storeCreditAccount: (args) => byId(context, args, "StoreCreditAccount"),
  };
}

export function mutationRoot(context: ApiContext): Root {
  return {
    ...discountMutations(context),
    ...automaticDiscountMutations(context),
    ...segmentMutations(context),
    ...metafieldMutations(context),
    ...mutationsOnTags(context),
    ...creditMutations(context),
    ...bulkQueryMutations(context),
    ...otherMutations(context),
  };
}

function kindOfDiscounts({ discounts }: Shop, automatic: boolean): Readonly<Record<string, Discount>> {
  return Object.fromEntries(Object.entries(discounts).filter(([, one]) => one.automatic === automatic));
}

/** Any object by its gid; null when this shop has none such. */
function nodeView(context: ApiContext, id: string): View | null {
  const { shop } = context;
  const number = /\/(\d+)$/.exec(id)?.[1] ?? "";
  const order = visibleOrders(context).find((one) => gid("Order", one.id) === id);
  if (order !== undefined) return orderView(context, order);
  for (const one of visibleOrders(context)) {
    const refund = one.refunds.find((back) => gid("Refund", back.id) === id);
    if (refund !== undefined) return refundView(context, one, refund);
  }
  const found = <T>(type: string, of: Readonly<Record<string, T>>, view: (one: T) => View): View | null => {
    const one = gid(type, number) === id ? of[number] : undefined;
    return one === undefined ? null : view(one);
  };
  const product = Object.values(shop.products).find((one) =>
    one.variants.some((v) => gid("ProductVariant", v.id) === id),
  );
  const variant = product?.variants.find((one) => one.id === number);
  if (product !== undefined && variant !== undefined) return variantView(context, product, variant);
  return (
    found("Customer", shop.customers, (one) => customerView(context, one)) ??
    found("Product", shop.products, (one) => productView(context, one)) ??
    found("Collection", shop.collections, (one) => collectionView(context, one)) ??
    found("DiscountCodeNode", kindOfDiscounts(shop, false), (one) => codeDiscountNodeView(context, one)) ??
    found("DiscountAutomaticNode", kindOfDiscounts(shop, true), (one) =>
      automaticDiscountNodeView(context, one),
    ) ??
    found("Segment", shop.segments, segmentView) ??
    found("DiscountNode", shop.discounts, (one) => discountNodeView(context, one)) ??
    found("GiftCard", shop.giftCards, (one) => giftCardView(context, one)) ??
    found("StoreCreditAccount", shop.storeCredit, (one) => storeCreditAccountView(context, one)) ??
    found("BulkOperation", knownBulkOperations(context), (one) => bulkOperationView(context, one)) ??
    found(
      "DiscountRedeemCodeBulkCreation",
      shop.codeImports,
      (one) => bulkCreationView(context, one.id) ?? {},
    )
  );
}
