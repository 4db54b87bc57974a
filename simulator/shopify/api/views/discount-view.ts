import { classOf, statusOf } from "../../../shop/discount-rules.ts";
import type { Discount, DiscountCode, DiscountGets, Entitled } from "../../../shop/discount-records.ts";
import { gid } from "../../world.ts";
import { time, type ApiContext, type Args, type View } from "../api-context.ts";
import { connection, sortedBy } from "../connection.ts";
import { search, type Searchable } from "../search.ts";
import { customerView } from "./customer-view.ts";
import { metafieldsOf } from "./metafield-view.ts";
import { moneyV2 } from "./money-view.ts";
import { segmentView } from "./segment-view.ts";
import { collectionView, productView, variantView } from "./product-view.ts";

const CODE_TYPE = {
  basic: "DiscountCodeBasic",
  free_shipping: "DiscountCodeFreeShipping",
  buy_x_get_y: "DiscountCodeBxgy",
} as const;
const AUTOMATIC_TYPE = {
  basic: "DiscountAutomaticBasic",
  free_shipping: "DiscountAutomaticFreeShipping",
  buy_x_get_y: "DiscountAutomaticBxgy",
} as const;

function searchable(now: number): Searchable<Discount> {
  return {
    title: (one) => one.title,
    tag: (one) => one.tags,
    method: (one) => (one.automatic ? "automatic" : "code"),
    code: (one) => one.codes.map((redeem) => redeem.code),
    status: (one) => statusOf(one, now),
    created_at: (one) => one.createdAt,
    updated_at: (one) => one.updatedAt,
    id: (one) => Number(one.id),
  };
}

export function codeDiscountsConnection(context: ApiContext, args: Args): View {
  const codes = Object.values(context.shop.discounts).filter(({ automatic }) => !automatic);
  return discountsConnection(context, codes, args, (one) => codeDiscountNodeView(context, one));
}

export function allDiscountsConnection(context: ApiContext, args: Args): View {
  const all = Object.values(context.shop.discounts);
  return discountsConnection(context, all, args, (one) => discountNodeView(context, one));
}

function discountsConnection(
  context: ApiContext,
  all: readonly Discount[],
  args: Args,
  view: (one: Discount) => View,
): View {
  const found = search(all, args["query"], searchable(context.world.now()));
  return connection(
    context,
    sortedBy(found, () => 0),
    args,
    view,
  );
}

export function codeDiscountNodeView(context: ApiContext, one: Discount): View {
  const id = gid("DiscountCodeNode", one.id);
  return {
    __typename: "DiscountCodeNode",
    id,
    codeDiscount: () => discountView(context, one),
    ...metafieldsOf(context, id),
  };
}

export function automaticDiscountNodeView(context: ApiContext, one: Discount): View {
  const id = gid("DiscountAutomaticNode", one.id);
  return {
    __typename: "DiscountAutomaticNode",
    id,
    automaticDiscount: () => discountView(context, one),
    ...metafieldsOf(context, id),
  };
}

export function discountNodeView(context: ApiContext, one: Discount): View {
  const id = gid("DiscountNode", one.id);
  return {
    __typename: "DiscountNode",
    id,
    discount: () => discountView(context, one),
    ...metafieldsOf(context, id),
  };
}

export function redeemCodeView(one: DiscountCode): View {
  return {
    id: gid("DiscountRedeemCode", one.id),
    code: one.code,
    asyncUsageCount: one.used,
    createdBy: null,
  };
}

function discountView(context: ApiContext, one: Discount): View {
  const { currency } = context.shop;
  const used = one.codes.reduce((sum, code) => sum + code.used, 0);
  const restricted = one.customerIds;
  const customers = (): View[] =>
    (restricted ?? []).flatMap((id) => {
      const customer = context.shop.customers[id];
      return customer === undefined ? [] : [customerView(context, customer)];
    });
  const minimum =
    one.minSubtotalMinor !== null
      ? {
          __typename: "DiscountMinimumSubtotal",
          greaterThanOrEqualToSubtotal: moneyV2(one.minSubtotalMinor, currency),
        }
      : one.minQuantity !== null
        ? { __typename: "DiscountMinimumQuantity", greaterThanOrEqualToQuantity: String(one.minQuantity) }
        : null;
  return {
    __typename: (one.automatic ? AUTOMATIC_TYPE : CODE_TYPE)[one.kind],
    title: one.title,
    status: statusOf(one, context.world.now()),
    createdAt: time(one.createdAt),
    updatedAt: time(one.updatedAt),
    startsAt: time(one.startsAt),
    endsAt: one.endsAt === null ? null : time(one.endsAt),
    usageLimit: one.usageLimit,
    appliesOncePerCustomer: one.oncePerCustomer,
    asyncUsageCount: used,
    codesCount: { count: one.codes.length, precision: "EXACT" },
    codes: (args: Args) => connection(context, searchCodes(one, args), args, redeemCodeView),
    combinesWith: { ...one.combinesWith, productDiscountsWithTagsOnSameCartLine: [] },
    context: contextView(context, one, customers),
    customerSelection:
      restricted === null
        ? { __typename: "DiscountCustomerAll", allCustomers: true }
        : { __typename: "DiscountCustomers", customers },
    minimumRequirement: minimum,
    discountClass: classOf(one),
    discountClasses: [classOf(one)],
    hasTimelineComment: false,
    shareableUrls: [],
    tags: one.tags,
    totalSales: null,
    summary: one.title,
    shortSummary: one.title,
    recurringCycleLimit: null,
    usesPerOrderLimit: null,
    appliesOnOneTimePurchase: true,
    appliesOnSubscription: false,
    maximumShippingPrice: null,
    destinationSelection: { __typename: "DiscountCountryAll", allCountries: true },
    customerGets: () => getsView(context, one.gets),
    customerBuys: () => buysView(context, one),
  };
}

function contextView(context: ApiContext, one: Discount, customers: () => View[]): View {
  if (one.segmentIds !== null) {
    const segments = one.segmentIds.flatMap((id) => context.shop.segments[id] ?? []);
    return { __typename: "DiscountCustomerSegments", segments: segments.map(segmentView) };
  }
  return one.customerIds === null
    ? { __typename: "DiscountBuyerSelectionAll", all: "ALL" }
    : { __typename: "DiscountCustomers", customers };
}

function searchCodes(one: Discount, args: Args): readonly DiscountCode[] {
  return search(one.codes, args["query"], { code: (code) => code.code, id: (code) => Number(code.id) });
}

function getsView(context: ApiContext, gets: DiscountGets): View {
  const value = gets.value;
  const percentage = (fraction: number): View => ({ __typename: "DiscountPercentage", percentage: fraction });
  return {
    appliesOnOneTimePurchase: true,
    appliesOnSubscription: false,
    items: itemsView(context, gets.items),
    value:
      value === null
        ? null
        : value.type === "percentage"
          ? percentage(value.fraction)
          : value.type === "amount"
            ? {
                __typename: "DiscountAmount",
                amount: moneyV2(value.amountMinor, context.shop.currency),
                appliesOnEachItem: value.onEachItem,
              }
            : {
                __typename: "DiscountOnQuantity",
                effect: percentage(value.fraction),
                quantity: { quantity: String(value.quantity) },
              },
  };
}

function buysView(context: ApiContext, one: Discount): View | null {
  if (one.buys === null) return null;
  const { quantity, amountMinor, items } = one.buys;
  return {
    isOneTimePurchase: true,
    isSubscription: false,
    items: itemsView(context, items),
    value:
      quantity === null
        ? {
            __typename: "DiscountPurchaseAmount",
            amount: moneyV2(amountMinor ?? 0, context.shop.currency).amount,
          }
        : { __typename: "DiscountQuantity", quantity: String(quantity) },
  };
}

function itemsView(context: ApiContext, items: Entitled): View {
  const { shop } = context;
  if (items.all) return { __typename: "AllDiscountItems", allItems: true };
  if (items.collectionIds.length > 0) {
    const collections = items.collectionIds.flatMap((id) => shop.collections[id] ?? []);
    return {
      __typename: "DiscountCollections",
      collections: (args: Args) =>
        connection(context, collections, args, (one) => collectionView(context, one)),
    };
  }
  const products = items.productIds.flatMap((id) => shop.products[id] ?? []);
  const variants = Object.values(shop.products).flatMap((product) =>
    product.variants
      .filter((one) => items.variantIds.includes(one.id))
      .map((one) => ({ id: one.id, product, one })),
  );
  return {
    __typename: "DiscountProducts",
    products: (args: Args) => connection(context, products, args, (one) => productView(context, one)),
    productVariants: (args: Args) =>
      connection(context, variants, args, ({ product, one }) => variantView(context, product, one)),
  };
}
