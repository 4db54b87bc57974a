import { localDayNumber, startOfDayNumber } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import type { FactAsk } from "../facts/fact-ask.ts";
import { averageOf, valueOf } from "../facts/purchase-figures.ts";
import { outcomesAt, Subject } from "../facts/subject.ts";
import type { Prediction, RfmScores, Shop } from "../facts/subject.ts";
import type { Customer } from "../history/customer.ts";
import { buyerOf } from "../history/gather-customers.ts";
import type { ToldOrder } from "../history/told-order.ts";
import type { BgNbd } from "../models/bg-nbd.ts";
import type { GammaGamma } from "../models/gamma-gamma.ts";
import { averageKey, shopAt } from "../shop-at.ts";
import type { ShopParts } from "../shop-at.ts";
import { historyOf, PLAIN_LIFETIME, predict } from "./lifetime-value.ts";
import { scoreByCuts } from "./rfm.ts";
import type { RfmCuts } from "./rfm.ts";

/**
 * What facts ask of all customers as it stood once: so few figures that they can be kept, and one customer
 * be asked by them without everybody's orders.
 */
export interface ShopStanding {
  /** When customers were scored last; null: never yet, so that nobody has scores or predictions. */
  readonly scoredAt: Instant | null;
  readonly rfm: RfmCuts | null;
  readonly purchases: BgNbd | null;
  readonly money: GammaGamma | null;
  /** The predicted values that each hundredth of the customers stays below, minor units, the least first. */
  readonly valueHundredths: readonly number[];
  /** By `averageKey`. */
  readonly averages: Readonly<Record<string, number | null>>;
}

/** The shop at an instant, by how all its customers stood another time; of the customer asked for, all is of that instant. */
export function shopByStanding(standing: ShopStanding, parts: Omit<ShopParts, "customers" | "scores">): Shop {
  return {
    ...shopAt({ ...parts, customers: [], scores: null }),
    averageMinor: (ask) => standing.averages[averageKey(ask)] ?? null,
    rfmOf: (customer) => rfmByStanding(standing, customer, parts),
    predictionOf: (customer) => predictionByStanding(standing, customer, parts),
  };
}

type When = Pick<ShopParts, "at" | "zone" | "digits">;

function rfmByStanding({ rfm }: ShopStanding, customer: Customer, when: When): RfmScores | null {
  const { day, purchases } = lastNight(customer, when);
  const last = purchases.at(-1);
  if (rfm === null || last === undefined) return null;
  const figures = {
    daysSince: day - last.day,
    count: purchases.length,
    valueMinor: valueOf(purchases),
  };
  return scoreByCuts(figures, rfm);
}

function predictionByStanding(standing: ShopStanding, customer: Customer, when: When): Prediction | null {
  const { day, purchases } = lastNight(customer, when);
  const history = historyOf(purchases, day, when.digits);
  if (history === null) return null;
  const [prediction] = predict(standing, [history], PLAIN_LIFETIME, null);
  if (prediction === undefined) return null;
  const { value } = prediction;
  const { valueHundredths } = standing;
  if (value === null || valueHundredths.length === 0) return { ...prediction, top: null };
  const valueMinor = value * 10 ** when.digits;
  const above = valueHundredths.filter((one) => one >= valueMinor).length;
  return { ...prediction, top: above / valueHundredths.length };
}

/** Scores stay still during a day: they are of the midnight that began it. */
function lastNight(customer: Customer, { at, zone }: When) {
  const day = localDayNumber(at, zone);
  const midnight = startOfDayNumber(day, zone);
  const purchases = outcomesAt(customer, midnight - 1).filter(({ isPurchase }) => isPurchase);
  return { day, purchases };
}

/** Adds up averages of all customers from their orders, in any order and in parts. */
export class AverageTally {
  private readonly asks: readonly FactAsk[];
  private readonly shop: Shop;
  private readonly at: Instant;
  private readonly sums = new Map<string, { valueMinor: number; count: number }>();

  constructor(asks: readonly FactAsk[], when: When) {
    this.asks = asks;
    this.at = when.at;
    this.shop = shopAt({ ...when, customers: [], scores: null, pointsOf: () => null });
  }

  /** Some orders, as if of one customer: an average asks not whose they are. */
  add(orders: readonly ToldOrder[]): void {
    const subject = new Subject(buyerOf("all", orders), this.at, this.shop);
    for (const ask of this.asks) {
      const purchases = subject.purchases(ask);
      const sum = this.sums.get(averageKey(ask)) ?? { valueMinor: 0, count: 0 };
      sum.valueMinor += valueOf(purchases);
      sum.count += purchases.length;
      this.sums.set(averageKey(ask), sum);
    }
  }

  get averages(): Record<string, number | null> {
    return Object.fromEntries(
      [...this.sums].map(([key, { valueMinor, count }]) => [key, averageOf(valueMinor, count)]),
    );
  }
}
