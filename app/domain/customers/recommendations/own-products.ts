import { elementAt } from "../../assert.ts";
import { median } from "../facts/purchase-figures.ts";
import { isKept } from "../history/order-outcome.ts";
import type { OrderOutcome } from "../history/order-outcome.ts";

/** Most products of a kind of recommendation: what nobody reads is not kept. */
export const MOST_RECOMMENDED = 20;

const FEWEST_INTERVALS = 2;
const DUE_AT = 0.9;
const FAVOURITE_FROM = 4;

export interface DueProduct {
  readonly product: string;
  readonly medianDays: number;
  readonly daysSince: number;
}

/** The days on which each product was bought and kept, by purchases in the order of their payment. */
export function productDays(purchases: readonly OrderOutcome[]): ReadonlyMap<string, readonly number[]> {
  const days = new Map<string, number[]>();
  for (const { day, lines } of purchases) {
    for (const line of lines) {
      const { product } = line.ware;
      if (product === null || !isKept(line)) continue;
      const known = days.get(product);
      if (known === undefined) days.set(product, [day]);
      else if (known.at(-1) !== day) known.push(day);
    }
  }
  return days;
}

/** The products bought and kept. */
export function productsBought(purchases: readonly OrderOutcome[]): ReadonlySet<string> {
  return new Set(productDays(purchases).keys());
}

/** Products bought again at intervals of the customer's own, two or more, and due: nine tenths of their median have passed. */
export function dueProducts(purchases: readonly OrderOutcome[], today: number): readonly DueProduct[] {
  const due: DueProduct[] = [];
  for (const [product, days] of productDays(purchases)) {
    const intervals = days.slice(1).map((day, index) => day - elementAt(days, index));
    const medianDays = median(intervals);
    const last = days.at(-1);
    if (intervals.length < FEWEST_INTERVALS || medianDays === null || last === undefined) continue;
    const daysSince = today - last;
    if (daysSince >= DUE_AT * medianDays) due.push({ product, medianDays, daysSince });
  }
  const overdue = ({ daysSince, medianDays }: DueProduct) => daysSince / medianDays;
  return due
    .sort((a, b) => overdue(b) - overdue(a) || byText(a.product, b.product))
    .slice(0, MOST_RECOMMENDED);
}

export interface FavouriteProduct {
  readonly product: string;
  readonly purchases: number;
}

/** Products in four purchases or more, the most often bought first. */
export function countedFavourites(purchases: readonly OrderOutcome[]): readonly FavouriteProduct[] {
  const counts = new Map<string, number>();
  for (const { lines } of purchases) {
    const bought = new Set(lines.filter(isKept).map(({ ware }) => ware.product));
    for (const product of bought) if (product !== null) counts.set(product, (counts.get(product) ?? 0) + 1);
  }
  return [...counts]
    .map(([product, count]) => ({ product, purchases: count }))
    .filter(({ purchases: count }) => count >= FAVOURITE_FROM)
    .sort((a, b) => b.purchases - a.purchases || byText(a.product, b.product))
    .slice(0, MOST_RECOMMENDED);
}

/** The products alone. */
export function favouriteProducts(purchases: readonly OrderOutcome[]): readonly string[] {
  return countedFavourites(purchases).map(({ product }) => product);
}

export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
