import type { Discount, Entitled } from "./discount-records.ts";
import type { Shop } from "./records.ts";
import { allocate } from "./money.ts";

/** A line as checkout sees it while it prices discounts. */
export interface PricedLine {
  readonly productId: string | null;
  readonly variantId: string | null;
  readonly quantity: number;
  readonly priceMinor: number;
  /** What is left of the line after earlier discounts. */
  readonly netMinor: number;
}

export function findByCode(shop: Pick<Shop, "discounts">, code: string): Discount | null {
  const wanted = code.trim().toLowerCase();
  const holds = (one: Discount): boolean => one.codes.some((redeem) => redeem.code.toLowerCase() === wanted);
  return Object.values(shop.discounts).find(holds) ?? null;
}

export function statusOf(discount: Discount, now: number): "ACTIVE" | "EXPIRED" | "SCHEDULED" {
  if (discount.deactivated || (discount.endsAt !== null && discount.endsAt <= now)) return "EXPIRED";
  return discount.startsAt > now ? "SCHEDULED" : "ACTIVE";
}

export type DiscountClass = "ORDER" | "PRODUCT" | "SHIPPING";

/** Which part of a cart a discount works on. */
export function classOf(one: Pick<Discount, "kind" | "gets">): DiscountClass {
  if (one.kind === "free_shipping") return "SHIPPING";
  return one.kind === "basic" && one.gets.items.all ? "ORDER" : "PRODUCT";
}

/** Two codes go together where each allows the other's class. */
export function goTogether(one: Discount, other: Discount): boolean {
  return allows(one, classOf(other)) && allows(other, classOf(one));
}

function allows({ combinesWith }: Discount, part: DiscountClass): boolean {
  switch (part) {
    case "ORDER":
      return combinesWith.orderDiscounts;
    case "PRODUCT":
      return combinesWith.productDiscounts;
    case "SHIPPING":
      return combinesWith.shippingDiscounts;
  }
}

export interface DiscountedOrder {
  readonly customerId: string | null;
  readonly lines: readonly PricedLine[];
}

/** Why checkout would not take this code now, in a shopper's words; null when it would. */
export function whyNotUsable(
  discount: Discount,
  code: string,
  order: DiscountedOrder,
  { shop, now }: { readonly shop: Pick<Shop, "products">; readonly now: number },
): string | null {
  if (statusOf(discount, now) !== "ACTIVE") return "This discount code is not active";
  const redeem = discount.codes.find((one) => one.code.toLowerCase() === code.trim().toLowerCase());
  if (redeem === undefined) return "Enter a valid discount code";
  if (discount.usageLimit !== null && redeem.used >= discount.usageLimit) {
    return "This discount code has reached its usage limit";
  }
  return whyNotEligible(discount, order, shop);
}

/** What is asked of every discount, with a code or without. */
export function whyNotEligible(
  discount: Discount,
  order: DiscountedOrder,
  shop: Pick<Shop, "products">,
): string | null {
  if (discount.customerIds !== null) {
    if (order.customerId === null || !discount.customerIds.includes(order.customerId)) {
      return "This discount code is not available to you";
    }
  }
  if (discount.oncePerCustomer && order.customerId !== null && discount.usedBy.includes(order.customerId)) {
    return "You have used this discount code already";
  }
  const eligible = order.lines.filter((line) => isEntitled(discount.gets.items, line, shop));
  const counted = discount.kind === "basic" ? eligible : order.lines;
  const subtotal = counted.reduce((sum, line) => sum + line.netMinor, 0);
  if (discount.minSubtotalMinor !== null && subtotal < discount.minSubtotalMinor) {
    return "The cart does not reach the minimum of this discount code";
  }
  const quantity = counted.reduce((sum, line) => sum + line.quantity, 0);
  if (discount.minQuantity !== null && quantity < discount.minQuantity) {
    return "The cart does not hold enough items for this discount code";
  }
  if (discount.kind !== "free_shipping" && eligible.length === 0) {
    return "This discount code does not apply to anything in the cart";
  }
  return whyBuysNotMet(discount, order.lines, shop);
}

function whyBuysNotMet(
  discount: Discount,
  lines: readonly PricedLine[],
  shop: Pick<Shop, "products">,
): string | null {
  const buys = discount.buys;
  if (buys === null) return null;
  const bought = lines.filter((line) => isEntitled(buys.items, line, shop));
  const quantity = bought.reduce((sum, line) => sum + line.quantity, 0);
  const amount = bought.reduce((sum, line) => sum + line.netMinor, 0);
  if (buys.quantity !== null && quantity < buys.quantity) return "Add more items to use this discount code";
  if (buys.amountMinor !== null && amount < buys.amountMinor) return "Spend more to use this discount code";
  return null;
}

function isEntitled(items: Entitled, line: PricedLine, shop: Pick<Shop, "products">): boolean {
  if (items.all) return true;
  if (line.variantId !== null && items.variantIds.includes(line.variantId)) return true;
  if (line.productId === null) return false;
  if (items.productIds.includes(line.productId)) return true;
  const collections = shop.products[line.productId]?.collectionIds ?? [];
  return collections.some((id) => items.collectionIds.includes(id));
}

/** What the discount takes off each line; zeros for free shipping. */
export function amountsOff(
  discount: Discount,
  lines: readonly PricedLine[],
  shop: Pick<Shop, "products">,
): number[] {
  const value = discount.gets.value;
  const entitled = lines.map((line) => isEntitled(discount.gets.items, line, shop));
  if (value === null) return lines.map(() => 0);
  switch (value.type) {
    case "percentage":
      return lines.map((line, index) =>
        entitled[index] === true ? Math.round(line.netMinor * value.fraction) : 0,
      );
    case "amount": {
      if (value.onEachItem) {
        return lines.map((line, index) =>
          entitled[index] === true ? Math.min(line.netMinor, value.amountMinor * line.quantity) : 0,
        );
      }
      const weights = lines.map((line, index) => (entitled[index] === true ? line.netMinor : 0));
      const available = weights.reduce((a, b) => a + b, 0);
      return allocate(Math.min(value.amountMinor, available), weights);
    }
    case "quantity": {
      let left = value.quantity;
      return lines.map((line, index) => {
        if (entitled[index] !== true || left === 0) return 0;
        const units = Math.min(left, line.quantity);
        left -= units;
        return Math.round((line.netMinor * units * value.fraction) / line.quantity);
      });
    }
  }
}
