import Ecommerce from "@ecwid/sdk";
import type { Cart, CartLine } from "../panel/ask-cart.ts";
import type { EcwidApi, EcwidCart } from "./ecwid-page.ts";

/** A page that never answers is a page without a cart. */
const PATIENCE_MS = 1_000;

/**
 * The cart as Ecwid's package finds it in the browser's storage. Pages of today keep it elsewhere, where the
 * package finds `{}` or stumbles over what it finds: then the page itself is asked. Null: neither tells.
 */
export async function readEcwidCart(ecwid: EcwidApi, storeId: number): Promise<Cart | null> {
  const kept = await cartOfPackage(storeId);
  if (kept !== null && kept.lines.length > 0) return kept;
  return (await cartOfPage(ecwid)) ?? kept;
}

async function cartOfPackage(storeId: number): Promise<Cart | null> {
  try {
    const { items } = (await new Ecommerce({ storeId }).cart.get()) as EcwidCart;
    return items === undefined ? null : cartOf({ items });
  } catch {
    return null;
  }
}

function cartOfPage(ecwid: EcwidApi): Promise<Cart | null> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(null), PATIENCE_MS);
    try {
      ecwid.Cart.get((cart) => resolve(cartOf(cart)));
    } catch {
      resolve(null);
    }
  });
}

export function cartOf({ items = [], couponName }: EcwidCart): Cart {
  const lines = items.map(({ quantity, product }): CartLine => ({
    product: String(product.id),
    variant: "",
    quantity,
    totalHundredths: Math.round(product.price * quantity * 100),
    giftCard: false,
  }));
  return {
    lines,
    subtotalHundredths: lines.reduce((sum, line) => sum + line.totalHundredths, 0),
    codes: couponName == null || couponName === "" ? [] : [couponName.toUpperCase()],
  };
}

/** The package believes that every shop lies at `/store`; ours lies where this page does. */
export function goToCart(storeId: number): void {
  new Ecommerce({ storeId }).cart.goToCheckout(`${location.pathname}${location.search}`);
}
