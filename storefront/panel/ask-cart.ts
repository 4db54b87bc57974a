import type { StorefrontEstimate } from "../state.ts";
import { inLanguage } from "./in-language.ts";

/** One line of a cart as the app wants it: what it costs after its discounts, in hundredths as shops count. */
export interface CartLine {
  readonly product: string;
  readonly variant: string;
  readonly quantity: number;
  readonly totalHundredths: number;
  readonly giftCard: boolean;
}

/** A cart, in hundredths of the currency's main unit, as shops count. */
export interface Cart {
  readonly lines: readonly CartLine[];
  readonly subtotalHundredths: number;
  /** In capitals: codes compare without regard to case. */
  readonly codes: readonly string[];
}

/** Shopify's own cart.json, as far as we read it. */
interface ShopCart {
  readonly currency: string;
  readonly items_subtotal_price: number;
  readonly discount_codes?: readonly { readonly code: string; readonly applicable: boolean }[];
  readonly items: readonly {
    readonly product_id: number;
    readonly variant_id: number;
    readonly quantity: number;
    readonly final_line_price: number;
    readonly gift_card: boolean;
  }[];
}

/** Null where the shop does not tell it, or tells it in another currency than the program's. */
export async function readCart(url: string, currency: string): Promise<Cart | null> {
  if (url === "") return null;
  const cart = await readJson<ShopCart>(url, { headers: { accept: "application/json" } });
  if (cart === null || cart.currency !== currency) return null;
  return {
    lines: cart.items.map((line) => ({
      product: String(line.product_id),
      variant: String(line.variant_id),
      quantity: line.quantity,
      totalHundredths: line.final_line_price,
      giftCard: line.gift_card,
    })),
    subtotalHundredths: cart.items_subtotal_price,
    codes: (cart.discount_codes ?? [])
      .filter(({ applicable }) => applicable)
      .map(({ code }) => code.toUpperCase()),
  };
}

/** A kindness: its failure is silent, and everything is complete without it. */
export function askEstimate(
  endpoint: string,
  lines: readonly CartLine[],
  language: string,
  visit: { readonly query: string; readonly headers: Readonly<Record<string, string>> } | null = null,
): Promise<StorefrontEstimate | null> {
  const address = inLanguage(`${endpoint}/estimate`, language);
  return readJson<StorefrontEstimate>(visit === null ? address : `${address}&${visit.query}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...visit?.headers },
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
