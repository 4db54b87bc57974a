import type { Instant } from "../calendar.ts";
import type { FactAsk } from "./facts/fact-ask.ts";
import { averageOf, valueOf } from "./facts/purchase-figures.ts";
import { Subject } from "./facts/subject.ts";
import type { PointsView, Shop } from "./facts/subject.ts";
import type { Customer } from "./history/customer.ts";
import type { Scores } from "./scores/score-shop.ts";

export interface ShopParts {
  readonly customers: readonly Customer[];
  readonly at: Instant;
  readonly zone: string;
  readonly digits: number;
  readonly scores: Scores | null;
  readonly pointsOf: (customer: Customer) => PointsView | null;
}

/** What facts ask of all customers at an instant; averages are worked out once for each way they are asked. */
export function shopAt({ customers, at, zone, digits, scores, pointsOf }: ShopParts): Shop {
  const averages = new Map<string, number | null>();
  let plainAverage: number | null | undefined;
  const shop: Shop = {
    zone,
    digits,
    averageMinor: (ask) => {
      // Asked for every customer of a shop: no key is put together for what has no conditions.
      if (ask.within === null && ask.orders === null) {
        if (plainAverage === undefined) plainAverage = averageAmong(customers, at, shop, ask);
        return plainAverage;
      }
      const key = averageKey(ask);
      let average = averages.get(key);
      if (average === undefined) {
        average = averageAmong(customers, at, shop, ask);
        averages.set(key, average);
      }
      return average;
    },
    rfmOf: (customer) => scores?.rfm.get(customer.id) ?? null,
    predictionOf: (customer) => scores?.predictions.get(customer.id) ?? null,
    pointsOf,
  };
  return shop;
}

function averageAmong(customers: readonly Customer[], at: Instant, shop: Shop, ask: FactAsk): number | null {
  let valueMinor = 0;
  let count = 0;
  for (const customer of customers) {
    const purchases = new Subject(customer, at, shop).purchases(ask);
    valueMinor += valueOf(purchases);
    count += purchases.length;
  }
  return averageOf(valueMinor, count);
}

/** Two that ask for the same average have the same. */
export function averageKey({ within, orders }: FactAsk): string {
  return JSON.stringify([within, orders], (_, value: unknown) => (value instanceof Set ? [...value] : value));
}
