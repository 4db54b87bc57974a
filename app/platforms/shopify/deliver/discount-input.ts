import type { Instant } from "#app/domain/calendar.ts";
import { assertNever } from "#app/domain/assert.ts";
import type { Effect } from "#app/domain/effect.ts";
import type { CombinesWith } from "#app/domain/shops/merchant-choices.ts";
import { currencyDigits, formatMoney } from "#app/domain/money.ts";
import { CREATE_BASIC, CREATE_BXGY, CREATE_FREE_SHIPPING } from "../documents/discounts.ts";
import { gid } from "../gid.ts";

export type IssueDiscount = Extract<Effect, { type: "issue_discount" }>;

/** Everything of ours in the merchant's list of discounts begins with this; it is how we know our own. */
export const TITLE_MARK = "Regulars · ";

export interface DiscountFrame {
  readonly title: string;
  readonly code: string;
  /** The one customer who may use it; null: whoever has the code. */
  readonly customerId: string | null;
  readonly startsAt: Instant;
  readonly endsAt: Instant | null;
  /** What the merchant lets it stand beside. */
  readonly combinesWith: CombinesWith;
}

/** A basic discount's worth of a free product, where nothing has to be bought with it: one unit's price. */
export type UnitPrice = string | null;

/**
 * The mutation and its input for a reward's terms. Each code works once. Rewards combine with what
 * works on another part of the cart, as far as the merchant wishes: an amount off an order with product and
 * shipping discounts, free shipping with both others; two rewards on the same part do not.
 */
export function discountCreation(
  effect: IssueDiscount,
  frame: DiscountFrame,
  currency: string,
  unitPrice: UnitPrice,
) {
  const { terms } = effect;
  const common = commonInput(frame);
  const minimum = minimumRequirement(effect, currency);
  switch (terms.kind) {
    case "amountOff":
    case "percentOff": {
      const scoped = effect.scope.products.length > 0 || effect.scope.collections.length > 0;
      const value =
        terms.kind === "amountOff"
          ? { discountAmount: { amount: decimal(terms.valueMinor, currency), appliesOnEachItem: false } }
          : { percentage: fractionOf(terms.percent) };
      return {
        document: CREATE_BASIC,
        input: {
          ...common,
          ...minimum,
          combinesWith: besides(scoped ? "product" : "order", frame.combinesWith),
          customerGets: { value, items: scoped ? scopeItems(effect.scope) : { all: true } },
        },
      };
    }
    case "freeShipping":
      return {
        document: CREATE_FREE_SHIPPING,
        input: {
          ...common,
          ...minimum,
          combinesWith: besides("shipping", frame.combinesWith),
          destination: { all: true },
        },
      };
    case "freeProduct":
      return freeProduct(effect, common, minimum, {
        ...{ currency, unitPrice },
        combinesWith: besides("product", frame.combinesWith),
      });
    default:
      return assertNever(terms);
  }
}

/** Buy from the reward's scope, get one unit free; without a scope, one unit's price off the product. */
function freeProduct(
  effect: IssueDiscount,
  common: ReturnType<typeof commonInput>,
  minimum: ReturnType<typeof minimumRequirement>,
  {
    currency,
    unitPrice,
    combinesWith,
  }: {
    readonly currency: string;
    readonly unitPrice: UnitPrice;
    readonly combinesWith: ReturnType<typeof besides>;
  },
) {
  if (effect.terms.kind !== "freeProduct") throw new Error("Only free products are bought and got.");
  const items = { products: productItems(effect.terms.products, effect.terms.variants) };
  if (unitPrice !== null) {
    return {
      document: CREATE_BASIC,
      input: {
        ...common,
        ...minimum,
        combinesWith,
        customerGets: { value: { discountAmount: { amount: unitPrice, appliesOnEachItem: false } }, items },
      },
    };
  }
  const buysValue =
    effect.minSubtotalMinor === null
      ? { quantity: "1" }
      : { amount: decimal(effect.minSubtotalMinor, currency) };
  return {
    document: CREATE_BXGY,
    input: {
      ...common,
      combinesWith,
      usesPerOrderLimit: 1,
      customerBuys: { items: scopeItems(effect.scope), value: buysValue },
      customerGets: { items, value: { discountOnQuantity: { quantity: "1", effect: { percentage: 1 } } } },
    },
  };
}

/** What a discount on this part of the cart stands beside: those on other parts, where the merchant lets it. */
function besides(own: keyof CombinesWith, { order, product, shipping }: CombinesWith) {
  return {
    orderDiscounts: order && own !== "order",
    productDiscounts: product && own !== "product",
    shippingDiscounts: shipping && own !== "shipping",
  };
}

/** Buy X get Y needs an X. */
export function needsUnitPrice(effect: IssueDiscount): boolean {
  const { products, collections } = effect.scope;
  return effect.terms.kind === "freeProduct" && products.length === 0 && collections.length === 0;
}

function commonInput(frame: DiscountFrame) {
  return {
    title: frame.title,
    code: frame.code,
    startsAt: new Date(frame.startsAt).toISOString(),
    endsAt: frame.endsAt === null ? null : new Date(frame.endsAt).toISOString(),
    usageLimit: 1,
    appliesOncePerCustomer: false,
    context:
      frame.customerId === null
        ? { all: "ALL" }
        : { customers: { add: [gid("Customer", frame.customerId)] } },
  };
}

function minimumRequirement(effect: IssueDiscount, currency: string) {
  if (effect.minSubtotalMinor === null) return {};
  const greaterThanOrEqualToSubtotal = decimal(effect.minSubtotalMinor, currency);
  return { minimumRequirement: { subtotal: { greaterThanOrEqualToSubtotal } } };
}

/** Shopify takes products or collections, not both; products are the narrower word. */
function scopeItems(scope: IssueDiscount["scope"]) {
  if (scope.products.length > 0) return { products: productItems(scope.products, []) };
  return { collections: { add: scope.collections.map((id) => gid("Collection", id)) } };
}

function productItems(products: readonly string[], variants: readonly string[]) {
  return {
    ...(products.length > 0 ? { productsToAdd: products.map((id) => gid("Product", id)) } : {}),
    ...(variants.length > 0 ? { productVariantsToAdd: variants.map((id) => gid("ProductVariant", id)) } : {}),
  };
}

export function decimal(minor: number, currency: string): string {
  const digits = currencyDigits(currency);
  if (digits === null) throw new Error("An effect names a currency there is not.");
  return formatMoney(minor, digits);
}

/** "12.5" → 0.125, by moving the point in the text: dividing a float would leave crumbs. */
export function fractionOf(percent: string): number {
  const [whole = "", part = ""] = percent.split(".");
  const padded = whole.padStart(3, "0");
  return Number(`${padded.slice(0, -2)}.${padded.slice(-2)}${part}`);
}
