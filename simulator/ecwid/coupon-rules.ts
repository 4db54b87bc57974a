import type { Discount } from "../shop/discount-records.ts";
import { decimalsOf } from "../shop/money.ts";
import { Refusal } from "../shop/refusal.ts";
import type { Coupon, CouponView, Store } from "./records.ts";
import { dateText } from "./wire.ts";

export function couponByCode(store: Store, code: string): Coupon | null {
  const wanted = code.trim().toLowerCase();
  return Object.values(store.coupons).find((one) => one.code.toLowerCase() === wanted) ?? null;
}

export function statusOf(coupon: Coupon, now: number): CouponView["status"] {
  if (coupon.paused) return "PAUSED";
  if (coupon.usesLimit === "SINGLE" && coupon.orderCount > 0) return "USEDUP";
  return coupon.expiresAt !== null && coupon.expiresAt <= now ? "EXPIRED" : "ACTIVE";
}

export function viewOf(coupon: Coupon, now: number): CouponView {
  const { catalogLimit } = coupon;
  return {
    id: Number(coupon.id),
    name: coupon.name,
    code: coupon.code,
    discountType: coupon.discountType,
    status: statusOf(coupon, now),
    discount: coupon.discount,
    launchDate: dateText(coupon.launchAt),
    ...(coupon.expiresAt === null ? {} : { expirationDate: dateText(coupon.expiresAt) }),
    ...(coupon.totalLimit === null ? {} : { totalLimit: coupon.totalLimit }),
    usesLimit: coupon.usesLimit,
    repeatCustomerOnly: coupon.applicationLimit === "REPEAT_CUSTOMER_ONLY",
    applicationLimit: coupon.applicationLimit,
    creationDate: dateText(coupon.createdAt),
    updateDate: dateText(coupon.updatedAt),
    orderCount: coupon.orderCount,
    ...(catalogLimit === null
      ? {}
      : {
          catalogLimit: {
            products: catalogLimit.products.map(Number),
            categories: catalogLimit.categories.map(Number),
          },
        }),
  };
}

/** The coupon as every fake's checkout prices it. */
export function discountOf(coupon: Coupon, currency: string): Discount {
  const { catalogLimit } = coupon;
  const minor = (amount: number): number => Math.round(amount * 10 ** decimalsOf(currency));
  return {
    id: coupon.id,
    automatic: false,
    kind: coupon.discountType === "SHIPPING" ? "free_shipping" : "basic",
    title: coupon.name,
    createdAt: coupon.createdAt,
    updatedAt: coupon.updatedAt,
    startsAt: coupon.launchAt,
    endsAt: coupon.expiresAt,
    deactivated: coupon.paused,
    usageLimit: coupon.usesLimit === "SINGLE" ? 1 : null,
    oncePerCustomer: coupon.usesLimit === "ONCEPERCUSTOMER",
    combinesWith: { orderDiscounts: false, productDiscounts: false, shippingDiscounts: false },
    customerIds: null,
    segmentIds: null,
    minSubtotalMinor: coupon.totalLimit === null ? null : minor(coupon.totalLimit),
    minQuantity: null,
    gets: {
      items:
        catalogLimit === null
          ? { all: true, productIds: [], variantIds: [], collectionIds: [] }
          : {
              all: false,
              productIds: catalogLimit.products,
              variantIds: [],
              collectionIds: catalogLimit.categories,
            },
      value: valueOf(coupon, minor),
    },
    buys: null,
    codes: [{ id: coupon.id, code: coupon.code, used: coupon.orderCount }],
    usedBy: coupon.usedBy,
    tags: [],
    input: null,
  };
}

function valueOf(coupon: Coupon, minor: (amount: number) => number): Discount["gets"]["value"] {
  switch (coupon.discountType) {
    case "ABS":
      return { type: "amount", amountMinor: minor(coupon.discount), onEachItem: false };
    case "PERCENT":
      return { type: "percentage", fraction: coupon.discount / 100 };
    case "SHIPPING":
      return null;
    case "ABS_AND_SHIPPING":
    case "PERCENT_AND_SHIPPING":
      throw new Refusal("The fake's checkout does not know coupons of two kinds at once");
  }
}
