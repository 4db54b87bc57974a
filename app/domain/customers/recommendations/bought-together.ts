import { byText, MOST_RECOMMENDED } from "./own-products.ts";

/** Of so many customers in common two products say something of each other. */
const FEWEST_IN_COMMON = 5;

interface Neighbour {
  readonly product: string;
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
        likeness: count / Math.sqrt(own * (buyers.get(other) ?? 0)),
      }))
      .sort((a, b) => b.likeness - a.likeness || byText(a.product, b.product));
    neighbours.set(product, alike.slice(0, MOST_RECOMMENDED));
  }
  return neighbours;
}

/** What a customer who bought `own` never bought, by what is most alike to any of it; only what can be had. */
export function othersBought(
  own: ReadonlySet<string>,
  neighbours: Neighbours,
  isInStock: (product: string) => boolean,
): readonly string[] {
  const best = new Map<string, number>();
  for (const product of own) {
    for (const { product: other, likeness } of neighbours.get(product) ?? []) {
      if (own.has(other) || !isInStock(other)) continue;
      best.set(other, Math.max(likeness, best.get(other) ?? 0));
    }
  }
  return [...best]
    .sort(([a, first], [b, second]) => second - first || byText(a, b))
    .map(([product]) => product)
    .slice(0, MOST_RECOMMENDED);
}
