import { addMonthsToDay, localDayNumber } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import type { Customer } from "../history/customer.ts";
import { narrowed, outcomeAt } from "../history/order-outcome.ts";
import type { OrderOutcome } from "../history/order-outcome.ts";
import type { FactAsk, Within } from "./fact-ask.ts";

export interface RfmScores {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
  readonly name: string;
}

/** What the models say of a customer; null where a model is missing or does not say. */
export interface Prediction {
  readonly alive: number | null;
  readonly purchases: number | null;
  /** Whole units of the currency, unrounded. */
  readonly average: number | null;
  readonly value: number | null;
  /** The share of customers with at least this value. */
  readonly top: number | null;
}

export interface TierView {
  readonly id: string | null;
  readonly missingShare: number | null;
  readonly inGrace: boolean;
  /** Half open; in grace the grace's end. */
  readonly endsAt: Instant | null;
  readonly lostAt: Instant | null;
  readonly gainedAt: Instant | null;
  /** The levels held one after the other; null: from the beginning. */
  readonly steps: readonly { readonly levelId: string | null; readonly since: Instant | null }[];
}

/** What the books say of a customer's points. */
export interface PointsView {
  readonly available: number;
  readonly pending: number;
  readonly earned: number;
  readonly spent: number;
  /** What was earned and spent when, in the order of time; takes part in facts with a time. */
  readonly moves: readonly { readonly day: number; readonly earned: number; readonly spent: number }[];
  /** The days on which rewards were claimed. */
  readonly claimedOn: readonly number[];
  /** When the orders were paid by which friends brought along count; those that stand. */
  readonly friends: readonly { readonly at: Instant; readonly day: number }[];
  readonly tier: TierView | null;
}

/** What a fact of one customer asks of all of them, or of the books. */
export interface Shop {
  readonly zone: string;
  /** Minor digits of the currency. */
  readonly digits: number;
  /** The average of all purchases asked for, floored to minor units; null where there is none. */
  readonly averageMinor: (ask: FactAsk) => number | null;
  readonly rfmOf: (customer: Customer) => RfmScores | null;
  readonly predictionOf: (customer: Customer) => Prediction | null;
  readonly pointsOf: (customer: Customer) => PointsView | null;
}

/** One customer at an instant: what all facts are read from. */
export class Subject {
  readonly customer: Customer;
  readonly at: Instant;
  readonly day: number;
  readonly shop: Shop;
  private allOutcomes: readonly OrderOutcome[] | null = null;
  private plainPurchases: readonly OrderOutcome[] | null = null;

  constructor(customer: Customer, at: Instant, shop: Shop) {
    this.customer = customer;
    this.at = at;
    this.day = localDayNumber(at, shop.zone);
    this.shop = shop;
  }

  /** Paid orders, neither cancelled nor tests, by payment. */
  get outcomes(): readonly OrderOutcome[] {
    this.allOutcomes ??= outcomesAt(this.customer, this.at);
    return this.allOutcomes;
  }

  /** The orders a fact looks at, each as it looks at them. */
  paid(ask: FactAsk): readonly OrderOutcome[] {
    const { within, orders } = ask;
    if (within === null && orders === null) return this.outcomes;
    const from = within === null ? Number.NEGATIVE_INFINITY : this.firstDay(within);
    const looked: OrderOutcome[] = [];
    for (const outcome of this.outcomes) {
      if (outcome.day < from) continue;
      if (orders === null) {
        looked.push(outcome);
        continue;
      }
      const { lines, channels, discounted, returned } = orders;
      if (channels !== null && !channels.has(outcome.order.channel)) continue;
      if (discounted !== null && discounted !== outcome.order.discountMinor > 0) continue;
      if (returned !== null && returned !== outcome.isReturn) continue;
      const left = lines === null ? outcome : narrowed(outcome, lines);
      if (left !== null) looked.push(left);
    }
    return looked;
  }

  purchases(ask: FactAsk): readonly OrderOutcome[] {
    if (ask.within !== null || ask.orders !== null) return this.paid(ask).filter(isPurchase);
    this.plainPurchases ??= this.outcomes.every(isPurchase)
      ? this.outcomes
      : this.outcomes.filter(isPurchase);
    return this.plainPurchases;
  }

  /** The first local day of a time that ends now. */
  firstDay({ unit, count }: Within): number {
    return unit === "days" ? this.day - count : addMonthsToDay(this.day, -count);
  }

  /** Whether something happened by now and within the time asked for. */
  isWithin(happened: { readonly at?: Instant; readonly day: number }, { within }: FactAsk): boolean {
    if (happened.at !== undefined && happened.at > this.at) return false;
    return within === null || happened.day >= this.firstDay(within);
  }
}

export function outcomesAt({ orders }: Customer, at: Instant): readonly OrderOutcome[] {
  const outcomes: OrderOutcome[] = [];
  for (const order of orders) {
    const outcome = outcomeAt(order, at);
    if (outcome !== null) outcomes.push(outcome);
  }
  return outcomes;
}

function isPurchase(outcome: OrderOutcome): boolean {
  return outcome.isPurchase;
}
