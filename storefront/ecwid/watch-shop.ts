import type { TellSeen } from "../launcher/tell-seen.ts";
import type { EcwidApi, EcwidCart } from "./ecwid-page.ts";

/** What a member does in an Ecwid shop, by what its page announces. Of the cart it says only how it is now. */
export function watchShop(ecwid: EcwidApi, tell: (...seen: Parameters<TellSeen>) => unknown): void {
  let before: ReadonlyMap<number, number> | null = null;
  ecwid.Cart.get((cart) => {
    before ??= unitsIn(cart);
  });
  ecwid.OnCartChanged.add((cart) => {
    const units = unitsIn(cart);
    for (const [product, many] of units) {
      if (before !== null && many > (before.get(product) ?? 0)) tell("add_to_cart", String(product));
    }
    before = units;
  });
  ecwid.OnPageLoaded.add(({ type, productId }) => {
    tell("page_visit", pathOf(location));
    if (type === "PRODUCT" && productId !== undefined) tell("product_view", String(productId));
    if (type === "SEARCH") tell("search");
  });
}

function unitsIn({ items = [] }: EcwidCart): ReadonlyMap<number, number> {
  const units = new Map<number, number>();
  for (const { quantity, product } of items) units.set(product.id, (units.get(product.id) ?? 0) + quantity);
  return units;
}

/** Ecwid's pages may stand behind the sign of a place within one page. */
function pathOf({ pathname, hash }: Location): string {
  return hash.startsWith("#!/") ? pathname + hash.slice(2).replace(/[?#].*/u, "") : pathname;
}
