import type { z } from "zod";
import type { Discount, DiscountBuys, DiscountGets, Entitled } from "../../../shop/discount-records.ts";
import { toMinor } from "../../../shop/money.ts";
import type { Shop } from "../../../shop/records.ts";
import { idOf } from "../../world.ts";
import type { discountItems, DiscountInput } from "./discount-input.ts";

type Own = "id" | "automatic" | "createdAt" | "updatedAt" | "codes" | "usedBy" | "input";

/** What an input says of a discount, whether it comes with a code or not. */
export function discountOf(shop: Shop, kind: Discount["kind"], input: DiscountInput): Omit<Discount, Own> {
  const people = input.context ?? input.customerSelection;
  const minimum = input.minimumRequirement;
  return {
    kind,
    title: input.title ?? "",
    startsAt: Date.parse(input.startsAt ?? ""),
    endsAt: input.endsAt ? Date.parse(input.endsAt) : null,
    deactivated: false,
    usageLimit: input.usageLimit ?? null,
    oncePerCustomer: input.appliesOncePerCustomer === true,
    combinesWith: {
      orderDiscounts: input.combinesWith?.orderDiscounts === true,
      productDiscounts: input.combinesWith?.productDiscounts === true,
      shippingDiscounts: input.combinesWith?.shippingDiscounts === true,
    },
    customerIds: people?.customers?.add?.flatMap((one) => idOf("Customer", one) ?? []) ?? null,
    segmentIds: people?.customerSegments?.add?.flatMap((one) => idOf("Segment", one) ?? []) ?? null,
    minSubtotalMinor: minimum?.subtotal?.greaterThanOrEqualToSubtotal
      ? toMinor(minimum.subtotal.greaterThanOrEqualToSubtotal, shop.currency)
      : null,
    minQuantity: minimum?.quantity?.greaterThanOrEqualToQuantity ?? null,
    gets: getsOf(shop, input),
    buys: buysOf(shop, input),
    tags: input.tags ?? [],
  };
}

function getsOf(shop: Shop, input: DiscountInput): DiscountGets {
  const value = input.customerGets?.value;
  const on = value?.discountOnQuantity;
  const amount = value?.discountAmount;
  return {
    items: entitledOf(input.customerGets?.items),
    value: on
      ? { type: "quantity", quantity: on.quantity ?? 1, fraction: on.effect?.percentage ?? 1 }
      : amount?.amount
        ? {
            type: "amount",
            amountMinor: toMinor(amount.amount, shop.currency),
            onEachItem: amount.appliesOnEachItem === true,
          }
        : typeof value?.percentage === "number"
          ? { type: "percentage", fraction: value.percentage }
          : null,
  };
}

function buysOf(shop: Shop, input: DiscountInput): DiscountBuys | null {
  const buys = input.customerBuys;
  if (!buys) return null;
  return {
    items: entitledOf(buys.items),
    quantity: buys.value?.quantity ?? null,
    amountMinor: buys.value?.amount ? toMinor(buys.value.amount, shop.currency) : null,
  };
}

function entitledOf(input: z.output<typeof discountItems> | null | undefined): Entitled {
  const list = (type: string, gids: readonly string[] | null | undefined): string[] =>
    (gids ?? []).flatMap((one) => idOf(type, one) ?? []);
  return {
    all: input === null || input === undefined || input.all === true,
    productIds: list("Product", input?.products?.productsToAdd),
    variantIds: list("ProductVariant", input?.products?.productVariantsToAdd),
    collectionIds: list("Collection", input?.collections?.add),
  };
}
