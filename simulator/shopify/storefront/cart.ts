import { automaticDiscountsFor } from "../../shop/segments.ts";
import { priceOrder, type Priced } from "../../shop/price-order.ts";
import type { WishedLine } from "../../shop/wished-line.ts";
import { netOfLine, shippingNet } from "../../shop/order-totals.ts";
import type { Product, Shop, Variant } from "../../shop/records.ts";
import { Refusal } from "../../shop/refusal.ts";
import type { World } from "../world.ts";
import type { Visit } from "./visit.ts";

const SHIPPING_MINOR = 490;
const FREE_SHIPPING_FROM_MINOR = 5_000;

export interface CartLine {
  readonly product: Product;
  readonly variant: Variant;
  readonly quantity: number;
  /** After discounts. */
  readonly netMinor: number;
}

export interface Cart {
  readonly lines: readonly CartLine[];
  readonly subtotalMinor: number;
  /** Off the goods. */
  readonly discountMinor: number;
  /** What was taken off, and by which code or which discount that applies by itself. */
  readonly reductions: readonly { readonly title: string; readonly amountMinor: number }[];
  readonly shippingMinor: number;
  readonly totalMinor: number;
  /** The applied code, or why it is not. */
  readonly code: { readonly code: string; readonly refusal: string | null } | null;
  readonly itemCount: number;
}

export function findVariant(shop: Shop, variantId: string): { product: Product; variant: Variant } | null {
  for (const product of Object.values(shop.products)) {
    const variant = product.variants.find((one) => one.id === variantId);
    if (variant !== undefined) return { product, variant };
  }
  return null;
}

export function wishedLines(visit: Visit): WishedLine[] {
  return visit.cart.map(({ variantId, quantity }) => ({
    variantId,
    quantity,
    giftCard: false,
    taxable: true,
    requiresShipping: true,
  }));
}

export function shippingFor(shop: Shop, visit: Visit): number {
  const found = visit.cart.flatMap((line) => {
    const one = findVariant(shop, line.variantId);
    return one === null ? [] : [{ ...one, quantity: line.quantity }];
  });
  const goods = found.filter((one) => !one.product.giftCard);
  const value = goods.reduce((sum, one) => sum + one.variant.priceMinor * one.quantity, 0);
  return goods.length === 0 || value >= FREE_SHIPPING_FROM_MINOR ? 0 : SHIPPING_MINOR;
}

/** The cart priced as checkout will price it. */
export function readCart(world: World, shop: Shop, visit: Visit): Cart {
  const shippingMinor = shippingFor(shop, visit);
  const priceWith = (discountCodes: readonly string[]): Priced =>
    priceOrder(world, shop, {
      customerId: visit.customerId,
      lines: wishedLines(visit),
      discountCodes,
      automatic: automaticDiscountsFor(shop, visit.customerId),
      shippingMinor,
      taxesIncluded: true,
    });
  let priced: Priced;
  let code: Cart["code"] = null;
  try {
    priced = priceWith(visit.discountCode === null ? [] : [visit.discountCode]);
    if (visit.discountCode !== null) code = { code: visit.discountCode, refusal: null };
  } catch (error) {
    if (!(error instanceof Refusal) || visit.discountCode === null) throw error;
    code = { code: visit.discountCode, refusal: error.message };
    priced = priceWith([]);
  }
  const lines = priced.lines.flatMap((line): CartLine[] => {
    const found = findVariant(shop, line.variantId ?? "");
    return found === null ? [] : [{ ...found, quantity: line.quantity, netMinor: netOfLine(line) }];
  });
  const subtotalMinor = lines.reduce((sum, line) => sum + line.netMinor, 0);
  const shipping = priced.shippingLines.reduce((sum, line) => sum + shippingNet(line), 0);
  const full = lines.reduce((sum, line) => sum + line.variant.priceMinor * line.quantity, 0);
  return {
    lines,
    subtotalMinor,
    discountMinor: full - subtotalMinor,
    reductions: reductionsOf(priced),
    shippingMinor: shipping,
    totalMinor: subtotalMinor + shipping,
    code,
    itemCount: lines.reduce((sum, line) => sum + line.quantity, 0),
  };
}

function reductionsOf({ applications, lines, shippingLines }: Priced): Cart["reductions"] {
  const allocations = [...lines, ...shippingLines].flatMap((line) => line.allocations);
  return applications.flatMap(({ code, title }, index) => {
    const own = allocations.filter(({ application }) => application === index);
    const amountMinor = own.reduce((sum, one) => sum + one.amountMinor, 0);
    return amountMinor === 0 ? [] : [{ title: code ?? title, amountMinor }];
  });
}

export function addToCart(visit: Visit, variantId: string, quantity: number): void {
  const line = visit.cart.find((one) => one.variantId === variantId);
  if (line === undefined) visit.cart.push({ variantId, quantity });
  else line.quantity += quantity;
}

export function changeCart(visit: Visit, variantId: string, quantity: number): void {
  const index = visit.cart.findIndex((one) => one.variantId === variantId);
  const line = visit.cart[index];
  if (line === undefined) return;
  if (quantity <= 0) visit.cart.splice(index, 1);
  else line.quantity = quantity;
}
