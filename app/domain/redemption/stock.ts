import type { Reward } from "../program/program.ts";

/** What there is of a limited reward: all of it, and what nobody has claimed yet. */
export interface Stock {
  readonly stock: number;
  readonly left: number;
}

/** Null: the reward is not limited. Where more was claimed than a later stock allows, nothing is left. */
export function stockOf({ stock }: Pick<Reward, "stock">, claimed: number): Stock | null {
  return stock === null ? null : { stock, left: Math.max(0, stock - claimed) };
}

/** A fifth or less is left: time to tell the merchant. */
export function isNearlyEmpty({ stock, left }: Stock): boolean {
  return left * 5 <= stock;
}
