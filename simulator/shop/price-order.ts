import {
  amountsOff,
  findByCode,
  goTogether,
  statusOf,
  whyNotEligible,
  whyNotUsable,
  type DiscountedOrder,
  type PricedLine,
} from "./discount-rules.ts";
import { toMinor, toText } from "./money.ts";
import type { Discount } from "./discount-records.ts";
import type { Source } from "./kept-world.ts";
import type { Allocation, DiscountApplication, OrderLine, Shop, ShippingLine } from "./records.ts";
import { Refusal } from "./refusal.ts";
import type { WishedLine } from "./wished-line.ts";

/** What pricing needs of a shop, on whatever platform. */
export type PricedShop = Pick<Shop, "currency" | "taxPercent" | "products" | "discounts">;

export interface Wish {
  readonly customerId: string | null;
  readonly lines: readonly WishedLine[];
  readonly discountCodes: readonly string[];
  /** Discounts without a code that are for this person; none for what an edit adds. */
  readonly automatic: readonly Discount[];
  readonly shippingMinor: number;
  readonly taxesIncluded: boolean;
}

export interface Priced {
  readonly lines: OrderLine[];
  readonly shippingLines: ShippingLine[];
  readonly applications: DiscountApplication[];
  readonly used: readonly { readonly discount: Discount; readonly code: string }[];
}

/** An order while its discounts are taken off. */
interface Pricing {
  readonly world: Source;
  readonly shop: PricedShop;
  readonly wish: Wish;
  readonly drafts: readonly Draft[];
  readonly applications: DiscountApplication[];
  readonly shippingAllocations: Allocation[];
}

interface Draft {
  readonly wish: WishedLine;
  readonly priced: PricedLine;
  readonly title: string;
  readonly variantTitle: string | null;
  readonly sku: string | null;
  readonly vendor: string | null;
  readonly giftCard: boolean;
  readonly allocations: Allocation[];
}

/**
 * Prices a cart as checkout does: line discounts first, then codes in their order, then what applies by
 * itself and goes together with them, the greatest first, then tax on what is left.
 */
export function priceOrder(world: Source, shop: PricedShop, wish: Wish): Priced {
  const drafts = wish.lines.map((line) => draftLine(shop, line));
  const applications: DiscountApplication[] = [];
  for (const draft of drafts) takeOwnDiscount(shop, draft, applications);
  const shippingAllocations: Allocation[] = [];
  const pricing = { world, shop, wish, drafts, applications, shippingAllocations };
  const used: { discount: Discount; code: string }[] = [];
  for (const code of wish.discountCodes) {
    const discount = applyCode(pricing, code);
    if (!used.every((earlier) => goTogether(earlier.discount, discount))) {
      throw new Refusal(`This discount code does not combine with your other discounts (${code})`);
    }
    used.push({ discount, code });
  }
  applyAutomatic(
    pricing,
    used.map(({ discount }) => discount),
  );
  const tax = (minor: number): number => taxOn(minor, shop.taxPercent, wish.taxesIncluded);
  const shippingOff = shippingAllocations.reduce((sum, one) => sum + one.amountMinor, 0);
  return {
    applications,
    used,
    lines: drafts.map((draft) => finishLine(world, draft, tax)),
    shippingLines: [
      {
        id: world.newId(),
        title: "Standard",
        priceMinor: wish.shippingMinor,
        taxMinor: tax(wish.shippingMinor - shippingOff),
        allocations: shippingAllocations,
      },
    ],
  };
}

export function taxOn(minor: number, percent: string, included: boolean): number {
  const rate = Number(percent);
  return included ? Math.round((minor * rate) / (100 + rate)) : Math.round((minor * rate) / 100);
}

function draftLine(shop: PricedShop, wish: WishedLine): Draft {
  const product = Object.values(shop.products).find((one) =>
    one.variants.some((v) => v.id === wish.variantId),
  );
  const variant = product?.variants.find((one) => one.id === wish.variantId);
  if (wish.variantId !== undefined && variant === undefined) {
    throw new Refusal(`There is no variant ${wish.variantId}`);
  }
  const title = wish.title ?? product?.title;
  if (title === undefined) throw new Refusal("A line needs a variant or a title");
  const priceMinor = wish.price === undefined ? variant?.priceMinor : toMinor(wish.price, shop.currency);
  if (priceMinor === undefined) throw new Refusal("A line needs a variant or a price");
  return {
    wish,
    priced: {
      productId: product?.id ?? null,
      variantId: variant?.id ?? null,
      quantity: wish.quantity,
      priceMinor,
      netMinor: priceMinor * wish.quantity,
    },
    title,
    variantTitle: variant === undefined || variant.title === "Default Title" ? null : variant.title,
    sku: variant?.sku ?? null,
    vendor: wish.vendor ?? product?.vendor ?? null,
    giftCard: wish.giftCard || product?.giftCard === true,
    allocations: [],
  };
}

function netOf(draft: Draft): number {
  return draft.priced.netMinor - draft.allocations.reduce((sum, one) => sum + one.amountMinor, 0);
}

function takeOwnDiscount(shop: PricedShop, draft: Draft, applications: DiscountApplication[]): void {
  if (draft.wish.discount === undefined) return;
  const amountMinor = Math.min(toMinor(draft.wish.discount, shop.currency), draft.priced.netMinor);
  draft.allocations.push({ application: applications.length, amountMinor });
  applications.push({
    type: "manual",
    code: null,
    title: "Discount",
    value: toText(amountMinor, shop.currency),
    valueType: "fixed_amount",
    target: "line_item",
    selection: "explicit",
    method: "across",
  });
}

function applyCode(pricing: Pricing, code: string): Discount {
  const { world, shop } = pricing;
  const discount = findByCode(shop, code);
  if (discount === null) throw new Refusal(`Enter a valid discount code (${code})`);
  const refusal = whyNotUsable(discount, code, orderOf(pricing), { shop, now: world.now() });
  if (refusal !== null) throw new Refusal(`${refusal} (${code})`);
  takeOff(pricing, discount, code);
  return discount;
}

/** A code the shopper entered comes first: what does not go together with it stays away. */
function applyAutomatic(pricing: Pricing, applied: Discount[]): void {
  const { world, shop, wish } = pricing;
  const worth = (one: Discount): number => {
    const off = amountsOff(one, orderOf(pricing).lines, shop).reduce((sum, minor) => sum + minor, 0);
    return one.kind === "free_shipping" ? wish.shippingMinor : off;
  };
  const automatic = wish.automatic
    .filter((one) => statusOf(one, world.now()) === "ACTIVE")
    .sort((one, other) => worth(other) - worth(one));
  for (const discount of automatic) {
    if (!applied.every((earlier) => goTogether(earlier, discount))) continue;
    if (whyNotEligible(discount, orderOf(pricing), shop) !== null || worth(discount) === 0) continue;
    takeOff(pricing, discount, null);
    applied.push(discount);
  }
}

function orderOf({ wish, drafts }: Pricing): DiscountedOrder {
  return {
    customerId: wish.customerId,
    lines: goodsOf(drafts).map((draft) => ({ ...draft.priced, netMinor: netOf(draft) })),
  };
}

function goodsOf(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.filter((draft) => !draft.giftCard);
}

function takeOff(pricing: Pricing, discount: Discount, code: string | null): void {
  const { shop, wish, drafts, applications, shippingAllocations } = pricing;
  const { lines } = orderOf(pricing);
  const application = applications.length;
  applications.push(describe(discount, code, shop));
  amountsOff(discount, lines, shop).forEach((amountMinor, index) => {
    if (amountMinor > 0) goodsOf(drafts)[index]?.allocations.push({ application, amountMinor });
  });
  if (discount.kind === "free_shipping") {
    shippingAllocations.push({ application, amountMinor: wish.shippingMinor });
  }
}

function describe(discount: Discount, code: string | null, shop: PricedShop): DiscountApplication {
  const type = code === null ? "automatic" : "discount_code";
  const common = { type, code, title: discount.title } as const;
  const selection = discount.gets.items.all ? "all" : "entitled";
  const value = discount.gets.value;
  if (value === null) {
    const free = { value: "100.0", valueType: "percentage", target: "shipping_line" } as const;
    return { ...common, ...free, selection: "all", method: "each" };
  }
  if (value.type === "amount") {
    const amount = toText(value.amountMinor, shop.currency);
    return {
      ...common,
      value: amount,
      valueType: "fixed_amount",
      target: "line_item",
      selection,
      method: "across",
    };
  }
  const percent = Number((value.fraction * 100).toFixed(6));
  const text = Number.isInteger(percent) ? `${percent}.0` : String(percent);
  return {
    ...common,
    value: text,
    valueType: "percentage",
    target: "line_item",
    selection,
    method: "across",
  };
}

function finishLine(world: Source, draft: Draft, tax: (minor: number) => number): OrderLine {
  const taxable = draft.wish.taxable && !draft.giftCard;
  return {
    id: world.newId(),
    variantId: draft.priced.variantId,
    productId: draft.priced.productId,
    title: draft.title,
    variantTitle: draft.variantTitle,
    sku: draft.sku,
    vendor: draft.vendor,
    priceMinor: draft.priced.priceMinor,
    quantity: draft.wish.quantity,
    taxable,
    giftCard: draft.giftCard,
    requiresShipping: draft.wish.requiresShipping && !draft.giftCard,
    allocations: draft.allocations,
    taxMinor: taxable ? tax(netOf(draft)) : 0,
    removed: 0,
    fulfilled: false,
  };
}
