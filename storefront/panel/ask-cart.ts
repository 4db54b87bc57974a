import type { HostPage } from "../launcher/host-page.ts";
import type { StorefrontEstimate } from "../state.ts";

/** One line of a cart as the app wants it: what it costs after its discounts, in hundredths as shops count. */
export interface CartLine {
  readonly product: string;
  readonly variant: string;
  readonly quantity: number;
  readonly totalHundredths: number;
  readonly giftCard: boolean;
}

/** Shopify's own cart.json, as far as we read it. */
interface ShopCart {
  readonly currency: string;
  readonly items: readonly {
    readonly product_id: number;
    readonly variant_id: number;
    readonly quantity: number;
    readonly final_line_price: number;
    readonly gift_card: boolean;
  }[];
}

/**
 * What the present cart would earn; null when the shop does not tell its cart. An estimate is a
 * kindness, so its failure is silent and the panel is complete without it.
 */
export async function askCart(page: HostPage, currency: string): Promise<number | null> {
  if (page.cartUrl === "") return null;
  const cart = await readCart(page.cartUrl, currency);
  if (cart === null || cart.length === 0) return null;
  const estimate = await askEstimate(page.endpoint, cart);
  return estimate === null ? null : estimate.points;
}

/** Null where the cart is in another currency than the program: it would earn on the shop's own prices. */
export async function readCart(url: string, currency: string): Promise<readonly CartLine[] | null> {
  const cart = await readJson<ShopCart>(url, { headers: { accept: "application/json" } });
  if (cart === null || cart.currency !== currency) return null;
  return cart.items.map((line) => ({
    product: String(line.product_id),
    variant: String(line.variant_id),
    quantity: line.quantity,
    totalHundredths: line.final_line_price,
    giftCard: line.gift_card,
  }));
}

export function askEstimate(
  endpoint: string,
  lines: readonly CartLine[],
): Promise<StorefrontEstimate | null> {
  return readJson<StorefrontEstimate>(`${endpoint}/estimate`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ lines }),
  });
}

async function readJson<Answer>(url: string, request: RequestInit): Promise<Answer | null> {
  try {
    const response = await fetch(url, { ...request, credentials: "same-origin" });
    return response.ok ? ((await response.json()) as Answer) : null;
  } catch {
    return null;
  }
}
