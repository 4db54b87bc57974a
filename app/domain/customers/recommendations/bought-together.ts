import { localDayNumber, startOfDayNumber } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import { outcomesAt } from "../facts/subject.ts";
import type { Customer } from "../history/customer.ts";
import { byText, MOST_RECOMMENDED, productsBought } from "./own-products.ts";

/** Of so many customers in common two products say something of each other. */
const FEWEST_IN_COMMON = 5;

export interface Neighbour {
  readonly product: string;
  /** Customers who bought both. */
  readonly common: number;
  readonly likeness: number;
}

/** For each product those that others bought with it, the most alike first: common customers ÷ √(nₐ n_b), ties by product. */
export type Neighbours = ReadonlyMap<string, readonly Neighbour[]>;

/** By the products each customer bought and kept. */
export function neighboursOf(customers: Iterable<ReadonlySet<string>>): Neighbours {
  const buyers = new Map<string, number>();
  const common = new Map<string, Map<string, number>>();
  for (const products of customers) {
    for (const product of products) {
      buyers.set(product, (buyers.get(product) ?? 0) + 1);
      const beside = common.get(product) ?? new Map<string, number>();
      common.set(product, beside);
      for (const other of products) if (other !== product) beside.set(other, (beside.get(other) ?? 0) + 1);
    }
  }
  const neighbours = new Map<string, readonly Neighbour[]>();
  for (const [product, beside] of common) {
    const own = buyers.get(product) ?? 0;
    const alike = [...beside]
      .filter(([, count]) => count >= FEWEST_IN_COMMON)
      .map(([other, count]) => ({
        product: other,
        common: count,
        likeness: count / Math.sqrt(own * (buyers.get(other) ?? 0)),
      }))
      .sort((a, b) => b.likeness - a.likeness || byText(a.product, b.product));
    neighbours.set(product, alike.slice(0, MOST_RECOMMENDED));
  }
  return neighbours;
}

export interface BoughtWith extends Neighbour {
  /** What of their own it was bought with most alike. */
  readonly own: string;
}

/** What a customer who bought `own` never bought, by what is most alike to any of it; only what can be had. */
export function othersBoughtWith(
  own: ReadonlySet<string>,
  neighbours: Neighbours,
  isInStock: (product: string) => boolean,
): readonly BoughtWith[] {
  const best = new Map<string, BoughtWith>();
  for (const product of own) {
    for (const neighbour of neighbours.get(product) ?? []) {
      if (own.has(neighbour.product) || !isInStock(neighbour.product)) continue;
      const known = best.get(neighbour.product);
      if (known === undefined || neighbour.likeness > known.likeness)
        best.set(neighbour.product, { ...neighbour, own: product });
    }
  }
  return [...best.values()]
    .sort((a, b) => b.likeness - a.likeness || byText(a.product, b.product))
    .slice(0, MOST_RECOMMENDED);
}

/** The products alone. */
export function othersBought(...asked: Parameters<typeof othersBoughtWith>): readonly string[] {
  return othersBoughtWith(...asked).map(({ product }) => product);
}

/** Neighbours as of the last local midnight: they stay still during a day. */
export function neighboursOfDay(customers: readonly Customer[], at: Instant, zone: string): Neighbours {
  const midnight = startOfDayNumber(localDayNumber(at, zone), zone) - 1;
  return neighboursOf(
    customers.map((customer) =>
      productsBought(outcomesAt(customer, midnight).filter(({ isPurchase }) => isPurchase)),
    ),
  );
}
