import { z } from "zod";
import { parseJson } from "../../shop/web/http.ts";
import type { Store } from "../records.ts";
import type { World } from "../world.ts";
import { cartQuestion, type AskedCart } from "./cart-question.ts";

/** What the app takes off a cart. */
export interface AppDiscount {
  readonly value: number;
  readonly type: "ABSOLUTE" | "PERCENT";
  readonly description?: string | undefined;
  /** Empty or left out: of the whole cart. */
  readonly appliesToProducts?: readonly number[] | undefined;
}

const answer = z.object({
  discounts: z.array(
    z.object({
      value: z.number().nonnegative(),
      type: z.enum(["ABSOLUTE", "PERCENT"]),
      description: z.string().optional(),
      appliesToProducts: z.array(z.int()).optional(),
    }),
  ),
});

const PATIENCE_MS = 5_000;
/** An equal question is not asked again for so long. */
const KEPT_MS = 5 * 60_000;
const SCOPE = "customize_cart_calculation";

/**
 * Asks the app what it takes off a cart, wherever a cart is priced: at the address that Ecwid's staff have
 * registered, without a signature, about whatever customer the one who prices it names. No answer in time, or none that
 * can be read: nothing is taken off.
 */
export class DiscountAsker {
  readonly #world: World;
  readonly #told = new Map<string, { readonly until: number; readonly discounts: readonly AppDiscount[] }>();
  /** Null: the app has registered none. */
  url: string | null = null;

  constructor(world: World) {
    this.#world = world;
  }

  async ask(store: Store, cart: AskedCart): Promise<readonly AppDiscount[]> {
    if (this.url === null || !store.installed || !store.scopes.includes(SCOPE)) return [];
    const question = JSON.stringify(cartQuestion(store, cart));
    const known = this.#told.get(question);
    if (known !== undefined && known.until > this.#world.now()) return known.discounts;
    const discounts = await this.#fetch(this.url, question);
    this.#told.set(question, { until: this.#world.now() + KEPT_MS, discounts });
    return discounts;
  }

  async #fetch(url: string, body: string): Promise<readonly AppDiscount[]> {
    try {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body,
        redirect: "error",
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const read = answer.safeParse(parseJson(Buffer.from(await response.arrayBuffer())));
      return response.ok && read.success ? read.data.discounts : [];
    } catch {
      return [];
    }
  }
}

/** Minor units off a cart: percentages of what they apply to, and never more than the cart is worth. */
export function takenOff(
  discounts: readonly AppDiscount[],
  lines: readonly { readonly productId: number; readonly totalMinor: number }[],
  minor: (amount: number) => number,
): number {
  const sum = (of: AppDiscount["appliesToProducts"]): number =>
    lines
      .filter(({ productId }) => of === undefined || of.length === 0 || of.includes(productId))
      .reduce((total, line) => total + line.totalMinor, 0);
  const off = discounts.reduce((total, { type, value, appliesToProducts }) => {
    const base = sum(appliesToProducts);
    return total + Math.min(base, type === "PERCENT" ? Math.round((base * value) / 100) : minor(value));
  }, 0);
  return Math.min(off, sum([]));
}
