import { currentQuantity, netOfLine } from "../../../shop/order-totals.ts";
import { toMinor } from "../../../shop/money.ts";
import type { Allocation, DiscountApplication, Order, OrderLine } from "../../../shop/records.ts";
import { gid } from "../../world.ts";
import type { ApiContext, View } from "../api-context.ts";
import { moneyBag, moneyV2 } from "./money-view.ts";
import { productView, variantView } from "./product-view.ts";

export function taxLineViews(order: Order, taxMinor: number): View[] {
  if (taxMinor === 0) return [];
  const rate = Number(order.taxPercent);
  return [
    {
      title: "VAT",
      rate: rate / 100,
      ratePercentage: rate,
      channelLiable: false,
      priceSet: moneyBag(taxMinor, order),
    },
  ];
}

const APPLICATION_TYPES = {
  discount_code: "DiscountCodeApplication",
  automatic: "AutomaticDiscountApplication",
  manual: "ManualDiscountApplication",
} as const;

export function applicationView(order: Order, one: DiscountApplication, index: number): View {
  const value =
    one.valueType === "percentage"
      ? { __typename: "PricingPercentageValue", percentage: Number(one.value) }
      : moneyV2(toMinor(one.value, order.currency), order.currency);
  return {
    __typename: APPLICATION_TYPES[one.type],
    index,
    code: one.code,
    title: one.title,
    description: one.title,
    allocationMethod: one.method.toUpperCase(),
    targetSelection: one.selection.toUpperCase(),
    targetType: one.target.toUpperCase(),
    value,
  };
}

export function allocationViews(order: Order, allocations: readonly Allocation[]): View[] {
  return allocations.flatMap((one) => {
    const application = order.applications[one.application];
    if (application === undefined) return [];
    return [
      {
        allocatedAmountSet: moneyBag(one.amountMinor, order),
        discountApplication: applicationView(order, application, one.application),
      },
    ];
  });
}

export function lineItemView(context: ApiContext, order: Order, line: OrderLine): View {
  const product = line.productId === null ? undefined : context.shop.products[line.productId];
  const variant = product?.variants.find((one) => one.id === line.variantId);
  const current = currentQuantity(order, line);
  const full = line.priceMinor * line.quantity;
  const off = line.allocations
    .filter((one) => order.applications[one.application]?.type === "manual")
    .reduce((sum, one) => sum + one.amountMinor, 0);
  return {
    __typename: "LineItem",
    id: gid("LineItem", line.id),
    title: line.title,
    name: line.variantTitle === null ? line.title : `${line.title} - ${line.variantTitle}`,
    variantTitle: line.variantTitle,
    sku: line.sku,
    vendor: line.vendor,
    quantity: line.quantity,
    currentQuantity: current,
    refundableQuantity: current,
    fulfillableQuantity: line.fulfilled ? 0 : current,
    unfulfilledQuantity: line.fulfilled ? 0 : current,
    isGiftCard: line.giftCard,
    requiresShipping: line.requiresShipping ?? !line.giftCard,
    taxable: line.taxable,
    customAttributes: [],
    originalUnitPriceSet: moneyBag(line.priceMinor, order),
    originalTotalSet: moneyBag(full, order),
    totalDiscountSet: moneyBag(off, order),
    discountedTotalSet: (args: Readonly<Record<string, unknown>>) =>
      moneyBag(args["withCodeDiscounts"] === true ? netOfLine(line) : full - off, order),
    discountedUnitPriceSet: moneyBag(Math.round((full - off) / line.quantity), order),
    discountedUnitPriceAfterAllDiscountsSet: moneyBag(Math.round(netOfLine(line) / line.quantity), order),
    discountAllocations: allocationViews(order, line.allocations),
    taxLines: taxLineViews(order, line.taxMinor),
    duties: [],
    product: product === undefined ? null : () => productView(context, product),
    variant:
      product === undefined || variant === undefined ? null : () => variantView(context, product, variant),
  };
}
