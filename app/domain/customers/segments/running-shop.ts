import { localDayNumber, startOfDayNumber } from "../../calendar.ts";
import type { Instant } from "../../calendar.ts";
import type { PointsView, Shop } from "../facts/subject.ts";
import type { Customer } from "../history/customer.ts";
import { PLAIN_LIFETIME } from "../scores/lifetime-value.ts";
import type { Models } from "../scores/lifetime-value.ts";
import type { Scores } from "../scores/score-shop.ts";
import { fitBefore, mondayOf, scoreTheDay } from "../scores/score-the-day.ts";
import { shopAt } from "../shop-at.ts";

export interface RunningShopParts {
  readonly zone: string;
  readonly digits: () => number;
  /** Everybody, by what was told so far. */
  readonly customersAt: (at: Instant) => readonly Customer[];
  readonly pointsOf: (customer: Customer, at: Instant) => PointsView | null;
}

/**
 * What facts ask of all customers while things go on happening. Scores are those of the last local midnight,
 * predictions with the parameters fitted on what was paid before Monday of that week; both are worked out
 * only where something asks, and once.
 */
export class RunningShop {
  private readonly parts: RunningShopParts;
  private scored: { readonly day: number; readonly scores: Scores } | null = null;
  private fitted: { readonly monday: number; readonly models: Models } | null = null;

  constructor(parts: RunningShopParts) {
    this.parts = parts;
  }

  at(at: Instant): Shop {
    const { zone, digits, customersAt } = this.parts;
    const pointsOf = (customer: Customer) => this.parts.pointsOf(customer, at);
    const known = { at, zone, digits: digits(), scores: null, pointsOf };
    const scores = () => this.scoresAt(at);
    return {
      ...shopAt({ ...known, customers: [] }),
      averageMinor: (ask) => shopAt({ ...known, customers: customersAt(at) }).averageMinor(ask),
      rfmOf: ({ id }) => scores().rfm.get(id) ?? null,
      predictionOf: ({ id }) => scores().predictions.get(id) ?? null,
    };
  }

  private scoresAt(at: Instant): Scores {
    const { zone, digits, customersAt } = this.parts;
    const day = localDayNumber(at, zone);
    if (this.scored?.day === day) return this.scored.scores;
    const customers = customersAt(startOfDayNumber(day, zone) - 1);
    const settings = { ...PLAIN_LIFETIME, zone, digits: digits(), rfmWithin: null };
    const scores = scoreTheDay(customers, at, settings, this.modelsOf(day, customers));
    this.scored = { day, scores };
    return scores;
  }

  private modelsOf(day: number, customers: readonly Customer[]): Models {
    const { zone, digits } = this.parts;
    const monday = mondayOf(day);
    if (this.fitted?.monday === monday) return this.fitted.models;
    const models = fitBefore(customers, monday, { zone, digits: digits() });
    this.fitted = { monday, models };
    return models;
  }
}
