import type { Cart } from "../panel/ask-cart.ts";

/**
 * Stands in for what a platform's own pages would do: who is looking, what is in the cart, and where a code
 * is used. A shop whose platform vouches for its shoppers has none.
 */
export interface Visit {
  /** Names the shop in every question, e.g. `ecwid=1003`. */
  readonly query: string;
  /** What proves who looks; nothing while nobody has proven it. */
  headers(): Readonly<Record<string, string>>;
  /** The proof is no good any more. */
  forget(): void;
  cart(): Promise<Cart | null>;
  /** The way to be known, to be put where the doors stand. `done`: it has led somewhere. */
  proof(done: () => void): Promise<HTMLElement>;
  /** What leads a copied code to the cart says. Null: nothing leads there, the code is only copied. */
  readonly toCart: string | null;
  goToCart(): void;
}
