import { assertNever } from "#app/domain/assert.ts";
import type { Effect } from "#app/domain/effect.ts";
import { currencyDigits, formatMoney } from "#app/domain/money.ts";
import { dateText } from "../fields.ts";
import { NAME_MARK } from "./find-coupon.ts";

export type IssueDiscount = Extract<Effect, { type: "issue_discount" }>;

/** What a coupon takes off, in Ecwid's words. */
type Worth =
  | { readonly ok: true; readonly discountType: "ABS" | "PERCENT" | "SHIPPING"; readonly discount: number }
  | { readonly ok: false; readonly reason: string };

export type CouponBody =
  | { readonly ok: true; readonly body: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly reason: string };

/**
 * A coupon that works once. Ecwid binds none to a person and takes one per order; its name can be read by
 * shoppers.
 */
export function couponBody(
  effect: IssueDiscount,
  about: { readonly rewardName: string | null; readonly currency: string; readonly unitPrice: number | null },
): CouponBody {
  const worth = worthOf(effect, about.currency, about.unitPrice);
  if (!worth.ok) return worth;
  const limit = catalogLimit(effect);
  if (!limit.ok) return limit;
  const { discountType, discount } = worth;
  return {
    ok: true,
    body: {
      name: `${NAME_MARK}${about.rewardName ?? effect.rewardId}`,
      code: effect.code,
      discountType,
      status: "ACTIVE",
      discount,
      launchDate: dateText(effect.startsAt),
      ...(effect.expiresAt === null ? {} : { expirationDate: dateText(effect.expiresAt) }),
      ...(effect.minSubtotalMinor === null
        ? {}
        : { totalLimit: amountOf(effect.minSubtotalMinor, about.currency) }),
      usesLimit: "SINGLE",
      applicationLimit: "UNLIMITED",
      ...(limit.body === null ? {} : { catalogLimit: limit.body }),
    },
  };
}

function worthOf({ terms }: IssueDiscount, currency: string, unitPrice: number | null): Worth {
  switch (terms.kind) {
    case "amountOff":
      return { ok: true, discountType: "ABS", discount: amountOf(terms.valueMinor, currency) };
    case "percentOff":
      return { ok: true, discountType: "PERCENT", discount: Number(terms.percent) };
    case "freeShipping":
      return { ok: true, discountType: "SHIPPING", discount: 0 };
    case "freeProduct":
      if (unitPrice === null) return { ok: false, reason: "the shop has none of the reward's products" };
      return { ok: true, discountType: "ABS", discount: unitPrice };
    default:
      return assertNever(terms);
  }
}

type Limit =
  | { readonly ok: true; readonly body: { products: number[]; categories: number[] } | null }
  | { readonly ok: false; readonly reason: string };

/** A free product is an amount off that product and no other; else the reward's own scope counts. */
function catalogLimit({ terms, scope }: IssueDiscount): Limit {
  const products = terms.kind === "freeProduct" ? terms.products : scope.products;
  const categories = terms.kind === "freeProduct" ? [] : scope.collections;
  if (products.length === 0 && categories.length === 0) return { ok: true, body: null };
  const strange = [...products, ...categories].find((one) => !/^\d{1,15}$/u.test(one));
  if (strange !== undefined) return { ok: false, reason: `the shop has no product or category ${strange}` };
  return { ok: true, body: { products: products.map(Number), categories: categories.map(Number) } };
}

/** The decimal text's number: no float is calculated with. */
function amountOf(minor: number, currency: string): number {
  const digits = currencyDigits(currency);
  if (digits === null) throw new Error("An effect names a currency there is not.");
  return Number(formatMoney(minor, digits));
}
